using GmmPure.Kernels;

namespace GmmPure.Families;

/// <summary>
/// Student's t distribution in any number of columns: a Gaussian N(x | μ, Σ/u) whose scale u is hidden, gamma distributed with
/// shape and rate ν/2.
/// </summary>
public sealed record StudentT
{
    /// <summary>The smallest number of degrees of freedom, 1/16: tails beyond those of any data.</summary>
    public const double SmallestDegrees = 1.0 / 16;

    /// <summary>The largest, 2¹⁴: as good as Gaussian.</summary>
    public const double LargestDegrees = 16384;

    /// <param name="location">μ (D).</param>
    /// <param name="scatter">Σ (D×D): the covariance is Σ·ν/(ν − 2), if ν is above 2.</param>
    /// <param name="degreesOfFreedom">ν.</param>
    /// <exception cref="ArgumentException">
    /// The location is not D finite numbers, or the degrees of freedom are not in [<see cref="SmallestDegrees"/>, <see cref="LargestDegrees"/>].
    /// </exception>
    public StudentT(IEnumerable<double> location, Covariance scatter, double degreesOfFreedom)
        : this(TryCore(location, scatter).OrThrow(), degreesOfFreedom)
    {
    }

    internal StudentT(Gaussian core, double degreesOfFreedom)
    {
        FaultOf(degreesOfFreedom).Refuse();
        (Core, DegreesOfFreedom) = (core, degreesOfFreedom);
    }

    /// <summary>μ (D).</summary>
    public ImmutableArray<double> Location => Core.Mean;

    /// <summary>Σ (D×D).</summary>
    public Covariance Scatter => Core.Covariance;

    /// <summary>ν.</summary>
    public double DegreesOfFreedom { get; }

    /// <summary>N(x | μ, Σ), what is left when u is 1.</summary>
    internal Gaussian Core { get; }

    /// <summary>The distribution, or why there is none.</summary>
    /// <param name="location">μ (D), finite numbers.</param>
    /// <param name="scatter">Σ (D×D): the covariance is Σ·ν/(ν − 2), if ν is above 2.</param>
    /// <param name="degreesOfFreedom">ν, in [<see cref="SmallestDegrees"/>, <see cref="LargestDegrees"/>].</param>
    public static Outcome<StudentT, ValueFault> TryCreate(IEnumerable<double> location, Covariance scatter, double degreesOfFreedom) =>
        TryCore(location, scatter).Bind<StudentT>(core =>
            FaultOf(degreesOfFreedom) is { } fault ? fault : new StudentT(core, degreesOfFreedom));

    private static Outcome<Gaussian, ValueFault> TryCore(IEnumerable<double> location, Covariance scatter) =>
        Gaussian.TryCreate(Given.Each(location), Given.Value(scatter))
            .MapFault(fault => fault.Of(fault.Argument is "mean" ? nameof(location) : nameof(scatter)));

    private static ValueFault? FaultOf(double degreesOfFreedom) => degreesOfFreedom is >= SmallestDegrees and <= LargestDegrees
        ? null
        : new ValueFault(nameof(degreesOfFreedom), "It must be in [1/16, 2^14].", value: degreesOfFreedom);

    /// <summary>δ = (x − μ)ᵀ·Σ⁻¹·(x − μ).</summary>
    internal double SquaredDistance(ReadOnlySpan<double> observation)
    {
        double[] difference = new double[observation.Length];
        for (int j = 0; j < difference.Length; j++)
        {
            difference[j] = observation[j] - Location[j];
        }

        return Scatter.SquaredNorm(difference);
    }
}

/// <remarks>
/// EM for one distribution (ECME; Liu and Rubin 1994; McLachlan and Peel, Finite Mixture Models, 7): given the scales that are
/// expected, u = (ν + D)/(ν + δ), location and scatter are those of a Gaussian whose rows weigh w·u (divided by Σ w·u, which is
/// PX-EM: the same fixed point, reached sooner); then ν is where the likelihood itself is largest. Neither lets it fall.
/// </remarks>
internal sealed record StudentTFamily : IFamily<StudentT>, ISampler<StudentT>
{
    private const double FirstDegrees = 8;
    private const int MostIterations = 10_000;

    public string Name => "student-t";

    public string Estimator => "location, scatter and degrees of freedom by EM over hidden scales";

    public int? Columns => null;

    public int DimensionOf(StudentT distribution) => distribution.Location.Length;

    public Support SupportOf(int column) => Support.Reals;

