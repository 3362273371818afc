using System.Diagnostics;
using System.Globalization;

namespace GmmPure.Benchmarks.Fits;

/// <summary>Whole fits, from the start of a process to the model in its file, beside the same in scikit-learn.</summary>
internal static class FitTable
{
    private const int Width = 16;

    /// <param name="python">What runs scikit-learn, if it is there.</param>
    public static void Print(string? python)
    {
        using var folder = new WorkFolder();
        var table = new MarkdownTable(
            "Seconds from the start of a process to the model written (one start by k-means, full covariance, all cores; "
            + "imports and reading included), medians of runs that take turns:",
            new("data", Width, IsText: true), new("K", 2), new("iterations"), new("runs"), new("gmm fit"), new("scikit-learn"), new("how often ours"));
        foreach (var job in FitJob.All(folder))
        {
            var (ours, theirs) = Measure(job, python, folder.PathOf("model"));
            table.Row(
                job.Name, $"{job.Components}", $"{job.Iterations}", $"{job.Rounds}", $"{ours:F2}",
                python is null ? "–" : $"{theirs:F2}", python is null ? "–" : $"{theirs / ours:F1}×");
        }
    }

    private static (double Ours, double Theirs) Measure(FitJob job, string? python, string model)
    {
        var rounds = Enumerable.Range(0, job.Rounds).Select(_ => (
            Ours: Timing.Seconds(() => Run("dotnet", Gmm(job, model), model)),
            Theirs: python is null ? double.NaN : Timing.Seconds(() => Run(python, ScikitLearn(job, model), model)))).ToArray();
        return (rounds.Select(round => round.Ours).Median(), rounds.Select(round => round.Theirs).Median());
    }

    private static string[] Gmm(FitJob job, string model) =>
    [
        Command, "fit", job.Data, "-k", Text(job.Components), "--seed", "1", "--restarts", "1",
        "--max-iterations", Text(job.Iterations), "--tolerance", "0", "--out", model,
    ];

    private static string[] ScikitLearn(FitJob job, string model) =>
    [
        Path.Combine(AppContext.BaseDirectory, "Fits", "scikit_learn_fit.py"),
        job.Data, Text(job.Components), Text(job.Iterations), model,
    ];

    /// <summary>The command where its own project builds it, in the configuration and for the framework of this program.</summary>
    private static string Command
    {
        get
        {
            var framework = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
            string root = Path.Combine(framework.FullName, "..", "..", "..", "..", "..");
            return Path.GetFullPath(
                Path.Combine(root, "src", "GmmPure.Cli", "bin", framework.Parent!.Name, framework.Name, "gmm.dll"));
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Run(string program, string[] arguments, string model)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var complaint = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0 || !File.Exists(model))
        {
            throw new InvalidOperationException(complaint.Result);
        }

        File.Delete(model);
    }
}
