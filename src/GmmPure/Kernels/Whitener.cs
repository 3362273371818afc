using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GmmPure.Kernels;

/// <summary>Squared Mahalanobis distances of a tile's samples from one component.</summary>
internal abstract class Whitener
{
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
        private const int BlockRows = 4;

        private readonly double[] packed = Pack(whitening, dimension);

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void SquaredDistances(Tile tile, ReadOnlySpan<double> centre, Span<double> distances)
        {
            ref double result = ref MemoryMarshal.GetReference(distances[..Tile.Samples]);
            ref double shifted = ref tile.Scratch;
            for (int sample = 0; sample < Tile.Samples; sample += Quad.Width)
            {
                tile.ShiftBlock(sample, centre[..dimension]);
                var squares = default(Quad);
                ref double weights = ref MemoryMarshal.GetArrayDataReference(packed);
                nuint at = 0;
                int row = 0;
                for (; row <= dimension - BlockRows; row += BlockRows)
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
            nuint end = (nuint)row * Quad.Width;
            for (; column < end; column += Quad.Width)
            {
                var x = Quad.At(ref shifted, column);
                z0 = z0.PlusProduct(Lanes.All(ref weights, at), x);
                z1 = z1.PlusProduct(Lanes.All(ref weights, at + 1), x);
                z2 = z2.PlusProduct(Lanes.All(ref weights, at + 2), x);
                z3 = z3.PlusProduct(Lanes.All(ref weights, at + 3), x);
                at += 4;
            }

            var x0 = Quad.At(ref shifted, column);
            z0 = z0.PlusProduct(Lanes.All(ref weights, at), x0);
            z1 = z1.PlusProduct(Lanes.All(ref weights, at + 1), x0);
            z2 = z2.PlusProduct(Lanes.All(ref weights, at + 2), x0);
            z3 = z3.PlusProduct(Lanes.All(ref weights, at + 3), x0);
            var x1 = Quad.At(ref shifted, column + Quad.Width);
            z1 = z1.PlusProduct(Lanes.All(ref weights, at + 5), x1);
            z2 = z2.PlusProduct(Lanes.All(ref weights, at + 6), x1);
            z3 = z3.PlusProduct(Lanes.All(ref weights, at + 7), x1);
            var x2 = Quad.At(ref shifted, column + (2 * Quad.Width));
            z2 = z2.PlusProduct(Lanes.All(ref weights, at + 10), x2);
            z3 = z3.PlusProduct(Lanes.All(ref weights, at + 11), x2);
            z3 = z3.PlusProduct(Lanes.All(ref weights, at + 15), Quad.At(ref shifted, column + (3 * Quad.Width)));
            position = at + 16;
            return squares.PlusProduct(z0, z0).PlusProduct(z1, z1).PlusProduct(z2, z2).PlusProduct(z3, z3);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Quad AddRow(Quad squares, int row, ref double weights, ref nuint position, ref double shifted)
        {
            var z = default(Quad);
            nuint at = position;
            for (nuint column = 0; column <= (nuint)row * Quad.Width; column += Quad.Width)
            {
                z = z.PlusProduct(Lanes.All(ref weights, at), Quad.At(ref shifted, column));
                at++;
            }

            position = at;
            return squares.PlusProduct(z, z);
        }

        private static double[] Pack(double[] whitening, int dimension)
        {
            var numbers = new List<double>(Table.SizeOf(dimension + BlockRows, dimension));
            int row = 0;
            for (; row <= dimension - BlockRows; row += BlockRows)
            {
                for (int column = 0; column < row + BlockRows; column++)
                {
                    for (int i = 0; i < BlockRows; i++)
                    {
                        numbers.Add(whitening[((row + i) * dimension) + column]);
                    }
                }
            }

            for (; row < dimension; row++)
            {
                numbers.AddRange(whitening.AsSpan(row * dimension, row + 1));
            }

            return [.. numbers];
        }
    }

    /// <summary>zⱼ = (xⱼ − μⱼ)/σⱼ.</summary>
    private sealed class DiagonalWhitener(double[] inverseDeviations) : Whitener
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void SquaredDistances(Tile tile, ReadOnlySpan<double> centre, Span<double> distances)
        {
            ref double result = ref MemoryMarshal.GetReference(distances[..Tile.Samples]);
            ref readonly double columns = ref MemoryMarshal.GetReference(tile.ColumnsFrom(0)[..(inverseDeviations.Length * Tile.Stride)]);
            for (nuint sample = 0; sample < Tile.Samples; sample += Quad.Width)
            {
                var squares = default(Quad);
                nuint at = sample;
                for (int column = 0; column < inverseDeviations.Length; column++)
                {
                    var z = (Quad.At(in columns, at) - Vector512.Create(centre[column]))
                        * Vector512.Create(inverseDeviations[column]);
                    squares = squares.PlusProduct(z, z);
                    at += Tile.Stride;
                }

                squares.Put(ref result, sample);
            }
        }
    }
}
