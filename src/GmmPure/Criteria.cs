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
}
