namespace GmmPure.Kernels;

/// <summary>
/// A worker's scratch memory: up to 256 consecutive rows of the data, transposed so that eight samples fill a vector.
/// </summary>
/// <remarks>
/// <code>
///          sample 0 … 7 | 8 … 15 | … | 248 … 255 | 8 unused, so that columns do not fall onto the same cache lines
/// Columns    x₀          …                            D × 264
/// Terms      ln πₖ𝒩ₖ, then e^(ln πₖ𝒩ₖ − Largest),     K × 264
///            then the responsibilities rₖ or w·rₖ
/// Largest    the largest ln πₖ𝒩ₖ                          256
/// Sums       the sum of the exponentials, 1 … K           256
/// Shares     1/Sums                                       256
/// Weights    w, if the rows have weights                  256
/// Known      the label, or NaN, if rows have labels       256
/// Labels     the component of the largest term, 0 … K − 1 256
/// Shifted    x − μ of 32 samples, for one component    D × 32
/// </code>
/// Beyond the last row stand samples that count for nothing: they repeat the first row, and have share 0. Of very many columns it
/// may hold a panel at a time, for kernels that go from one to the next; then it has no room for Shifted.
/// </remarks>
internal sealed class Tile
{
    /// <summary>How many samples it has room for.</summary>
    public const int Samples = 256;

    /// <summary>From one column, or one component's terms, to the next.</summary>
    public const int Stride = Samples + Lanes.Width;

    /// <summary>The most columns of a panel: some ten megabytes.</summary>
    public const int LargestPanel = 4096;

    /// <summary>The most samples that are whitened at once.</summary>
    private const int LargestPack = 32;

    private readonly Slab columns;
    private readonly Slab terms;
    private readonly Slab shifted;
    private readonly Slab largest;
    private readonly Slab sums;
    private readonly Slab shares;
    private readonly Slab weights;
    private readonly Slab known;
    private readonly Slab labels;
    private readonly Slab totals;
    private readonly int dimension;
    private readonly int panel;

    /// <summary>The rows whose panels are shown one after the other.</summary>
    private ReadOnlyMemory<double> source;
    private int shown;

    /// <summary>A tile for rows of D numbers and terms of K components.</summary>
    /// <param name="dimension">D.</param>
    /// <param name="components">K.</param>
    /// <param name="isInPanels">Whether all that is done with it goes from panel to panel.</param>
    public Tile(int dimension, int components, bool isInPanels = false)
    {
        (this.dimension, Components) = (dimension, components);
        panel = isInPanels ? Math.Min(dimension, LargestPanel) : dimension;
        Panels = (dimension + panel - 1) / panel;
        Slab[] slabs = Slab.SideBySide(
            Table.SizeOf(panel, Stride),
            Table.SizeOf(components, Stride),
            panel < dimension ? 0 : Table.SizeOf(dimension, LargestPack),
            Stride, Stride, Stride, Stride, Stride, Stride, 2 * Lanes.Width);
        (columns, terms, shifted) = (slabs[0], slabs[1], slabs[2]);
        (largest, sums, shares) = (slabs[3], slabs[4], slabs[5]);
        (weights, known, labels, totals) = (slabs[6], slabs[7], slabs[8], slabs[9]);
    }

    public int Components { get; }

    /// <summary>The first row of the data that the tile holds.</summary>
    public long First { get; private set; }

    /// <summary>The same, where the data are in memory.</summary>
    public int Begin => (int)First;

    /// <summary>How many rows it holds.</summary>
    public int Count { get; private set; }

    public bool IsWeighted { get; private set; }

    public bool IsLabelled { get; private set; }

    public ref double Columns => ref columns.First;

    public ref double Terms => ref terms.First;

    public ref double Shifted => ref shifted.First;

    public Span<double> Largest => largest.Span[..Samples];

    public Span<double> Sums => sums.Span[..Samples];

