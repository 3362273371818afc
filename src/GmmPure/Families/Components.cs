namespace GmmPure.Families;

/// <summary>The components of a mixture, one by one.</summary>
internal static class Components
{
    /// <summary>Each component from the data as it sees them: every row weighing what it is responsible for.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="responsibilities">N×K.</param>
    /// <param name="fit">The component that such data and its number make.</param>
    public static Outcome<ImmutableArray<TDistribution>, Degeneracy> Each<TDistribution>(
        Dataset data, Responsibilities responsibilities, Func<Dataset, int, Outcome<TDistribution, Degeneracy>> fit)
        where TDistribution : notnull =>
        Each(responsibilities.ComponentCount, k => Share(data, responsibilities, k).Bind(share => fit(share, k)));

    /// <summary>Each component, or how the first that degenerates does.</summary>
    /// <param name="count">K.</param>
    /// <param name="fit">The component of a number.</param>
    public static Outcome<ImmutableArray<TDistribution>, Degeneracy> Each<TDistribution>(
        int count, Func<int, Outcome<TDistribution, Degeneracy>> fit)
        where TDistribution : notnull
    {
        var components = ImmutableArray.CreateBuilder<TDistribution>(count);
        for (int k = 0; k < count; k++)
        {
            if (!fit(k).TryGet(out var fitted, out var cause))
            {
                return Of(k, cause);
            }

            components.Add(fitted);
        }

        return components.MoveToImmutable();
    }

    /// <summary>N_k = Σ_n w_n·r_nk (K).</summary>
    public static ImmutableArray<double> Counts(Dataset data, Responsibilities responsibilities)
    {
        double[] counts = new double[responsibilities.ComponentCount];
        for (int row = 0; row < data.Count; row++)
        {
            double weight = data.WeightOf(row);
            var shares = responsibilities.Row(row);
            for (int k = 0; k < counts.Length; k++)
            {
                counts[k] += weight * shares[k];
            }
        }

        return Content.Freeze(counts);
    }

    /// <summary>The data, weighing w_n·r_nk; a component for which all weigh nothing is empty.</summary>
    private static Outcome<Dataset, Degeneracy> Share(Dataset data, Responsibilities responsibilities, int component)
    {
        double[] weights = new double[data.Count];
        for (int row = 0; row < weights.Length; row++)
        {
            weights[row] = data.WeightOf(row) * responsibilities[row, component];
        }

        double count = weights.Sum();
        return count > 0
            ? data.Share(weights)
            : new Degeneracy.Emptied(component, count);
    }

    private static Degeneracy Of(int component, Degeneracy cause) => cause.Match<Degeneracy>(
        emptied => new Degeneracy.Emptied(component, emptied.EffectiveCount),
        singular => new Degeneracy.Singular(component, singular.Column, singular.RelativePivot),
        noMaximum => new Degeneracy.NoMaximum(component, noMaximum.Parameter, noMaximum.Limit),
        unreachable => unreachable);
}
