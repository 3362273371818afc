using System.Text;

namespace GmmPure.Cli.Reading;

/// <summary>Reading a file, or standard input, with every way it can fail turned into one line.</summary>
internal static class InputFile
{
    /// <summary>The path that stands for standard input.</summary>
    public const string StandardInput = "-";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What messages call a path.</summary>
    public static string Name(string path) => path is StandardInput ? "standard input" : path;

    /// <summary>Whether a path leads to standard input, by whatever name.</summary>
    public static bool IsStandardInput(string? path)
    {
        try
        {
            return path is StandardInput || (path is { Length: > 0 } && Descriptor.Of(path) is 0);
        }
        catch (IOException)
        {
            // Where it leads cannot be found out, which opening it will say.
            return false;
        }
    }

    /// <summary>The text of a stream: UTF-8, or what its byte order mark says.</summary>
    public static StreamReader Text(Stream stream) =>
        new(stream, StrictUtf8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);

    /// <summary>Reads a whole file.</summary>
    public static T Read<T>(Shell shell, string path, Func<Stream, T> read) => Guarded(path, () =>
    {
        using var stream = Open(shell, path);
        return read(stream);
    });

    /// <summary>Reads a file part by part, as parts are pulled.</summary>
    public static IEnumerable<T> ReadParts<T>(Shell shell, string path, Func<Stream, IEnumerable<T>> read)
    {
        using var stream = Guarded(path, () => Open(shell, path));
        using var parts = read(stream).GetEnumerator();
        while (Guarded(path, parts.MoveNext))
        {
            yield return parts.Current;
        }
    }

    private static T Guarded<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DecoderFallbackException)
        {
            throw FailureException.Input($"{Name(path)}: not UTF-8 text");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException && !MemoryFault.Is(error))
        {
            throw FailureException.Input($"{Name(path)}: {Reason(path, error)}");
        }
    }

    private static Stream Open(Shell shell, string path) => path is StandardInput ? shell.OpenInput() : Open(path);

    private static Stream Open(string path) => Descriptor.Of(path) switch
    {
        null => File.OpenRead(path),
        { } number when Descriptor.IsInherited(number) => Descriptor.Open(number, FileAccess.Read),
        _ => throw FailureException.Input($"{path}: is closed"),
    };

    private static string Reason(string path, Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such file",
        PathTooLongException => "the name is too long",
        UnauthorizedAccessException when Directory.Exists(path) => "is a directory",
        UnauthorizedAccessException => "permission denied",
        _ => $"cannot be read: {Display.WithoutPath(error.Message)}",
    };
}