    /// <summary>The end of EM for a mixture with one component.</summary>
    public Outcome<StudentT, Degeneracy> MaximumLikelihood(Dataset data) =>
        Weighted(data, data.Weights, data.ColumnVariances, FirstDegrees).Bind(start =>
        {
            var last = Em.Iterate(data, Mixture.Of(this, [1], [start]))
                .Take(MostIterations)
                .TakeUntilConverged(Convergence.TotalGain(0))
                .Last();
            return last.Status is Degenerate end
                ? end.Cause
                : Outcome.Of(last.Model.Components[0]);
        });

    public Outcome<ImmutableArray<StudentT>, Degeneracy> MStep(
        Dataset data, Responsibilities responsibilities, ImmutableArray<StudentT> previous) =>
        Components.Each(data, responsibilities, (share, k) => previous.IsEmpty
            ? Weighted(share, share.Weights, data.ColumnVariances, FirstDegrees)
            : Climb(share, previous[k], data.ColumnVariances));

    public double LogDensity(StudentT distribution, ReadOnlySpan<double> observation) =>
        LogPeak(distribution) - Fall(distribution, observation);

    public ImmutableArray<double> LogDensities(StudentT distribution, Dataset data)
    {
        double peak = LogPeak(distribution);
        return [.. Enumerable.Range(0, data.Count).Select(row => peak - Fall(distribution, data.Row(row)))];
    }

    /// <summary>μ + L·z/√u. Few degrees of freedom draw scales u below the least number; their logarithms are not.</summary>
    public ImmutableArray<double> Draw(StudentT distribution, Func<double> uniform)
    {
        double half = distribution.DegreesOfFreedom / 2;
        double logScale = Variates.LogGamma(half, uniform) - Elementary.Log(half);
        return Variates.Gaussian(distribution.Location, distribution.Scatter, Variates.Exp(-logScale / 2), uniform);
    }

    public ImmutableArray<Parameter> Parameters(StudentT distribution, double totalWeight) =>
        StudentTInformation.Parameters(distribution, totalWeight);

    /// <summary>One step from the distribution before: location and scatter, then the degrees of freedom.</summary>
    /// <param name="data">The data as the component sees them.</param>
    /// <param name="previous">The distribution before.</param>
    /// <param name="columnVariances">The whole data's: what a collapse is measured by.</param>
    private static Outcome<StudentT, Degeneracy> Climb(
        Dataset data, StudentT previous, ImmutableArray<double> columnVariances)
    {
        double degrees = previous.DegreesOfFreedom;
        double top = degrees + data.Dimension;
        var weights = Enumerable.Range(0, data.Count)
            .Select(row => data.WeightOf(row) * (top / (degrees + previous.SquaredDistance(data.Row(row)))));
        return Weighted(data, [.. weights], columnVariances, degrees).Map(next =>
            new StudentT(next.Core, DegreesOfFreedomSearch.MostLikely(data, next)));
    }

    /// <summary>The Gaussian of rows that weigh so much, with these degrees of freedom.</summary>
    private static Outcome<StudentT, Degeneracy> Weighted(
        Dataset data, ImmutableArray<double> weights, ImmutableArray<double> columnVariances, double degrees)
    {
        if (!weights.IsEmpty && !(weights.Sum() > 0))
        {
            return new Degeneracy.Emptied(0, weights.Sum());
        }

        var weighted = weights.IsEmpty ? data : data.Share([.. weights]);
        var all = Responsibilities.FromLabels(new int[data.Count], 1);
        var about = Table.FromRows([weighted.ColumnMeans]);
        return Em.MStep(SufficientStatistics.Of(weighted, all, CovarianceStructure.Full.Moments, about), columnVariances)
            .Map(alone => new StudentT(new Gaussian(alone), degrees));
    }

    /// <summary>ln p(μ).</summary>
    private static double LogPeak(StudentT distribution)
    {
        int dimension = distribution.Location.Length;
        double degrees = distribution.DegreesOfFreedom;
        return SpecialFunctions.LogGammaRatio(degrees / 2, dimension / 2.0)
            - (0.5 * ((dimension * (Elementary.Log(degrees / 2) + Elementary.LogTwoPi)) + distribution.Scatter.LogDeterminant));
    }

    /// <summary>ln p(μ) − ln p(x).</summary>
    private static double Fall(StudentT distribution, ReadOnlySpan<double> observation)
    {
        double degrees = distribution.DegreesOfFreedom;
        return 0.5 * (degrees + observation.Length)
            * SpecialFunctions.LogOnePlus(distribution.SquaredDistance(observation) / degrees);
    }
}
