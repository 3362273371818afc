namespace GmmPure.Cli.Writing;

/// <summary>Lines that are a command's result: for standard output, or for a file.</summary>
internal static class Result
{
    /// <summary>Writes them to the file, whole or not at all, or without a path to standard output.</summary>
    public static void Write(Shell shell, string? path, IEnumerable<string> lines)
    {
        if (path is not null)
        {
            OutputFile.Write(path, lines, shell);
            return;
        }

        shell.Print(writer =>
        {
            foreach (string line in lines)
            {
                writer.WriteLine(line);
            }
        });
    }
}
