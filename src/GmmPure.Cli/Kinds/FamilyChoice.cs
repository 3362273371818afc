using GmmPure.Data;

namespace GmmPure.Cli.Kinds;

/// <summary>What the command line says of the family to fit.</summary>
/// <param name="Name">The family, if given.</param>
/// <param name="Trials">The trials of a binomial family, if given.</param>
/// <param name="Structure">The covariance structure, if given.</param>
internal sealed record FamilyChoice(string? Name, int? Trials, CovarianceStructure? Structure)
{
    private string Family => Name ?? FamilyName.Gaussian;

    /// <summary>What does not go together, in words; null if all does.</summary>
    /// <param name="hasRidge">Whether a ridge is added.</param>
    /// <param name="hasStart">Whether a model to start from tells the rest.</param>
    public string? Contradiction(bool hasRidge, bool hasStart) => this switch
    {
        { Structure: not null } when Family is not FamilyName.Gaussian => $"--family {Family} takes no --covariance",
        { Trials: not null } when Family is not FamilyName.Binomial && !(hasStart && Name is null) => $"--family {Family} takes no --trials",
        { Trials: null } when Family is FamilyName.Binomial && !hasStart => $"--family {Family} needs --trials N",
        _ when hasRidge && Family is not (FamilyName.Gaussian or FamilyName.Normal) => $"--family {Family} takes no --ridge",
        _ => null,
    };

    /// <summary>What contradicts a model to start from, in words; null if nothing does.</summary>
    /// <param name="start">The model.</param>
    /// <param name="file">Its file.</param>
    public string? Contradiction(IMixture start, string file) => start switch
    {
        _ when Name is not null && !IsNamed(start.FamilyName) =>
            $"--family {Name} contradicts --start {file}, which is {start.FamilyName}",
        GaussianMixture gaussian when Structure is { } structure && structure != gaussian.Structure =>
            $"--covariance {structure.Name} contradicts --start {file}, which is {gaussian.Structure.Name}",
        not GaussianMixture when Structure is { } structure =>
            $"--covariance {structure.Name} contradicts --start {file}, which is {start.FamilyName}",
        _ when Trials is { } trials && (start as Families.Mixture<Families.Binomial>)?.Components[0].Trials != trials =>
            $"--trials {trials} contradicts --start {file}",
        _ => null,
    };

    /// <summary>Whether a family is the one named; a normal one is Gaussian.</summary>
    private bool IsNamed(string family) =>
        string.Equals(Name is FamilyName.Normal ? FamilyName.Gaussian : Name, family, StringComparison.Ordinal);

    /// <summary>The kind of mixtures of the data that is chosen.</summary>
    /// <param name="read">N×D, as they were read.</param>
    /// <param name="file">What messages call the data.</param>
    public Kind KindFor(ReadData read, string file) => Family switch
    {
        FamilyName.Gaussian => Kind.Gaussian(Structure ?? CovarianceStructure.Full),
        FamilyName.Normal when read.Data.Dimension == 1 => Kind.Gaussian(CovarianceStructure.Full),
        FamilyName.Normal => throw FailureException.Input(
            $"{file}: normal takes one column, of {Display.Names(read.Data.ColumnNames)}; choose with --columns, or --family gaussian"),
        _ => FamilyOfName.Of(Family, Trials, read, file),
    };
}
