namespace GmmPure;

/// <summary>
/// A mixture of K Gaussians in D dimensions, p(x) = Σ π_k·N(x | μ_k, Σ_k): the parameters θ. Checked once when it is
/// made, immutable ever after, equal by content.
/// </summary>
public sealed partial record GaussianMixture : IMixture
{
    /// <summary>How far from 1 given weights may sum; they are kept as they are given.</summary>
    public const double WeightSumTolerance = 1e-9;

    private readonly EqualArray<double> weights;
    private readonly EqualArray<Covariance> covariances;
    private readonly EqualArray<string> columnNames;

    private GaussianMixture(
        CovarianceStructure structure,
        ImmutableArray<double> weights,
        Table means,
        ImmutableArray<Covariance> covariances,
        ImmutableArray<string> columnNames)
    {
        Structure = structure;
        this.weights = weights;
        Means = means;
        this.covariances = covariances;
        this.columnNames = columnNames;
    }

    /// <summary>What the covariances have in common.</summary>
    public CovarianceStructure Structure { get; }

    string IMixture.FamilyName => "gaussian";

    /// <summary>π, the mixing proportions (K); they sum to 1.</summary>
    public ImmutableArray<double> Weights => weights;

    /// <summary>μ, one row a component (K×D).</summary>
    public Table Means { get; }

    /// <summary>Σ, one a component (K); the same one K times if they share it.</summary>
    public ImmutableArray<Covariance> Covariances => covariances;

    /// <summary>The names of the D columns; empty when they are not known.</summary>
    public ImmutableArray<string> ColumnNames => columnNames;

    /// <summary>K.</summary>
    public int ComponentCount => Weights.Length;

    /// <summary>D.</summary>
    public int Dimension => Means.ColumnCount;

    /// <summary>The number of free parameters: K − 1 weights, K·D means, and the structure's covariances.</summary>
    public long FreeParameters =>
        ComponentCount - 1 + ((long)ComponentCount * Dimension) + Structure.FreeParameters(ComponentCount, Dimension);

    /// <summary>A mixture with a covariance for each component, all of one shape.</summary>
    /// <param name="weights">π (K), each in [0, 1], summing to 1 within 1e−9.</param>
    /// <param name="means">μ (K×D).</param>
    /// <param name="covariances">Σ (K), of the same shape and of dimension D; if the components share one, all are equal.</param>
    /// <param name="structure">
    /// Their structure; null is that of components which have covariances of this shape of their own.
    /// </param>
    /// <exception cref="ArgumentException">A shape does not fit, a weight or mean is not valid.</exception>
    public static GaussianMixture Create(
        IEnumerable<double> weights, Table means, IEnumerable<Covariance> covariances, CovarianceStructure? structure = null) =>
        TryCreate(weights, means, covariances, structure).OrThrow();

    /// <summary>A mixture with a covariance for each component, or which argument does not fit or is not valid.</summary>
    /// <param name="weights">π (K), each in [0, 1], summing to 1 within 1e−9.</param>
    /// <param name="means">μ (K×D).</param>
    /// <param name="covariances">Σ (K), of the same shape and of dimension D; if the components share one, all are equal.</param>
    /// <param name="structure">
    /// Their structure; null is that of components which have covariances of this shape of their own.
    /// </param>
    public static Outcome<GaussianMixture, ValueFault> TryCreate(
        IEnumerable<double> weights, Table means, IEnumerable<Covariance> covariances, CovarianceStructure? structure = null)
    {
        var each = Given.Each(covariances);
        return each.IsEmpty ? new ValueFault(nameof(covariances), "A mixture needs a covariance for each component.")
            : each.Any(covariance => covariance.Shape != each[0].Shape)
            ? new ValueFault(nameof(covariances), "The covariances of a mixture have one shape.")
            : TryCreate(structure ?? CovarianceStructure.Of(each[0].Shape, isShared: false), weights, means, each);
    }

    /// <summary>A mixture whose components share one covariance.</summary>
    /// <param name="weights">π (K), each in [0, 1], summing to 1 within 1e−9.</param>
    /// <param name="means">μ (K×D).</param>
    /// <param name="covariance">Σ, of dimension D.</param>
    /// <exception cref="ArgumentException">A shape does not fit, a weight or mean is not valid.</exception>
    public static GaussianMixture CreateTied(IEnumerable<double> weights, Table means, Covariance covariance) =>
        TryCreateTied(weights, means, covariance).OrThrow();

