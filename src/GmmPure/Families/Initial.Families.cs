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
    /// <param name="options">Threads.</param>
    /// <exception cref="ArgumentException">
    /// A value is outside the family's support, there are fewer than K distinct rows, or the family has no estimate for the data.
    /// </exception>
    public static Mixture<TDistribution> KMeans<TDistribution>(
        Dataset data, IFamily<TDistribution> family, int components, long seed, EmOptions? options = null)
        where TDistribution : notnull, IEquatable<TDistribution> =>
        TryKMeans(data, family, components, seed, options).Or(NoStart<TDistribution>);

    /// <summary>Another name of <see cref="KMeans{TDistribution}"/>, whose centres k-means++ chooses.</summary>
    /// <inheritdoc cref="KMeans{TDistribution}"/>
    public static Mixture<TDistribution> KMeansPlusPlus<TDistribution>(
        Dataset data, IFamily<TDistribution> family, int components, long seed, EmOptions? options = null)
        where TDistribution : notnull, IEquatable<TDistribution> => KMeans(data, family, components, seed, options);

    /// <summary>The start from k-means, or which component of it degenerates and how.</summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="family">The family.</param>
    /// <param name="components">K.</param>
    /// <param name="seed">The seed of the choice of centres.</param>
    /// <param name="options">Threads.</param>
    /// <exception cref="ArgumentException">A value is outside the family's support, or there are fewer than K distinct rows.</exception>
    public static Outcome<Mixture<TDistribution>, Degeneracy> TryKMeans<TDistribution>(
        Dataset data, IFamily<TDistribution> family, int components, long seed, EmOptions? options = null)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        CheckRows(data, components);
        var rows = StartSample.Of(data, components, seed);
        var labels = KMeansLabels.Of(rows, components, seed, Threads(options));
        return Em.MStep(rows, Shares(labels, components, _ => 0.5), family, options)
            .Map(start => start.InCanonicalOrder().Named(data.ColumnNames));
    }

    /// <summary>Random responsibilities, uniform on the simplex for each row. In canonical order.</summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="family">The family.</param>
    /// <param name="components">K.</param>
    /// <param name="seed">The seed of the responsibilities.</param>
    /// <param name="options">Threads.</param>
    /// <exception cref="ArgumentException">
    /// A value is outside the family's support, there are fewer than K distinct rows, or the family has no estimate for the data.
    /// </exception>
    public static Mixture<TDistribution> Random<TDistribution>(
        Dataset data, IFamily<TDistribution> family, int components, long seed, EmOptions? options = null)
        where TDistribution : notnull, IEquatable<TDistribution> =>
        TryRandom(data, family, components, seed, options).Or(NoStart<TDistribution>);

    /// <summary>The start from random responsibilities, or which component of it degenerates and how.</summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="family">The family.</param>
    /// <param name="components">K.</param>
    /// <param name="seed">The seed of the responsibilities.</param>
    /// <param name="options">Threads.</param>
    /// <exception cref="ArgumentException">A value is outside the family's support, or there are fewer than K distinct rows.</exception>
    public static Outcome<Mixture<TDistribution>, Degeneracy> TryRandom<TDistribution>(
        Dataset data, IFamily<TDistribution> family, int components, long seed, EmOptions? options = null)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        CheckRows(data, components);
        return Em.MStep(data, new Responsibilities(new RandomTerms(seed, components).ToTable(data.Count)), family, options)
            .Map(start => start.InCanonicalOrder());
    }

    /// <summary>The components that given responsibilities make, in canonical order.</summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="family">The family.</param>
    /// <param name="responsibilities">N×K.</param>
    /// <param name="options">Threads.</param>
    /// <exception cref="ArgumentException">
    /// A value is outside the family's support, a shape does not fit, or a component degenerates.
    /// </exception>
    public static Mixture<TDistribution> FromResponsibilities<TDistribution>(
        Dataset data, IFamily<TDistribution> family, Responsibilities responsibilities, EmOptions? options = null)
        where TDistribution : notnull, IEquatable<TDistribution> =>
        Start(data, family, responsibilities, options).InCanonicalOrder();

    /// <summary>
    /// A component for each label, from its rows and from the unlabelled ones: those count half for the component that k-means, in
    /// which labelled rows keep their label, gives them, and half for all alike. It keeps the order of the labels. Where every row
    /// is labelled, this is the maximum likelihood already.
    /// </summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="family">The family.</param>
    /// <param name="labels">One a row, counted from 0; null where it is not known. Each of 0 … K − 1 occurs, K − 1 being the largest.</param>
    /// <param name="options">Threads.</param>
    /// <exception cref="ArgumentException">
    /// A value is outside the family's support, there is not one label for each row, none is known, one of 0 … K − 1 has no row of
    /// positive weight, or a component degenerates.
    /// </exception>
    public static Mixture<TDistribution> FromLabels<TDistribution>(
        Dataset data, IFamily<TDistribution> family, IEnumerable<int?> labels, EmOptions? options = null)
        where TDistribution : notnull, IEquatable<TDistribution> =>
        TryFromLabels(data, family, labels, options).Or(NoStart<TDistribution>);

    /// <summary>The start from labels, or which component of it degenerates and how.</summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="family">The family.</param>
    /// <param name="labels">One a row, counted from 0; null where it is not known. Each of 0 … K − 1 occurs, K − 1 being the largest.</param>
    /// <param name="options">Threads.</param>
    /// <exception cref="ArgumentException">
    /// A value is outside the family's support, there is not one label for each row, none is known, or one of 0 … K − 1 has no row
    /// of positive weight.
    /// </exception>
    public static Outcome<Mixture<TDistribution>, Degeneracy> TryFromLabels<TDistribution>(
        Dataset data, IFamily<TDistribution> family, IEnumerable<int?> labels, EmOptions? options = null)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        var (known, components) = Known(data, labels);
        return KMeansLabels.Complete(data, known, components, Threads(options))
            .Bind(complete => Em.MStep(data, Shares(complete, components, row => known[row] is null ? 0.5 : 1), family, options));
    }

    /// <summary>Each row belongs to the component of its label with a certainty, and to all alike with the rest.</summary>
    private static Responsibilities Shares(ImmutableArray<int> labels, int components, Func<int, double> certainty)
    {
        double[] shares = new double[Table.SizeOf(labels.Length, components)];
        for (int row = 0; row < labels.Length; row++)
        {
            shares.AsSpan(row * components, components).Fill((1 - certainty(row)) / components);
            shares[(row * components) + labels[row]] += certainty(row);
        }

        return new Responsibilities(Table.Wrap(labels.Length, components, shares));
    }

    private static Mixture<TDistribution> Start<TDistribution>(
        Dataset data, IFamily<TDistribution> family, Responsibilities responsibilities, EmOptions? options = null)
        where TDistribution : notnull, IEquatable<TDistribution> =>
        Em.MStep(data, responsibilities, family, options).Or(NoStart<TDistribution>);

    private static Mixture<TDistribution> NoStart<TDistribution>(Degeneracy cause)
        where TDistribution : notnull, IEquatable<TDistribution> =>
        throw new ArgumentException($"There is no start: {cause.Message}.");
}
