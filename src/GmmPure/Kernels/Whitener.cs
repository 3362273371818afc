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
    /// <param name="shifted">x − μ, D × 256.</param>
    /// <param name="distances">The result, 256.</param>
    public abstract void SquaredDistances(ReadOnlySpan<double> shifted, Span<double> distances);

    /// <summary>z = W·(x − μ) with the lower triangular W, four vectors of samples at a time.</summary>
    private sealed class FullWhitener(double[] whitening, int dimension) : Whitener
    {
        private const int Block = 4 * Lanes.Width;

        public override void SquaredDistances(ReadOnlySpan<double> shifted, Span<double> distances)
        {
            for (int sample = 0; sample < Tile.Samples; sample += Block)
            {
                var (q0, q1, q2, q3) = (
                    Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero);
                for (int i = 0; i < dimension; i++)
                {
                    var row = whitening.AsSpan(i * dimension, i + 1);
                    var (z0, z1, z2, z3) = (
                        Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero);
                    int at = sample;
                    foreach (double weight in row)
                    {
                        var w = Vector512.Create(weight);
                        z0 = Vector512.FusedMultiplyAdd(w, Lanes.At(shifted, at), z0);
                        z1 = Vector512.FusedMultiplyAdd(w, Lanes.At(shifted, at + Lanes.Width), z1);
                        z2 = Vector512.FusedMultiplyAdd(w, Lanes.At(shifted, at + (2 * Lanes.Width)), z2);
                        z3 = Vector512.FusedMultiplyAdd(w, Lanes.At(shifted, at + (3 * Lanes.Width)), z3);
                        at += Tile.Samples;
                    }

                    q0 = Vector512.FusedMultiplyAdd(z0, z0, q0);
                    q1 = Vector512.FusedMultiplyAdd(z1, z1, q1);
                    q2 = Vector512.FusedMultiplyAdd(z2, z2, q2);
                    q3 = Vector512.FusedMultiplyAdd(z3, z3, q3);
                }

                Lanes.Put(q0, distances, sample);
                Lanes.Put(q1, distances, sample + Lanes.Width);
                Lanes.Put(q2, distances, sample + (2 * Lanes.Width));
                Lanes.Put(q3, distances, sample + (3 * Lanes.Width));
            }
        }
    }

    /// <summary>zⱼ = (xⱼ − μⱼ)/σⱼ.</summary>
    private sealed class DiagonalWhitener(double[] inverseDeviations) : Whitener
    {
        public override void SquaredDistances(ReadOnlySpan<double> shifted, Span<double> distances)
        {
            for (int sample = 0; sample < Tile.Samples; sample += Lanes.Width)
            {
                var q = Vector512<double>.Zero;
                int at = sample;
                foreach (double inverse in inverseDeviations)
                {
                    var z = Lanes.At(shifted, at) * Vector512.Create(inverse);
                    q = Vector512.FusedMultiplyAdd(z, z, q);
                    at += Tile.Samples;
                }

                Lanes.Put(q, distances, sample);
            }
        }
    }
}
