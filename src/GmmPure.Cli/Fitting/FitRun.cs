using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Fitting;

/// <summary>A fit that came to something: what was asked and fitted, every restart, and the one that is kept.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Input">What was fitted.</param>
/// <param name="Result">All starts that were tried.</param>
/// <param name="Best">The one that is kept.</param>
internal sealed record FitRun(FitRequest Request, FitInput Input, FitResult Result, Attempt<IMixture> Best)
{
    /// <summary>The history of the kept run, computed anew, once: the search did not keep it, and it comes out the same.</summary>
    public IEnumerable<Iteration<IMixture>> History { get; } = HistoryOf(Best, Input, Request).Memoize();

    /// <summary>The Gaussian mixture that is kept, where it is one.</summary>
    public GaussianMixture Mixture => (GaussianMixture)Best.Run.Last.Model;

    /// <summary>The history of the kept run, where it is one of Gaussian mixtures.</summary>
    public IEnumerable<Iteration<GaussianMixture>> GaussianHistory => History.Select(each => each.Cast<GaussianMixture>());

    /// <summary>Reads and fits, or fails with what is wrong.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="shell">Where input is, and who watches.</param>
    /// <param name="postMortem">Takes the history of the first run, before a failure, if every one is degenerate.</param>
    public static FitRun Of(FitRequest request, Shell shell, Action<IEnumerable<Iteration<IMixture>>> postMortem)
    {
        var input = shell.Compute(() => $"reading {request.Data.Name}", () => FitInput.Read(request, shell));
        if (FitFailure.NoStart(input, request) is { } reason)
        {
            postMortem([]);
            throw FailureException.Degenerate(reason);
        }

        var result = Fit(input, request, shell);
        if (result.Best is { } best)
        {
            return new FitRun(request, input, result, best);
        }

        if (result.Attempts.IsEmpty)
        {
            throw FailureException.Degenerate(FitFailure.Start(input, request));
        }

        postMortem(HistoryOf(result.Attempts[0], input, request));
        throw FailureException.Degenerate(FitFailure.Degenerate(result, input, request));
    }

    private static FitResult Fit(FitInput input, FitRequest request, Shell shell)
    {
        var progress = new FitProgress();
        var result = shell.Compute(progress.Describe, () => FitResult.Of(input, request.Search, progress));
        string start = request.Start is { } file ? InputFile.Name(file) : "the start";
        return result.Unreachable is { } row
            ? throw FailureException.Unreachable(row.Row, row.Label, request.Data.Name, start, input.Kind.IsGaussian)
            : result;
    }

    private static IEnumerable<Iteration<IMixture>> HistoryOf(Attempt<IMixture> attempt, FitInput input, FitRequest request) =>
        FitResult.History(input, request.Search with { Restarts = 1 }, attempt.Start);
}
