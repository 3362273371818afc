using System.CommandLine;
using GmmPure.Cli.Reading;
using Exact = GmmPure.Textbook.BigFloat<GmmPure.Textbook.Bits256>;

namespace GmmPure.Cli.Verifying;

/// <summary><c>gmm verify</c>: read, recompute in high precision, compare.</summary>
internal static class VerifyCommand
{
    /// <summary>The precision of the recomputation.</summary>
    public static int Bits => GmmPure.Textbook.Bits256.Bits;

    public static Command Create(Shell shell)
    {
        var command = new Command("verify", "Recompute a history in high precision, and tell how many digits agree.");
        var options = new VerifyOptions();
        options.AddTo(command);
        command.SetAction(parsed => (int)Run(options.Read(parsed), shell));
        return command;
    }

    private static ExitCode Run(VerifyRequest request, Shell shell)
    {
        var input = shell.Compute(() => $"reading {InputFile.Name(request.History)} and {request.Data.Name}", () => VerifyInput.Read(request, shell));
        var history = Exactly(input.History);
        var deviation = Deviation.FromNames(request.Deviations, input.History.Head.Ridge)!;
        var report = Verify(input, history, deviation, request, shell);
        shell.Print(request.IsJson ? VerificationJson.Of(report) + "\n" : VerificationText.Of(report));
        shell.Warn(input.Warning);
        return !report.Agrees ? throw FailureException.Diverged(VerificationText.Fault(report))
            : report.Worst is null ? throw FailureException.Input(
                $"{input.History.Name}: there is nothing to compare: one line only, without a log-likelihood or effective counts")
            : ExitCode.Done;
    }

    private static ImmutableArray<Found<Exact>> Exactly(History history) =>
    [
        .. history.Lines.Select(line => Found<Exact>.Of(line, history.Head.Structure).Or(component =>
            throw FailureException.Input(
                $"{history.Name}: line {line.Index + 1}: \"{CovarianceLayout.Member}\": component {component}: "
                + "the matrix is not positive definite"))),
    ];

    private static VerificationReport Verify(
        VerifyInput input, ImmutableArray<Found<Exact>> history, Deviation deviation, VerifyRequest request, Shell shell)
    {
        int done = 0;
        return shell.Compute(
            () => $"verifying: {done} of {Display.Count(history.Length, "line")}",
            () =>
            {
                var subject = Subject<Exact>.Of(input.Data);
                var verification = new Verification<Exact>(subject, deviation, request.Digits);
                var verdicts = ImmutableArray.CreateBuilder<LineVerdict>(history.Length);
                foreach (var verdict in request.IsStep ? verification.ByStep(history) : verification.FromStart(history))
                {
                    verdicts.Add(verdict);
                    Interlocked.Increment(ref done);
                }

                var report = new VerificationReport(input, request, deviation, verdicts.DrainToImmutable(), Hint: null);
                return report.First is { } first
                    ? report with { Hint = Hint.Find(history, first.Iteration, subject, deviation, request.Digits) }
                    : report;
            });
    }
}
