using GmmPure.Families;

namespace GmmPure.Cli.Models;

/// <summary>A mixture of another family.</summary>
/// <param name="Mixture">K components.</param>
/// <param name="Notation">How its components are written.</param>
internal sealed record FamilyModel<TDistribution>(
    Mixture<TDistribution> Mixture, Notation<TDistribution> Notation) : IModel
    where TDistribution : notnull, IEquatable<TDistribution>
{
    public IKind Kind => new FamilyKind<TDistribution>(Mixture.Family, Notation);

    public int ComponentCount => Mixture.ComponentCount;

    public int Dimension => Mixture.Dimension;

    public ImmutableArray<string> ColumnNames => Mixture.ColumnNames;

    public long FreeParameters => Mixture.FreeParameters;

    public (int One, int Other)? Twins => Models.Twins.In(ComponentCount, AreNear);

    public IModel WithColumnNames(ImmutableArray<string> names) => this with { Mixture = Mixture.WithColumnNames(names) };

    public EStepResult EStep(Dataset data) => Em.EStep(data, Mixture);

    public double LogLikelihood(Dataset data) => Mixture.LogLikelihood(data);

    public ImmutableArray<double> LogDensities(Dataset data) => Mixture.LogDensities(data);

    public IEnumerable<Draw> Draws(long seed) => Mixture.Draws(seed);

    public IEnumerable<FitStep> Iterate(Dataset data, EmVariant variant, EmOptions options) =>
        Em.Iterate(data, Mixture, variant).Select(iteration => new FamilyStep<TDistribution>(iteration, this, data.Count, variant));

    public string ToTable() => FamilyTable.Of(Mixture, ColumnNames);

    public string ToJson() => FamilyJson.Model(this);

    /// <summary>Whether every parameter is, in units of the error that one observation leaves of it.</summary>
    private bool AreNear(int one, int other) =>
        Mixture.Family.Parameters(Mixture.Components[one], 1)
            .Zip(Mixture.Family.Parameters(Mixture.Components[other], 1))
            .All(pair => Math.Abs(pair.First.Value - pair.Second.Value) <= Models.Twins.Near * (pair.First.StandardError ?? 0));
}
