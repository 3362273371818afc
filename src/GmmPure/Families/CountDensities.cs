using GmmPure.Kernels;

namespace GmmPure.Families;

/// <summary>
/// The logarithms of the Poisson and the binomial distribution, without the cancellation of large terms (Loader 2000, "Fast and
/// accurate computation of binomial probabilities"): ln p(x) is a sum of deviances, the rest of Stirling's formula and logarithms.
/// </summary>
internal static class CountDensities
{
    /// <summary>ln(λˣ·e^−λ/x!) of a whole number; −∞ of a negative one.</summary>
    public static double LogPoisson(double count, double rate) => count switch
    {
        < 0 => double.NegativeInfinity,
        0 => -rate,
        _ => -Deviance(count, rate) - StirlingRest(count) - (0.5 * (Elementary.LogTwoPi + Elementary.Log(count))),
    };

    /// <summary>ln(C(n, x)·pˣ·(1 − p)ⁿ⁻ˣ) of a whole number, for p ≤ ½; −∞ of one that is not in [0, n].</summary>
    public static double LogBinomial(double count, double trials, double probability)
    {
        double failures = trials - count;
        if (count < 0 || failures < 0)
        {
            return double.NegativeInfinity;
        }

        var (expected, expectedFailures) = (trials * probability, trials * (1 - probability));
        if (count == 0)
        {
            return -Deviance(trials, expectedFailures) - expected;
        }

        return failures == 0
            ? trials * Elementary.Log(probability)
            : StirlingRest(trials) - StirlingRest(count) - StirlingRest(failures)
                - Deviance(count, expected) - Deviance(failures, expectedFailures)
                + (0.5 * (Elementary.Log(trials / failures) - Elementary.Log(count) - Elementary.LogTwoPi));
    }

    private static double Deviance(double x, double mean) => SpecialFunctions.Deviance(x, mean, x - mean);

    /// <summary>ln x! − ((x + ½)·ln x − x + ½·ln 2π), for a whole number from 1 on.</summary>
    private static double StirlingRest(double x) => x >= SpecialFunctions.Far
        ? SpecialFunctions.StirlingSeries(x)
        : SpecialFunctions.LogFactorial(x) - ((x + 0.5) * Elementary.Log(x)) + x - (Elementary.LogTwoPi / 2);
}
