using GmmPure.Kernels;

namespace GmmPure.Families;

/// <summary>
/// Draws whole numbers from any log-concave distribution (Devroye 1987, "A simple generator for discrete log-concave
/// distributions"): with the mode m and p = p(m), p(m + k) is at most p·min(1, e^(1 − p·|k|)). Under a hat of that shape, flat for
/// w = 1 + p/2 on either side (in units of 1/p) and exponential beyond, one in 4 + p draws is kept, whatever the distribution.
/// </summary>
internal static class LogConcave
{
    /// <param name="mode">m.</param>
    /// <param name="logDensity">ln p(x) of a whole number, −∞ outside the support.</param>
    /// <param name="uniform">Uniform numbers in (0, 1).</param>
    public static double Draw(double mode, Func<double, double> logDensity, Func<double> uniform)
    {
        double peak = logDensity(mode);
        double height = Elementary.Exp(peak);
        double flat = 1 + (height / 2);
        while (true)
        {
            bool isFlat = uniform() * (flat + 1) < flat;
            double along = uniform();
            double fall = isFlat ? 0 : Elementary.Log(along);
            double distance = Math.Round((isFlat ? flat * along : flat - fall) / height);
            double value = uniform() < 0.5 ? mode - distance : mode + distance;
            if (Elementary.Log(uniform()) + fall <= logDensity(value) - peak)
            {
                return value;
            }
        }
    }
}