    /// <summary>A mixture whose components share one covariance, or which argument does not fit or is not valid.</summary>
    /// <param name="weights">π (K), each in [0, 1], summing to 1 within 1e−9.</param>
    /// <param name="means">μ (K×D).</param>
    /// <param name="covariance">Σ, of dimension D.</param>
    public static Outcome<GaussianMixture, ValueFault> TryCreateTied(
        IEnumerable<double> weights, Table means, Covariance covariance)
    {
        ArgumentNullException.ThrowIfNull(means);
        ArgumentNullException.ThrowIfNull(covariance);
        return TryCreate(
                CovarianceStructure.Of(covariance.Shape, isShared: true),
                weights,
                means,
                [.. Enumerable.Repeat(covariance, means.RowCount)])
            .MapFault(fault => fault.Argument is CovariancesArgument ? new ValueFault(nameof(covariance), fault.Message) : fault);
    }

    /// <summary>A mixture in one dimension.</summary>
    /// <param name="weights">π (K), each in [0, 1], summing to 1 within 1e−9.</param>
    /// <param name="means">μ (K).</param>
    /// <param name="variances">σ² (K).</param>
    /// <exception cref="ArgumentException">A length does not fit, or a weight, mean or variance is not valid.</exception>
    public static GaussianMixture Univariate(
        IEnumerable<double> weights, IEnumerable<double> means, IEnumerable<double> variances) =>
        TryUnivariate(weights, means, variances).OrThrow();

    /// <summary>A mixture in one dimension, or which argument does not fit or is not valid.</summary>
    /// <param name="weights">π (K), each in [0, 1], summing to 1 within 1e−9.</param>
    /// <param name="means">μ (K).</param>
    /// <param name="variances">σ² (K).</param>
    public static Outcome<GaussianMixture, ValueFault> TryUnivariate(
        IEnumerable<double> weights, IEnumerable<double> means, IEnumerable<double> variances)
    {
        var locations = Given.Each(means);
        var each = Given.Each(variances);
        int wrong = each.ToList().FindIndex(variance => !Covariance.IsVariance(variance));
        return wrong < 0
            ? TryCreate(
                    weights,
                    Table.Create(locations.Length, 1, locations),
                    each.Select(variance => Covariance.Full(Table.Create(1, 1, [variance]))))
                .MapFault(fault => new ValueFault(
                    fault.Argument is CovariancesArgument ? nameof(variances) : fault.Argument,
                    fault.Message,
                    fault.Index,
                    value: fault.Value))
            : new ValueFault(
                nameof(variances),
                FormattableString.Invariant($"A variance must be positive, finite and within 2^±1000, not {each[wrong]}."),
                wrong,
                value: each[wrong]);
    }

    /// <summary>The same mixture with other mixing weights.</summary>
    /// <param name="weights">π (K), each in [0, 1], summing to 1 within 1e−9.</param>
    /// <exception cref="ArgumentException">They are not K weights that sum to 1.</exception>
    public GaussianMixture WithWeights(IEnumerable<double> weights) =>
        Create(Structure, weights, Means, Covariances).Named(ColumnNames);

    /// <summary>The same mixture with other means.</summary>
    /// <param name="means">μ (K×D).</param>
    /// <exception cref="ArgumentException">The shape differs, or a mean is not finite.</exception>
    public GaussianMixture WithMeans(Table means) => Create(Structure, Weights, means, Covariances).Named(ColumnNames);

    /// <summary>The same mixture with other covariances, of the same structure.</summary>
    /// <param name="covariances">Σ (K); if the components share one, all are equal.</param>
    /// <exception cref="ArgumentException">The number, shape or dimension differs.</exception>
    public GaussianMixture WithCovariances(IEnumerable<Covariance> covariances)
    {
        return Create(Structure, Weights, Means, Given.Each(covariances)).Named(ColumnNames);
    }

    /// <summary>The same mixture with these names for its columns.</summary>
    /// <param name="columnNames">One distinct name a column (D).</param>
    /// <exception cref="ArgumentException">There is not one distinct name for each column.</exception>
    public GaussianMixture WithColumnNames(IEnumerable<string> columnNames) =>
        Named(GmmPure.ColumnNames.Check(columnNames, Dimension));

    /// <summary>
    /// The same mixture with its components in the canonical order: by mean, lexicographically, then by weight.
    /// </summary>
    public GaussianMixture InCanonicalOrder()
    {
        int[] order = [.. Enumerable.Range(0, ComponentCount)
            .OrderBy(k => Means.Rows.ElementAt(k), LexicographicOrder).ThenBy(k => Weights[k])];
        return Reorder(order);
    }

    /// <summary>The same mixture with its components in another order.</summary>
    /// <param name="order">A permutation of 0 … K − 1: component i is the former order[i].</param>
    /// <exception cref="ArgumentException">It is not a permutation of 0 … K − 1.</exception>
    public GaussianMixture Reorder(IEnumerable<int> order)
    {
        var each = Given.Each(order);
        if (!each.Order().SequenceEqual(Enumerable.Range(0, ComponentCount)))
        {
            throw new ArgumentException($"An order of {ComponentCount} components names each once.", nameof(order));
        }

        return new GaussianMixture(
            Structure,
            [.. each.Select(k => Weights[k])],
            Means.Select(each, [.. Enumerable.Range(0, Dimension)]),
            [.. each.Select(k => Covariances[k])],
            ColumnNames);
    }

