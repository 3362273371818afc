namespace GmmPure.Cli.Writing;

/// <summary>Lines that are a command's result: for standard output, or for a file.</summary>
internal static class Result
{
    /// <summary>Writes them to the file, whole or not at all, or without a path to standard output.</summary>
    public static void Write(Shell shell, string? path, IEnumerable<string> lines)
    {
        if (path is not null)
        {
            using var file = shell.Compute(() => $"writing {path}", () => OutputFile.Stage(path, lines, shell.Interruption));
            OutputFile.Send(file);
            OutputFile.Commit(shell.Interruption, file);
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

    /// <summary>Says what is odd, if anything is.</summary>
    public static void Warn(Shell shell, string? warning)
    {
        if (warning is not null)
        {
            shell.Warn(warning);
        }
    }
}
