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
    /// The E-step on a tile: Terms become the responsibilities, LogDensities ln p(x). Log-sum-exp by max-shift.
    /// </summary>
    /// <exception cref="UnreachableRowException">A row is so far from every component that its density has no logarithm.</exception>
    public void Expect(Tile tile)
    {
        for (int k = 0; k < constants.Length; k++)
        {
            LogTerms(tile, k);
        }

        for (int sample = 0; sample < Tile.Samples; sample += Lanes.Width)
        {
            Normalise(tile, sample);
        }
    }

    /// <summary>ln πₖ − ½·(D·ln 2π + ln|Σₖ|).</summary>
    private static double LogConstant(Covariance covariance, double weight) =>
        Elementary.Log(weight) - (0.5 * ((covariance.Dimension * LogTwoPi) + covariance.LogDeterminant));

    /// <summary>ln πₖ𝒩(x | μₖ, Σₖ) for every sample.</summary>
    private void LogTerms(Tile tile, int k)
    {
        var terms = tile.Terms(k);
        tile.ShiftBy(mixture.Means.Row(k));
        whiteners[k].SquaredDistances(tile.Shifted, terms);
        var constant = Vector512.Create(constants[k]);
        for (int sample = 0; sample < Tile.Samples; sample += Lanes.Width)
        {
            var distances = Lanes.At(terms, sample);
            Lanes.Put(Vector512.FusedMultiplyAdd(distances, Vector512.Create(-0.5), constant), terms, sample);
        }
    }

    private void Normalise(Tile tile, int sample)
    {
        var max = Lanes.At(tile.Terms(0), sample);
        for (int k = 1; k < constants.Length; k++)
        {
            max = Vector512.Max(max, Lanes.At(tile.Terms(k), sample));
        }

        if (!Vector512.GreaterThanAll(max, Vector512.Create(double.NegativeInfinity)))
        {
            throw new UnreachableRowException(UnreachableRow(tile, sample, max));
        }

        var sum = Vector512<double>.Zero;
        for (int k = 0; k < constants.Length; k++)
        {
            var exponential = Elementary.Exp(Lanes.At(tile.Terms(k), sample) - max);
            Lanes.Put(exponential, tile.Terms(k), sample);
            sum += exponential;
        }

        for (int k = 0; k < constants.Length; k++)
        {
            Lanes.Put(Lanes.At(tile.Terms(k), sample) / sum, tile.Terms(k), sample);
        }

        Lanes.Put(max + Elementary.Log(sum), tile.LogDensities, sample);
    }

    /// <summary>The first of eight rows without a density. Beyond the last row the tile's first one is repeated, which has one.</summary>
    private static int UnreachableRow(Tile tile, int sample, Vector512<double> max) =>
        tile.First + sample + Enumerable.Range(0, Lanes.Width).First(i => !(max[i] > double.NegativeInfinity));
}
