using System.Runtime.CompilerServices;

namespace GmmPure.Kernels;

/// <summary>
/// Many sums at once, each with its rounding error carried along (Knuth's two-sum), so that the digits of a sum over all
/// the data are those of a sum over one tile: a singular covariance is to be recognised at any N.
/// </summary>
internal sealed class CompensatedSums(int count)
{
    private readonly double[] sums = new double[Padded(count)];
    private readonly double[] errors = new double[Padded(count)];
    private readonly double[] next = new double[Padded(count)];

    /// <summary>What is to be added next.</summary>
    public Span<double> Next => next.AsSpan(0, count);

    /// <summary>Adds <see cref="Next"/>, and clears it.</summary>
    public void AddNext()
    {
        Add(next);
        next.AsSpan().Clear();
    }

    public void Add(CompensatedSums other)
    {
        Add(other.sums);
        Lanes.AddScaled(1, other.errors, errors);
    }

    /// <summary>The sums, corrected and rounded once.</summary>
    public double[] Totals()
    {
        double[] totals = sums.AsSpan(0, count).ToArray();
        Lanes.AddScaled(1, errors.AsSpan(0, count), totals);
        return totals;
    }

    /// <summary>sum ← fl(sum + term), and error ← error + (sum + term − fl(sum + term)), which is exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(ReadOnlySpan<double> terms)
    {
        for (int i = 0; i < terms.Length; i += Lanes.Width)
        {
            var (sum, term) = (Lanes.At(sums, i), Lanes.At(terms, i));
            var rounded = sum + term;
            var partOfTerm = rounded - sum;
            var lost = (sum - (rounded - partOfTerm)) + (term - partOfTerm);
            Lanes.Put(rounded, sums, i);
            Lanes.Put(Lanes.At(errors, i) + lost, errors, i);
        }
    }

    private static int Padded(int count) => (count + Lanes.Width - 1) / Lanes.Width * Lanes.Width;
}
