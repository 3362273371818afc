namespace GmmPure;

/// <content>The fit in one call.</content>
public sealed partial record GaussianMixture
{
    /// <summary>
    /// The maximum-likelihood fit of K Gaussians: EM from several kinds of starts, of which the best is kept. It is what
    /// <c>gmm fit</c> computes. Data with labels have one start, that of the labels.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="components">K.</param>
    /// <param name="options">Structure, search, when to stop, threads.</param>
    /// <exception cref="ArgumentException">
    /// K is not positive or not the number of the labels, or the data have no such fit: too few distinct rows, or every run degenerates. The message says why.
    /// </exception>
    public static Fit<GaussianMixture> Fit(Dataset data, int components, FitOptions? options = null) =>
        TryFit(data, components, options).Or(fault => throw new ArgumentException(fault.Message, nameof(data)));

    /// <summary>The maximum-likelihood fit of K Gaussians, or why the data have none. Data with labels have one start, that of the labels.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="components">K.</param>
    /// <param name="options">Structure, search, when to stop, threads.</param>
    /// <param name="through">
    /// Through what every history is led as it is pulled, such as a cancellation that throws; nothing by default.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The data are null, K is not positive or not the number of the labels, or one of the labels below K has no row of positive weight.
    /// </exception>
    public static Outcome<Fit<GaussianMixture>, FitFault> TryFit(
        Dataset data,
        int components,
        FitOptions? options = null,
        Func<IEnumerable<Iteration<GaussianMixture>>, IEnumerable<Iteration<GaussianMixture>>>? through = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        var chosen = options ?? FitOptions.Default;
        var structure = chosen.Structure;
        if (FitWarning.Beforehand(data, structure, chosen.Em) is { } few)
        {
            return new FitFault.TooFewForCovariance(few.Rows, few.Needed);
        }

        if (data.KnownLabels > 0)
        {
            return Fits.TryFromLabels(
                data, components, shared => Initial.TryFromLabels(data, data.Labels, structure, shared), chosen, through);
        }

        return Fits.Try(
            data,
            components,
            (kind, seed, shared) => Outcome.Of(Initial.Of(kind, data, components, seed, structure, shared)),
            chosen,
            components == 1 ? null : (mixture, seed, shared) => Initial.TrySwap(data, mixture, seed, shared),
            through);
    }
}
