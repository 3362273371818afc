namespace GmmPure.Reference;

/// <summary>
/// How far two elements of a history are apart, relatively. A zero says that they are the same.
/// </summary>
/// <param name="LogLikelihood">|Δℓ| over the larger of |ℓ| and N: relative, and near 0 absolute per sample.</param>
/// <param name="Weights">max |Δπ_k| over max π_k.</param>
/// <param name="Means">The largest, over columns, of max |Δμ_kd| over the largest of √(μ_kd² + Σ_k,dd), the size of the column.</param>
/// <param name="Covariances">max |ΔΣ_k,ij| over √(Σ_k,ii·Σ_k,jj).</param>
public sealed record Apart(double LogLikelihood, double Weights, double Means, double Covariances)
{
    public static Apart Nowhere { get; } = new(0, 0, 0, 0);

    /// <summary>All four.</summary>
    public ImmutableArray<double> Parts => [LogLikelihood, Weights, Means, Covariances];

    /// <summary>The larger of both, each by each.</summary>
    public static Apart Larger(Apart left, Apart right) => new(
        Math.Max(left.LogLikelihood, right.LogLikelihood),
        Math.Max(left.Weights, right.Weights),
        Math.Max(left.Means, right.Means),
        Math.Max(left.Covariances, right.Covariances));

    /// <summary>How far θ and ℓ(θ) are from exact ones.</summary>
    /// <param name="exact">The mixture by whose sizes differences are measured.</param>
    /// <param name="exactLogLikelihood">Its ℓ.</param>
    /// <param name="θ">The other mixture.</param>
    /// <param name="logLikelihood">Its ℓ.</param>
    /// <param name="totalWeight">N.</param>
    public static Apart Measure<T>(
        TextbookMixture<T> exact, T exactLogLikelihood, TextbookMixture<T> θ, T logLikelihood, double totalWeight)
        where T : INumberBase<T>, IComparisonOperators<T, T, bool>
    {
        var components = Enumerable.Range(0, exact.ComponentCount);
        var columns = Enumerable.Range(0, exact.Dimension);
        return new Apart(
            Distance(exactLogLikelihood, logLikelihood) / Math.Max(Math.Abs(double.CreateChecked(exactLogLikelihood)), totalWeight),
            components.Max(k => Distance(exact.Weights[k], θ.Weights[k])) / components.Max(k => double.CreateChecked(exact.Weights[k])),
            columns.Max(d => components.Max(k => Distance(exact.Means[k, d], θ.Means[k, d])) / components.Max(k => Size(exact, k, d))),
            components.Max(k => CovarianceDistance(exact.Covariances[k], θ.Covariances[k])));
    }

    private static double CovarianceDistance<T>(TextbookCovariance<T> exact, TextbookCovariance<T> other)
        where T : INumberBase<T>, IComparisonOperators<T, T, bool>
    {
        var columns = Enumerable.Range(0, exact.Dimension);
        return columns.Max(i => columns.Max(j =>
            Distance(exact.Matrix[i, j], other.Matrix[i, j]) / (Deviation(exact, i) * Deviation(exact, j))));
    }

    private static double Size<T>(TextbookMixture<T> θ, int k, int d)
        where T : INumberBase<T>, IComparisonOperators<T, T, bool>
    {
        double mean = double.CreateChecked(θ.Means[k, d]);
        return Math.Sqrt((mean * mean) + double.CreateChecked(θ.Covariances[k].Matrix[d, d]));
    }

    internal static double Deviation<T>(TextbookCovariance<T> Σ, int column)
        where T : INumberBase<T>, IComparisonOperators<T, T, bool> => Math.Sqrt(double.CreateChecked(Σ.Matrix[column, column]));

    private static double Distance<T>(T left, T right)
        where T : INumberBase<T> => double.CreateChecked(T.Abs(left - right));
}
