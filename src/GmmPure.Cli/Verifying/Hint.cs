using System.Globalization;
using System.Numerics;
using GmmPure.Textbook;

namespace GmmPure.Cli.Verifying;

/// <summary>What would make a history agree where it first diverges.</summary>
/// <param name="Deviation">How the software seems to deviate.</param>
/// <param name="IsStep">Whether each line agrees with the one before it as it is, so that the difference has only grown.</param>
internal sealed record Hint(Deviation Deviation, bool IsStep)
{
    /// <summary>How many lines after the first that diverges must agree as well.</summary>
    private const int MoreLines = 1;

    private static readonly string[] RidgeFormats = ["G1", "G2", "G3", "R"];
    private static readonly bool[] Either = [false, true];

    /// <summary>
    /// Tries the deviations on the first line that diverges, the one before it and the one after, each from the one before:
    /// the one that differs least from what was assumed, if any makes all of them agree.
    /// </summary>
    /// <param name="history">The lines.</param>
    /// <param name="divergent">The place of the first that diverges.</param>
    /// <param name="subject">The data.</param>
    /// <param name="assumed">How the software was taken to deviate.</param>
    /// <param name="digits">How many digits must agree.</param>
    public static Hint? Find<T>(
        ImmutableArray<Found<T>> history, int divergent, Subject<T> subject, Deviation assumed, int digits)
        where T : IExponentialFunctions<T>, ILogarithmicFunctions<T>, IComparisonOperators<T, T, bool>
    {
        int first = Math.Max(divergent - 1, 0);
        int last = Math.Min(Math.Max(divergent, 1) + MoreLines, history.Length - 1);
        ImmutableArray<(Found<T> Found, Look<T> Look)> window =
        [
            .. history[first..(last + 1)].AsParallel().AsOrdered()
                .Select(found => (found, Look<T>.At(found.Model, subject, assumed.Ridge))),
        ];
        var compared = Compared(Verdicts(assumed));
        return Candidates(window, assumed).OrderBy(assumed.DistanceTo)
            .Where(candidate => Verdicts(candidate) is var verdicts
                && Compared(verdicts).SetEquals(compared)
                && verdicts.All(verdict => verdict.Divergence(digits) is null))
            .Select(candidate => new Hint(candidate, IsStep: candidate == assumed))
            .FirstOrDefault();

        ImmutableArray<LineVerdict> Verdicts(Deviation deviation) =>
            [.. new Verification<T>(subject, deviation, digits).ByStep(window)];
    }

    /// <summary>What is compared at all: a deviation that leaves nothing to compare explains nothing.</summary>
    private static HashSet<Parameter> Compared(ImmutableArray<LineVerdict> verdicts) =>
        [.. verdicts.SelectMany(verdict => verdict.Comparisons).Select(comparison => comparison.Parameter)];

    private static IEnumerable<Deviation> Candidates<T>(
        ImmutableArray<(Found<T> Found, Look<T> Look)> window, Deviation assumed)
        where T : IExponentialFunctions<T>, ILogarithmicFunctions<T>, IComparisonOperators<T, T, bool> =>
        from divisor in Enum.GetValues<Divisor>()
        from ridge in Ridges(window, divisor).Prepend(assumed.Ridge)
        from isLate in Either
        from isPerSample in Either
        select new Deviation(divisor, isLate, isPerSample, ridge);

    /// <summary>What seems to have been added to all variances of the second line: as a round number first.</summary>
    private static IEnumerable<double> Ridges<T>(
        ImmutableArray<(Found<T> Found, Look<T> Look)> window, Divisor divisor)
        where T : IExponentialFunctions<T>, ILogarithmicFunctions<T>, IComparisonOperators<T, T, bool>
    {
        if (window is not [var (_, look), var (found, _), ..]
            || !look.Next.TryGet(out var next, out _)
            || Added(found.Model, next, look, divisor) is not { } added)
        {
            return [];
        }

        double mean = added.Average();
        bool isOne = mean > 0 && added.All(each => Math.Abs(each - mean) <= 0.01 * mean);
        return isOne
            ? RidgeFormats.Select(format => double.Parse(
                mean.ToString(format, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)).Distinct()
            : [];
    }

    private static double[]? Added<T>(
        TextbookMixture<T> found, TextbookMixture<T> next, Look<T> look, Divisor divisor)
        where T : IExponentialFunctions<T>, ILogarithmicFunctions<T>, IComparisonOperators<T, T, bool>
    {
        Table<T>?[] unridged =
            [.. Enumerable.Range(0, next.ComponentCount).Select(k => Deviating.Unridged(next, look, divisor, k))];
        return unridged.Any(each => each is null)
            ? null
            :
            [
                .. from k in Enumerable.Range(0, next.ComponentCount)
                   from i in Enumerable.Range(0, next.Dimension)
                   select double.CreateSaturating(found.Covariances[k].Matrix[i, i] - unridged[k]![i, i]),
            ];
    }
}
