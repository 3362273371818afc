namespace GmmPure.Textbook;

/// <content>The algorithm.</content>
public static partial class Equations<T>
{
    /// <summary>
    /// EM: θ_0, θ_1 = M(E(θ_0)), θ_2 = M(E(θ_1)), …, each with its own ℓ(θ_t) and N_k (MML 11.3, Bishop 9.2.2). Lazy, and
    /// endless unless a component degenerates: then the last element says which.
    /// </summary>
    /// <param name="data">x_n (N×D) and w_n.</param>
    /// <param name="start">θ_0.</param>
    /// <param name="ridge">ε, added to the covariances' diagonals in each M-step; 0 in the books.</param>
    /// <exception cref="ArgumentException">The numbers of columns differ.</exception>
    public static IEnumerable<TextbookIteration<T>> Iterate(
        TextbookData<T> data, TextbookMixture<T> start, double ridge = 0)
    {
        CheckFit(data, start);
        return Unfold(data, start, ridge);

        static IEnumerable<TextbookIteration<T>> Unfold(TextbookData<T> data, TextbookMixture<T> θ, double ridge)
        {
            var columnVariances = ColumnVariances(data);
            for (int t = 0; ; t++)
            {
                var (r, logLikelihood) = EStep(data, θ);
                var wr = Counted(data, r);
                var next = MStep(data, columnVariances, wr, θ.Structure, ridge);
                var degeneracy = next.Match<TextbookDegeneracy?>(_ => null, cause => cause);
                yield return new TextbookIteration<T>(t, θ, logLikelihood, EffectiveCounts(wr), degeneracy);
                if (degeneracy is not null)
                {
                    yield break;
                }

                θ = next.Or(_ => θ);
            }
        }
    }
}