    public Span<double> Shares => shares.Span[..Samples];

    public Span<double> Weights => weights.Span[..Samples];

    public Span<double> Known => known.Span[..Samples];

    public Span<double> Labels => labels.Span[..Samples];

    /// <summary>Where a kernel leaves two sums over the tile in eight lanes each.</summary>
    public ref double Totals => ref totals.First;

    public Span<double> TermsOf(int component) => terms.Span.Slice(component * Stride, Samples);

    /// <summary>How many panels the columns have: one, but for very many.</summary>
    public int Panels { get; }

    /// <summary>Makes Columns those of a panel.</summary>
    /// <param name="index">Which.</param>
    /// <returns>Which columns these are.</returns>
    public (int First, int Count) Show(int index)
    {
        int first = index * panel;
        int count = Math.Min(panel, dimension - first);
        if (index != shown)
        {
            Transposition.Run(source.Span[first..], Count, dimension, count, columns.Span);
            shown = index;
        }

        return (first, count);
    }

    /// <summary>Reads rows that stay where they are, so that they can be shown in panels.</summary>
    /// <inheritdoc cref="Load(long, ReadOnlySpan{double}, ReadOnlySpan{double}, ReadOnlySpan{double})"/>
    public void Load(long first, ReadOnlyMemory<double> rows, ReadOnlySpan<double> rowWeights, ReadOnlySpan<double> rowLabels)
    {
        Describe(first, rows.Length / dimension, rowWeights, rowLabels);
        (source, shown) = (rows, -1);
        Show(0);
    }

    /// <summary>Reads rows, the only place where kernels touch data.</summary>
    /// <param name="first">The number of the first of them.</param>
    /// <param name="rows">As many as fit at most, one after the other.</param>
    /// <param name="rowWeights">Their weights; empty if each weighs 1.</param>
    /// <param name="rowLabels">Their labels, NaN where one is not known; empty if none is.</param>
    public void Load(long first, ReadOnlySpan<double> rows, ReadOnlySpan<double> rowWeights, ReadOnlySpan<double> rowLabels)
    {
        Describe(first, rows.Length / dimension, rowWeights, rowLabels);
        Transposition.Run(rows, Count, dimension, dimension, columns.Span);
    }

    private void Describe(long first, int count, ReadOnlySpan<double> rowWeights, ReadOnlySpan<double> rowLabels)
    {
        (First, Count) = (first, count);
        IsWeighted = !rowWeights.IsEmpty;
        if (IsWeighted)
        {
            rowWeights.CopyTo(Weights);
            Weights[Count..].Clear();
        }

        IsLabelled = !rowLabels.IsEmpty;
        if (IsLabelled)
        {
            rowLabels.CopyTo(Known);
            Known[Count..].Fill(double.NaN);
        }
    }

    /// <summary>The label of a sample; null where it is not known.</summary>
    public int? KnownLabel(int sample) => IsLabelled && !double.IsNaN(Known[sample]) ? (int)Known[sample] : null;

    /// <summary>Says that Terms are responsibilities already.</summary>
    public void Share()
    {
        Shares[..Count].Fill(1);
        ClearRest();
    }

    /// <summary>Sets a sample's terms.</summary>
    /// <param name="sample">Which.</param>
    /// <param name="term">The term of a component.</param>
    public void FillTerms(int sample, Func<int, double> term)
    {
        for (int k = 0; k < Components; k++)
        {
            TermsOf(k)[sample] = term(k);
        }
    }

    /// <summary>Makes a sample count for nothing.</summary>
    public void Ignore(int sample) => (Largest[sample], Sums[sample], Shares[sample]) = (0, 1, 0);

    /// <summary>Makes the samples beyond the last row count for nothing.</summary>
    public void ClearRest()
    {
        Largest[Count..].Clear();
        Sums[Count..].Fill(1);
        Shares[Count..].Clear();
    }
}
