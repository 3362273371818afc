using GmmPure.Kernels;

namespace GmmPure;

/// <summary>
/// Where EM may start. Each start of Gaussians succeeds for every data set with at least K distinct rows, and does not depend on
/// the columns' units; one of another family may fail, where a component has no estimate. Components are put into the canonical
/// order (<see cref="GaussianMixture.InCanonicalOrder"/>), but for those of labels that are partly known. To start
/// from given parameters, pass the mixture to <see cref="Em.Iterate(Dataset, GaussianMixture, EmOptions)"/>.
/// </summary>
public static partial class Initial
{
    /// <summary>
    /// Centres by k-means++ (Arthur and Vassilvitskii 2007), then k-means, on columns scaled to unit variance; each
    /// cluster gives a component. A cluster too small for a covariance of its own gets the pooled one. It is a start, and is
    /// content when fewer than one row in a thousand moves; from 131072 rows on (and 512 a component) it is that of a drawn sample.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="components">K.</param>
    /// <param name="seed">The seed of the choice of centres, and of the sample.</param>
    /// <param name="structure">The covariance structure; null is <see cref="CovarianceStructure.Full"/>.</param>
    /// <param name="options">Threads; a ridge plays no part.</param>
    /// <exception cref="ArgumentException">There are fewer than K distinct rows, or K is not positive.</exception>
    public static GaussianMixture KMeans(
        Dataset data, int components, long seed, CovarianceStructure? structure = null, EmOptions? options = null)
    {
        int threads = Threads(options);
        return FromSample(data, components, seed, structure, options, rows => KMeansLabels.Of(rows, components, seed, threads));
    }

    /// <summary>Another name of <see cref="KMeans(Dataset, int, long, CovarianceStructure, EmOptions)"/>, whose centres k-means++ chooses.</summary>
    /// <inheritdoc cref="KMeans(Dataset, int, long, CovarianceStructure, EmOptions)"/>
    public static GaussianMixture KMeansPlusPlus(
        Dataset data, int components, long seed, CovarianceStructure? structure = null, EmOptions? options = null) =>
        KMeans(data, components, seed, structure, options);

    /// <summary>
    /// Random responsibilities, uniform on the simplex for each row: all components start near the whole data's mean.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="components">K.</param>
    /// <param name="seed">The seed of the responsibilities.</param>
    /// <param name="structure">The covariance structure; null is <see cref="CovarianceStructure.Full"/>.</param>
    /// <param name="options">Threads; a ridge plays no part.</param>
    /// <exception cref="ArgumentException">There are fewer than K distinct rows, or K is not positive.</exception>
    public static GaussianMixture Random(
        Dataset data, int components, long seed, CovarianceStructure? structure = null, EmOptions? options = null)
    {
        CheckRows(data, components);
        return From(data, new RandomTerms(seed, components), components, structure, Threads(options));
    }

    /// <summary>
    /// A component for each label. The components are then put into the canonical order: component k need not be label k.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="labels">One label a row, counted from 0; each of 0 … K − 1 occurs, K − 1 being the largest.</param>
    /// <param name="structure">The covariance structure; null is <see cref="CovarianceStructure.Full"/>.</param>
    /// <param name="options">Threads; a ridge plays no part.</param>
    /// <exception cref="ArgumentException">
    /// The number of labels is not N, one is negative, one of 0 … K − 1 has no row of positive weight, or there are fewer
    /// than K distinct rows.
    /// </exception>
    public static GaussianMixture FromLabels(
        Dataset data, IEnumerable<int> labels, CovarianceStructure? structure = null, EmOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        var each = Given.Each(labels);
        if (each.Length != data.Count || each.Min() < 0 || each.Max() >= data.Count)
        {
            throw new ArgumentException(
                $"{data.Count} rows need as many labels from 0 on, each in use.", nameof(labels));
        }

        int components = each.Max() + 1;
        CheckRows(data, components);
        return From(data, new LabelTerms(each, components), components, structure, Threads(options));
    }

