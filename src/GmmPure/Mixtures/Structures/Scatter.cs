namespace GmmPure;

/// <summary>What covariances are estimated from: how much each component weighs, and its second moments about its mean.</summary>
/// <param name="layout">Which second moments.</param>
/// <param name="counts">N_k (K), all above 0.</param>
/// <param name="moments">S_k, one row a component, or a single row with their sum if they are pooled.</param>
internal sealed class Scatter(MomentLayout layout, ImmutableArray<double> counts, Table moments)
{
    /// <summary>K.</summary>
    public int ComponentCount => Counts.Length;

    /// <summary>N_k (K), all above 0.</summary>
    public ImmutableArray<double> Counts { get; } = counts;

    /// <summary>S_k, one row a component, or a single row with their sum if they are pooled.</summary>
    public Table Moments { get; } = moments;

    /// <summary>Each component alone; none if they are pooled.</summary>
    public IEnumerable<Scatter> Apart => layout.IsPooled
        ? []
        : Counts.Select((count, k) => new Scatter(layout, [count], Table.Create(1, Moments.ColumnCount, Moments.Row(k))));

    /// <summary>S_k/N_k, or ΣS_k/ΣN_k if they are pooled, made a covariance; or the first that is singular.</summary>
    /// <param name="make">Of the quotients, as an array of its own, and the component; null if they are pooled.</param>
    /// <returns>One a component (K): the same K times if they are pooled.</returns>
    public Outcome<ImmutableArray<Covariance>, Degeneracy> Each(Func<double[], int?, Outcome<Covariance, Degeneracy>> make)
    {
        if (layout.IsPooled)
        {
            return make(Quotients(0, Counts.Sum()), null).Map(one => ImmutableArray.CreateRange(Enumerable.Repeat(one, ComponentCount)));
        }

        var covariances = ImmutableArray.CreateBuilder<Covariance>(ComponentCount);
        for (int k = 0; k < ComponentCount; k++)
        {
            if (!make(Quotients(k, Counts[k]), k).TryGet(out var covariance, out var fault))
            {
                return fault;
            }

            covariances.Add(covariance);
        }

        return covariances.MoveToImmutable();
    }

    private double[] Quotients(int row, double count)
    {
        double[] values = [.. Moments.Row(row)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] /= count;
        }

        return values;
    }
}
