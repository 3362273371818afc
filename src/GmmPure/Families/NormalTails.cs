using GmmPure.Kernels;

namespace GmmPure.Families;

/// <summary>
/// The tails of a normal distribution. With t = (x − μ)²/2σ² in twice the digits the outer one is ½·erfcx(√t)·e⁻ᵗ, and no digit is
/// lost however far x lies out: to within some 2⁻⁵⁰ of itself.
/// </summary>
internal static class NormalTails
{
    /// <summary>In standard deviations: what is beyond is below the least positive number.</summary>
    private const double Farthest = 40;

    /// <summary>Beyond it e⁻ᵗ is taken in two steps, for its first is the least that is no subnormal number.</summary>
    private const double LargestExponent = 640;
    private const double Step = 64;

    /// <summary>e⁻⁶⁴.</summary>
    private const double ExponentialOfStep = 1.603810890548638E-28;

    /// <summary>Both tails at a number.</summary>
    /// <param name="mean">μ.</param>
    /// <param name="variance">σ².</param>
    /// <param name="value">x.</param>
    public static Tails Of(double mean, double variance, double value)
    {
        double difference = value - mean;
        double outer = Math.Abs(difference) / Math.Sqrt(variance) < Farthest
            ? Outer(difference, LostIn(value, mean, difference), variance)
            : 0;
        return difference < 0 ? Tails.OfLower(outer) : Tails.OfUpper(outer);
    }

    /// <summary>ln p(x), in nats.</summary>
    /// <param name="mean">μ.</param>
    /// <param name="variance">σ².</param>
    /// <param name="value">x.</param>
    public static double LogDensity(double mean, double variance, double value)
    {
        double distance = (value - mean) / Math.Sqrt(variance);
        return -0.5 * (Elementary.LogTwoPi + Elementary.Log(variance) + (distance * distance));
    }

    /// <summary>½·erfc(|d|/√(2σ²)), where d is a sum of two numbers.</summary>
    private static double Outer(double difference, double lost, double variance)
    {
        double square = difference * difference;
        double squareRest = Math.FusedMultiplyAdd(difference, difference, -square) + (2 * difference * lost);
        double divisor = 2 * variance;
        double exponent = square / divisor;
        double exponentRest = (Math.FusedMultiplyAdd(-exponent, divisor, square) + squareRest) / divisor;
        double root = Math.Sqrt(exponent);
        return root <= ErrorFunction.Near
            ? 0.5 - (0.5 * ErrorFunction.Of(root))
            : 0.5 * ErrorFunction.ScaledComplement(root) * (1 - exponentRest) * Exponential(exponent);
    }

    /// <summary>What the rounding of x − μ lost (Knuth).</summary>
    private static double LostIn(double value, double mean, double difference)
    {
        double back = difference - value;
        return value - (difference - back) - (mean + back);
    }

    private static double Exponential(double exponent) => exponent <= LargestExponent
        ? Elementary.Exp(-exponent)
        : ExponentialOfStep * (ExponentialOfStep * Elementary.Exp(Step + Step - exponent));
}
