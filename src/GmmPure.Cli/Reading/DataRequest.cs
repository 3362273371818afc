using GmmPure.Cli.Kinds;
using GmmPure.Data;
using GmmPure.Families;

namespace GmmPure.Cli.Reading;

/// <summary>What the command line says about the data.</summary>
/// <param name="Path">A file of any kind that is read, FILE.npz:NAME for one of its arrays, or - for standard input.</param>
/// <param name="Options">How it is written, and which columns are what.</param>
internal sealed record DataRequest(string Path, ReadOptions Options)
{
    private const string ArchiveEnd = ".npz:";

    /// <summary>Whether it is said what weights count.</summary>
    public bool HasWeightKind { get; init; }

    /// <summary>Whether a model tells which columns there are, so that none can be left out or taken in.</summary>
    public bool IsOfModel { get; init; }

    /// <summary>Whether it does so by their names, whatever other columns there are.</summary>
    public bool IsByName { get; init; }

    /// <summary>What messages call the data.</summary>
    public string Name => InputFile.Name(Path);

    /// <summary>Which columns are what.</summary>
    public ColumnChoice Choice => Options.Columns;

    /// <summary>The file, and which of its arrays.</summary>
    public (string File, string? Array) Location
    {
        get
        {
            int end = Path.LastIndexOf(ArchiveEnd, StringComparison.OrdinalIgnoreCase);
            return end > 0 && !File.Exists(Path)
                ? (Path[..(end + ArchiveEnd.Length - 1)], Path[(end + ArchiveEnd.Length)..])
                : (Path, null);
        }
    }

    /// <summary>The same, with words read as a family's observations, if they are any.</summary>
    /// <param name="family">The family; Gaussian if it is null.</param>
    public DataRequest Of(string? family) => With(family switch
    {
        FamilyName.Categorical => WordReading.Categories,
        FamilyName.Bernoulli => WordReading.Truth,
        _ => WordReading.Refused,
    });

    /// <summary>The same, with words read as a model's observations: a model of categories has numbered its words.</summary>
    /// <param name="model">The model.</param>
    public DataRequest Of(IMixture model) => With(
        model.FamilyName is FamilyName.Categorical or FamilyName.Bernoulli ? WordReading.Truth : WordReading.Refused,
        [.. Family.CategoriesOf(model).Select(column => column.Words)]) with
    {
        IsOfModel = true,
        IsByName = !model.ColumnNames.SequenceEqual(FileColumns.Generate(model.Dimension).Names, StringComparer.Ordinal),
    };

    private DataRequest With(WordReading words, ImmutableArray<ImmutableArray<string>>? known = null) =>
        this with { Options = Options with { Words = words, KnownWords = known ?? [] } };

    /// <summary>What each of the file's columns is.</summary>
    public ColumnRoles Choose(FileColumns columns) => Roles(Choice, columns);

    /// <summary>What each of the file's columns is, by another choice.</summary>
    public ColumnRoles Roles(ColumnChoice choice, FileColumns columns) =>
        choice.Of(columns).Or(fault => throw ReadFaultText.Failure(fault, this));
}
