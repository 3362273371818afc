namespace GmmPure.Cli.Options;

/// <summary>Refuses to write a file over one that is read.</summary>
internal static class OverwriteCheck
{
    /// <param name="option">The option that names the file to write.</param>
    /// <param name="path">That file, if there is one.</param>
    /// <param name="inputs">What is read, and from where.</param>
    public static void Of(string option, string? path, params ReadOnlySpan<(string What, string? Path)> inputs)
    {
        foreach (var (what, input) in inputs)
        {
            if (FileOption.Same(path, input))
            {
                throw FailureException.CommandLine($"{option} would overwrite {what}");
            }
        }
    }
}
