using System.CommandLine;
using GmmPure.Cli.Fitting;
using GmmPure.Cli.Options;
using GmmPure.Cli.Writing;
using GmmPure.Pictures;

namespace GmmPure.Cli.Reporting;

/// <summary><c>gmm report</c>: a fit as a page that steps through its iterations.</summary>
internal static class ReportCommand
{
    public static Command Create(Shell shell)
    {
        var start = new StartOptions();
        var page = FileOption.Output("--out", "Write the page, as HTML.");
        page.Required = true;
        var command = new Command("report", "Fit, and write a page that steps through the iterations.");
        start.AddTo(command);
        command.Options.Add(page);
        command.SetAction(parsed =>
        {
            var asked = start.Read(parsed);
            var request = asked with { Output = asked.Output with { Drawn = "report" } };
            string path = parsed.GetRequiredValue(page)!;
            Overwriting.Refuse("--out", path, ("the data", request.Data.Location.File), ("the model to start from", request.Start));
            return (int)Run(request, path, shell);
        });
        return command;
    }

    /// <summary>If every run is degenerate there is no page: no file is made then but for a history, which fit writes.</summary>
    private static ExitCode Run(FitRequest request, string path, Shell shell)
    {
        OutputFile.Check(path);
        var report = new FitReport(FitRun.Of(request, shell, postMortem: _ => { }), Trace: []);
        using var page = shell.Compute(
            () => $"writing {path}",
            () => OutputFile.Stage(path, [Page(report)], shell.Interruption));
        OutputFile.Send(page);
        string result = request.Output.IsJson ? FitJson.Of(report) + "\n" : FitText.Of(report);
        OutputFile.Commit(shell.Interruption, () => shell.Print(result), page);
        shell.Warn(FitWarnings.Of(report));
        return ExitCode.Done;
    }

    private static string Page(FitReport report) => ReportPage.Of(
        report.Input.Data,
        report.Run.GaussianHistory,
        report.Fit.Attempts.Select(attempt => new ReportedRun(
            attempt.Run.Seed,
            attempt.Run.Last.LogLikelihood,
            attempt.Run.Last.Index,
            OutcomeText.Of(attempt),
            ReferenceEquals(attempt, report.Fit.Kept))),
        Picture.Title(report.Request.Data.Path),
        report.Reason);
}
