using GmmPure.Families;

namespace GmmPure;

/// <content>Starts for mixtures of any family.</content>
public static partial class Initial
{
    /// <summary>
    /// k-means++ and k-means on columns scaled to unit variance. Every row counts half for the component of its cluster and half
    /// for all alike, so that each component is a distribution under which every row is possible. In canonical order.
    /// </summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="family">The family.</param>
    /// <param name="components">K.</param>
    /// <param name="seed">The seed of the choice of centres.</param>
    /// <exception cref="ArgumentException">
    /// A value is outside the family's support, there are fewer than K distinct rows, or the family has no estimate for the data.
    /// </exception>
    public static Mixture<TDistribution> KMeansPlusPlus<TDistribution>(
        Dataset data, IFamily<TDistribution> family, int components, long seed)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        CheckRows(data, components);
        var labels = KMeans.Labels(data, components, seed, EmOptions.AllThreads);
        double[] shares = new double[Table.SizeOf(data.Count, components)];
        Array.Fill(shares, 0.5 / components);
        for (int row = 0; row < data.Count; row++)
        {
            shares[(row * components) + labels[row]] += 0.5;
        }

        return FromResponsibilities(data, family, new Responsibilities(Table.Wrap(data.Count, components, shares)));
    }

    /// <summary>Random responsibilities, uniform on the simplex for each row. In canonical order.</summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="family">The family.</param>
    /// <param name="components">K.</param>
    /// <param name="seed">The seed of the responsibilities.</param>
    /// <exception cref="ArgumentException">
    /// A value is outside the family's support, there are fewer than K distinct rows, or the family has no estimate for the data.
    /// </exception>
    public static Mixture<TDistribution> Random<TDistribution>(
        Dataset data, IFamily<TDistribution> family, int components, long seed)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        CheckRows(data, components);
        return FromResponsibilities(data, family, new Responsibilities(RandomShares(data.Count, components, seed)));
    }

    /// <summary>The components that given responsibilities make, in canonical order.</summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="family">The family.</param>
    /// <param name="responsibilities">N×K.</param>
    /// <exception cref="ArgumentException">
    /// A value is outside the family's support, a shape does not fit, or a component degenerates.
    /// </exception>
    public static Mixture<TDistribution> FromResponsibilities<TDistribution>(
        Dataset data, IFamily<TDistribution> family, Responsibilities responsibilities)
        where TDistribution : notnull, IEquatable<TDistribution> =>
        Start(data, family, responsibilities).InCanonicalOrder();

    /// <summary>
    /// Component k from the rows of label k, and from all unlabelled rows in equal shares. It keeps the order of the labels. Where
    /// every row is labelled, this is the maximum likelihood already.
    /// </summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="family">The family.</param>
    /// <param name="labels">One a row, counted from 0; null where it is not known. K − 1 is the largest.</param>
    /// <exception cref="ArgumentException">
    /// A value is outside the family's support, there is not one label for each row, none is known, or a component degenerates.
    /// </exception>
    public static Mixture<TDistribution> FromLabels<TDistribution>(
        Dataset data, IFamily<TDistribution> family, IEnumerable<int?> labels)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        ArgumentNullException.ThrowIfNull(data);
        var variant = EmVariant.Labelled(labels);
        int components = (variant.Labels.Max() ?? throw new ArgumentException("No label is known.", nameof(labels))) + 1;
        variant.Check(data.Count, components);
        double[] shares = new double[Table.SizeOf(data.Count, components)];
        for (int row = 0; row < data.Count; row++)
        {
            var own = shares.AsSpan(row * components, components);
            own.Fill(variant.Labels[row] is null ? 1.0 / components : 0);
            own[variant.Labels[row] ?? 0] += variant.Labels[row] is null ? 0 : 1;
        }

        return Start(data, family, new Responsibilities(Table.Wrap(data.Count, components, shares)));
    }

    private static Mixture<TDistribution> Start<TDistribution>(
        Dataset data, IFamily<TDistribution> family, Responsibilities responsibilities)
        where TDistribution : notnull, IEquatable<TDistribution> =>
        Em.MStep(data, responsibilities, family)
            .Or(cause => throw new ArgumentException($"There is no start: {cause.Message}."));
}