    /// <summary>A short description: the shape and the structure.</summary>
    public override string ToString() =>
        $"GaussianMixture of {ComponentCount} component{(ComponentCount == 1 ? "" : "s")} in {Dimension} dimension{(Dimension == 1 ? "" : "s")}, {Structure}";

    /// <summary>A mixture from checked parts, as the M-step makes it; only the parts' mutual fit is checked again.</summary>
    internal static GaussianMixture Create(
        CovarianceStructure structure,
        IEnumerable<double> weights,
        Table means,
        ImmutableArray<Covariance> covariances) =>
        TryCreate(structure, weights, means, covariances).OrThrow();

    /// <summary>The same, or which part does not fit or is not valid.</summary>
    internal static Outcome<GaussianMixture, ValueFault> TryCreate(
        CovarianceStructure structure,
        IEnumerable<double> weights,
        Table means,
        ImmutableArray<Covariance> covariances)
    {
        var proportions = Given.Each(weights);
        ArgumentNullException.ThrowIfNull(means);
        var fault = FaultOf(proportions) ?? FaultOf(means, proportions.Length) ?? FaultOf(covariances, structure, means);
        return fault is null ? new GaussianMixture(structure, proportions, means, covariances, []) : fault;
    }

    IMixture IMixture.WithColumnNames(IEnumerable<string> columnNames) => WithColumnNames(columnNames);

    double IMixture.ChangeSince(IMixture earlier) => ParameterChange.Largest(
        earlier as GaussianMixture ?? throw new ArgumentException("The mixtures differ in family.", nameof(earlier)), this);

    /// <summary>D·2⁻⁵⁰ over the smallest Cholesky pivot relative to its column's variance.</summary>
    double IMixture.RoundingPerRow =>
        Degeneracy.SmallestRelativePivot(Dimension) / Covariances.Min(covariance => covariance.SmallestRelativePivot);

    ImmutableArray<int> IMixture.Spurious(ImmutableArray<double> effectiveCounts) => Spuriousness.Components(this, effectiveCounts);

    bool IMixture.IsContinuous(int column) => true;

    IEnumerable<(int One, int Other, double Overlap)> IMixture.Twins(Dataset data) => Overlap.Twins(this);

    internal GaussianMixture Named(ImmutableArray<string> columnNames) =>
        new(Structure, Weights, Means, Covariances, columnNames);

    private static readonly Comparer<ImmutableArray<double>> LexicographicOrder =
        Comparer<ImmutableArray<double>>.Create((left, right) => left.AsSpan().SequenceCompareTo(right.AsSpan()));

    /// <summary>The fault of weights that are none.</summary>
    internal static ValueFault? FaultOf(ImmutableArray<double> weights)
    {
        const string message = "A mixture needs weights, all of them in [0, 1].";
        double sum = weights.Sum();
        return weights.IsEmpty ? new ValueFault(nameof(weights), message)
            : Valid.First(weights, weight => weight is >= 0 and <= 1 + WeightSumTolerance, message, nameof(weights)) is { } fault ? fault
            : Math.Abs(sum - 1) <= WeightSumTolerance ? null
            : new ValueFault(nameof(weights), FormattableString.Invariant(
                $"The weights of a mixture sum to 1, not {sum}: {Math.Abs(sum - 1):G3} too {(sum > 1 ? "much" : "little")}."));
    }

    private static ValueFault? FaultOf(Table means, int components) => means.RowCount != components || means.ColumnCount == 0
        ? new ValueFault(nameof(means), $"{components} weights need as many means, not {means.RowCount}×{means.ColumnCount}.")
        : Valid.First(
            means.Elements,
            mean => Math.Abs(mean) <= LargestMean,
            "Means must be finite, and below 2^500 in magnitude.",
            nameof(means),
            means.ColumnCount);

    private static ValueFault? FaultOf(ImmutableArray<Covariance> covariances, CovarianceStructure structure, Table means)
    {
        if (covariances.Length != means.RowCount)
        {
            return new ValueFault(
                CovariancesArgument, $"{means.RowCount} components need as many covariances, not {covariances.Length}.");
        }

        int unfit = covariances.ToList().FindIndex(each => each.Dimension != means.ColumnCount || each.Shape != structure.Shape);
        return unfit >= 0
            ? new ValueFault(
                CovariancesArgument, $"Covariances here are {structure.Shape} and of dimension {means.ColumnCount}.", unfit)
            : structure.IsShared && !covariances.All(covariances[0].Equals)
            ? new ValueFault(CovariancesArgument, "Components of a tied mixture share one covariance.")
            : null;
    }

    private const string CovariancesArgument = "covariances";

    /// <summary>2⁵⁰⁰: differences from the data can still be divided by any standard deviation.</summary>
    private const double LargestMean = 3.273390607896142E+150;
}
