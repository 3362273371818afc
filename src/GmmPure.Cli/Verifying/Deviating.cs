using System.Numerics;
using GmmPure.Textbook;

namespace GmmPure.Cli.Verifying;

/// <summary>What the step of software that deviates makes of the textbook's.</summary>
internal static class Deviating
{
    /// <summary>The next θ, or which component ends it.</summary>
    public static Outcome<TextbookMixture<T>, TextbookDegeneracy> Next<T>(Look<T> look, Deviation deviation)
        where T : IExponentialFunctions<T>, ILogarithmicFunctions<T>, IComparisonOperators<T, T, bool> =>
        deviation.Divisor == Divisor.Count && deviation.Ridge.Equals(look.Ridge)
            ? look.Next
            : look.Next.Bind(next => With(next, look, deviation));

    /// <summary>A component's covariance without any ridge, (Σ − ε·I)·N_k/divisor; null if the divisor is not positive.</summary>
    public static Table<T>? Unridged<T>(TextbookMixture<T> next, Look<T> look, Divisor divisor, int component)
        where T : IExponentialFunctions<T>, ILogarithmicFunctions<T>, IComparisonOperators<T, T, bool>
    {
        int[] members = next.Structure.IsShared ? [.. Enumerable.Range(0, look.EffectiveCounts.Length)] : [component];
        var count = Sum(members.Select(k => look.EffectiveCounts[k]));
        var by = divisor switch
        {
            Divisor.CountLessOne => count - T.One,
            Divisor.Unbiased => count - Sum(members.Select(k => look.SquaredCounts[k] / look.EffectiveCounts[k])),
            _ => count,
        };
        var ridge = T.CreateChecked(look.Ridge);
        var Σ = next.Covariances[component].Matrix;
        return by <= T.Zero
            ? null
            : Table<T>.Create(Σ.RowCount, Σ.RowCount, (i, j) => (i == j ? Σ[i, j] - ridge : Σ[i, j]) * count / by);
    }

    private static Outcome<TextbookMixture<T>, TextbookDegeneracy> With<T>(
        TextbookMixture<T> next, Look<T> look, Deviation deviation)
        where T : IExponentialFunctions<T>, ILogarithmicFunctions<T>, IComparisonOperators<T, T, bool>
    {
        var covariances = ImmutableArray.CreateBuilder<TextbookCovariance<T>>();
        for (int k = 0; k < next.ComponentCount; k++)
        {
            var unridged = Unridged(next, look, deviation.Divisor, k);
            if (unridged is null || TextbookCovariance<T>.TryCreate(Ridged(unridged, deviation.Ridge)) is not { } covariance)
            {
                return Outcome.Failure<TextbookMixture<T>, TextbookDegeneracy>(
                    new TextbookDegeneracy(next.Structure.IsShared ? null : k, null, IsEmptied: unridged is null));
            }

            covariances.Add(covariance);
        }

        return Outcome.Success<TextbookMixture<T>, TextbookDegeneracy>(
            TextbookMixture<T>.Create(next.Structure, next.Weights, next.Means, covariances.DrainToImmutable()));
    }

    private static Table<T> Ridged<T>(Table<T> Σ, double ridge)
        where T : IExponentialFunctions<T>, ILogarithmicFunctions<T>, IComparisonOperators<T, T, bool>
    {
        var ε = T.CreateChecked(ridge);
        return Table<T>.Create(Σ.RowCount, Σ.RowCount, (i, j) => i == j ? Σ[i, j] + ε : Σ[i, j]);
    }

    private static T Sum<T>(IEnumerable<T> terms)
        where T : INumberBase<T> =>
        terms.Aggregate(T.Zero, (sum, term) => sum + term);
}
