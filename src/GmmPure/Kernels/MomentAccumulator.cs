using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GmmPure.Kernels;

/// <summary>
/// Σ w·r, Σ w·r·(x − c) and Σ w·r·(x − c)(x − c)ᵀ about the components' reference points c, tile by tile. One
/// accumulator belongs to one worker.
/// </summary>
internal abstract class MomentAccumulator
{
    private readonly Table reference;
    private readonly int secondRows;
    private readonly int secondColumns;
    private readonly CompensatedSums counts;
    private readonly CompensatedSums first;
    private readonly CompensatedSums second;

    private MomentAccumulator(Table reference, int secondRows, int secondColumns)
    {
        this.reference = reference;
        this.secondRows = secondRows;
        this.secondColumns = secondColumns;
        counts = new CompensatedSums(reference.RowCount);
        first = new CompensatedSums(reference.RowCount * reference.ColumnCount);
        second = new CompensatedSums(Table.SizeOf(secondRows, secondColumns));
    }

    protected int Dimension => reference.ColumnCount;

    public static MomentAccumulator Create(CovarianceStructure structure, Table reference)
    {
        int rows = structure.IsShared ? 1 : reference.RowCount;
        return structure.Shape switch
        {
            CovarianceShape.Full => new FullMoments(reference, rows),
            CovarianceShape.Diagonal => new DiagonalMoments(reference, rows),
            _ => new SphericalMoments(reference, rows),
        };
    }

    /// <summary>Adds a tile whose Terms hold w·r.</summary>
    public void Add(Tile tile)
    {
        for (int k = 0; k < reference.RowCount; k++)
        {
            var terms = tile.Terms(k);
            counts.Next[k] = Sum(terms);

            // What all components share goes into row 0.
            AddMoments(
                tile,
                terms,
                reference.Row(k),
                first.Next.Slice(k * Dimension, Dimension),
                second.Next.Slice(k % secondRows * secondColumns, secondColumns));
        }

        counts.AddNext();
        first.AddNext();
        second.AddNext();
    }

    /// <summary>Adds what another worker has accumulated.</summary>
    public void Add(MomentAccumulator other)
    {
        counts.Add(other.counts);
        first.Add(other.first);
        second.Add(other.second);
    }

    public SufficientStatistics ToStatistics(CovarianceStructure structure)
    {
        double[] moments = second.Totals();
        if (structure.Shape == CovarianceShape.Full)
        {
            MirrorLowerTriangles(moments);
        }

        return new SufficientStatistics(
            structure,
            reference,
            Content.Freeze(counts.Totals()),
            Table.Wrap(reference.RowCount, Dimension, first.Totals()),
            Table.Wrap(moments.Length / secondColumns, secondColumns, moments));
    }

    /// <summary>
    /// Adds the moments of one component: the first to one number a column, the second to one number for each place that
    /// the structure has.
    /// </summary>
    protected abstract void AddMoments(
        Tile tile, ReadOnlySpan<double> terms, ReadOnlySpan<double> centre, Span<double> first, Span<double> second);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Sum(ReadOnlySpan<double> values)
    {
        ref readonly double value = ref MemoryMarshal.GetReference(values);
        var sum = default(Quad);
        for (int i = 0; i < values.Length; i += Quad.Width)
        {
            sum += Quad.At(in value, (nuint)i);
        }

        return sum.Sum();
    }

