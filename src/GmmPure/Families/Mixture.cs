using GmmPure.Kernels;

namespace GmmPure.Families;

/// <summary>Makes mixtures of any family.</summary>
public static partial class Mixture
{
    /// <summary>A mixture of distributions of one family.</summary>
    /// <param name="family">The family.</param>
    /// <param name="weights">π (K), each in [0, 1], summing to 1 within 1e−9.</param>
    /// <param name="components">The components (K).</param>
    /// <exception cref="ArgumentException">
    /// There is not one component for each weight, components are of unlike dimension, or a weight is not valid.
    /// </exception>
    public static Mixture<TDistribution> Of<TDistribution>(
        IFamily<TDistribution> family, IEnumerable<double> weights, IEnumerable<TDistribution> components)
        where TDistribution : notnull, IEquatable<TDistribution> =>
        TryOf(family, weights, components).OrThrow();

    /// <summary>A mixture of distributions of one family, or which argument does not fit or is not valid.</summary>
    /// <param name="family">The family.</param>
    /// <param name="weights">π (K), each in [0, 1], summing to 1 within 1e−9.</param>
    /// <param name="components">The components (K).</param>
    public static Outcome<Mixture<TDistribution>, ValueFault> TryOf<TDistribution>(
        IFamily<TDistribution> family, IEnumerable<double> weights, IEnumerable<TDistribution> components)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        ArgumentNullException.ThrowIfNull(family);
        var proportions = Given.Each(weights);
        var each = Given.Each(components);
        return (GaussianMixture.FaultOf(proportions) ?? FaultOf(family, each, proportions.Length)) is { } fault
            ? fault
            : new Mixture<TDistribution>(family, proportions, each, []);
    }

    private static ValueFault? FaultOf<TDistribution>(
        IFamily<TDistribution> family, ImmutableArray<TDistribution> components, int count)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        if (components.Length != count)
        {
            return new ValueFault(nameof(components), $"{count} weights need as many components, not {components.Length}.");
        }

        int dimension = family.Columns ?? family.DimensionOf(components[0]);
        for (int k = 0; k < count; k++)
        {
            if (!family.Contains(components[k]))
            {
                return new ValueFault(nameof(components), $"{components[k]} is no distribution of the family {family.Name}.", k);
            }

            if (family.DimensionOf(components[k]) is var other && other != dimension)
            {
                return new ValueFault(nameof(components), $"The components have {dimension} columns each, not {other}.", k);
            }
        }

        return null;
    }
}

