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

    /// <summary>
    /// Of a Poisson distribution, whose peak is p: beyond the flat top of the hat a number at a distance d from the mode is proposed as
    /// e^(1 + p/2 − p·d) of the peak, and kept with the probability that its own density is of that. Few draws lie there.
    /// </summary>
    [Theory]
    [InlineData(100, 0.9, true)]
    [InlineData(100, 0.4, false)]
    [InlineData(100, 0.05, true)]
    [InlineData(5.5, 0.7, true)]
    [InlineData(1e6, 0.3, false)]
    public void A_whole_number_in_a_tail_is_kept_as_often_as_its_density_asks(double rate, double along, bool isAbove)
    {
        double mode = Math.Floor(rate);
        double LogDensity(double count) => CountDensities.LogPoisson(count, rate);
        double peak = LogDensity(mode);
        double height = Math.Exp(peak);
        double distance = Math.Round((1 + (height / 2) - Math.Log(along)) / height);
        double value = isAbove ? mode + distance : mode - distance;
        double kept = LogDensity(value) - peak - Math.Log(along);

        Assert.InRange(kept, -40, -1e-3);
        Assert.Equal(value, Draw(Math.Exp(kept - 1e-6)));
        Assert.Equal(mode, Draw(Math.Exp(kept + 1e-6)));

        // In a tail, how far, on which side, and u; if it is not kept, on the flat top, at the mode, on either side, kept.
        double Draw(double u)
        {
            double[] numbers = [0.999, along, isAbove ? 0.75 : 0.25, u, 0.1, 1e-12, 0.25, 0.5];
            int next = 0;
            return LogConcave.Draw(mode, LogDensity, () => numbers[next++]);
        }
    }
}
