using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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

    /// <summary>The next multiple of eight: a group has room for so many.</summary>
    public static int Padded(int size) => (size + Lanes.Width - 1) / Lanes.Width * Lanes.Width;

    /// <summary>Adds to each sum of a group a term in eight lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int group, ReadOnlySpan<double> lanes)
    {
        int end = (group + 1) * Padded(size);
        for (int i = group * Padded(size); i < end; i += Lanes.Width)
        {
            Add(Lanes.Sums(lanes[..(Lanes.Width * Lanes.Width)]), i);
            lanes = lanes[(Lanes.Width * Lanes.Width)..];
        }
    }

    /// <summary>Adds other sums of as many; which of the two is added to the other does not change the bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(CompensatedSums other)
    {
        for (int i = 0; i < sums.Length; i += Lanes.Width)
        {
            Lanes.Put(Lanes.At(errors, i) + Lanes.At(other.errors, i), errors, i);
            Add(Lanes.At(other.sums, i), i);
        }
    }

    public void Clear()
    {
        sums.AsSpan().Clear();
        errors.AsSpan().Clear();
    }

    /// <summary>The sums and their errors, group by group with its room; the same memory, for whoever holds these sums alone.</summary>
    public (ImmutableArray<double> Sums, ImmutableArray<double> Errors) Freeze() => (Content.Freeze(sums), Content.Freeze(errors));

    /// <summary>Takes over what <see cref="Freeze"/> gave.</summary>
    /// <exception cref="ArgumentException">They are not as many.</exception>
    public void Load(ImmutableArray<double> frozenSums, ImmutableArray<double> frozenErrors)
    {
        if (frozenSums.Length != sums.Length || frozenErrors.Length != errors.Length)
        {
            throw new ArgumentException($"There are {sums.Length} sums, not {frozenSums.Length}.");
        }

        frozenSums.CopyTo(sums);
        frozenErrors.CopyTo(errors);
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

    /// <summary>sum ← fl(sum + term), and error ← error + (sum + term − fl(sum + term)), which is exact, for eight sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(Vector512<double> term, int index)
    {
        var sum = Lanes.At(sums, index);
        var rounded = sum + term;
        var partOfTerm = rounded - sum;
        var lost = (sum - (rounded - partOfTerm)) + (term - partOfTerm);
        Lanes.Put(rounded, sums, index);
        Lanes.Put(Lanes.At(errors, index) + lost, errors, index);
    }
}
