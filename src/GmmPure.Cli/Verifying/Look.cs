using System.Numerics;
using GmmPure.Textbook;

namespace GmmPure.Cli.Verifying;

/// <summary>What the textbook says of θ and of the step from it.</summary>
/// <typeparam name="T">The number type.</typeparam>
/// <param name="LogLikelihood">ℓ(θ).</param>
/// <param name="EffectiveCounts">N_k (K).</param>
/// <param name="SquaredCounts">Σ_n (w_n·r_nk)² (K).</param>
/// <param name="Next">The next θ, or which component degenerates.</param>
/// <param name="Ridge">The ridge in the next θ.</param>
internal sealed record Look<T>(
    T LogLikelihood,
    ImmutableArray<T> EffectiveCounts,
    ImmutableArray<T> SquaredCounts,
    Outcome<TextbookMixture<T>, TextbookDegeneracy> Next,
    double Ridge)
    where T : IExponentialFunctions<T>, ILogarithmicFunctions<T>, IComparisonOperators<T, T, bool>
{
    public static Look<T> At(TextbookMixture<T> θ, Subject<T> subject, double ridge)
    {
        var data = subject.Data;
        var (r, logLikelihood) = Equations<T>.EStep(data, θ);
        return new Look<T>(
            logLikelihood,
            Equations<T>.EffectiveCounts(data, r),
            [.. Enumerable.Range(0, θ.ComponentCount).Select(k => SumOfSquares(data, r, k))],
            Equations<T>.MStep(data, r, θ.Structure, ridge),
            ridge);
    }

    private static T SumOfSquares(TextbookData<T> data, Table<T> r, int component) =>
        Enumerable.Range(0, data.Count).Select(n => data.W[n] * r[n, component])
            .Aggregate(T.Zero, (sum, share) => sum + (share * share));
}
