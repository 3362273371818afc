namespace GmmPure;

/// <content>The choice of K and of the covariance structure.</content>
public sealed partial record GaussianMixture
{
    /// <summary>
    /// Fits of several numbers of components and covariance structures, compared by a criterion: BIC by default. It is what
    /// <c>gmm select</c> computes.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="components">The numbers of components, K, both ends included: <c>1..9</c> tries 1 to 9, as on the command line.</param>
    /// <param name="options">Structures, criterion, and how each model is fitted.</param>
    /// <exception cref="ArgumentException">An end of the range is counted from its end, or the range holds 0 or nothing; or no model has a fit.</exception>
    public static Selection Select(Dataset data, Range components, SelectOptions? options = null) =>
        components.Start.IsFromEnd || components.End.IsFromEnd || components.End.Value < components.Start.Value
            ? throw new ArgumentException("The numbers of components go from one to another, as in 1..9.", nameof(components))
            : Select(data, Enumerable.Range(components.Start.Value, components.End.Value - components.Start.Value + 1), options);

    /// <summary>Fits of several numbers of components and covariance structures, compared by a criterion: BIC by default.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="components">The numbers of components, K.</param>
    /// <param name="options">Structures, criterion, and how each model is fitted.</param>
    /// <exception cref="ArgumentException">There is no number of components, one is not positive or not that of the data's labels, or no model has a fit.</exception>
    public static Selection Select(Dataset data, IEnumerable<int> components, SelectOptions? options = null) =>
        TrySelect(data, components, options).Or(fault => throw new ArgumentException(fault.Message, nameof(data)));

    /// <summary>
    /// Fits of several numbers of components and covariance structures, compared by a criterion; or, if no model has a fit, why the
    /// first has none. A model that was fitted worse than a smaller one which it contains is started again from that.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="components">The numbers of components, K.</param>
    /// <param name="options">Structures, criterion, and how each model is fitted.</param>
    /// <param name="through">
    /// Through what every history of a candidate is led as it is pulled, such as a cancellation that throws; nothing by default.
    /// </param>
    /// <exception cref="ArgumentException">
    /// There is no number of components, or one is not positive, or not the number of the data's labels, if they have any.
    /// </exception>
    public static Outcome<Selection, FitFault> TrySelect(
        Dataset data,
        IEnumerable<int> components,
        SelectOptions? options = null,
        Func<int, CovarianceStructure, IEnumerable<Iteration<GaussianMixture>>, IEnumerable<Iteration<GaussianMixture>>>? through = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        var counts = Given.Each(components).Distinct().Order().ToImmutableArray();
        if (counts.IsEmpty || counts[0] <= 0)
        {
            throw new ArgumentException("There is at least one number of components, and each is positive.", nameof(components));
        }

        var chosen = options ?? SelectOptions.Default;
        var structures = chosen.Structures;
        var fitted = counts
            .SelectMany(count => structures.DistinctBy(each => each.Simplify(count, data.Dimension))
                .OrderBy(structure => structure.FreeParameters(count, data.Dimension))
                .Select(structure => (Count: count, Structure: structure)))
            .Aggregate(
                ImmutableArray<Candidate>.Empty,
                (before, model) => before.Add(Candidate.Of(data, model.Count, model.Structure, before, chosen.Fit, Through(model))));
        var candidates = fitted.OrderBy(each => each.Components).ThenBy(each => structures.IndexOf(each.Structure)).ToImmutableArray();
        return candidates.Any(candidate => candidate.Fit is not null)
            ? new Selection(candidates, chosen.Criterion)
            : candidates[0].Outcome.Match<FitFault>(_ => throw new InvalidOperationException("There is a fit."), fault => fault);

        Func<IEnumerable<Iteration<GaussianMixture>>, IEnumerable<Iteration<GaussianMixture>>>? Through((int Count, CovarianceStructure Structure) model) =>
            through is null ? null : history => through(model.Count, model.Structure, history);
    }
}
