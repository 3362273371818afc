namespace GmmPure.Cli.Models;

/// <summary>A mixture of Gaussians: the core's.</summary>
/// <param name="Mixture">K components in D dimensions.</param>
internal sealed record GaussianModel(GaussianMixture Mixture) : IModel
{
    public IKind Kind => new GaussianKind(Mixture.Structure);

    public int ComponentCount => Mixture.ComponentCount;

    public int Dimension => Mixture.Dimension;

    public ImmutableArray<string> ColumnNames => Mixture.ColumnNames;

    public long FreeParameters => Mixture.FreeParameters;

    public (int One, int Other)? Twins => Models.Twins.In(ComponentCount, AreNear);

    public IModel WithColumnNames(ImmutableArray<string> names) => new GaussianModel(Mixture.WithColumnNames(names));

    public EStepResult EStep(Dataset data) => Em.EStep(data, Mixture);

    public double LogLikelihood(Dataset data) => Mixture.LogLikelihood(data);

    public ImmutableArray<double> LogDensities(Dataset data) => Mixture.LogDensities(data);

    public IEnumerable<Draw> Draws(long seed) => Mixture.Draws(seed);

    public IEnumerable<FitStep> Iterate(Dataset data, EmVariant variant, EmOptions options) =>
        Em.Iterate(data, Mixture, variant, options).Select(iteration => new GaussianStep(iteration));

    public string ToTable() => GaussianTable.Of(Mixture);

    public string ToJson() => Mixture.ToJson();

    private bool AreNear(int one, int other)
    {
        var (left, right) = (Mixture.Covariances[one], Mixture.Covariances[other]);
        return Enumerable.Range(0, Dimension).All(i =>
            Math.Abs(Mixture.Means[one, i] - Mixture.Means[other, i]) <= Models.Twins.Near * left.StandardDeviation(i)
            && (ReferenceEquals(left, right) || Enumerable.Range(0, i + 1).All(j =>
                Math.Abs(left[i, j] - right[i, j])
                <= Models.Twins.Near * left.StandardDeviation(i) * left.StandardDeviation(j))));
    }
}
