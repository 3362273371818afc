using GmmPure.Kernels;

namespace GmmPure.Families;

/// <summary>
/// The logarithm of the gamma function and its first two derivatives, for positive arguments. Each is carried to an argument
/// above 16 by its recurrence; there Stirling's series, cut off, is off by less than its first omitted term (DLMF 5.11(ii)),
/// which is below 2⁻⁵³ of the result.
/// </summary>
internal static class SpecialFunctions
{
    /// <summary>Where Stirling's series begins to be good.</summary>
    public const double Far = 16;
    private const int LargestExactFactorial = 22;
    private const double Near = 0.1;

    /// <summary>ln Γ(x).</summary>
    public static double LogGamma(double x)
    {
        double product = 1;
        for (; x < Far; x++)
        {
            product *= x;
        }

        return ((x - 0.5) * Elementary.Log(x)) - x + (Elementary.LogTwoPi / 2) + StirlingSeries(x) - Elementary.Log(product);
    }

    /// <summary>ln Γ(x + a) − ln Γ(x), also where both are large.</summary>
    public static double LogGammaRatio(double x, double a) => x < Far
        ? LogGamma(x + a) - LogGamma(x)
        : ((x - 0.5) * LogOnePlus(a / x)) + (a * Elementary.Log(x + a)) - a + StirlingSeries(x + a) - StirlingSeries(x);

    /// <summary>
    /// ln(1 + y) for y from −1 on, to within a few ulp also of a small y: what 1 + y rounds away is divided out. An infinite y, which
    /// is a sum of squares that overflowed, counts as the largest number.
    /// </summary>
    public static double LogOnePlus(double y)
    {
        double sum = 1 + y;
        return sum == 1 ? y : double.IsFinite(sum) ? Elementary.Log(sum) * (y / (sum - 1)) : Elementary.Log(y);
    }

    /// <summary>ln x!, of a whole number.</summary>
    public static double LogFactorial(double x)
    {
        if (x > LargestExactFactorial)
        {
            return LogGamma(x + 1);
        }

        double product = 1;
        for (int factor = 2; factor <= x; factor++)
        {
            product *= factor;
        }

        return Elementary.Log(product);
    }

    /// <summary>ln x − ψ(x), where ψ is the digamma function (ln Γ)′: positive, and near 1/(2x) for large x.</summary>
    public static double LogMinusDigamma(double x)
    {
        double start = x;
        double sum = 0;
        for (; x < Far; x++)
        {
            sum += 1 / x;
        }

        double square = 1 / (x * x);
        double series = Horner(
            square, [1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760]) * square;
        return (0.5 / x) + series + sum + (sum > 0 ? Elementary.Log(start / x) : 0);
    }

    /// <summary>ψ(x), the digamma function.</summary>
    public static double Digamma(double x) => Elementary.Log(x) - LogMinusDigamma(x);

    /// <summary>ψ′(x) − 1/x, where ψ′ is the trigamma function: positive, and near 1/(2x²) for large x.</summary>
    public static double TrigammaExcess(double x)
    {
        double start = x;
        double sum = 0;
        for (; x < Far; x++)
        {
            sum += 1 / (x * x);
        }

        double square = 1 / (x * x);
        double series = Horner(square, [1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730]) * square / x;
        return (0.5 * square) + series + (sum > 0 ? sum + (1 / x) - (1 / start) : 0);
    }

    /// <summary>ln Γ(x) − (x − ½)·ln x + x − ½·ln 2π, for x from 16 on.</summary>
    public static double StirlingSeries(double x) =>
        Horner(1 / (x * x), [1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360]) / x;

    /// <summary>ln Γ(x) − ((x − ½)·ln x − x + ½·ln 2π), for positive x.</summary>
    public static double StirlingRest(double x) => x >= Far
        ? StirlingSeries(x)
        : LogGamma(x) - ((x - 0.5) * Elementary.Log(x)) + x - (Elementary.LogTwoPi / 2);

    /// <summary>
    /// x·ln(x/m) + m − x for positive x, infinite if m is 0; where they are close, by 2·artanh((x − m)/(x + m)) = ln(x/m).
    /// </summary>
    /// <param name="x">x.</param>
    /// <param name="mean">m.</param>
    /// <param name="difference">x − m, which may be known better than from their roundings.</param>
    public static double Deviance(double x, double mean, double difference)
    {
        double ratio = 0.5 * difference / ((0.5 * x) + (0.5 * mean));
        if (!(Math.Abs(ratio) < Near))
        {
            double times = x / mean;
            return (x * (double.IsFinite(times) ? Elementary.Log(times) : Elementary.Log(x) - Elementary.Log(mean))) - difference;
        }

        double sum = difference * ratio;
        double before = double.NaN;
        double power = 2 * (ratio * x);
        for (int n = 3; sum != before; n += 2)
        {
            before = sum;
            power *= ratio * ratio;
            sum += power / n;
        }

        return sum;
    }

    /// <summary>c₀ + c₁·x + c₂·x² + ….</summary>
    private static double Horner(double x, ReadOnlySpan<double> coefficients)
    {
        double sum = 0;
        for (int i = coefficients.Length - 1; i >= 0; i--)
        {
            sum = (sum * x) + coefficients[i];
        }

        return sum;
    }
}
