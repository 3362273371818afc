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
    /// The structure of the next covariances; full by default. To go on with a mixture, pass its own.
    /// </param>
    /// <param name="options">Ridge and threads.</param>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    public static Outcome<GaussianMixture, Degeneracy> MStep(
        Dataset data,
        Responsibilities responsibilities,
        CovarianceStructure structure = default,
        EmOptions? options = null)
    {
        var statistics = AboutColumnMeans(data, responsibilities, (options ?? EmOptions.Default).ThreadLimit);
        return UpdateMeans(statistics).Bind(means =>
            UpdateCovariances(data, responsibilities, means, structure, options).Map(covariances =>
                GaussianMixture
                    .Create(structure, UpdateWeights(statistics), means, covariances)
                    .Named(data.ColumnNames)));
    }

    /// <summary>The M-step from sufficient statistics, which may have been merged from parts of the data.</summary>
    /// <param name="statistics">N_k, s_k, S_k.</param>
    /// <param name="columnVariances">
    /// The variances of the whole data's columns (D), <see cref="Dataset.ColumnVariances"/>: what a collapse is measured by.
    /// </param>
    /// <param name="options">Ridge.</param>
    /// <exception cref="ArgumentException">There are not D variances.</exception>
    public static Outcome<GaussianMixture, Degeneracy> MStep(
        SufficientStatistics statistics, ImmutableArray<double> columnVariances, EmOptions? options = null)
    {
        CheckVariances(statistics, columnVariances);
        return UpdateMeans(statistics).Bind(means =>
            UpdateCovariances(statistics, means, columnVariances, options).Map(covariances =>
                GaussianMixture.Create(statistics.Structure, UpdateWeights(statistics), means, covariances)));
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
    /// <returns>π (K), summing to 1.</returns>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    public static ImmutableArray<double> UpdateWeights(Dataset data, Responsibilities responsibilities) =>
        UpdateWeights(AboutColumnMeans(data, responsibilities, EmOptions.AllThreads));

    /// <summary>
    /// The new means, μ_k = 1/N_k·Σ_n r_nk·x_n (MML 11.20, Bishop 9.24), as c_k + s_k/N_k; or the first component that is
    /// empty.
    /// </summary>
    /// <param name="statistics">N_k (K) and s_k (K×D).</param>
    /// <returns>μ (K×D).</returns>
    public static Outcome<Table, Degeneracy> UpdateMeans(SufficientStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        double floor = Degeneracy.SmallestShare * statistics.TotalWeight;
        double[] means = new double[statistics.ComponentCount * statistics.Dimension];
        for (int k = 0; k < statistics.ComponentCount; k++)
        {
            double count = statistics.EffectiveCounts[k];
            if (!(count > floor))
            {
                return new Degeneracy.Emptied(k, count);
            }

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
    /// <returns>μ (K×D).</returns>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    public static Outcome<Table, Degeneracy> UpdateMeans(Dataset data, Responsibilities responsibilities) =>
        UpdateMeans(AboutColumnMeans(data, responsibilities, EmOptions.AllThreads));

    /// <summary>
    /// The new covariances about given means, Σ_k = 1/N_k·Σ_n r_nk·(x_n − μ_k)(x_n − μ_k)ᵀ (MML 11.30, Bishop 9.25), or
    /// what the structure makes of it: the diagonal, the mean of the diagonal, or the mean over the components weighted
    /// by N_k. Or the first component whose covariance is singular.
    /// </summary>
    /// <param name="statistics">N_k, s_k, S_k.</param>
    /// <param name="means">μ (K×D): the new ones in EM, any in general.</param>
    /// <param name="columnVariances">The variances of the whole data's columns (D): what a collapse is measured by.</param>
    /// <param name="options">Ridge.</param>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public static Outcome<ImmutableArray<Covariance>, Degeneracy> UpdateCovariances(
        SufficientStatistics statistics, Table means, ImmutableArray<double> columnVariances, EmOptions? options = null)
    {
        CheckVariances(statistics, columnVariances);
        return Degeneracy.FirstEmptied(statistics.EffectiveCounts) is { } emptied
            ? emptied
            : CovarianceUpdate.From(statistics.About(means), columnVariances, (options ?? EmOptions.Default).Ridge);
    }

    /// <summary>The new covariances from data, responsibilities and means, or the first that is singular.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="responsibilities">N×K.</param>
    /// <param name="means">μ (K×D).</param>
    /// <param name="structure">Their structure; full by default.</param>
    /// <param name="options">Ridge and threads.</param>
    /// <returns>Σ (K), each D×D.</returns>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public static Outcome<ImmutableArray<Covariance>, Degeneracy> UpdateCovariances(
        Dataset data,
        Responsibilities responsibilities,
        Table means,
        CovarianceStructure structure = default,
        EmOptions? options = null)
    {
        var statistics = SufficientStatistics.Of(
            data, responsibilities, structure, means, (options ?? EmOptions.Default).ThreadLimit);
        return UpdateCovariances(statistics, means, data.ColumnVariances, options);
    }

    private static void CheckVariances(SufficientStatistics statistics, ImmutableArray<double> columnVariances)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        if (columnVariances.IsDefault || columnVariances.Length != statistics.Dimension)
        {
            throw new ArgumentException($"{statistics.Dimension} columns need as many variances.", nameof(columnVariances));
        }
    }

    /// <summary>The statistics about one centre for all, for which the smallest structure suffices.</summary>
    private static SufficientStatistics AboutColumnMeans(Dataset data, Responsibilities responsibilities, int threads)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(responsibilities);
        var centre = Table.FromRows(Enumerable.Repeat<IEnumerable<double>>(data.ColumnMeans, responsibilities.ComponentCount));
        return SufficientStatistics.Of(data, responsibilities, CovarianceStructure.TiedSpherical, centre, threads);
    }
}
