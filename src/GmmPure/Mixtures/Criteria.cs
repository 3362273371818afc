using GmmPure.Kernels;

namespace GmmPure;

/// <summary>Criteria for choosing among models; of each, lower is better.</summary>
public static class Criteria
{
    /// <summary>Akaike's criterion, −2ℓ + 2p.</summary>
    /// <param name="logLikelihood">ℓ, the total log-likelihood in nats.</param>
    /// <param name="freeParameters">p.</param>
    public static double Aic(double logLikelihood, long freeParameters) => (-2 * logLikelihood) + (2.0 * freeParameters);

    /// <summary>Schwarz's criterion, −2ℓ + p·ln N (mclust's has the opposite sign).</summary>
    /// <param name="logLikelihood">ℓ, the total log-likelihood in nats.</param>
    /// <param name="freeParameters">p.</param>
    /// <param name="totalWeight">N: the number of rows, or the sum of their weights.</param>
    public static double Bic(double logLikelihood, long freeParameters, double totalWeight) =>
        (-2 * logLikelihood) + (freeParameters * Elementary.Log(totalWeight));

    /// <summary>
    /// The integrated completed likelihood, BIC − 2·Σ w_n·ln max_k r_nk (Biernacki, Celeux and Govaert, IEEE PAMI 22, 2000,
    /// with every row assigned to its most probable component, as mclust computes it with the opposite sign). It is BIC
    /// where every row is certain of its component, and above it by as much as rows are in doubt: it looks for clusters,
    /// BIC for the density.
    /// </summary>
    /// <param name="bic">Schwarz's criterion.</param>
    /// <param name="logLargestResponsibilities">
    /// Σ w_n·ln max_k r_nk over the rows, in nats: not above 0, and not below −N·ln K.
    /// </param>
    public static double Icl(double bic, double logLargestResponsibilities) => bic - (2 * logLargestResponsibilities);
}
