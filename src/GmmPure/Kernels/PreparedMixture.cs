using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GmmPure.Kernels;

/// <summary>A mixture made ready for tiles: whiteners and the constants of the log-densities.</summary>
internal sealed class PreparedMixture
{
    private const double LogTwoPi = 1.8378770664093453;

    private readonly GaussianMixture mixture;
    private readonly Whitener[] whiteners;
    private readonly double[] constants;

    public PreparedMixture(GaussianMixture mixture)
    {
        this.mixture = mixture;
        whiteners = mixture.Structure.IsShared
            ? [.. Enumerable.Repeat(Whitener.Of(mixture.Covariances[0]), mixture.ComponentCount)]
            : [.. mixture.Covariances.Select(Whitener.Of)];
        constants = [.. mixture.Covariances.Zip(mixture.Weights, LogConstant)];
    }

    /// <summary>
    /// The E-step on a tile: Terms become the responsibilities r, or w·r, and LogDensities ln p(x). Log-sum-exp by max-shift.
    /// </summary>
    /// <param name="tile">The samples.</param>
    /// <param name="isWeighted">Whether the rows' weights are to be in.</param>
    /// <exception cref="UnreachableRowException">A row is so far from every component that its density has no logarithm.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Expect(Tile tile, bool isWeighted = false)
    {
        for (int k = 0; k < constants.Length; k++)
        {
            whiteners[k].SquaredDistances(tile, mixture.Means.Row(k), tile.Terms(k));
        }

        for (int sample = 0; sample < Tile.Samples; sample += Quad.Width)
        {
            Normalise(tile, sample, isWeighted);
        }
    }

    /// <summary>ln πₖ − ½·(D·ln 2π + ln|Σₖ|).</summary>
    private static double LogConstant(Covariance covariance, double weight) =>
        Elementary.Log(weight) - (0.5 * ((covariance.Dimension * LogTwoPi) + covariance.LogDeterminant));

    /// <summary>From squared distances to ln πₖ𝒩(x | μₖ, Σₖ), and from these to responsibilities, for 32 samples.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Normalise(Tile tile, int sample, bool isWeighted)
    {
        var minusHalf = Vector512.Create(-0.5);
        var max = Quad.All(double.NegativeInfinity);
        for (int k = 0; k < constants.Length; k++)
        {
            ref double terms = ref tile.Term(k, sample);
            var term = Quad.All(constants[k]).PlusProduct(minusHalf, Quad.At(ref terms, 0));
            term.Put(ref terms, 0);
            max = Quad.Max(max, term);
        }

        if (!max.IsAbove(double.NegativeInfinity))
        {
            throw new UnreachableRowException(UnreachableRow(tile, sample, max));
        }

        var sum = default(Quad);
        for (int k = 0; k < constants.Length; k++)
        {
            ref double terms = ref tile.Term(k, sample);
            var exponential = Quad.Exp(Quad.At(ref terms, 0) - max);
            exponential.Put(ref terms, 0);
            sum += exponential;
        }

        var share = Quad.All(1) / sum;
        var weights = Quad.At(ref tile.Weights[sample], 0);
        for (int k = 0; k < constants.Length; k++)
        {
            ref double terms = ref tile.Term(k, sample);
            var responsibility = Quad.At(ref terms, 0) * share;
            (isWeighted ? responsibility * weights : responsibility).Put(ref terms, 0);
        }

        (max + Quad.Log(sum)).Put(ref tile.LogDensities[sample], 0);
    }

    /// <summary>The first of the samples without a density. Beyond the last row the tile's first one is repeated, which has one.</summary>
    private static int UnreachableRow(Tile tile, int sample, Quad max)
    {
        Span<double> each = stackalloc double[Quad.Width];
        max.Put(ref each[0], 0);
        for (int i = 0; i < each.Length; i++)
        {
            if (!(each[i] > double.NegativeInfinity))
            {
                return tile.First + sample + i;
            }
        }

        return tile.First;
    }
}
