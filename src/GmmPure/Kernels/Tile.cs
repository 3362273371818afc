namespace GmmPure.Kernels;

/// <summary>
/// A worker's scratch memory: up to 512 consecutive rows of the data, transposed so that eight samples fill a vector.
/// </summary>
/// <remarks>
/// <code>
///          sample 0 … 7 | 8 … 15 | … | 504 … 511 | 8 unused, so that columns do not fall onto the same cache lines
/// Columns    x₀          …                            D × 520
/// Terms      ln πₖ𝒩ₖ, then e^(ln πₖ𝒩ₖ − Largest),     K × 520
///            then the responsibilities rₖ or w·rₖ
/// Largest    the largest ln πₖ𝒩ₖ                          512
/// Sums       the sum of the exponentials, 1 … K           512
/// Shares     1/Sums                                       512
/// Weights    w, if the rows have weights                  512
/// Shifted    x − μ of 32 samples, for one component    D × 32
/// </code>
/// Beyond the last row stand samples that count for nothing: they repeat the first row, and have share 0.
/// </remarks>
internal sealed class Tile(int dimension, int components)
{
    /// <summary>From one column, or one component's terms, to the next.</summary>
    public const int Stride = MostSamples + Lanes.Width;

    private const int MostSamples = 512;

    /// <summary>The most samples that are whitened at once.</summary>
    private const int LargestPack = 32;

    private readonly Slab columns = new(dimension, Stride);
    private readonly Slab terms = new(components, Stride);
    private readonly Slab shifted = new(dimension, LargestPack);
    private readonly Slab largest = new(1, MostSamples);
    private readonly Slab sums = new(1, MostSamples);
    private readonly Slab shares = new(1, MostSamples);
    private readonly Slab weights = new(1, MostSamples);

    /// <summary>
    /// How many samples it has room for: so many that the ends of sums over a tile cost little, but where the columns of half of
    /// them fit into the first cache, and those of all of them don't, half of them.
    /// </summary>
    public int Samples { get; } = SamplesFor(dimension);

    public int Dimension => dimension;

    public int Components => components;

    /// <summary>The first row of the data that the tile holds.</summary>
    public int First { get; private set; }

    /// <summary>How many rows it holds.</summary>
    public int Count { get; private set; }

    public bool IsWeighted { get; private set; }

    public ref double Columns => ref columns.First;

    public ref double Terms => ref terms.First;

    public ref double Shifted => ref shifted.First;

    public Span<double> Largest => largest.Span[..Samples];

    public Span<double> Sums => sums.Span[..Samples];

    public Span<double> Shares => shares.Span[..Samples];

    public Span<double> Weights => weights.Span[..Samples];

    /// <summary>Where a kernel leaves sums over the tile.</summary>
    public LaneSums LaneSums { get; } = new();

    public Span<double> TermsOf(int component) => terms.Span.Slice(component * Stride, Samples);

    /// <summary>The room for samples of a dimension.</summary>
    public static int SamplesFor(int dimension) => dimension is > 4 and <= 16 ? MostSamples / 2 : MostSamples;

    /// <summary>Reads rows from one on, as many as fit and stand before the last.</summary>
    public void Load(Dataset data, int first, int end)
    {
        First = first;
        Count = Math.Min(Samples, end - first);
        Transposition.Run(data.Values.Elements.AsSpan(first * dimension, Count * dimension), dimension, columns.Span, Samples);
        IsWeighted = !data.Weights.IsEmpty;
        if (IsWeighted)
        {
            data.Weights.AsSpan(first, Count).CopyTo(Weights);
            Weights[Count..].Clear();
        }
    }

    /// <summary>Says that Terms are responsibilities already.</summary>
    public void Share()
    {
        Shares[..Count].Fill(1);
        ClearRest();
    }

    /// <summary>Makes the samples beyond the last row count for nothing.</summary>
    public void ClearRest()
    {
        Largest[Count..].Clear();
        Sums[Count..].Fill(1);
        Shares[Count..].Clear();
    }
}
