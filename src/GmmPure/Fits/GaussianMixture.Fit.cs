namespace GmmPure;

/// <content>The fit in one call.</content>
public sealed partial record GaussianMixture
{
    /// <summary>
    /// The maximum-likelihood fit of K Gaussians: EM from several kinds of starts, of which the best is kept. It is what
    /// <c>gmm fit</c> computes.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="components">K.</param>
    /// <param name="options">Structure, search, when to stop, threads.</param>
    /// <exception cref="ArgumentException">
    /// K is not positive, or the data have no such fit: too few distinct rows, or every run degenerates. The message says why.
    /// </exception>
    public static Fit<GaussianMixture> Fit(Dataset data, int components, FitOptions? options = null) =>
        TryFit(data, components, options).Or(fault => throw new ArgumentException(fault.Message, nameof(data)));

    /// <summary>The maximum-likelihood fit of K Gaussians, or why the data have none.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="components">K.</param>
    /// <param name="options">Structure, search, when to stop, threads.</param>
    /// <param name="through">
    /// Through what every history is led as it is pulled, such as a cancellation that throws; nothing by default.
    /// </param>
    /// <exception cref="ArgumentException">K is not positive, or the data are null.</exception>
    public static Outcome<Fit<GaussianMixture>, FitFault> TryFit(
        Dataset data,
        int components,
        FitOptions? options = null,
        Func<IEnumerable<Iteration<GaussianMixture>>, IEnumerable<Iteration<GaussianMixture>>>? through = null)
    {
        var structure = (options ?? FitOptions.Default).Structure;
        return Fits.Try(
            data, components, (kind, seed, em) => Outcome.Of(Initial.Of(kind, data, components, seed, structure, em)), options, through);
    }
}
