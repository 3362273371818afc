using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GmmPure.Kernels;

/// <summary>Squared Mahalanobis distances of a tile's samples from one component.</summary>
internal abstract class Whitener
{
    /// <summary>How many samples are worked on at a time: four vectors.</summary>
    protected const int Block = Quad.Width;

    /// <summary>The whitener of a covariance; a ball is a diagonal with equal entries.</summary>
    public static Whitener Of(Covariance covariance) => covariance.Match<Whitener>(
        full => new FullWhitener(Cholesky.Whitening(full.CholeskyFactor), full.Dimension),
        diagonal => new DiagonalWhitener([.. diagonal.Variances.Select(variance => 1 / Math.Sqrt(variance))]),
        spherical => new DiagonalWhitener(
            [.. Enumerable.Repeat(1 / Math.Sqrt(spherical.Variance), spherical.Dimension)]));

    /// <summary>The whitener that multiplies each column's deviation by a scale.</summary>
    public static Whitener Of(ImmutableArray<double> scales) => new DiagonalWhitener([.. scales]);

    /// <summary>‖W·(x − μ)‖² of every sample.</summary>
    /// <param name="tile">The samples x.</param>
    /// <param name="centre">μ (D).</param>
    /// <param name="distances">The result, 256.</param>
    public abstract void SquaredDistances(Tile tile, ReadOnlySpan<double> centre, Span<double> distances);

    /// <summary>
    /// z = W·(x − μ) with the lower triangular W: four rows of W times four vectors of samples are sixteen sums, which
    /// stay in registers. Rows beyond a multiple of four go one by one.
    /// </summary>
    /// <remarks>
    /// W is packed in the order in which it is read:
    /// <code>
    /// row  0  0 4 8 ·          one block of four rows: column by column, the four rows' weights
    ///      1  1 5 9 ·          side by side; the triangle's upper part, which is zero, is not
    ///      2  2 6 ⋱            read
    ///      3  3 7
    /// </code>
    /// </remarks>
    private sealed class FullWhitener(double[] whitening, int dimension) : Whitener
    {
        private readonly double[] packed = Pack(whitening, dimension);

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void SquaredDistances(Tile tile, ReadOnlySpan<double> centre, Span<double> distances)
        {
            ref double result = ref MemoryMarshal.GetReference(distances);
            ref double shifted = ref tile.Scratch;
            for (int sample = 0; sample < Tile.Samples; sample += Block)
            {
                tile.ShiftBlock(sample, centre);
                var squares = default(Quad);
                ref double weights = ref MemoryMarshal.GetArrayDataReference(packed);
                nuint at = 0;
                int row = 0;
                for (; row <= dimension - 4; row += 4)
                {
                    squares = AddFourRows(squares, row, ref weights, ref at, ref shifted);
                }

                for (; row < dimension; row++)
                {
                    squares = AddRow(squares, row, ref weights, ref at, ref shifted);
                }

                squares.Put(ref result, (nuint)sample);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Quad AddFourRows(Quad squares, int row, ref double weights, ref nuint position, ref double shifted)
        {
            var (z0, z1, z2, z3) = (default(Quad), default(Quad), default(Quad), default(Quad));
            nuint at = position;
            nuint column = 0;
            nuint end = (nuint)row * Block;
            for (; column < end; column += Block)
            {
                var x = Quad.At(ref shifted, column);
                z0 = z0.Plus(Lanes.All(ref weights, at), x);
                z1 = z1.Plus(Lanes.All(ref weights, at + 1), x);
                z2 = z2.Plus(Lanes.All(ref weights, at + 2), x);
                z3 = z3.Plus(Lanes.All(ref weights, at + 3), x);
                at += 4;
            }

            var x0 = Quad.At(ref shifted, column);
            z0 = z0.Plus(Lanes.All(ref weights, at), x0);
            z1 = z1.Plus(Lanes.All(ref weights, at + 1), x0);
            z2 = z2.Plus(Lanes.All(ref weights, at + 2), x0);
            z3 = z3.Plus(Lanes.All(ref weights, at + 3), x0);
            var x1 = Quad.At(ref shifted, column + Block);
            z1 = z1.Plus(Lanes.All(ref weights, at + 5), x1);
            z2 = z2.Plus(Lanes.All(ref weights, at + 6), x1);
            z3 = z3.Plus(Lanes.All(ref weights, at + 7), x1);
            var x2 = Quad.At(ref shifted, column + (2 * Block));
            z2 = z2.Plus(Lanes.All(ref weights, at + 10), x2);
            z3 = z3.Plus(Lanes.All(ref weights, at + 11), x2);
            z3 = z3.Plus(Lanes.All(ref weights, at + 15), Quad.At(ref shifted, column + (3 * Block)));
            position = at + 16;
            return squares.PlusSquareOf(z0).PlusSquareOf(z1).PlusSquareOf(z2).PlusSquareOf(z3);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Quad AddRow(Quad squares, int row, ref double weights, ref nuint position, ref double shifted)
        {
            var z = default(Quad);
            nuint at = position;
            for (nuint column = 0; column <= (nuint)row * Block; column += Block)
            {
                z = z.Plus(Lanes.All(ref weights, at), Quad.At(ref shifted, column));
                at++;
            }

            position = at;
            return squares.PlusSquareOf(z);
        }

        private static double[] Pack(double[] whitening, int dimension)
        {
            var order =
                from block in Enumerable.Range(0, (dimension + 3) / 4).Select(block => 4 * block)
                let isWhole = block <= dimension - 4
                from step in isWhole
                    ? from column in Enumerable.Range(0, block + 4)
                      from row in Enumerable.Range(block, 4)
                      select (row, column)
                    : from row in Enumerable.Range(block, dimension - block)
                      from column in Enumerable.Range(0, row + 1)
                      select (row, column)
                select whitening[(step.row * dimension) + step.column];
            return [.. order];
        }
    }

    /// <summary>zⱼ = (xⱼ − μⱼ)/σⱼ.</summary>
    private sealed class DiagonalWhitener(double[] inverseDeviations) : Whitener
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void SquaredDistances(Tile tile, ReadOnlySpan<double> centre, Span<double> distances)
        {
            ref double result = ref MemoryMarshal.GetReference(distances);
            ref readonly double columns = ref MemoryMarshal.GetReference(tile.Column(0));
            for (nuint sample = 0; sample < Tile.Samples; sample += Block)
            {
                var squares = default(Quad);
                nuint at = sample;
                for (int column = 0; column < inverseDeviations.Length; column++)
                {
                    var z = Quad.At(in columns, at)
                        .Minus(Vector512.Create(centre[column]))
                        .Times(Vector512.Create(inverseDeviations[column]));
                    squares = squares.PlusSquareOf(z);
                    at += Tile.Stride;
                }

                squares.Put(ref result, sample);
            }
        }
    }
}
