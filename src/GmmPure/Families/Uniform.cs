using GmmPure.Kernels;

namespace GmmPure.Families;

/// <summary>A uniform distribution on an interval, p(x) = 1/(b − a) for a ≤ x ≤ b.</summary>
public sealed record Uniform
{
    /// <param name="least">a.</param>
    /// <param name="greatest">b.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is not finite, or they are not in this order.</exception>
    public Uniform(double least, double greatest)
    {
        FaultOf(least, greatest).Refuse();
        (Least, Greatest) = (least, greatest);
    }

    /// <summary>a.</summary>
    public double Least { get; }

    /// <summary>b.</summary>
    public double Greatest { get; }

    /// <summary>The distribution, or why there is none.</summary>
    /// <param name="least">a, finite.</param>
    /// <param name="greatest">b, finite and above a.</param>
    public static Outcome<Uniform, ValueFault> TryCreate(double least, double greatest) =>
        FaultOf(least, greatest) is { } fault ? fault : new Uniform(least, greatest);

    private static ValueFault? FaultOf(double least, double greatest) =>
        Valid.Finite(least) ?? Valid.Finite(greatest) ?? (Valid.Positive(greatest - least) is null
            ? null
            : new ValueFault(nameof(greatest), "It must be above the least, by a finite number.", value: greatest));
}

/// <remarks>
/// ℓ = −N·ln(b − a) rises as the interval shrinks; its derivatives vanish nowhere. It is largest where the interval can shrink
/// no more without losing an observation.
/// </remarks>
internal sealed record UniformFamily : IEstimator<Uniform>, ISampler<Uniform>
{
    public string Name => "uniform";

    public string Estimator => "the least and the greatest value (order statistics): a boundary maximum, where no derivative vanishes";

    public Support SupportOf(int column) => Support.Reals;

    public Outcome<Uniform, Degeneracy> MaximumLikelihood(Dataset data)
    {
        var counting = Enumerable.Range(0, data.Count).Where(row => data.WeightOf(row) > 0).Select(row => data[row, 0]).ToArray();
        var (least, greatest) = (counting.Min(), counting.Max());
        return least < greatest
            ? new Uniform(least, greatest)
            : Estimate.None<Uniform>("width", 0);
    }

    public double LogDensity(Uniform distribution, ReadOnlySpan<double> observation) =>
        observation[0] >= distribution.Least && observation[0] <= distribution.Greatest
            ? -Elementary.Log(distribution.Greatest - distribution.Least)
            : double.NegativeInfinity;

    /// <summary>Rounding may carry the sum past an end.</summary>
    public ImmutableArray<double> Draw(Uniform distribution, Func<double> uniform)
    {
        var (least, greatest) = (distribution.Least, distribution.Greatest);
        return [Math.Clamp(least + ((greatest - least) * uniform()), least, greatest)];
    }

    public ImmutableArray<Parameter> Parameters(Uniform distribution, double totalWeight) =>
    [
        new("least", distribution.Least, IsBoundary: true),
        new("greatest", distribution.Greatest, IsBoundary: true),
    ];
}
