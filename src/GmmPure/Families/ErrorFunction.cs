using GmmPure.Kernels;

namespace GmmPure.Families;

/// <summary>
/// The error function and its complement, by the rational approximations of Cody ("Rational Chebyshev approximations for the error
/// function", Mathematics of Computation 23, 1969), which are off by less than 2⁻⁵³ of the result.
/// </summary>
internal static class ErrorFunction
{
    /// <summary>Where the error function itself is approximated; beyond it the complement is.</summary>
    public const double Near = 0.46875;
    private const double Middle = 4;

    /// <summary>1/√π.</summary>
    private const double InverseRootOfPi = 0.56418958354775629;

    /// <summary>erf x, for x from 0 to 15/32.</summary>
    public static double Of(double x)
    {
        double square = x * x;
        return x * Ratio(
            square,
            [0.185777706184603153, 3.16112374387056560, 113.864154151050156, 377.485237685302021, 3209.37758913846947],
            [1, 23.6012909523441209, 244.024637934444173, 1282.61652607737228, 2844.23683343917062]);
    }

    /// <summary>erfcx x = e^(x²)·erfc x, for x from 0 on.</summary>
    public static double ScaledComplement(double x) => x switch
    {
        <= Near => Elementary.Exp(x * x) * (1 - Of(x)),
        <= Middle => Ratio(
            x,
            [
                2.15311535474403846e-8, 0.564188496988670089, 8.88314979438837594, 66.1191906371416295, 298.635138197400131,
                881.952221241769090, 1712.04761263407058, 2051.07837782607147, 1230.33935479799725,
            ],
            [
                1, 15.7449261107098347, 117.693950891312499, 537.181101862009858, 1621.38957456669019,
                3290.79923573345963, 4362.61909014324716, 3439.36767414372164, 1230.33935480374942,
            ]),
        _ => Far(x),
    };

    private static double Far(double x)
    {
        double inverse = 1 / (x * x);
        double rest = inverse * Ratio(
            inverse,
            [0.0163153871373020978, 0.305326634961232344, 0.360344899949804439, 0.125781726111229246, 0.0160837851487422766, 0.000658749161529837803],
            [1, 2.56852019228982242, 1.87295284992346047, 0.527905102951428412, 0.0605183413124413191, 0.00233520497626869185]);
        return (InverseRootOfPi - rest) / x;
    }

    /// <summary>A ratio of polynomials, the highest power first.</summary>
    private static double Ratio(double x, ReadOnlySpan<double> above, ReadOnlySpan<double> below) => Horner(x, above) / Horner(x, below);

    private static double Horner(double x, ReadOnlySpan<double> coefficients)
    {
        double sum = 0;
        foreach (double coefficient in coefficients)
        {
            sum = (sum * x) + coefficient;
        }

        return sum;
    }
}
