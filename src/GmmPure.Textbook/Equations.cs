namespace GmmPure.Textbook;

/// <summary>
/// Expectation–maximisation for Gaussian mixtures as the textbooks write it, one function per equation: Deisenroth,
/// Faisal, Ong, <i>Mathematics for Machine Learning</i> (MML), chapter 11, and Bishop, <i>Pattern Recognition and Machine
/// Learning</i>, section 9.2. Slow and plain: this is the specification by which the fast code is tested. The one thing
/// that the books leave out is that exponentials underflow; sums of them are formed about the largest.
/// </summary>
/// <remarks>
/// n counts the N observations, k and j the K components, d the D dimensions. Every observation counts w_n times, so
/// Σ_n in the books is Σ_n w_n here, and N in the books is Σ_n w_n.
/// </remarks>
/// <typeparam name="T">
/// The number type; its precision is the precision of the results. It needs +, −, ×, ÷ and comparison, eˣ, ln x and π,
/// and a conversion from and to double.
/// </typeparam>
public static partial class Equations<T>
    where T : IExponentialFunctions<T>, ILogarithmicFunctions<T>, IComparisonOperators<T, T, bool>
{
    private static T Two => T.One + T.One;

    /// <summary>term(0) + … + term(count − 1).</summary>
    private static T Sum(int count, Func<int, T> term) =>
        Enumerable.Range(0, count).Aggregate(T.Zero, (sum, i) => sum + term(i));

    /// <summary>The numbers value(0) … value(count − 1).</summary>
    private static ImmutableArray<TItem> Each<TItem>(int count, Func<int, TItem> value) =>
        [.. Enumerable.Range(0, count).Select(value)];

    private static T Larger(T left, T right) => left > right ? left : right;

    private static T Number(double value) => T.CreateChecked(value);

    private static void CheckFit(TextbookData<T> data, TextbookMixture<T> θ)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(θ);
        if (data.Dimension != θ.Dimension)
        {
            throw new ArgumentException($"The data have {data.Dimension} columns, the mixture has {θ.Dimension}.", nameof(data));
        }
    }

    private static void CheckFit(TextbookData<T> data, Table<T> r)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(r);
        if (data.Count != r.RowCount)
        {
            throw new ArgumentException($"{data.Count} rows of data need as many responsibilities, not {r.RowCount}.", nameof(r));
        }
    }
}
