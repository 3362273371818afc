using System.Text;
using GmmPure.Cli.Writing;

namespace GmmPure.Cli;

/// <summary>
/// What a command has to do with the world: the standard streams, in UTF-8 whatever the locale, and signals. Results go to
/// standard output; everything else goes to standard error, one line each.
/// </summary>
internal sealed class Shell : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Stream? input;
    private readonly StreamWriter? output;
    private readonly TextWriter? error;
    private readonly bool isTerminal;

    /// <param name="input">Standard input; null if it is closed, as are the others.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="isTerminal">Whether somebody watches standard error.</param>
    public Shell(Stream? input, Stream? output, Stream? error, bool isTerminal)
    {
        this.input = input;
        this.output = output is null ? null : new StreamWriter(output, Utf8, bufferSize: 1 << 16) { NewLine = "\n" };
        this.error = error is null
            ? null
            : TextWriter.Synchronized(new StreamWriter(error, Utf8) { AutoFlush = true, NewLine = "\n" });
        this.isTerminal = isTerminal && error is not null;
        Interruption = new Interruption(Say);
    }

    public Interruption Interruption { get; }

    /// <summary>The shell of this process.</summary>
    public static Shell OfProcess() => new(
        StandardStreams.Input,
        StandardStreams.Output,
        StandardStreams.Error,
        isTerminal: !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "dumb"));

    /// <summary>Standard input, to be read once.</summary>
    public Stream OpenInput() => input ?? throw FailureException.Input("standard input: is closed");

    /// <summary>
    /// Writes a result to standard output. A reader who has seen enough and gone (<c>| head</c>) is no failure.
    /// </summary>
    public void Print(Action<TextWriter> write)
    {
        if (output is null)
        {
            throw FailureException.Input("standard output: is closed");
        }

        try
        {
            write(output);
            output.Flush();
        }
        catch (IOException gone) when (WriteError.HasNoReader(gone))
        {
            // What is buffered is for nobody.
        }
        catch (Exception failed) when (WriteError.Is(failed))
        {
            throw FailureException.Input($"standard output: {WriteError.Reason(failed)}");
        }
    }

    public void Print(string result) => Print(writer => writer.Write(result));

    /// <summary>Says it on standard error; if nobody can hear it, the exit code still tells.</summary>
    public void Say(string message) => Quietly(() => error?.WriteLine($"gmm: {Display.OneLine(message)}"));

    /// <summary>Says what is odd, if anything is.</summary>
    public void Warn(string? message)
    {
        if (message is not null)
        {
            Say($"warning: {message}");
        }
    }

    /// <summary>Warns of each, in a line of its own.</summary>
    public void Warn(IEnumerable<string> messages)
    {
        foreach (string message in messages)
        {
            Warn(message);
        }
    }

    /// <summary>Computes something that may take long: on a terminal, a line says how far it is.</summary>
    /// <param name="describe">How far it is; asked from another thread.</param>
    /// <param name="work">What to compute.</param>
    public T Compute<T>(Func<string> describe, Func<T> work)
    {
        if (!isTerminal)
        {
            return work();
        }

        var task = Task.Run(work);
        ProgressLine.Show(task, describe, error!, Interruption);
        return task.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        Interruption.Dispose();
        Quietly(() => output?.Dispose());
        Quietly(() => error?.Dispose());
    }

    private static void Quietly(Action action)
    {
        try
        {
            action();
        }
        catch (Exception closed) when (WriteError.Is(closed))
        {
            // The stream is closed or full; there is nowhere left to say so.
        }
    }
}
