namespace GmmPure;

/// <content>The M-step: new weights, new means, new covariances, each a function of its own.</content>
public static partial class Em
{
    /// <summary>
    /// The M-step: the three updates from given responsibilities, whatever they are. It gives the next parameters, or
    /// says which component degenerated and how.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="responsibilities">N×K.</param>
    /// <param name="structure">
    /// The structure of the next covariances; null is <see cref="CovarianceStructure.Full"/>. To go on with a mixture, pass its own.
    /// </param>
    /// <param name="options">Ridge and threads.</param>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    public static Outcome<GaussianMixture, Degeneracy> MStep(
        Dataset data,
        Responsibilities responsibilities,
        CovarianceStructure? structure = null,
        EmOptions? options = null)
    {
        var chosen = structure ?? CovarianceStructure.Full;
        var statistics = AboutColumnMeans(data, responsibilities, (options ?? EmOptions.Default).ThreadLimit);
        return UpdateMeans(statistics).Bind(means =>
            UpdateCovariances(data, responsibilities, means, chosen, options).Map(covariances =>
                GaussianMixture
                    .Create(chosen, UpdateWeights(statistics), means, covariances)
                    .Named(data.ColumnNames)));
    }

    /// <summary>The M-step from sufficient statistics, which may have been merged from parts of the data.</summary>
    /// <param name="statistics">N_k, s_k, S_k.</param>
    /// <param name="columnVariances">
    /// The variances of the whole data's columns (D), <see cref="Dataset.ColumnVariances"/>: what a collapse is measured by.
    /// </param>
    /// <param name="structure">The structure of the next covariances; null is <see cref="CovarianceStructure.Full"/>.</param>
    /// <param name="options">Ridge.</param>
    /// <exception cref="ArgumentException">
    /// There are not D variances, or the statistics hold other second moments than the structure needs.
    /// </exception>
    public static Outcome<GaussianMixture, Degeneracy> MStep(
        SufficientStatistics statistics,
        ImmutableArray<double> columnVariances,
        CovarianceStructure? structure = null,
        EmOptions? options = null) =>
        MStep(statistics, columnVariances, structure ?? CovarianceStructure.Full, [], options);

    /// <summary>The M-step to the mixture that follows another, whose structure it has.</summary>
    private static Outcome<GaussianMixture, Degeneracy> MStep(
        SufficientStatistics statistics, ImmutableArray<double> columnVariances, GaussianMixture before, EmOptions options) =>
        MStep(statistics, columnVariances, before.Structure, before.Covariances, options);

    private static Outcome<GaussianMixture, Degeneracy> MStep(
        SufficientStatistics statistics,
        ImmutableArray<double> columnVariances,
        CovarianceStructure structure,
        ImmutableArray<Covariance> previous,
        EmOptions? options)
    {
        CheckMoments(statistics, columnVariances, structure);
        return UpdateMeans(statistics).Bind(means =>
            UpdateCovariances(statistics, means, columnVariances, structure, previous, options).Map(covariances =>
                GaussianMixture.Create(structure, UpdateWeights(statistics), means, covariances)));
    }

    /// <summary>The new weights, π_k = N_k/N (MML 11.42, Bishop 9.26).</summary>
    /// <param name="statistics">N_k (K).</param>
    /// <returns>π (K), summing to 1.</returns>
    public static ImmutableArray<double> UpdateWeights(SufficientStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        double total = statistics.TotalWeight;
        return [.. statistics.EffectiveCounts.Select(count => count / total)];
    }

    /// <summary>The new weights from data and responsibilities.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="responsibilities">N×K.</param>
    /// <param name="options">Threads.</param>
    /// <returns>π (K), summing to 1.</returns>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    public static ImmutableArray<double> UpdateWeights(
        Dataset data, Responsibilities responsibilities, EmOptions? options = null) =>
        UpdateWeights(AboutColumnMeans(data, responsibilities, (options ?? EmOptions.Default).ThreadLimit));

    /// <summary>
    /// The new means, μ_k = 1/N_k·Σ_n r_nk·x_n (MML 11.20, Bishop 9.24), as c_k + s_k/N_k; or the first component that is
    /// empty.
    /// </summary>
    /// <param name="statistics">N_k (K) and s_k (K×D).</param>
    /// <returns>μ (K×D).</returns>
    public static Outcome<Table, Degeneracy> UpdateMeans(SufficientStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        if (Degeneracy.FirstEmptied(statistics.EffectiveCounts) is { } emptied)
        {
            return emptied;
        }

        double[] means = new double[statistics.ComponentCount * statistics.Dimension];
        for (int k = 0; k < statistics.ComponentCount; k++)
        {
            double count = statistics.EffectiveCounts[k];
            for (int j = 0; j < statistics.Dimension; j++)
            {
                means[(k * statistics.Dimension) + j] = statistics.Reference[k, j] + (statistics.FirstMoments[k, j] / count);
            }
        }

        return Table.Wrap(statistics.ComponentCount, statistics.Dimension, means);
    }

    /// <summary>The new means from data and responsibilities, or the first component that is empty.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="responsibilities">N×K.</param>
    /// <param name="options">Threads.</param>
    /// <returns>μ (K×D).</returns>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    public static Outcome<Table, Degeneracy> UpdateMeans(
        Dataset data, Responsibilities responsibilities, EmOptions? options = null) =>
        UpdateMeans(AboutColumnMeans(data, responsibilities, (options ?? EmOptions.Default).ThreadLimit));

    /// <summary>
    /// The new covariances about given means, Σ_k = 1/N_k·Σ_n r_nk·(x_n − μ_k)(x_n − μ_k)ᵀ (MML 11.30, Bishop 9.25), or
    /// what the structure makes of it: the diagonal, the mean of the diagonal, or the mean over the components weighted
    /// by N_k. Or the first component whose covariance is singular.
    /// </summary>
    /// <param name="statistics">N_k, s_k, S_k.</param>
    /// <param name="means">μ (K×D): the new ones in EM, any in general.</param>
    /// <param name="columnVariances">The variances of the whole data's columns (D): what a collapse is measured by.</param>
    /// <param name="structure">Their structure; null is <see cref="CovarianceStructure.Full"/>.</param>
    /// <param name="options">Ridge.</param>
    /// <returns>Σ (K), each D×D.</returns>
    /// <exception cref="ArgumentException">
    /// A shape does not fit, or the statistics hold other second moments than the structure needs.
    /// </exception>
    public static Outcome<ImmutableArray<Covariance>, Degeneracy> UpdateCovariances(
        SufficientStatistics statistics,
        Table means,
        ImmutableArray<double> columnVariances,
        CovarianceStructure? structure = null,
        EmOptions? options = null)
    {
        var chosen = structure ?? CovarianceStructure.Full;
        CheckMoments(statistics, columnVariances, chosen);
        return UpdateCovariances(statistics, means, columnVariances, chosen, [], options);
    }

    /// <summary>The new covariances from data, responsibilities and means, or the first that is singular.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="responsibilities">N×K.</param>
    /// <param name="means">μ (K×D).</param>
    /// <param name="structure">Their structure; null is <see cref="CovarianceStructure.Full"/>.</param>
    /// <param name="options">Ridge and threads.</param>
    /// <returns>Σ (K), each D×D.</returns>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public static Outcome<ImmutableArray<Covariance>, Degeneracy> UpdateCovariances(
        Dataset data,
        Responsibilities responsibilities,
        Table means,
        CovarianceStructure? structure = null,
        EmOptions? options = null)
    {
        var chosen = structure ?? CovarianceStructure.Full;
        var statistics = SufficientStatistics.Of(
            data, responsibilities, chosen.Moments, means, (options ?? EmOptions.Default).ThreadLimit);
        return UpdateCovariances(statistics, means, data.ColumnVariances, chosen, options);
    }

    private static Outcome<ImmutableArray<Covariance>, Degeneracy> UpdateCovariances(
        SufficientStatistics statistics,
        Table means,
        ImmutableArray<double> columnVariances,
        CovarianceStructure structure,
        ImmutableArray<Covariance> previous,
        EmOptions? options) => Degeneracy.FirstEmptied(statistics.EffectiveCounts) is { } emptied
            ? emptied
            : structure.Estimate(
                statistics.About(means).Scatter,
                new Regularisation(columnVariances, (options ?? EmOptions.Default).Ridge),
                previous);

    private static void CheckMoments(
        SufficientStatistics statistics, ImmutableArray<double> columnVariances, CovarianceStructure structure)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        if (columnVariances.IsDefault || columnVariances.Length != statistics.Dimension)
        {
            throw new ArgumentException($"{statistics.Dimension} columns need as many variances.", nameof(columnVariances));
        }

        if (statistics.Layout != structure.Moments)
        {
            throw new ArgumentException(
                $"Covariances that are {structure} need {structure.Moments}, and here are {statistics.Layout}.", nameof(statistics));
        }
    }

    /// <summary>The statistics about one centre for all, without second moments.</summary>
    private static SufficientStatistics AboutColumnMeans(Dataset data, Responsibilities responsibilities, int threads)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(responsibilities);
        var centre = Table.FromRows(Enumerable.Repeat<IEnumerable<double>>(data.ColumnMeans, responsibilities.ComponentCount));
        return SufficientStatistics.Of(data, responsibilities, MomentLayout.None, centre, threads);
    }
}
