namespace GmmPure;

/// <content>How warnings are found.</content>
public abstract partial record FitWarning
{
    /// <summary>
    /// A component that the other rows together give less than half a row besides its own one stands on that one row.
    /// </summary>
    private const double OneRow = 1.5;

    /// <summary>
    /// What there is to know of a fit before it is believed; of a run that collapsed, what in the data made it collapse, and nothing if
    /// that is not found. It takes about as long as one or two iterations.
    /// </summary>
    /// <param name="data">N×D, what was fitted.</param>
    /// <param name="last">The last element of the run.</param>
    /// <exception cref="ArgumentException">The columns do not fit, or a value is outside the family's support.</exception>
    public static ImmutableArray<FitWarning> Of(Dataset data, Iteration<IMixture> last)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(last);
        ColumnNames.CheckMatch(data.Summary, last.Model.Dimension, last.Model.ColumnNames, nameof(data));
        return last.Status.Match(
            running => [new NotConverged(last.Index), .. OfFit(data, last)],
            converged => OfFit(data, last),
            degenerate => Collapse.CausesOf(data, last, degenerate.Cause));
    }

    /// <summary>
    /// The warning that there are too few rows for full covariances, however many components there are; null if there are enough, if
    /// other covariances or a ridge are asked for, or if all rows are equal, which a fit finds out. A covariance of n distinct rows has
    /// rank n − 1 at most.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="structure">The covariance structure.</param>
    /// <param name="options">A ridge makes up for what is missing.</param>
    public static TooFewRows? Beforehand(Dataset data, CovarianceStructure structure, EmOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(structure);
        return structure.Shape == CovarianceShape.Full && !((options ?? EmOptions.Default).Ridge > 0)
            && data.CountDistinctRows(limit: data.Dimension + 1) is > 1 and var rows && rows <= data.Dimension
            ? new TooFewRows(rows, data.Dimension + 1L)
            : null;
    }

    private static ImmutableArray<FitWarning> OfFit(Dataset data, Iteration<IMixture> last) =>
    [
        .. Same(data, last),
        .. SmallComponents(data, last),
        .. ColumnValues.WarningsOf(data, last.Model.IsContinuous),
        .. HardlyAny(data, last),
    ];

    private static IEnumerable<FitWarning> Same(Dataset data, Iteration<IMixture> last) => double.IsFinite(last.LogLikelihood)
        ? last.Model.Twins(data).Select(pair => new NearlySame(pair.One, pair.Other, pair.Overlap))
        : [];

    /// <summary>Spikes, and lone rows. The rows are asked for their components only where one is so small that it may be either.</summary>
    private static ImmutableArray<FitWarning> SmallComponents(Dataset data, Iteration<IMixture> last)
    {
        double heaviest = data.Weights.IsEmpty ? 1 : data.Weights.Max();
        var spurious = last.SpuriousComponents;
        ImmutableArray<int> tiny =
            [.. Enumerable.Range(0, last.EffectiveCounts.Length).Where(k => last.EffectiveCounts[k] < OneRow * heaviest)];
        if ((spurious.IsEmpty && tiny.IsEmpty) || !double.IsFinite(last.LogLikelihood))
        {
            return [];
        }

        var held = HeldRows.Of(data, last.Model, [.. spurious, .. tiny]);
        return
        [
            .. spurious.Select(k => new Spurious(k, last.EffectiveCounts[k], [.. held[k].Select(row => (long)row)])),
            .. from k in tiny
               let rows = held[k].ToArray()
               where rows.Length == 1 && last.EffectiveCounts[k] < OneRow * data.WeightOf(rows[0])
               let alone = Isolation.Of(data, k, rows[0])
               where alone is not null
               select alone,
        ];
    }

    /// <summary>
    /// Where there are fewer than 2(p + 1) numbers, the correction of AIC for a finite sample, 2p(p + 1)/(n − p − 1) (Hurvich and Tsai
    /// 1989), is larger than its penalty 2p itself: there AIC, BIC and likelihoods are no evidence for several components. A single
    /// component needs none.
    /// </summary>
    private static IEnumerable<FitWarning> HardlyAny(Dataset data, Iteration<IMixture> last)
    {
        double numbers = Math.Max(data.TotalWeight, HeldRows.Count(data)) * data.Dimension;
        return last.Model.ComponentCount > 1 && numbers < 2 * (last.FreeParameters + 1.0) ? [new FewNumbers(last.FreeParameters, numbers)] : [];
    }
}
