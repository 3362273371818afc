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

        var roots = Roots(data, mixture);
        return Overlap.Twins(mixture.ComponentCount, (one, other) => Product(roots[one], roots[other]));
    }

    /// <summary>√(w_n·r_nk/Σ_n w_n·r_nk), by component: their products sum to BC, and to 1 if both are the same.</summary>
    private static ImmutableArray<ImmutableArray<double>> Roots<TDistribution>(Dataset data, Mixture<TDistribution> mixture)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        var responsibilities = Em.EStep(data, mixture).Responsibilities;
        var counts = Components.Counts(data, responsibilities);
        return
        [
            .. Enumerable.Range(0, mixture.ComponentCount).Select(k => Enumerable.Range(0, data.Count)
                .Select(row => counts[k] > 0 ? Math.Sqrt(data.WeightOf(row) * responsibilities[row, k] / counts[k]) : 0)
                .ToImmutableArray()),
        ];
    }

    private static double Product(ImmutableArray<double> one, ImmutableArray<double> other)
    {
        double sum = 0;
        for (int row = 0; row < one.Length; row++)
        {
            sum += one[row] * other[row];
        }

        return sum;
    }
}
