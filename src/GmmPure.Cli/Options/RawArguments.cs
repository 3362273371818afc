using System.Text.Unicode;

namespace GmmPure.Cli.Options;

/// <summary>The words of the command line as the system has them: .NET decodes them, and what is not UTF-8 is lost.</summary>
internal static class RawArguments
{
    private const string Path = "/proc/self/cmdline";

    /// <summary>What stands for bytes that are not UTF-8.</summary>
    private const char Replacement = '\ufffd';

    /// <summary>Whether a word is not what was typed. It may be, and hold that very character.</summary>
    public static bool IsLost(string word) =>
        word.Contains(Replacement, StringComparison.Ordinal) && File.Exists(Path) && !Utf8.IsValid(File.ReadAllBytes(Path));

    /// <summary>Whether what a path leads to has a name that .NET cannot say, though the path itself can be said.</summary>
    public static bool IsLost(string path, string real) =>
        real.Contains(Replacement, StringComparison.Ordinal) && !path.Contains(Replacement, StringComparison.Ordinal);
}
