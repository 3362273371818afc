using GmmPure.Kernels;

namespace GmmPure.Families;

/// <summary>
/// Temme's uniform expansion of the incomplete gamma functions (DLMF 8.12.3 to 8.12.12): with ½·η² = x/a − 1 − ln(x/a) the smaller of
/// P and Q is e^(−½·a·η²)·(½·erfcx(|η|·√(½·a)) ± (c₀(η) + c₁(η)/a + …)/√(2π·a)). For a from 20 on and x/a from ½ to 2 the eleven
/// functions that are kept, each as a polynomial of degree 26, leave less than 2⁻⁵² of the result.
/// </summary>
internal static class UniformGamma
{
    private const int Orders = 10;
    private const int Degree = 26;

    private static readonly ImmutableArray<ImmutableArray<double>> Coefficients = Expand();

    /// <summary>P and Q.</summary>
    /// <param name="shape">a.</param>
    /// <param name="value">x.</param>
    /// <param name="lost">What x is more than the given number.</param>
    public static Tails Of(double shape, double value, double lost)
    {
        double exponent = SpecialFunctions.Deviance(shape, value, shape - value);
        double eta = Math.Sqrt(2 * exponent / shape) * (value < shape ? -1 : 1);
        double scale = Elementary.Exp(-exponent / 2);
        double root = Math.Sqrt(Math.Tau * shape);
        double rest = Sum(shape, eta) / root;
        double moved = lost * shape / (value * root);
        double half = 0.5 * ErrorFunction.ScaledComplement(Math.Sqrt(exponent));
        return value < shape
            ? Tails.OfLower((half - rest + moved) * scale * scale)
            : Tails.OfUpper((half + rest - moved) * scale * scale);
    }

    private static double Sum(double shape, double eta)
    {
        double sum = 0;
        for (int k = Orders; k >= 0; k--)
        {
            double polynomial = 0;
            for (int n = Degree; n >= 0; n--)
            {
                polynomial = (polynomial * eta) + Coefficients[k][n];
            }

            sum = (sum / shape) + polynomial;
        }

        return sum;
    }

    /// <summary>The d of c_k(η) = Σ d(k, n)·ηⁿ: d(0, n) = (n + 2)·α(n + 2), d(k, n) = (−1)ᵏ·g(k)·d(0, n) + (n + 2)·d(k − 1, n + 2).</summary>
    private static ImmutableArray<ImmutableArray<double>> Expand()
    {
        var alpha = Inverse(Degree + (2 * Orders) + 2);
        var gamma = Stirling(Orders);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<double>>(Orders + 1);
        rows.Add([.. Enumerable.Range(2, Degree + (2 * Orders) + 1).Select(n => n == 2 ? (2 * alpha[2]) - 1 : n * alpha[n])]);
        for (int k = 1; k <= Orders; k++)
        {
            var before = rows[k - 1];
            double sign = k % 2 == 0 ? 1 : -1;
            rows.Add([.. Enumerable.Range(0, before.Length - 2).Select(n => (sign * gamma[k] * rows[0][n]) + ((n + 2) * before[n + 2]))]);
        }

        return rows.MoveToImmutable();
    }

    /// <summary>The α of x/a − 1 = η + Σ α(n)·ηⁿ.</summary>
    private static double[] Inverse(int last)
    {
        double[] alpha = new double[last + 1];
        alpha[1] = 1;
        for (int n = 2; n <= last; n++)
        {
            double sum = alpha[n - 1];
            for (int j = 2; j < n; j++)
            {
                sum -= j * alpha[j] * alpha[n + 1 - j];
            }

            alpha[n] = sum / (n + 1);
        }

        return alpha;
    }

    /// <summary>The g of Γ(a)·eᵃ·a^(½ − a)/√(2π) = Σ g(k)/aᵏ: the exponential of Stirling's series.</summary>
    private static double[] Stirling(int last)
    {
        double[] series = [1.0 / 12, 0, -1.0 / 360, 0, 1.0 / 1260, 0, -1.0 / 1680, 0, 1.0 / 1188, 0];
        double[] gamma = new double[last + 1];
        gamma[0] = 1;
        for (int n = 1; n <= last; n++)
        {
            double sum = 0;
            for (int i = 0; i < n; i++)
            {
                sum += (i + 1) * series[i] * gamma[n - 1 - i];
            }

            gamma[n] = sum / n;
        }

        return gamma;
    }
}
