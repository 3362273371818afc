using System.Numerics;
using GmmPure.Textbook;

namespace GmmPure.Cli.Verifying;

/// <summary>Compares the lines of a history with what they should be.</summary>
/// <typeparam name="T">The number type.</typeparam>
/// <param name="subject">The data.</param>
/// <param name="deviation">How the software deviates.</param>
/// <param name="digits">To how many digits promises are checked.</param>
internal sealed class Verification<T>(Subject<T> subject, Deviation deviation, int digits)
    where T : IExponentialFunctions<T>, ILogarithmicFunctions<T>, IComparisonOperators<T, T, bool>
{
    private readonly Promises promises = new(digits, deviation);

    /// <summary>
    /// Each line with what follows from the first: θ_0 is the history's, θ_1 the step from it, and so on, without another
    /// look at the history. Where a component degenerates nothing follows any more.
    /// </summary>
    public IEnumerable<LineVerdict> FromStart(IEnumerable<Found<T>> history)
    {
        TextbookMixture<T>? θ = null;
        Look<T>? last = null;
        Found<T>? previous = null;
        foreach (var found in history)
        {
            var (before, expected) = (last, θ);
            var basis = previous is null ? found.Model : expected;
            last = basis is null ? null : Look<T>.At(basis, subject, deviation.Ridge);
            var next = last is null ? null : Deviating.Next(last, deviation);
            yield return Verdict(found, previous, new Expectation(expected, last, before));
            θ = next?.Match<TextbookMixture<T>?>(model => model, _ => null);
            previous = found;
        }
    }

    /// <summary>
    /// Each line with what follows from the one before it; ℓ and N_k with what follows from its own parameters.
    /// </summary>
    public IEnumerable<LineVerdict> ByStep(IEnumerable<Found<T>> history) => ByStep(history.AsParallel().AsOrdered()
        .WithMergeOptions(ParallelMergeOptions.NotBuffered)
        .Select(found => (found, Look<T>.At(found.Model, subject, deviation.Ridge))));

    /// <summary>The same, where the looks have been taken.</summary>
    public IEnumerable<LineVerdict> ByStep(IEnumerable<(Found<T> Found, Look<T> Look)> history)
    {
        (Found<T> Found, Look<T> Look)? last = null;
        foreach (var (found, look) in history)
        {
            var expected = last is null ? null : Deviating.Next(last.Value.Look, deviation).Match<TextbookMixture<T>?>(model => model, _ => null);
            yield return Verdict(found, last?.Found, new Expectation(expected, look, last?.Look));
            last = (found, look);
        }
    }

    private LineVerdict Verdict(Found<T> found, Found<T>? previous, Expectation expectation) => new(
        found.Line.Index,
        [.. Compare(found, expectation)],
        promises.Broken(found, previous?.Line, subject),
        EndingOf(found, previous, expectation));

    private IEnumerable<Comparison> Compare(Found<T> found, Expectation expectation)
    {
        var line = found.Line;
        var told = deviation.IsLate ? expectation.Before : expectation.Look;
        IEnumerable<Comparison> parameters = expectation.Model is { } model
            ? Measure.Parameters(line, model, subject.ColumnVariances)
            : [];
        IEnumerable<Comparison> counts = line.EffectiveCounts is { } effective && Counts(effective, expectation) is { } better
            ? [better]
            : [];
        IEnumerable<Comparison> likelihood = told is not null && line.LogLikelihood is { } ℓ
            ? [deviation.IsPerSample
                ? Measure.LogLikelihood(ℓ, told.LogLikelihood / subject.TotalWeight, T.One)
                : Measure.LogLikelihood(ℓ, told.LogLikelihood, subject.TotalWeight)]
            : [];
        return [.. parameters, .. counts, .. likelihood];
    }

    /// <summary>
    /// N_k of the line's own parameters; where ℓ is late, of these or of those before, whatever agrees better: some software
    /// is late with both, some with ℓ alone.
    /// </summary>
    private Comparison? Counts(ImmutableArray<double> effective, Expectation expectation) =>
        new[] { expectation.Look, deviation.IsLate ? expectation.Before : null }
            .OfType<Look<T>>()
            .Select(look => Measure.EffectiveCounts(effective, look.EffectiveCounts))
            .MaxBy(comparison => comparison.Digits);

    private Ending? EndingOf(Found<T> found, Found<T>? previous, Expectation expectation)
    {
        if (previous is not null && expectation.Model is null)
        {
            return expectation.Before is { } before ? new Ending(EndingKind.GoesOn, Cause(before)) : null;
        }

        return expectation.Look is { } look ? Ending.Of(found.Line, Cause(look)) : null;
    }

    private TextbookDegeneracy? Cause(Look<T> look) =>
        Deviating.Next(look, deviation).Match<TextbookDegeneracy?>(_ => null, cause => cause);

    /// <summary>What a line is compared with.</summary>
    /// <param name="Model">θ_t; null for the first line, and where there is nothing.</param>
    /// <param name="Look">What is said of it, or of the line's own θ_t.</param>
    /// <param name="Before">What is said of the line before.</param>
    private sealed record Expectation(TextbookMixture<T>? Model, Look<T>? Look, Look<T>? Before);
}
