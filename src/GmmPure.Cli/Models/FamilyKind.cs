using GmmPure.Cli.Reading;
using GmmPure.Families;

namespace GmmPure.Cli.Models;

/// <summary>Mixtures of another family.</summary>
/// <param name="Distributions">The family.</param>
/// <param name="Notation">How its distributions are written.</param>
internal sealed record FamilyKind<TDistribution>(IFamily<TDistribution> Distributions, Notation<TDistribution> Notation) : IFamilyKind
    where TDistribution : notnull, IEquatable<TDistribution>
{
    public string Family => Distributions.Name;

    public string Remedies => "fewer components (-k)";

    public string Describe(int components) => Display.Count(components, $"{Family} component");

    public void Check(Dataset data, int components, string file) => SupportCheck.Refuse(Distributions, data, file);

    /// <summary>Where all data together have an estimate, so has, but for rounding, every share of them in which each row counts.</summary>
    public string? WhyNoComponent(Dataset data) => Em.MStep(data, Responsibilities.FromLabels(new int[data.Count], 1), Distributions)
        .Match<string?>(_ => null, cause => EstimateFault.Words(cause, data));

    public IModel KMeansPlusPlus(Dataset data, int components, long seed, EmOptions options) =>
        Start(Initial.TryKMeansPlusPlus(data, Distributions, components, seed), data, seed);

    public IModel Random(Dataset data, int components, long seed, EmOptions options) =>
        Start(Initial.TryRandom(data, Distributions, components, seed), data, seed);

    public Outcome<IModel, Degeneracy> FromLabels(Dataset data, ImmutableArray<int?> labels, EmOptions options) =>
        Initial.TryFromLabels(data, Distributions, labels)
            .Map<IModel>(Of);

    public string? WhyDegenerate(Dataset data, string cause, double ridge) => null;

    public IModel Read(JsonMembers members, ImmutableArray<string> columns) =>
        Of(FamilyJsonReader.Read(members, columns, Distributions, Notation));

    private FamilyModel<TDistribution> Start(Outcome<Mixture<TDistribution>, Degeneracy> start, Dataset data, long seed) =>
        Of(start.Or(cause => throw FailureException.Degenerate(FormattableString.Invariant(
            $"the start of seed {seed} is degenerate: {DegeneracyText.Of(cause, data.ColumnNames)}; try another --seed, {Remedies}"))));

    private FamilyModel<TDistribution> Of(Mixture<TDistribution> mixture) => new(mixture, Notation);
}
