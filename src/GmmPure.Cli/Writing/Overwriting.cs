using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Writing;

/// <summary>Refuses to write a file over one that is read.</summary>
internal static class Overwriting
{
    /// <summary>Throws if one of the files to be read would be lost.</summary>
    /// <param name="option">The option that names the file to write.</param>
    /// <param name="path">That file, if there is one.</param>
    /// <param name="inputs">What is read, and from where.</param>
    public static void Refuse(string option, string? path, params ReadOnlySpan<(string What, string? Path)> inputs)
    {
        foreach (var (what, input) in inputs)
        {
            if (IsSame(path, input))
            {
                throw FailureException.CommandLine($"{option} would overwrite {what}");
            }
        }
    }

    /// <summary>
    /// Whether a file to write is the same as another, to be written or read, through whatever links and from whatever a shell
    /// has opened; a device is not a file.
    /// </summary>
    public static bool IsSame(string? output, string? other) =>
        output is not null
        && other is not null
        && !Device.Is(output)
        && string.Equals(
            RealPath.Of(output),
            RealPath.Of(other is InputFile.StandardInput ? "/dev/stdin" : other),
            StringComparison.Ordinal);
}
