namespace GmmPure.Cli.Reading;

/// <summary>Data as a file gives them.</summary>
/// <param name="Data">The observation's columns with their names, and the row weights.</param>
/// <param name="Labels">The rows' labels, blank where one is missing; empty if no column holds any.</param>
/// <param name="Columns">All of the file's columns.</param>
/// <param name="HeaderLooksLikeData">Whether what was taken for a header consists of numbers only.</param>
internal sealed record FileData(
    Dataset Data, ImmutableArray<string> Labels, FileColumns Columns, bool HeaderLooksLikeData)
{
    /// <summary>What is odd about the file, if anything is.</summary>
    public string? Warning(DataRequest request) => HeaderLooksLikeData
        ? $"the first line of {request.Name} was taken for names, but holds numbers; is --no-header missing?"
        : null;
}
