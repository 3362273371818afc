namespace GmmPure.Cli.Fitting;

/// <summary>A kind of start by its name, which <c>--init</c> takes too; of a start that is given, that it is.</summary>
internal static class StartText
{
    public static string Of(StartKind kind) => kind switch
    {
        StartKind.KMeans => "kmeans++",
        StartKind.WhitenedKMeans => "whitened",
        StartKind.Hierarchical => "hierarchical",
        StartKind.NearestRows => "rows",
        StartKind.Random => "random",
        StartKind.Swap => "swap",
        _ => "given",
    };

    /// <summary>The kind of a name; null if there is none.</summary>
    public static StartKind? KindOf(string name) =>
        SearchOptions.Default.Kinds.Cast<StartKind?>().FirstOrDefault(kind => string.Equals(Of(kind!.Value), name, StringComparison.Ordinal));
}
