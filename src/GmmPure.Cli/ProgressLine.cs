using Spectre.Console;

namespace GmmPure.Cli;

/// <summary>The line on a terminal that says how far a long computation is.</summary>
internal static class ProgressLine
{
    private const string ClearLinesAndShowCursor = "\r\u001b[K\u001b[1A\u001b[K\u001b[?25h";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits for the work to end; if that takes more than a second, shows how it goes.</summary>
    /// <param name="work">What is waited for.</param>
    /// <param name="describe">How far it is.</param>
    /// <param name="terminal">Where to show it.</param>
    /// <param name="interruption">Leaves the terminal as it was.</param>
    public static void Show(IAsyncResult work, Func<string> describe, TextWriter terminal, Interruption interruption)
    {
        if (work.AsyncWaitHandle.WaitOne(Patience))
        {
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.Yes,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(terminal),
        });
        using var registration = interruption.Token.Register(() => terminal.Write(ClearLinesAndShowCursor));
        console.Live(Line(describe)).AutoClear(true).Start(context =>
        {
            while (!work.AsyncWaitHandle.WaitOne(Refresh))
            {
                interruption.Guard(() => context.UpdateTarget(Line(describe)));
            }
        });
    }

    /// <summary>An empty line follows: to move up by no line means to a terminal to move up by one.</summary>
    private static Rows Line(Func<string> describe) =>
        new(new Text(Display.OneLine(describe())) { Overflow = Overflow.Ellipsis }, Text.Empty);
}
