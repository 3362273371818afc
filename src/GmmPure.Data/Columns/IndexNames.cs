namespace GmmPure.Data;

/// <summary>Names of columns that number rows, as programs and people give them.</summary>
internal static class IndexNames
{
    private static readonly ImmutableHashSet<string> Usual = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "id", "ids", "uid", "index", "idx", "nr", "no", "row", "rowid", "rownr", "rowno", "rownumber", "rowindex", "rowname", "rownames");

    private static readonly ImmutableArray<string> Beginnings = ["Unnamed: ", "__index_level_"];

    /// <summary>Whether a name is one: a usual one, one that a program gives, or one that ends in id.</summary>
    public static bool Has(string name) =>
        Usual.Contains(name.Replace(".", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal))
        || OfPrograms(name)
        || name is [.., ' ' or '_' or '.' or '-', 'i' or 'I', 'd' or 'D']
        || (name is [.., var before, 'I', 'd' or 'D'] && char.IsAsciiLetterLower(before));

    /// <summary>Whether a program gives such a name to numbers of rows.</summary>
    public static bool OfPrograms(string name) => Beginnings.Any(beginning => name.StartsWith(beginning, StringComparison.Ordinal));
}
