namespace GmmPure.Cli.Reading;

/// <summary>What the command line says about the data.</summary>
/// <param name="Path">A CSV or .npy file, or - for standard input.</param>
/// <param name="HasHeader">Whether the first line names the columns.</param>
/// <param name="Choice">Which columns are what.</param>
internal sealed record DataRequest(string Path, bool HasHeader, ColumnChoice Choice)
{
    /// <summary>What messages call the data.</summary>
    public string Name => InputFile.Name(Path);

    /// <summary>What each of the file's columns is.</summary>
    public ColumnRoles Choose(FileColumns columns) => Choice.Of(columns, Name);
}