    /// <summary>Only the lower triangle of a matrix is summed.</summary>
    private void MirrorLowerTriangles(double[] moments)
    {
        for (int start = 0; start < moments.Length; start += secondColumns)
        {
            for (int i = 0; i < Dimension; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    moments[start + (j * Dimension) + i] = moments[start + (i * Dimension) + j];
                }
            }
        }
    }

    /// <summary>
    /// The lower triangle of Σ w·r·d·dᵀ with d = x − c. Four rows times four columns are sixteen sums, which stay in
    /// registers; w·r·d is kept for four rows at a time, d is made anew where it is needed, so that little memory is
    /// touched. Rows beyond a multiple of four go one by one.
    /// </summary>
    private sealed class FullMoments(Table reference, int secondRows)
        : MomentAccumulator(reference, secondRows, Table.SizeOf(reference.ColumnCount, reference.ColumnCount))
    {
        private const int BlockRows = 4;

        /// <summary>w·r·d of the rows at hand, 4 × 264.</summary>
        private readonly double[] weighted = new double[BlockRows * Tile.Stride];

        protected override void AddMoments(
            Tile tile, ReadOnlySpan<double> terms, ReadOnlySpan<double> centre, Span<double> first, Span<double> second)
        {
            for (int start = 0; start < Dimension; start += BlockRows)
            {
                int rows = Math.Min(BlockRows, Dimension - start);
                for (int row = 0; row < rows; row++)
                {
                    first[start + row] += Weigh(tile.ColumnsFrom(start + row), terms, centre[start + row], row);
                }

                if (rows == BlockRows)
                {
                    for (int column = 0; column < start; column += BlockRows)
                    {
                        AddSquare(tile.ColumnsFrom(column), centre[column..], second[((start * Dimension) + column)..]);
                    }

                    AddTriangle(tile.ColumnsFrom(start), centre[start..], second[((start * Dimension) + start)..]);
                }
                else
                {
                    AddLastRows(tile, start, centre, second);
                }
            }
        }

        /// <summary>Stores w·r·d of one row, and gives its sum.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private double Weigh(ReadOnlySpan<double> column, ReadOnlySpan<double> terms, double centre, int row)
        {
            ref readonly double source = ref MemoryMarshal.GetReference(column);
            ref readonly double term = ref MemoryMarshal.GetReference(terms);
            ref double product = ref weighted[row * Tile.Stride];
            var shift = Vector512.Create(centre);
            var sum = default(Quad);
            for (nuint i = 0; i < Tile.Samples; i += Quad.Width)
            {
                var wd = (Quad.At(in source, i) - shift) * Quad.At(in term, i);
                wd.Put(ref product, i);
                sum += wd;
            }

            return sum.Sum();
        }

        /// <summary>The four rows at hand times four columns.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void AddSquare(ReadOnlySpan<double> columns, ReadOnlySpan<double> centre, Span<double> second)
        {
            ref readonly double source = ref MemoryMarshal.GetReference(columns);
            ref readonly double factors = ref weighted[0];
            var shift = Quad.Of(centre);
            var (s0, s1, s2, s3) = (default(Quad), default(Quad), default(Quad), default(Quad));
            for (nuint i = 0; i < Tile.Samples; i += Lanes.Width)
            {
                var d = Quad.At(in source, i, Tile.Stride) - shift;
                s0 = s0.PlusProduct(Vector512.LoadUnsafe(in factors, i), d);
                s1 = s1.PlusProduct(Vector512.LoadUnsafe(in factors, i + Tile.Stride), d);
                s2 = s2.PlusProduct(Vector512.LoadUnsafe(in factors, i + (2 * Tile.Stride)), d);
                s3 = s3.PlusProduct(Vector512.LoadUnsafe(in factors, i + (3 * Tile.Stride)), d);
            }

            s0.AddSumsTo(second[0..]);
            s1.AddSumsTo(second[Dimension..]);
            s2.AddSumsTo(second[(2 * Dimension)..]);
            s3.AddSumsTo(second[(3 * Dimension)..]);
        }

        /// <summary>The four rows at hand times themselves, the lower triangle.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void AddTriangle(ReadOnlySpan<double> columns, ReadOnlySpan<double> centre, Span<double> second)
        {
            ref readonly double source = ref MemoryMarshal.GetReference(columns);
            ref readonly double factors = ref weighted[0];
            var shift = Quad.Of(centre);
            var (s00, s10, s11) = (Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero);
            var (s20, s21, s22) = (Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero);
            var s3 = default(Quad);
            for (nuint i = 0; i < Tile.Samples; i += Lanes.Width)
            {
                var d = Quad.At(in source, i, Tile.Stride) - shift;
                var w1 = Vector512.LoadUnsafe(in factors, i + Tile.Stride);
                var w2 = Vector512.LoadUnsafe(in factors, i + (2 * Tile.Stride));
                s00 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(in factors, i), d.First, s00);
                s10 = Vector512.FusedMultiplyAdd(w1, d.First, s10);
                s11 = Vector512.FusedMultiplyAdd(w1, d.Second, s11);
                s20 = Vector512.FusedMultiplyAdd(w2, d.First, s20);
                s21 = Vector512.FusedMultiplyAdd(w2, d.Second, s21);
                s22 = Vector512.FusedMultiplyAdd(w2, d.Third, s22);
                s3 = s3.PlusProduct(Vector512.LoadUnsafe(in factors, i + (3 * Tile.Stride)), d);
            }

            second[0] += Lanes.Sum(s00);
            second[Dimension] += Lanes.Sum(s10);
            second[Dimension + 1] += Lanes.Sum(s11);
            second[2 * Dimension] += Lanes.Sum(s20);
            second[(2 * Dimension) + 1] += Lanes.Sum(s21);
            second[(2 * Dimension) + 2] += Lanes.Sum(s22);
            s3.AddSumsTo(second[(3 * Dimension)..]);
        }

        /// <summary>The rows beyond a multiple of four: four columns at a time, then one by one.</summary>
        private void AddLastRows(Tile tile, int start, ReadOnlySpan<double> centre, Span<double> second)
        {
            for (int row = start; row < Dimension; row++)
            {
                ref readonly double factors = ref weighted[(row - start) * Tile.Stride];
                int column = 0;
                for (; column < start; column += BlockRows)
                {
                    AddFour(in factors, tile.ColumnsFrom(column), centre[column..], second[((row * Dimension) + column)..]);
                }

                for (; column <= row; column++)
                {
                    second[(row * Dimension) + column] += Product(in factors, tile.ColumnsFrom(column), centre[column]);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void AddFour(
            ref readonly double factors, ReadOnlySpan<double> columns, ReadOnlySpan<double> centre, Span<double> second)
        {
            ref readonly double source = ref MemoryMarshal.GetReference(columns);
            var shift = Quad.Of(centre);
            var sums = default(Quad);
            for (nuint i = 0; i < Tile.Samples; i += Lanes.Width)
            {
                var d = Quad.At(in source, i, Tile.Stride) - shift;
                sums = sums.PlusProduct(Vector512.LoadUnsafe(in factors, i), d);
            }

            sums.AddSumsTo(second);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static double Product(ref readonly double factors, ReadOnlySpan<double> column, double centre)
        {
            ref readonly double source = ref MemoryMarshal.GetReference(column);
            var shift = Vector512.Create(centre);
            var sum = default(Quad);
            for (nuint i = 0; i < Tile.Samples; i += Quad.Width)
            {
                sum = sum.PlusProduct(Quad.At(in factors, i), Quad.At(in source, i) - shift);
            }

            return sum.Sum();
        }
    }

    private sealed class DiagonalMoments(Table reference, int secondRows)
        : MomentAccumulator(reference, secondRows, reference.ColumnCount)
    {
        protected override void AddMoments(
            Tile tile, ReadOnlySpan<double> terms, ReadOnlySpan<double> centre, Span<double> first, Span<double> second)
        {
            for (int column = 0; column < Dimension; column++)
            {
                var (sum, squares) = OfColumn(tile, terms, column, centre[column]);
                first[column] += sum;
                second[column] += squares;
            }
        }
    }

    private sealed class SphericalMoments(Table reference, int secondRows) : MomentAccumulator(reference, secondRows, 1)
    {
        protected override void AddMoments(
            Tile tile, ReadOnlySpan<double> terms, ReadOnlySpan<double> centre, Span<double> first, Span<double> second)
        {
            for (int column = 0; column < Dimension; column++)
            {
                var (sum, squares) = OfColumn(tile, terms, column, centre[column]);
                first[column] += sum;
                second[0] += squares;
            }
        }
    }

    /// <summary>Σ w·d and Σ w·d² of one column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double Sum, double Squares) OfColumn(Tile tile, ReadOnlySpan<double> terms, int column, double centre)
    {
        ref readonly double source = ref MemoryMarshal.GetReference(tile.ColumnsFrom(column));
        ref readonly double term = ref MemoryMarshal.GetReference(terms);
        var shift = Vector512.Create(centre);
        var (sum, squares) = (default(Quad), default(Quad));
        for (nuint i = 0; i < Tile.Samples; i += Quad.Width)
        {
            var d = Quad.At(in source, i) - shift;
            var wd = d * Quad.At(in term, i);
            sum += wd;
            squares = squares.PlusProduct(wd, d);
        }

        return (sum.Sum(), squares.Sum());
    }
}
