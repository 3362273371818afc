using GmmPure.Families;

namespace GmmPure;

/// <content>The same for a mixture of whichever family, where it is known at run time only.</content>
public static partial class Em
{
    /// <summary>The E-step of a mixture of whichever family: the responsibilities, and the log-likelihood.</summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="mixture">θ: K components.</param>
    /// <param name="variant">What is to be different from plain EM; nothing by default.</param>
    /// <param name="options">Threads.</param>
    /// <exception cref="ArgumentException">A value is outside the family's support, or the columns or labels do not fit.</exception>
    /// <exception cref="UnreachableRowException">A row is impossible under every component, or the one of its label.</exception>
    public static EStepResult EStep(
        Dataset data, IMixture mixture, EmVariant? variant = null, EmOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(mixture);
        return mixture is IFamilyMixture other
            ? other.EStep(data, variant, options)
            : EStep(data, (GaussianMixture)mixture, variant, options);
    }

    /// <summary>The iterations from a mixture of whichever family, as a lazy sequence like the others.</summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="start">θ₀.</param>
    /// <param name="variant">What is to be different from plain EM; nothing by default.</param>
    /// <param name="options">Threads; a ridge, where the components are Gaussian.</param>
    /// <exception cref="ArgumentException">
    /// A value is outside the family's support, the columns or labels do not fit, or there is a ridge, but no covariance.
    /// </exception>
    public static IEnumerable<Iteration<IMixture>> Iterate(
        Dataset data, IMixture start, EmVariant? variant = null, EmOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(start);
        return start is IFamilyMixture other
            ? other.Iterate(data, variant, options)
            : Iterate(data, (GaussianMixture)start, variant ?? EmVariant.Plain, options).Select(each => each.Cast<IMixture>());
    }
}
