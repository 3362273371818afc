namespace GmmPure.Tests;

/// <summary>The unit from which every tolerance here is built.</summary>
internal static class Rounding
{
    /// <summary>u = 2⁻⁵³: the largest relative error of one operation in double precision.</summary>
    public const double Unit = 1.1102230246251565E-16;

    /// <summary>
    /// γₙ = n·u/(1 − n·u): the largest relative error of a product of n factors (1 + δ) with |δ| ≤ u, and so of a sum of n
    /// terms relative to the sum of their magnitudes (Higham, Accuracy and Stability of Numerical Algorithms, lemma 3.1).
    /// </summary>
    public static double Gamma(double operations) => operations * Unit / (1 - (operations * Unit));
}
