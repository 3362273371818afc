namespace GmmPure.Cli.Writing;

/// <summary>What the system says when something cannot be written.</summary>
internal static class WriteError
{
    private const int BrokenPipe = 32;

    /// <summary>Whether that is what went wrong.</summary>
    public static bool Is(Exception error) => error is IOException or UnauthorizedAccessException || IsTooLarge(error);

    /// <summary>Whether nobody reads any more (EPIPE).</summary>
    public static bool HasNoReader(Exception error) =>
        !OperatingSystem.IsWindows() && error is IOException { HResult: BrokenPipe };

    /// <summary>The cause in words.</summary>
    public static string Reason(Exception error) => error switch
    {
        DirectoryNotFoundException or FileNotFoundException => "there is no such directory",
        UnauthorizedAccessException => "cannot be written: permission denied",
        PathTooLongException => "the name is too long",
        _ when IsTooLarge(error) => "cannot be written: the file would be larger than is allowed",
        _ => $"cannot be written: {Display.WithoutPath(error.Message)}",
    };

    /// <summary>What .NET makes of EFBIG: beyond what the user may write, or the file system can hold.</summary>
    private static bool IsTooLarge(Exception error) => error is ArgumentOutOfRangeException { ParamName: "value" };
}
