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
        int components = reference.RowCount;
        for (int k = 0; k < components; k++)
        {
            var terms = tile.Terms(k);
            tile.ShiftBy(reference.Row(k));
            counts.Next[k] = Sum(terms);
            for (int column = 0; column < Dimension; column++)
            {
                first.Next[(k * Dimension) + column] = Lanes.Dot(terms, tile.ShiftedColumn(column));
            }

            AddSecond(tile, terms, second.Next.Slice(k % secondRows * secondColumns, secondColumns));
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

    /// <summary>Adds the second moments of one component, one number to each place that the structure has.</summary>
    protected abstract void AddSecond(Tile tile, ReadOnlySpan<double> terms, Span<double> second);

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = Vector512<double>.Zero;
        for (int i = 0; i < values.Length; i += Lanes.Width)
        {
            sum += Lanes.At(values, i);
        }

        return Lanes.Sum(sum);
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

    /// <summary>The lower triangle, a row times four columns at a time.</summary>
    private sealed class FullMoments(Table reference, int rows)
        : MomentAccumulator(reference, rows, Table.SizeOf(reference.ColumnCount, reference.ColumnCount))
    {
        private readonly double[] weighted = new double[Tile.Samples];

        protected override void AddSecond(Tile tile, ReadOnlySpan<double> terms, Span<double> second)
        {
            for (int i = 0; i < Dimension; i++)
            {
                var column = tile.ShiftedColumn(i);
                for (int sample = 0; sample < Tile.Samples; sample += Lanes.Width)
                {
                    Lanes.Put(Lanes.At(terms, sample) * Lanes.At(column, sample), weighted, sample);
                }

                var row = second.Slice(i * Dimension, i + 1);
                int j = 0;
                for (; j <= i - 3; j += 4)
                {
                    AddFour(tile.Shifted[(j * Tile.Samples)..], row[j..]);
                }

                for (; j <= i; j++)
                {
                    row[j] += Lanes.Dot(weighted, tile.ShiftedColumn(j));
                }
            }
        }

        private void AddFour(ReadOnlySpan<double> columns, Span<double> row)
        {
            var (s0, s1, s2, s3) = (
                Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero);
            for (int sample = 0; sample < Tile.Samples; sample += Lanes.Width)
            {
                var w = Lanes.At(weighted, sample);
                s0 = Vector512.FusedMultiplyAdd(w, Lanes.At(columns, sample), s0);
                s1 = Vector512.FusedMultiplyAdd(w, Lanes.At(columns, sample + Tile.Samples), s1);
                s2 = Vector512.FusedMultiplyAdd(w, Lanes.At(columns, sample + (2 * Tile.Samples)), s2);
                s3 = Vector512.FusedMultiplyAdd(w, Lanes.At(columns, sample + (3 * Tile.Samples)), s3);
            }

            row[0] += Lanes.Sum(s0);
            row[1] += Lanes.Sum(s1);
            row[2] += Lanes.Sum(s2);
            row[3] += Lanes.Sum(s3);
        }
    }

    private sealed class DiagonalMoments(Table reference, int rows)
        : MomentAccumulator(reference, rows, reference.ColumnCount)
    {
        protected override void AddSecond(Tile tile, ReadOnlySpan<double> terms, Span<double> second)
        {
            for (int column = 0; column < Dimension; column++)
            {
                second[column] += WeightedSquares(terms, tile.ShiftedColumn(column));
            }
        }
    }

    private sealed class SphericalMoments(Table reference, int rows) : MomentAccumulator(reference, rows, 1)
    {
        protected override void AddSecond(Tile tile, ReadOnlySpan<double> terms, Span<double> second)
        {
            for (int column = 0; column < Dimension; column++)
            {
                second[0] += WeightedSquares(terms, tile.ShiftedColumn(column));
            }
        }
    }

    /// <summary>Σ w·d².</summary>
    private static double WeightedSquares(ReadOnlySpan<double> weights, ReadOnlySpan<double> deviations)
    {
        var sum = Vector512<double>.Zero;
        for (int i = 0; i < Tile.Samples; i += Lanes.Width)
        {
            var d = Lanes.At(deviations, i);
            sum = Vector512.FusedMultiplyAdd(Lanes.At(weights, i) * d, d, sum);
        }

        return Lanes.Sum(sum);
    }
}
