using GmmPure.Kernels;

namespace GmmPure.Families;

/// <summary>Draws of real numbers, made of uniform ones in (0, 1).</summary>
internal static class Variates
{
    /// <summary>2·√(2/e): the width of the region that normal draws come from.</summary>
    private const double NormalWidth = 1.7155277699214135;

    private const double Near = 0.125;

    /// <summary>Standard normal: a ratio of uniform numbers (Kinderman and Monahan 1977).</summary>
    public static double Normal(Func<double> uniform)
    {
        while (true)
        {
            double below = uniform();
            double ratio = NormalWidth * (uniform() - 0.5) / below;
            if (ratio * ratio <= -4 * Elementary.Log(below))
            {
                return ratio;
            }
        }
    }

    /// <summary>μ + s·L·z, where L is the lower triangle of a covariance.</summary>
    public static ImmutableArray<double> Gaussian(
        ImmutableArray<double> mean, Covariance covariance, double scale, Func<double> uniform)
    {
        double[] standard = [.. mean.Select(_ => Normal(uniform))];
        double[] drawn = new double[mean.Length];
        covariance.Colour(standard, drawn);
        return [.. drawn.Select((coloured, j) => Finite(mean[j] + (scale * coloured)))];
    }

    /// <summary>
    /// Gamma with a shape from 1 on and the rate 1 (Marsaglia and Tsang 2000): d·v with v = (1 + y)³ and y normal of variance 1/9d.
    /// Their condition, ln u &lt; z²/2 + d − d·v + d·ln v, is 3d times what is left of ln(1 + y) after three terms of its series,
    /// which does not cancel at a large shape.
    /// </summary>
    public static double Gamma(double shape, Func<double> uniform)
    {
        double d = shape - (1.0 / 3);
        double deviation = 1 / (3 * Math.Sqrt(d));
        while (true)
        {
            double y = deviation * Normal(uniform);
            if (y > -1 && Elementary.Log(uniform()) < LogRest(y) * 3 * d)
            {
                return d * ((1 + y) * (1 + y) * (1 + y));
            }
        }
    }

    /// <summary>ln of a gamma draw with the rate 1; for a shape α below 1, of one with α + 1 times u^(1/α), which may be tiny.</summary>
    public static double LogGamma(double shape, Func<double> uniform) => shape < 1
        ? Elementary.Log(Gamma(shape + 1, uniform)) + (Elementary.Log(uniform()) / shape)
        : Elementary.Log(Gamma(shape, uniform));

    /// <summary>eˣ over the whole range of numbers, the smallest included: <see cref="Elementary.Exp(double)"/> stops short of both ends.</summary>
    public static double Exp(double x)
    {
        double root = Elementary.Exp(Math.Min(x / 2, 400));
        return root * root;
    }

    /// <summary>The nearest finite number.</summary>
    public static double Finite(double value) => Math.Clamp(value, double.MinValue, double.MaxValue);

    /// <summary>ln(1 + y) − y + y²/2 − y³/3.</summary>
    private static double LogRest(double y)
    {
        if (Math.Abs(y) > Near)
        {
            return Elementary.Log(1 + y) - (y * (1 - (y * (0.5 - (y / 3)))));
        }

        double sum = 0;
        double before = double.NaN;
        double power = y * y * y;
        for (int n = 4; sum != before; n++)
        {
            before = sum;
            power *= -y;
            sum += power / n;
        }

        return sum;
    }
}
