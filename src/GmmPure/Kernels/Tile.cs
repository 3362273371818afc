using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GmmPure.Kernels;

/// <summary>
/// A worker's scratch memory: up to 256 consecutive rows of the data, transposed so that eight samples fill a vector.
/// </summary>
/// <remarks>
/// <code>
///            sample 0 … 7 | 8 … 15 | … | 248 … 255 | 8 unused, so that columns do not fall onto the same cache lines
/// Columns      x₀        …                                D × 264
/// Terms        ‖zₖ‖², ln πₖ𝒩ₖ, rₖ, then w·rₖ                K × 256
/// LogDensities ln p(x)                                        256
/// Weights      w, 0 beyond the last row                       256
/// Scratch      x − μ of 32 samples, for one component     D × 32
/// </code>
/// Samples beyond the last row repeat the tile's first row with weight 0: valid numbers that count for nothing.
/// </remarks>
internal sealed class Tile(int dimension, int components)
{
    public const int Samples = 256;

    /// <summary>From one column to the next.</summary>
    public const int Stride = Samples + Lanes.Width;

    private readonly double[] columns = new double[Table.SizeOf(dimension, Stride)];
    private readonly double[] scratch = new double[Table.SizeOf(dimension, Quad.Width)];
    private readonly double[] terms = new double[Table.SizeOf(components, Samples)];

    /// <summary>The first row of the data that the tile holds.</summary>
    public int First { get; private set; }

    /// <summary>How many rows it holds.</summary>
    public int Count { get; private set; }

    public double[] LogDensities { get; } = new double[Samples];

    public double[] Weights { get; } = new double[Samples];

    /// <summary>One column and those after it.</summary>
    public ReadOnlySpan<double> ColumnsFrom(int column) => columns.AsSpan(column * Stride);

    /// <summary>D × 32.</summary>
    public ref double Scratch => ref MemoryMarshal.GetArrayDataReference(scratch);

    /// <summary>A component's term of one sample, with those after it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref double Term(int component, int sample) => ref terms[(component * Samples) + sample];

    public Span<double> Terms(int component) => terms.AsSpan(component * Samples, Samples);

    /// <summary>Reads rows from one on, as many as fit and stand before the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Load(Dataset data, int first, int end)
    {
        First = first;
        Count = Math.Min(Samples, end - first);
        var rows = data.Values.Elements.AsSpan();
        int sample = 0;
        for (; sample <= Count - Lanes.Width; sample += Lanes.Width)
        {
            Transpose(rows.Slice((first + sample) * dimension, Lanes.Width * dimension), sample);
        }

        for (; sample < Samples; sample++)
        {
            int row = sample < Count ? first + sample : first;
            for (int column = 0; column < dimension; column++)
            {
                columns[(column * Stride) + sample] = rows[(row * dimension) + column];
            }
        }

        LoadWeights(data, first);
    }

    /// <summary>Scratch = x − centre, for 32 samples.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ShiftBlock(int sample, ReadOnlySpan<double> centre)
    {
        ref double source = ref MemoryMarshal.GetArrayDataReference(columns);
        ref double target = ref Scratch;
        nuint from = (nuint)sample;
        nuint to = 0;
        foreach (double shift in centre)
        {
            (Quad.At(ref source, from) - Vector512.Create(shift)).Put(ref target, to);
            from += Stride;
            to += Quad.Width;
        }
    }

    /// <summary>Turns the responsibilities r in Terms into w·r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
    /// Σ w·ln max r over the tile, of the responsibilities in Terms. The largest is at least 1/K, so that its logarithm
    /// loses nothing.
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

    /// <summary>Eight rows of the data become eight samples of every column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Transpose(ReadOnlySpan<double> rows, int sample)
    {
        ref double row = ref MemoryMarshal.GetReference(rows);
        ref double target = ref MemoryMarshal.GetArrayDataReference(columns);
        nuint to = (nuint)sample;
        for (int column = 0; column < dimension; column++)
        {
            Vector512.Create(
                Unsafe.Add(ref row, column),
                Unsafe.Add(ref row, column + dimension),
                Unsafe.Add(ref row, column + (2 * dimension)),
                Unsafe.Add(ref row, column + (3 * dimension)),
                Unsafe.Add(ref row, column + (4 * dimension)),
                Unsafe.Add(ref row, column + (5 * dimension)),
                Unsafe.Add(ref row, column + (6 * dimension)),
                Unsafe.Add(ref row, column + (7 * dimension))).StoreUnsafe(ref target, to);
            to += Stride;
        }
    }

    private void LoadWeights(Dataset data, int first)
    {
        var held = Weights.AsSpan(0, Count);
        if (data.Weights.IsEmpty)
        {
            held.Fill(1);
        }
        else
        {
            data.Weights.AsSpan(first, Count).CopyTo(held);
        }

        Weights.AsSpan(Count).Clear();
    }
}
