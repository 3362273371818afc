using GmmPure.Kernels;

namespace GmmPure.Families;

/// <summary>
/// The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P(a, x), each to within some (a + x)·2⁻⁵² of itself at worst:
/// by Temme's uniform expansion where both arguments are large and not far from each other (DLMF 8.12), else by the series of P
/// (DLMF 8.11.4) or the continued fraction of Q (DLMF 8.9.2). A shape below ½ leaves Q at a small x only an absolute accuracy of 2⁻⁵⁰.
/// </summary>
internal static class IncompleteGamma
{
    private const double UniformFrom = 20;
    private const int MostTerms = 10_000;

    /// <summary>2⁻⁵⁴.</summary>
    private const double Negligible = 5.551115123125783E-17;

    /// <summary>Beyond it e⁻ˣ is 0 in any case, for small shapes.</summary>
    private const double Farthest = 1416;

    /// <summary>2/√π.</summary>
    private const double InverseGammaOfThreeHalves = 1.1283791670955126;

    /// <summary>P and Q.</summary>
    /// <param name="shape">a, positive.</param>
    /// <param name="value">x.</param>
    /// <param name="lost">What x is more than the given number, next to nothing against it.</param>
    public static Tails Of(double shape, double value, double lost = 0)
    {
        if (!(value > 0) || !double.IsFinite(value))
        {
            return value > 0 ? Tails.Above : Tails.Below;
        }

        if (shape >= UniformFrom && value >= shape / 2 && value / 2 <= shape)
        {
            return UniformGamma.Of(shape, value, lost);
        }

        double power = Power(shape, value);
        double moved = lost == 0 ? 0 : power * (shape / value) * lost;
        return value < (shape < 1 ? 0.5 : shape + 1)
            ? Tails.OfLower((power * Series(shape, value)) + moved)
            : Tails.OfUpper((power * shape * Fraction(shape, value)) - moved);
    }

    /// <summary>xᵃ·e⁻ˣ/Γ(a + 1): of a small shape as a product, so that next to no digit is lost where e⁻ˣ is tiny.</summary>
    private static double Power(double shape, double value)
    {
        if (shape > UniformFrom)
        {
            double exponent = SpecialFunctions.Deviance(shape, value, shape - value) + SpecialFunctions.StirlingSeries(shape);
            return Elementary.Exp(-exponent / 2) * Elementary.Exp(-exponent / 2) / Math.Sqrt(Math.Tau * shape);
        }

        if (value > Farthest)
        {
            return 0;
        }

        double whole = Math.Floor(shape);
        double part = shape - whole;
        double product = part switch
        {
            0 => 1,
            0.5 => Math.Sqrt(value) * InverseGammaOfThreeHalves,
            _ => Elementary.Exp((part * Elementary.Log(value)) - SpecialFunctions.LogGamma(1 + part)),
        };
        double half = Elementary.Exp(-value / 2);
        product *= half;
        for (double factor = shape; factor >= 1; factor--)
        {
            product *= value / factor;
        }

        return product * half;
    }

    /// <summary>1 + x/(a + 1) + x²/(a + 1)(a + 2) + ….</summary>
    private static double Series(double shape, double value)
    {
        double sum = 1;
        double term = 1;
        for (int n = 1; n < MostTerms && term > Negligible * sum; n++)
        {
            term *= value / (shape + n);
            sum += term;
        }

        return sum;
    }

    /// <summary>1/(x + 1 − a − 1·(1 − a)/(x + 3 − a − 2·(2 − a)/(x + 5 − a − …))), from above (Lentz).</summary>
    private static double Fraction(double shape, double value)
    {
        double denominator = value + 1 - shape;
        double above = double.MaxValue;
        double below = 1 / denominator;
        double product = below;
        for (int n = 1; n < MostTerms; n++)
        {
            double numerator = -n * (n - shape);
            denominator += 2;
            below = 1 / ((numerator * below) + denominator);
            above = denominator + (numerator / above);
            double factor = above * below;
            product *= factor;
            if (Math.Abs(factor - 1) <= 2 * Negligible)
            {
                break;
            }
        }

        return product;
    }
}
