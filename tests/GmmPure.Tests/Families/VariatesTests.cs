using GmmPure.Families;

namespace GmmPure.Tests;

/// <summary>Where a draw is kept and where the next one is taken instead, shown with uniform numbers that are chosen.</summary>
public class VariatesTests
{
    private const double NormalWidth = 1.7155277699214135;

    /// <summary>
    /// Of shape 1, d = ⅔, and a proposal y = z/√(9d) is kept where ln u lies below 3d = 2 times ln(1 + y) − y + y²/2 − y³/3, which is
    /// −y⁴/4 + y⁵/5 − …: nearly always, so that no sample would tell.
    /// </summary>
    [Theory]
    [InlineData(0.1)]
    [InlineData(-0.1)]
    [InlineData(0.0125)]
    [InlineData(-0.0125)]
    [InlineData(0.3)]
    [InlineData(-0.3)]
    public void A_gamma_draw_is_kept_as_often_as_its_density_asks(double y)
    {
        double rest = Enumerable.Range(4, 100).Sum(n => -Math.Pow(-y, n) / n);
        double d = 2 / 3.0;
        double z = y * Math.Sqrt(9 * d);
        double kept = d * Math.Pow(1 + y, 3);

        Assert.Equal(kept, Draw(z, Math.Exp(2 * rest * 1.001)), 1e-12);
        Assert.Equal(d, Draw(z, Math.Exp(2 * rest * 0.999)), 1e-12);

        // A normal proposal z, then u; if that is not kept, the normal proposal 0, which always is.
        static double Draw(double z, double u)
        {
            double[] numbers = [0.5, 0.5 + (z * 0.5 / NormalWidth), u, 0.5, 0.5, 0.5];
            int next = 0;
            return Variates.Gamma(1, () => numbers[next++]);
        }
    }
}
