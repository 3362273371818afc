using GmmPure.Kernels;

namespace GmmPure.Families;

/// <summary>ln π_k + ln p_k(x), as the family itself tells it: of a tile's rows together, one component after the other.</summary>
/// <typeparam name="TDistribution">One distribution of the family.</typeparam>
/// <param name="mixture">The mixture.</param>
/// <param name="data">N×D, from which the tiles are.</param>
internal sealed class FamilyDensities<TDistribution>(Mixture<TDistribution> mixture, Dataset data) : Densities
    where TDistribution : notnull, IEquatable<TDistribution>
{
    private readonly double[] logWeights = mixture.LogWeights;

    /// <exception cref="ArgumentException">The family gave no number: the first such row is named, and its first such component.</exception>
    public override void Evaluate(Tile tile)
    {
        try
        {
            Evaluate(tile, 0, tile.Count);
        }
        catch (Exception) when (tile.Count > 1)
        {
            // One row after the other, so that what is thrown is about the first row with which something is wrong.
            for (int sample = 0; sample < tile.Count; sample++)
            {
                Evaluate(tile, sample, 1);
            }

            throw;
        }

        for (int k = 0; k < logWeights.Length; k++)
        {
            tile.TermsOf(k)[tile.Count..].Clear();
        }
    }

    private void Evaluate(Tile tile, int first, int count)
    {
        var rows = data.Part((int)tile.First + first, count);
        for (int k = 0; k < logWeights.Length; k++)
        {
            var densities = FamilyAnswer.LogDensities(mixture.Family, mixture.Components[k], rows);
            var terms = tile.TermsOf(k).Slice(first, count);
            for (int sample = 0; sample < terms.Length; sample++)
            {
                terms[sample] = !double.IsNaN(densities[sample])
                    ? logWeights[k] + densities[sample]
                    : throw NoNumber((int)tile.First + first + sample, k);
            }
        }
    }

    private ArgumentException NoNumber(int row, int component) => FamilyAnswer.Wrong(
        mixture.Family, FormattableString.Invariant($"no number as the log-density of row {row} in component {component}"));
}
