namespace GmmPure.Textbook;

/// <summary>Makes mixtures of given parameters.</summary>
public static class TextbookMixture
{
    /// <summary>
    /// θ from its parameters, as they are: whether the weights sum to 1 and the covariances have the structure is the
    /// caller's business, so that also what other software has rounded can be looked at.
    /// </summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="structure">What M-steps make of the covariances.</param>
    /// <param name="π">π (K), none of them negative, one of them positive.</param>
    /// <param name="μ">μ (K×D).</param>
    /// <param name="Σ">Σ, one a component (K of D×D), whatever the structure.</param>
    /// <exception cref="ArgumentException">They are not of one K and D, or there is no positive weight.</exception>
    public static TextbookMixture<T> Create<T>(
        CovarianceStructure structure, ImmutableArray<T> π, Table<T> μ, ImmutableArray<TextbookCovariance<T>> Σ)
        where T : INumberBase<T>, IComparisonOperators<T, T, bool>
    {
        ArgumentNullException.ThrowIfNull(μ);
        if (π.Any(weight => weight < T.Zero) || π.All(weight => weight == T.Zero))
        {
            throw new ArgumentException("Weights are not negative, and one is positive.", nameof(π));
        }

        return μ.RowCount == π.Length && Σ.Length == π.Length && Σ.All(each => each.Dimension == μ.ColumnCount)
            ? new TextbookMixture<T>(structure, π, μ, Σ)
            : throw new ArgumentException("A mixture has as many weights, means and covariances, of one dimension.", nameof(π));
    }
}
