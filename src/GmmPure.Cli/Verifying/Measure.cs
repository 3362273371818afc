using System.Numerics;
using GmmPure.Cli.Reading;
using GmmPure.Textbook;

namespace GmmPure.Cli.Verifying;

/// <summary>
/// How many decimal digits agree: −log₁₀ of the error, which is relative to a scale. The scale of ℓ is |ℓ|, but at least N
/// (one nat per sample); of a weight the largest weight; of a mean the largest mean in its column, but at least the column's
/// standard deviation; of Σ_ij √(Σ_ii·Σ_jj); of N_k the largest of them.
/// </summary>
internal static class Measure
{
    /// <summary>As many digits as there are where nothing differs.</summary>
    public const double MostDigits = 17;

    /// <summary>How well the parameters agree.</summary>
    public static IEnumerable<Comparison> Parameters<T>(
        HistoryLine found, TextbookMixture<T> expected, ImmutableArray<double> columnVariances)
        where T : IExponentialFunctions<T>, ILogarithmicFunctions<T>, IComparisonOperators<T, T, bool> =>
    [
        Worst(Parameter.Weights, Counts(found.Weights, expected.Weights)),
        Worst(Parameter.Means, Means(found.Means, expected.Means, columnVariances)),
        Worst(Parameter.Covariances, Covariances(found, expected)),
    ];

    /// <summary>How well N_k agree.</summary>
    public static Comparison EffectiveCounts<T>(ImmutableArray<double> found, ImmutableArray<T> expected)
        where T : IExponentialFunctions<T>, ILogarithmicFunctions<T>, IComparisonOperators<T, T, bool> =>
        Worst(Parameter.EffectiveCounts, Counts(found, expected));

    /// <summary>How well ℓ agrees.</summary>
    /// <param name="found">The history's.</param>
    /// <param name="expected">ℓ, or ℓ/N.</param>
    /// <param name="samples">N, or 1.</param>
    public static Comparison LogLikelihood<T>(double found, T expected, T samples)
        where T : IExponentialFunctions<T>, ILogarithmicFunctions<T>, IComparisonOperators<T, T, bool> =>
        Worst(
            Parameter.LogLikelihood,
            [new Entry<T>(new Place(), found, expected, Math.Max(Size(expected), Size(samples)))]);

    /// <summary>The digits of an error relative to its scale; an error of 1 has 0 of them, not −0.</summary>
    public static double Digits(double error) => error == 0 ? MostDigits : Math.Clamp(0 - Math.Log10(error), 0, MostDigits);

    private static IEnumerable<Entry<T>> Counts<T>(ImmutableArray<double> found, ImmutableArray<T> expected)
        where T : IExponentialFunctions<T>, ILogarithmicFunctions<T>, IComparisonOperators<T, T, bool>
    {
        double scale = expected.Max(Size);
        return found.Select((number, k) => new Entry<T>(new Place(k), number, expected[k], scale));
    }

    private static IEnumerable<Entry<T>> Means<T>(Table found, Table<T> expected, ImmutableArray<double> columnVariances)
        where T : IExponentialFunctions<T>, ILogarithmicFunctions<T>, IComparisonOperators<T, T, bool> =>
        from d in Enumerable.Range(0, found.ColumnCount)
        let largest = Enumerable.Range(0, found.RowCount).Max(k => Size(expected[k, d]))
        let scale = Math.Max(largest, Math.Sqrt(columnVariances[d]))
        from k in Enumerable.Range(0, found.RowCount)
        select new Entry<T>(new Place(k, d), found[k, d], expected[k, d], scale);

    /// <summary>A covariance that all components share is compared once, unless the history has one for each.</summary>
    private static IEnumerable<Entry<T>> Covariances<T>(HistoryLine found, TextbookMixture<T> expected)
        where T : IExponentialFunctions<T>, ILogarithmicFunctions<T>, IComparisonOperators<T, T, bool>
    {
        bool isOne = expected.Structure.IsShared && found.Covariances.All(each => each == found.Covariances[0]);
        return from k in Enumerable.Range(0, isOne ? 1 : expected.ComponentCount)
               let Σ = expected.Covariances[k].Matrix
               from i in Enumerable.Range(0, expected.Dimension)
               from j in Enumerable.Range(0, expected.Dimension)
               let scale = Math.Sqrt(Size(Σ[i, i])) * Math.Sqrt(Size(Σ[j, j]))
               select new Entry<T>(new Place(isOne ? null : k, i, j), found.Covariances[k][i, j], Σ[i, j], scale);
    }

    private static Comparison Worst<T>(Parameter parameter, IEnumerable<Entry<T>> entries)
        where T : IExponentialFunctions<T>, ILogarithmicFunctions<T>, IComparisonOperators<T, T, bool>
    {
        var worst = entries.MaxBy(entry => entry.Error)!;
        return new Comparison(
            parameter, Digits(worst.Error), worst.Place, worst.Found, double.CreateSaturating(worst.Expected));
    }

    private static double Size<T>(T number)
        where T : INumberBase<T> =>
        double.CreateSaturating(T.Abs(number));

    /// <summary>One number in the history, and what it should be; it is subtracted before anything is rounded.</summary>
    private sealed record Entry<T>(Place Place, double Found, T Expected, double Scale)
        where T : IExponentialFunctions<T>, ILogarithmicFunctions<T>, IComparisonOperators<T, T, bool>
    {
        public double Error { get; } = T.CreateChecked(Found) == Expected ? 0 : Size(T.CreateChecked(Found) - Expected) / Scale;
    }
}
