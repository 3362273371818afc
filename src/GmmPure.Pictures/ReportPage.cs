using GmmPure.Pictures.Pages;

namespace GmmPure.Pictures;

/// <summary>One of the runs of a fit, as the page's table tells it.</summary>
/// <param name="Seed">The seed of its start.</param>
/// <param name="LogLikelihood">Where it ended.</param>
/// <param name="Iterations">After how many iterations.</param>
/// <param name="Outcome">How it ended, in words.</param>
/// <param name="IsKept">Whether it is the one whose history the page shows.</param>
public sealed record ReportedRun(long Seed, double LogLikelihood, int Iterations, string Outcome, bool IsKept)
{
    /// <summary>How it ended, in words.</summary>
    public string Outcome { get; init => field = Given.Value(value); } = Given.Value(Outcome);
}

/// <summary>
/// One self-contained page of HTML that steps through the iterations of a fit: the data, coloured by their responsibilities,
/// the components, every parameter, and the log-likelihood. It needs no network. The same input gives the same text.
/// </summary>
public static class ReportPage
{
    /// <summary>The most points that the page holds and shows; only the drawing is thinned, never what is computed.</summary>
    public const int MostPoints = 2000;

    /// <summary>The most runs that the table shows; the one that is kept is always among them.</summary>
    public const int MostRuns = 200;

    /// <summary>The page of a history.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="history">One or more iterations on these data, in their order.</param>
    /// <param name="runs">The runs of which the history is one, in the order of the table.</param>
    /// <param name="title">What to write above it: the name of the data.</param>
    /// <param name="ending">Why the history ends, in words.</param>
    /// <exception cref="ArgumentException">There are no iterations, or the columns do not fit.</exception>
    public static string Of(
        Dataset data, IEnumerable<Iteration<GaussianMixture>> history, IEnumerable<ReportedRun> runs, string title = "", string ending = "")
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(ending);
        ImmutableArray<Iteration<GaussianMixture>> iterations = [.. history];
        if (iterations.IsEmpty)
        {
            throw new ArgumentException("There is no iteration to show.", nameof(history));
        }

        Panels.Columns.Check(data, iterations[0].Model);
        var content = PageContent.Of(data, iterations);
        return PageText.Of(content, [.. runs], title.Length > 0 ? title : "A mixture, iteration by iteration", ending);
    }
}
