namespace GmmPure.Families;

/// <summary>
/// How nearly two components of any family are the same: BC = ∫√(p·q) as the rows estimate it, ∫√(p·q) = E[√(p·q)/f] of rows of density
/// f, which is the mean of √(r_j·r_k/(π_j·π_k)).
/// </summary>
internal static class FamilyOverlap
{
    /// <summary>Of the components that are nearly the same as one before them, each with the first such.</summary>
    /// <param name="data">N×D, without labels.</param>
    /// <param name="mixture">θ.</param>
    public static IEnumerable<(int One, int Other, double Overlap)> Twins<TDistribution>(Dataset data, Mixture<TDistribution> mixture)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        if (mixture.ComponentCount == 1)
        {
            return [];
        }

        double[,] overlaps = Overlaps(data, mixture);
        return Overlap.Twins(mixture.ComponentCount, (one, other) => overlaps[one, other]);
    }

    /// <summary>BC of each pair (K×K, above the diagonal): the products of √(w_n·r_nk/Σ_n w_n·r_nk), which sum to 1 if both are the same.</summary>
    private static double[,] Overlaps<TDistribution>(Dataset data, Mixture<TDistribution> mixture)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        var responsibilities = Em.EStep(data, mixture).Responsibilities;
        var counts = Components.Counts(data, responsibilities);
        double[] roots = new double[counts.Length];
        double[,] sums = new double[counts.Length, counts.Length];
        for (int row = 0; row < data.Count; row++)
        {
            for (int other = 0; other < roots.Length; other++)
            {
                roots[other] = counts[other] > 0 ? Math.Sqrt(data.WeightOf(row) * responsibilities[row, other] / counts[other]) : 0;
                for (int one = 0; one < other; one++)
                {
                    sums[one, other] += roots[one] * roots[other];
                }
            }
        }

        return sums;
    }
}
