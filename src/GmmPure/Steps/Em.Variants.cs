namespace GmmPure;

/// <content>Variants of EM for Gaussian mixtures: hard assignments, fixed weights.</content>
public static partial class Em
{
    /// <summary>One iteration of a variant of EM: the next parameters, or how a component degenerated.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="mixture">θ: K components in D dimensions.</param>
    /// <param name="variant">What is to be different from plain EM.</param>
    /// <param name="options">Ridge and threads.</param>
    /// <exception cref="ArgumentException">The columns or labels do not fit.</exception>
    /// <exception cref="UnreachableRowException">A row is too far from every component, or from the one of its label.</exception>
    public static Outcome<GaussianMixture, Degeneracy> Step(
        Dataset data, GaussianMixture mixture, EmVariant variant, EmOptions? options = null)
    {
        Check(data, mixture, variant);
        return MapOf(data, variant, options).Step(mixture);
    }

    private static void Check(Dataset data, GaussianMixture mixture, EmVariant variant)
    {
        Check(data, mixture);
        ArgumentNullException.ThrowIfNull(variant);
    }
}
