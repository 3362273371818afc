using System.Text;

namespace GmmPure.Cli;

/// <summary>
/// The process's streams, in UTF-8 whatever the locale: results go to standard output, in one piece; everything else goes
/// to standard error, one line each.
/// </summary>
internal sealed class Shell : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly StreamWriter error = new(Console.OpenStandardError(), Utf8) { AutoFlush = true, NewLine = "\n" };

    public Shell()
    {
        Output = new StreamWriter(Console.OpenStandardOutput(), Utf8) { NewLine = "\n" };
        Interruption = new Interruption(Say);
    }

    public TextWriter Output { get; }

    public Interruption Interruption { get; }

    public void Print(string result)
    {
        try
        {
            Output.Write(result);
            Output.Flush();
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw FailureException.Input($"standard output: cannot be written: {failed.Message}");
        }
    }

    /// <summary>Says it on standard error; if nobody can hear it, the exit code still tells.</summary>
    public void Say(string message) => Quietly(() => error.WriteLine($"gmm: {Display.OneLine(message)}"));

    public void Warn(string message) => Say($"warning: {message}");

    public void Dispose()
    {
        Interruption.Dispose();
        Quietly(Output.Dispose);
        Quietly(error.Dispose);
    }

    private static void Quietly(Action action)
    {
        try
        {
            action();
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            // The stream is closed or full; there is nowhere left to say so.
        }
    }
}
