using System.Runtime.CompilerServices;

namespace GmmPure;

/// <summary>
/// Means and variances of columns, from rows that come block by block in their order, twice: however they are cut, the bits are
/// the same. Deviations are taken about the first row that counts, so that a constant column has variance exactly 0 and a far
/// offset costs no digits; then about the means.
/// </summary>
/// <param name="dimension">D.</param>
internal sealed class ColumnMoments(int dimension)
{
    private readonly double[] origin = new double[dimension];
    private readonly double[] shifts = new double[dimension];
    private readonly double[] spreads = new double[dimension];
    private readonly double[] sums = new double[dimension];
    private readonly double[] squares = new double[dimension];
    private readonly double[] means = new double[dimension];
    private bool hasOrigin;

    /// <summary>The means (D), after <see cref="Centre"/>.</summary>
    public ImmutableArray<double> Means => [.. means];

    /// <summary>The first round: of each column, Σ w·(x − x₀) about a row, and the largest magnitude of x − x₀.</summary>
    /// <param name="rows">n×D.</param>
    /// <param name="weights">n; empty if each weighs 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddDeviations(ReadOnlySpan<double> rows, ReadOnlySpan<double> weights)
    {
        int row = 0;
        int count = rows.Length / shifts.Length;
        if (!hasOrigin)
        {
            row = weights.IsEmpty ? 0 : weights.IndexOfAnyExcept(0.0);
            if (row < 0)
            {
                return;
            }

            rows.Slice(row * shifts.Length, shifts.Length).CopyTo(origin);
            hasOrigin = true;
        }

        for (; row < count; row++)
        {
            double weight = weights.IsEmpty ? 1 : weights[row];
            var own = rows.Slice(row * shifts.Length, shifts.Length);
            for (int column = 0; column < shifts.Length; column++)
            {
                double deviation = own[column] - origin[column];
                shifts[column] += weight * deviation;
                spreads[column] = weight > 0 ? Math.Max(spreads[column], Math.Abs(deviation)) : spreads[column];
            }
        }
    }

    /// <summary>Between the rounds: finds the means; gives a column that varies, but by less than a number, if there is one.</summary>
    /// <param name="totalWeight">N.</param>
    /// <param name="narrowest">The number.</param>
    public DataFault? Centre(double totalWeight, double narrowest)
    {
        for (int column = 0; column < means.Length; column++)
        {
            means[column] = origin[column] + (shifts[column] / totalWeight);
        }

        int narrow = Array.FindIndex(spreads, spread => spread > 0 && spread < narrowest);
        return narrow < 0 ? null : new DataFault.TooNarrow(narrow, spreads[narrow]);
    }

    /// <summary>The second round: of each column, Σ w·(x − c) and Σ w·(x − c)² about its mean, nearly.</summary>
    /// <param name="rows">n×D.</param>
    /// <param name="weights">n; empty if each weighs 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddSquares(ReadOnlySpan<double> rows, ReadOnlySpan<double> weights)
    {
        int count = rows.Length / sums.Length;
        for (int row = 0; row < count; row++)
        {
            double weight = weights.IsEmpty ? 1 : weights[row];
            var own = rows.Slice(row * sums.Length, sums.Length);
            for (int column = 0; column < sums.Length; column++)
            {
                double deviation = own[column] - means[column];
                sums[column] += weight * deviation;
                squares[column] += weight * deviation * deviation;
            }
        }
    }

    /// <summary>The variances (D).</summary>
    /// <param name="totalWeight">N.</param>
    public ImmutableArray<double> Variances(double totalWeight)
    {
        double[] variances = new double[sums.Length];
        for (int column = 0; column < variances.Length; column++)
        {
            // The second term corrects for the rounding of the mean.
            double variance = (squares[column] - (sums[column] * (sums[column] / totalWeight))) / totalWeight;
            variances[column] = Math.Max(variance, 0);
        }

        return Content.Freeze(variances);
    }
}
