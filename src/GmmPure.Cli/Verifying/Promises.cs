using System.Numerics;
using GmmPure.Cli.Reading;
using GmmPure.Textbook;

namespace GmmPure.Cli.Verifying;

/// <summary>What EM promises of every line, whatever the line before it was.</summary>
internal enum Promise
{
    /// <summary>The weights sum to 1.</summary>
    WeightsSumToOne,

    /// <summary>The effective counts sum to N.</summary>
    CountsSumToN,

    /// <summary>π_k = N_k/N, with the effective counts of the line before.</summary>
    WeightsAreShares,

    /// <summary>Σ_ij = Σ_ji.</summary>
    Symmetric,

    /// <summary>Covariances are positive definite, by the rule that tells a degenerate one.</summary>
    PositiveDefinite,

    /// <summary>The log-likelihood does not fall, if the steps maximise it.</summary>
    Ascent,
}

/// <summary>A promise that a line breaks.</summary>
/// <param name="Promise">Which.</param>
/// <param name="Component">The component, counted from 0, if it is one component's.</param>
/// <param name="Value">By how much: the sum, the share, the asymmetry, the relative pivot or the fall.</param>
/// <param name="Expected">What it should be; null where there is only a limit.</param>
internal sealed record Violation(Promise Promise, int? Component, double Value, double? Expected = null);

/// <summary>Checks the promises, each to the digits that are asked for.</summary>
/// <param name="digits">D.</param>
/// <param name="deviation">How the software deviates.</param>
internal sealed class Promises(int digits, Deviation deviation)
{
    private readonly double tolerance = Math.Pow(10, -digits);

    /// <summary>The promises that a line breaks.</summary>
    public ImmutableArray<Violation> Broken<T>(Found<T> found, HistoryLine? previous, Subject<T> subject)
        where T : IExponentialFunctions<T>, ILogarithmicFunctions<T>, IComparisonOperators<T, T, bool>
    {
        double samples = double.CreateSaturating(subject.TotalWeight);
        return
        [
            .. Sums(found, samples),
            .. Shares(found.Line, deviation.IsLate ? found.Line : previous, samples, isStart: previous is null),
            .. found.Line.Covariances.SelectMany((covariance, k) => Asymmetries(covariance, k)).Take(1),
            .. previous is null ? [] : Collapses(found.Model, subject.ColumnVariances).Take(1),
            .. deviation.Climbs ? Falls(found.Line, previous, samples) : [],
        ];
    }

    private IEnumerable<Violation> Sums<T>(Found<T> found, double samples)
        where T : IExponentialFunctions<T>, ILogarithmicFunctions<T>, IComparisonOperators<T, T, bool>
    {
        var weights = found.Model.Weights.Aggregate(T.Zero, (sum, weight) => sum + weight);
        double miss = double.CreateSaturating(T.Abs(weights - T.One));
        double counts = found.Line.EffectiveCounts?.Sum() ?? samples;
        return new[]
        {
            (Misses: miss > tolerance, new Violation(Promise.WeightsSumToOne, null, double.CreateSaturating(weights), 1)),
            (Misses: Math.Abs(counts - samples) > tolerance * samples, new Violation(Promise.CountsSumToN, null, counts, samples)),
        }.Where(each => each.Misses).Select(each => each.Item2);
    }

    private IEnumerable<Violation> Shares(HistoryLine line, HistoryLine? counting, double samples, bool isStart) =>
        isStart || counting?.EffectiveCounts is not { } counts
            ? []
            : Enumerable.Range(0, counts.Length)
                .Where(k => Math.Abs(line.Weights[k] - (counts[k] / samples)) > tolerance * line.Weights.Max())
                .Select(k => new Violation(Promise.WeightsAreShares, k, line.Weights[k], counts[k] / samples))
                .Take(1);

    private IEnumerable<Violation> Asymmetries(Table covariance, int component) =>
        from i in Enumerable.Range(0, covariance.RowCount)
        from j in Enumerable.Range(0, i)
        let asymmetry = Math.Abs(covariance[i, j] - covariance[j, i])
        where asymmetry > tolerance * Math.Sqrt(covariance[i, i]) * Math.Sqrt(covariance[j, j])
        select new Violation(Promise.Symmetric, component, asymmetry);

    private static IEnumerable<Violation> Collapses<T>(TextbookMixture<T> model, ImmutableArray<double> columnVariances)
        where T : IExponentialFunctions<T>, ILogarithmicFunctions<T>, IComparisonOperators<T, T, bool>
    {
        bool isBall = model.Structure.Shape == CovarianceShape.Spherical;
        return from k in Enumerable.Range(0, model.ComponentCount)
               from j in Enumerable.Range(0, model.Dimension)
               let variance = double.CreateSaturating(model.Covariances[k].Matrix[j, j])
               let scale = Math.Max(variance, isBall ? columnVariances.Average() : columnVariances[j])
               let pivot = double.CreateSaturating(model.Covariances[k].Pivots[j]) / scale
               where pivot <= Degeneracy.SmallestRelativePivot(model.Dimension)
               select new Violation(Promise.PositiveDefinite, k, pivot);
    }

    private IEnumerable<Violation> Falls(HistoryLine line, HistoryLine? previous, double samples)
    {
        if (line.LogLikelihood is not { } now || previous?.LogLikelihood is not { } before)
        {
            return [];
        }

        double scale = Math.Max(Math.Abs(before), deviation.IsPerSample ? 1 : samples);
        return before - now > tolerance * scale ? [new Violation(Promise.Ascent, null, now, before)] : [];
    }
}