/// <summary>A mixture of K distributions of one family, p(x) = Σ π_k·p(x | θ_k).</summary>
/// <typeparam name="TDistribution">One distribution of the family.</typeparam>
public sealed partial record Mixture<TDistribution> : IMixture
    where TDistribution : notnull, IEquatable<TDistribution>
{
    private readonly EqualArray<double> weights;
    private readonly EqualArray<TDistribution> components;
    private readonly EqualArray<string> columnNames;

    internal Mixture(
        IFamily<TDistribution> family,
        ImmutableArray<double> weights,
        ImmutableArray<TDistribution> components,
        ImmutableArray<string> columnNames) =>
        (Family, this.weights, this.components, this.columnNames) = (family, weights, components, columnNames);

    /// <summary>The family.</summary>
    public IFamily<TDistribution> Family { get; }

    /// <inheritdoc/>
    public string FamilyName => Family.Name;

    /// <summary>π, the mixing proportions (K); they sum to 1.</summary>
    public ImmutableArray<double> Weights => weights;

    /// <summary>The components (K).</summary>
    public ImmutableArray<TDistribution> Components => components;

    /// <summary>The names of the D columns; empty when they are not known.</summary>
    public ImmutableArray<string> ColumnNames => columnNames;

    /// <summary>K.</summary>
    public int ComponentCount => Weights.Length;

    /// <summary>D.</summary>
    public int Dimension => Family.DimensionOf(Components[0]);

    /// <summary>The number of free parameters: K − 1 weights, and those of the components.</summary>
    public long FreeParameters => ComponentCount - 1 + Family.FreeParameters(Components);

    /// <summary>ℓ(θ): the total log-likelihood of the data, in nats; −∞ if a row is impossible. Labels play no part: it asks about x only.</summary>
    /// <exception cref="ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    public double LogLikelihood(Dataset data) => Em.LogLikelihood(data, this);

    /// <summary>ln p(x) of every row (N), in nats; −∞ where a row is impossible.</summary>
    /// <exception cref="ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    public ImmutableArray<double> LogDensities(Dataset data) => Em.LogDensities(data, this);

    /// <summary>ln p(x) of one observation, in nats; −∞ where it is impossible.</summary>
    /// <param name="observation">x (D).</param>
    /// <exception cref="ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    public double LogDensity(IEnumerable<double> observation) => LogDensities(Dataset.FromRows([observation]))[0];

    /// <summary>The component of the largest responsibility for every row (N), counted from 0; of equals the first. Labels play no part.</summary>
    /// <param name="data">N×D.</param>
    /// <exception cref="ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    /// <exception cref="UnreachableRowException">A row is impossible under every component.</exception>
    public ImmutableArray<int> MostProbableComponents(Dataset data) => Em.MostProbableComponents(data, this);

    /// <summary>Akaike's criterion of the data, −2ℓ + 2p; lower is better.</summary>
    /// <exception cref="ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    public double Aic(Dataset data) => Criteria.Aic(LogLikelihood(data), FreeParameters);

    /// <summary>Schwarz's criterion of the data, −2ℓ + p·ln N; lower is better.</summary>
    /// <exception cref="ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    public double Bic(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Criteria.Bic(LogLikelihood(data), FreeParameters, data.TotalWeight);
    }

    /// <summary>The same mixture with other mixing weights.</summary>
    /// <param name="weights">π (K), each in [0, 1], summing to 1 within 1e−9.</param>
    /// <exception cref="ArgumentException">They are not K weights that sum to 1.</exception>
    public Mixture<TDistribution> WithWeights(IEnumerable<double> weights) =>
        Mixture.Of(Family, weights, Components).Named(ColumnNames);

    /// <summary>The same mixture with these names for its columns.</summary>
    /// <param name="columnNames">One distinct name a column (D).</param>
    /// <exception cref="ArgumentException">There is not one distinct name for each column.</exception>
    public Mixture<TDistribution> WithColumnNames(IEnumerable<string> columnNames) =>
        Named(GmmPure.ColumnNames.Check(columnNames, Dimension));

    /// <summary>The same mixture with its components in a canonical order: by their parameters, lexicographically, then by weight.</summary>
    public Mixture<TDistribution> InCanonicalOrder()
    {
        int[] order = [.. Enumerable.Range(0, ComponentCount)
            .OrderBy(Numbers, Comparer<double[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right)))
            .ThenBy(k => Weights[k])];
        return new(Family, [.. order.Select(k => Weights[k])], [.. order.Select(k => Components[k])], ColumnNames);
    }

    /// <summary>The components, each with its weight.</summary>
    public override string ToString() => $"Mixture of {string.Join(", ", Weights.Zip(
        Components, (weight, component) => FormattableString.Invariant($"{weight:G4} {component}")))}";

    /// <summary>ln π (K).</summary>
    internal double[] LogWeights => [.. Weights.Select(Elementary.Log)];

    internal Mixture<TDistribution> Named(ImmutableArray<string> columnNames) => new(Family, Weights, Components, columnNames);

    /// <summary>Refuses data of another dimension, with other column names or outside the support.</summary>
    internal void CheckData(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        GmmPure.ColumnNames.CheckMatch(data.Summary, Dimension, ColumnNames, nameof(data));
        SupportFault.Check(Family, data);
    }

    IMixture IMixture.WithColumnNames(IEnumerable<string> columnNames) => WithColumnNames(columnNames);

    double IMixture.RoundingPerRow => AsGaussian() is IMixture gaussian ? gaussian.RoundingPerRow : 0;

    ImmutableArray<int> IMixture.Spurious(ImmutableArray<double> effectiveCounts) =>
        AsGaussian() is IMixture gaussian ? gaussian.Spurious(effectiveCounts) : [];

    bool IMixture.IsContinuous(int column) => !Family.SupportOf(column).IsWhole;

    IEnumerable<(int One, int Other, double Overlap)> IMixture.Twins(Dataset data) => AsGaussian() is IMixture gaussian
        ? gaussian.Twins(data)
        : FamilyOverlap.Twins(data.WithoutLabels(), this);

    /// <summary>The same as the core has it, if the components are Gaussians of the core's family; null otherwise.</summary>
    internal GaussianMixture? AsGaussian() =>
        this is Mixture<Gaussian> { Family: GaussianFamily or CandidateFamily<Gaussian> } gaussians ? Gaussian.MixtureOf(gaussians) : null;

    /// <summary>
    /// The largest change of a parameter since another mixture: of a weight, or of a parameter in units of the error that one
    /// observation leaves of it (relative to itself, where that is not known).
    /// </summary>
    double IMixture.ChangeSince(IMixture other)
    {
        if (other is not Mixture<TDistribution> earlier || earlier.ComponentCount != ComponentCount || earlier.Dimension != Dimension)
        {
            throw new ArgumentException("The mixtures differ in family or shape.", nameof(other));
        }

        double shares = Weights.Zip(earlier.Weights, (now, before) => Math.Abs(now - before)).Max();
        var parameters = Components.Zip(earlier.Components).SelectMany(pair => ParametersOf(pair.First).Zip(ParametersOf(pair.Second), Change));
        return Math.Max(shares, parameters.DefaultIfEmpty().Max());
    }

    private static double Change(Parameter now, Parameter before)
    {
        double change = Math.Abs(now.Value - before.Value);
        double unit = now.StandardError is > 0 and var error ? error : Math.Max(Math.Abs(now.Value), Math.Abs(before.Value));
        return change == 0 ? 0 : change / unit;
    }

    private double[] Numbers(int component) => [.. ParametersOf(Components[component]).Select(parameter => parameter.Value)];

    /// <summary>Of every component as many.</summary>
    private ImmutableArray<Parameter> ParametersOf(TDistribution component) => FamilyAnswer.Parameters(
        Family, component, 1, FamilyAnswer.Parameters(Family, Components[0], 1).Length);
}
