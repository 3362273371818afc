using System.Runtime.CompilerServices;

namespace GmmPure.Kernels;

/// <summary>
/// Many sums at once, in groups, each with its rounding error carried along (Knuth's two-sum), so that the digits of a sum
/// over all the data are those of a sum over one tile: a singular covariance is to be recognised at any N.
/// </summary>
internal sealed class CompensatedSums
{
    private readonly int groups;
    private readonly int size;
    private readonly double[] sums;
    private readonly double[] errors;

    /// <summary>Sums of nothing.</summary>
    public CompensatedSums(int groups, int size)
    {
        (this.groups, this.size) = (groups, size);
        sums = new double[Table.SizeOf(groups, Padded(size))];
        errors = new double[sums.Length];
    }

    /// <summary>The next multiple of eight: what is added to a group must be so long.</summary>
    public static int Padded(int size) => (size + Lanes.Width - 1) / Lanes.Width * Lanes.Width;

    /// <summary>sum ← fl(sum + term), and error ← error + (sum + term − fl(sum + term)), which is exact, for a group.</summary>
    public void Add(int group, ReadOnlySpan<double> terms) =>
        Add(terms, sums.AsSpan(group * Padded(size), terms.Length), errors.AsSpan(group * Padded(size), terms.Length));

    public void Add(CompensatedSums other)
    {
        Add(other.sums, sums, errors);
        Lanes.AddScaled(1, other.errors, errors);
    }

    public void Clear()
    {
        sums.AsSpan().Clear();
        errors.AsSpan().Clear();
    }

    /// <summary>The sums, corrected and rounded once, group by group.</summary>
    public double[] Totals()
    {
        double[] totals = new double[groups * size];
        for (int group = 0; group < groups; group++)
        {
            var own = totals.AsSpan(group * size, size);
            sums.AsSpan(group * Padded(size), size).CopyTo(own);
            Lanes.AddScaled(1, errors.AsSpan(group * Padded(size), size), own);
        }

        return totals;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(ReadOnlySpan<double> terms, Span<double> sums, Span<double> errors)
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
}
