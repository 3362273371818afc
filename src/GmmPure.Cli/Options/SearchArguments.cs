using System.CommandLine;
using GmmPure.Cli.Fitting;

namespace GmmPure.Cli.Options;

/// <summary>How to search for the best fit: the options that <c>fit</c> and <c>select</c> have in common.</summary>
/// <param name="takesOneStart">Whether a start may be given, of which one run is enough.</param>
internal sealed class SearchArguments(bool takesOneStart)
{
    private const int DefaultRestarts = 10;
    private const int MostRestarts = 1_000_000;
    private const double DefaultTolerance = 1e-8;
    private const int DefaultMaxIterations = 1000;

    private readonly Option<long?> seed = NumberOption.Seed();

    private readonly Option<int?> restarts = NumberOption.Count(
        "--restarts",
        "R",
        1,
        "From several kinds of starts, about the time of so many full runs; from one kind, so many runs. The best is kept. "
        + $"{DefaultRestarts} by default{(takesOneStart ? ", 1 with --start or labels" : string.Empty)}.",
        MostRestarts);

    private readonly Option<double?> tolerance = NumberOption.NonNegative(
        "--tolerance",
        "T",
        "Stop when an iteration gains at most this much log-likelihood per sample, or with a ridge changes it by no more; "
        + "1e-8 by default, 0 never stops early.");

    private readonly Option<int?> maxIterations = NumberOption.Count(
        "--max-iterations", "M", 0, $"At most so many EM iterations after the start; {DefaultMaxIterations} by default.");

    private readonly Option<double?> ridge = NumberOption.NonNegative(
        "--ridge", "E", "Added to every covariance's diagonal in the M-step; the log-likelihood may then fall. 0 by default.", EmOptions.LargestRidge);

    private readonly Option<int?> threads = NumberOption.Count(
        "--threads", "N", 1, "Worker threads; all cores by default. They change no bit of any result.");

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { seed, restarts, tolerance, maxIterations, ridge, threads })
        {
            command.Options.Add(option);
        }
    }

    /// <param name="parsed">What was typed.</param>
    /// <param name="init">How starts are made; null if nothing is said of it.</param>
    /// <param name="isOneStart">Whether every run would start alike.</param>
    public FitOptions Read(ParseResult parsed, InitMethod? init, bool isOneStart = false)
    {
        int runs = parsed.GetValue(restarts) ?? (isOneStart ? 1 : DefaultRestarts);
        if (isOneStart && runs > 1)
        {
            throw FailureException.CommandLine(
                "--restarts cannot be more than 1 with --start or labels: every run would be the same");
        }

        var search = new SearchOptions { Seed = parsed.GetValue(seed) ?? NumberOption.DefaultSeed, Restarts = runs };
        double gain = parsed.GetValue(tolerance) ?? DefaultTolerance;
        return new FitOptions
        {
            Search = init?.Only is { } kind ? search with { Kinds = [kind], IsExhaustive = true } : search,
            Convergence = gain > 0 ? Convergence.GainPerSample(gain) : null,
            MaxIterations = parsed.GetValue(maxIterations) ?? DefaultMaxIterations,
            Em = new EmOptions
            {
                Ridge = parsed.GetValue(ridge) ?? 0,
                Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
            },
        };
    }
}
