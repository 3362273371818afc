using System.Text;

namespace GmmPure.Cli.Reading;

/// <summary>Reading a text file, or standard input, with every way it can fail turned into one line.</summary>
internal static class InputFile
{
    /// <summary>The path that stands for standard input.</summary>
    public const string StandardInput = "-";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What messages call a path.</summary>
    public static string Name(string path) => path is StandardInput ? "standard input" : path;

    /// <summary>Reads a whole text: UTF-8, or what its byte order mark says.</summary>
    public static T Read<T>(string path, Func<TextReader, T> read)
    {
        try
        {
            using var reader = new StreamReader(Open(path), StrictUtf8, detectEncodingFromByteOrderMarks: true);
            return read(reader);
        }
        catch (DecoderFallbackException)
        {
            throw FailureException.Input($"{Name(path)}: not UTF-8 text");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw FailureException.Input($"{Name(path)}: {Reason(path, error)}");
        }
    }

    private static Stream Open(string path) => path switch
    {
        "" => throw FailureException.CommandLine("the name of a file is empty"),
        StandardInput => Console.OpenStandardInput(),
        _ => File.OpenRead(path),
    };

    private static string Reason(string path, Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such file",
        UnauthorizedAccessException when Directory.Exists(path) => "is a directory",
        UnauthorizedAccessException => "permission denied",
        _ => $"cannot be read: {error.Message}",
    };
}