    /// <summary>
    /// A component for each label, from its rows and from those unlabelled ones that k-means, in which labelled rows keep their
    /// label, gives it. It keeps the order of the labels, by which <see cref="Dataset.Labels"/> count the components.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="labels">One a row, counted from 0; null where it is not known. Each of 0 … K − 1 occurs, K − 1 being the largest.</param>
    /// <param name="structure">The covariance structure; null is <see cref="CovarianceStructure.Full"/>.</param>
    /// <param name="options">Threads; a ridge plays no part.</param>
    /// <exception cref="ArgumentException">
    /// There is not one label for each row, none is known, one of 0 … K − 1 has no row of positive weight, or there are fewer than
    /// K distinct rows.
    /// </exception>
    public static GaussianMixture FromLabels(
        Dataset data, IEnumerable<int?> labels, CovarianceStructure? structure = null, EmOptions? options = null) =>
        TryFromLabels(data, labels, structure, options).Or(NoStart);

    /// <summary>The same, or which component is responsible for nothing, because its rows weigh next to nothing.</summary>
    internal static Outcome<GaussianMixture, Degeneracy> TryFromLabels(
        Dataset data, IEnumerable<int?> labels, CovarianceStructure? structure, EmOptions? options)
    {
        var (known, components) = Known(data, labels);
        CheckRows(data, components);
        int threads = Threads(options);
        return KMeansLabels.Complete(data, known, components, threads)
            .Bind(complete => TryUnordered(data, new LabelTerms(complete, components), components, structure, threads));
    }

    /// <summary>
    /// The components that given responsibilities make: an M-step that cannot fail. The components are then put into the
    /// canonical order: component k need not be column k of the responsibilities.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="responsibilities">N×K.</param>
    /// <param name="structure">The covariance structure; null is <see cref="CovarianceStructure.Full"/>.</param>
    /// <param name="options">Threads; a ridge plays no part.</param>
    /// <exception cref="ArgumentException">
    /// The numbers of rows differ, a component is responsible for nothing, or there are fewer than K distinct rows.
    /// </exception>
    public static GaussianMixture FromResponsibilities(
        Dataset data, Responsibilities responsibilities, CovarianceStructure? structure = null, EmOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(responsibilities);
        CheckRows(data, responsibilities.ComponentCount);
        if (responsibilities.Count != data.Count)
        {
            throw new ArgumentException(
                $"{data.Count} rows need as many responsibilities, not {responsibilities.Count}.", nameof(responsibilities));
        }

        return From(data, new TableTerms(responsibilities.Values), responsibilities.ComponentCount, structure, Threads(options));
    }

    private static GaussianMixture From(
        Dataset data, ITermSource terms, int components, CovarianceStructure? structure, int threads) =>
        Unordered(data, terms, components, structure, threads).InCanonicalOrder();

    private static GaussianMixture Unordered(
        Dataset data, ITermSource terms, int components, CovarianceStructure? structure, int threads) =>
        TryUnordered(data, terms, components, structure, threads).Or(NoStart);

    /// <summary>The start; or which component is responsible for nothing.</summary>
    private static Outcome<GaussianMixture, Degeneracy> TryUnordered(
        Dataset data, ITermSource terms, int components, CovarianceStructure? structure, int threads)
    {
        var chosen = structure ?? CovarianceStructure.Full;
        var centre = Table.FromRows(Enumerable.Repeat<IEnumerable<double>>(data.ColumnMeans, components));
        var aboutCentre = Passes.Fastest.Statistics(data, terms, MomentLayout.None, centre, threads);
        return Em.UpdateMeans(aboutCentre).Map(means => GaussianMixture
            .Create(chosen, Em.UpdateWeights(aboutCentre), means, InitialCovariances.Of(data, terms, means, chosen, threads))
            .Named(data.ColumnNames));
    }

    private static GaussianMixture NoStart(Degeneracy cause) => throw new ArgumentException($"There is no start: {cause.Message}.");

    private static int Threads(EmOptions? options) => (options ?? EmOptions.Default).ThreadLimit;

    private static void CheckRows(Dataset data, int components)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(components);
        int distinct = data.CountDistinctRows(limit: components);
        if (distinct < components)
        {
            throw new ArgumentException(
                $"{components} components need as many distinct rows (of more than negligible weight); there are {distinct}.",
                nameof(components));
        }
    }
}
