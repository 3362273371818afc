using System.Runtime.Intrinsics;

namespace GmmPure.Kernels;

/// <summary>
/// A worker's scratch memory: up to 256 consecutive rows of the data, transposed so that eight samples fill a vector.
/// </summary>
/// <remarks>
/// <code>
///            sample 0 … 7 | 8 … 15 | … | 248 … 255
/// Columns      x₀        …                             D × 256
/// Shifted      x₀ − μ₀   …   for one component         D × 256
/// Terms        ln πₖ𝒩ₖ, then rₖ, then w·rₖ             K × 256
/// LogDensities ln p(x)                                     256
/// Weights      w, 0 beyond the last row                    256
/// </code>
/// Samples beyond the last row repeat the tile's first row with weight 0: valid numbers that count for nothing.
/// </remarks>
internal sealed class Tile(int dimension, int components)
{
    public const int Samples = 256;

    private readonly double[] columns = new double[Table.SizeOf(dimension, Samples)];
    private readonly double[] shifted = new double[Table.SizeOf(dimension, Samples)];
    private readonly double[] terms = new double[Table.SizeOf(components, Samples)];

    /// <summary>The first row of the data that the tile holds.</summary>
    public int First { get; private set; }

    /// <summary>How many rows it holds.</summary>
    public int Count { get; private set; }

    public double[] LogDensities { get; } = new double[Samples];

    public double[] Weights { get; } = new double[Samples];

    public ReadOnlySpan<double> Shifted => shifted;

    public Span<double> Terms(int component) => terms.AsSpan(component * Samples, Samples);

    public ReadOnlySpan<double> ShiftedColumn(int column) => shifted.AsSpan(column * Samples, Samples);

    /// <summary>Reads rows from one on, as many as fit and stand before the last.</summary>
    public void Load(Dataset data, int first, int end)
    {
        First = first;
        Count = Math.Min(Samples, end - first);
        var rows = data.Values.Elements.AsSpan();
        for (int sample = 0; sample < Samples; sample++)
        {
            int row = sample < Count ? first + sample : first;
            var source = rows.Slice(row * dimension, dimension);
            for (int column = 0; column < source.Length; column++)
            {
                columns[(column * Samples) + sample] = source[column];
            }

            Weights[sample] = sample < Count ? data.WeightOf(row) : 0;
        }
    }

    /// <summary>Shifted = x − centre.</summary>
    public void ShiftBy(ReadOnlySpan<double> centre)
    {
        for (int column = 0; column < centre.Length; column++)
        {
            var shift = Vector512.Create(centre[column]);
            int end = (column + 1) * Samples;
            for (int i = column * Samples; i < end; i += Lanes.Width)
            {
                Lanes.Put(Lanes.At(columns, i) - shift, shifted, i);
            }
        }
    }

    /// <summary>Turns the responsibilities r in Terms into w·r.</summary>
    public void WeighTerms()
    {
        for (int component = 0; component < components; component++)
        {
            var term = Terms(component);
            for (int i = 0; i < Samples; i += Lanes.Width)
            {
                Lanes.Put(Lanes.At(term, i) * Lanes.At(Weights, i), term, i);
            }
        }
    }

    /// <summary>Σ w·ln p(x) over the tile.</summary>
    public double SumOfLogDensities() => Lanes.Dot(Weights, LogDensities);

    /// <summary>
    /// Σ w·ln max r over the tile, of the responsibilities in Terms. The largest is at least 1/K, and its logarithm is as
    /// exact as it is.
    /// </summary>
    public double SumOfLogLargestTerms()
    {
        var sum = Vector512<double>.Zero;
        for (int i = 0; i < Samples; i += Lanes.Width)
        {
            var largest = Lanes.At(terms, i);
            for (int component = 1; component < components; component++)
            {
                largest = Vector512.Max(largest, Lanes.At(Terms(component), i));
            }

            sum = Vector512.FusedMultiplyAdd(Lanes.At(Weights, i), Elementary.Log(largest), sum);
        }

        return Lanes.Sum(sum);
    }
}
