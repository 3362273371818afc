using GmmPure.Kernels;

namespace GmmPure.Families;

/// <summary>Where the density of a mixture in one column stops to rise or to fall.</summary>
internal static class TurningPoints
{
    /// <summary>So many whole numbers are looked at one by one.</summary>
    private const int MostWhole = 1 << 20;

    /// <summary>So many intervals are looked at.</summary>
    private const int MostIntervals = 1 << 18;

    /// <summary>2⁻⁴⁶: how much of itself the density changes at most over an interval which is not looked into any further.</summary>
    private const double Flat = 1.4210854715202004E-14;

    /// <summary>So steep that nothing is flat.</summary>
    private const double Steep = 700;

    /// <summary>
    /// Of densities of whole numbers, which rise below all modes and fall above them: those between that differ in direction on
    /// either side; null if there are too many to look at.
    /// </summary>
    public static ImmutableArray<double>? OfWhole(ImmutableArray<double> modes, Func<double, double> logDensity)
    {
        var (first, last) = (modes.Min(), modes.Max());
        if (!(last - first < MostWhole))
        {
            return null;
        }

        double[] values = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => logDensity(first + i))];
        return
        [
            .. Enumerable.Range(0, values.Length)
                .Where(i => i == 0 || i == values.Length - 1 || (values[i] > values[i - 1]) != (values[i + 1] > values[i]))
                .Select(i => first + i),
        ];
    }

    /// <summary>
    /// Of a mixture of normal distributions, by bisection of the interval between the outermost means: p′ is what rises, from the
    /// components on the right, less what falls, from those on the left. On an interval each component's part lies between two
    /// bounds; where the bounds of the sums do not tell which is the larger, the interval is halved, until the density is flat on
    /// it. Every turning point is within an interval that remains, of which those that touch are one. Null if it takes too long.
    /// </summary>
    /// <param name="components">π_k, μ_k, σ_k² (K).</param>
    public static ImmutableArray<double>? OfNormals(ImmutableArray<(double Weight, double Mean, double Variance)> components)
    {
        var turns = new List<(double Left, double Right)>();
        var open = new Stack<(double Left, double Right)>();
        open.Push((components.Min(each => each.Mean), components.Max(each => each.Mean)));
        for (int count = 0; open.TryPop(out var interval); count++)
        {
            if (count > MostIntervals)
            {
                return null;
            }

            var (left, right) = interval;
            double middle = left + ((right - left) / 2);
            var (rising, falling, density) = Parts(components, left, right);
            if (rising.Least > falling.Most || falling.Least > rising.Most)
            {
                continue;
            }

            if (middle > left && middle < right && !(Steepest(rising, falling, density) * (right - left) <= Flat))
            {
                open.Push((middle, right));
                open.Push((left, middle));
            }
            else if (turns is [.., var before] && before.Right == left)
            {
                turns[^1] = (before.Left, right);
            }
            else
            {
                turns.Add(interval);
            }
        }

        return [.. turns.Select(turn => turn.Left + ((turn.Right - turn.Left) / 2))];
    }

    /// <summary>What rises and what falls on an interval, and the logarithm of the least that the density may be, times √(2π).</summary>
    private static (Bounds Rising, Bounds Falling, double LogDensity) Parts(
        ImmutableArray<(double Weight, double Mean, double Variance)> components, double left, double right)
    {
        var rising = new Bounds();
        var falling = new Bounds();
        double density = double.NegativeInfinity;
        foreach (var (weight, mean, variance) in components)
        {
            double deviation = Math.Sqrt(variance);
            double logScale = Elementary.Log(weight) - Elementary.Log(variance);
            var (atLeft, atRight) = ((left - mean) / deviation, (right - mean) / deviation);
            double farthest = Math.Max(-atLeft, atRight);
            density = LogSum(density, logScale + Elementary.Log(deviation) - (farthest * farthest / 2));
            if (atLeft < 0)
            {
                rising.Add(logScale, Math.Max(0, -atRight), -atLeft);
            }

            if (atRight > 0)
            {
                falling.Add(logScale, Math.Max(0, atLeft), atRight);
            }
        }

        return (rising, falling, density);
    }

    /// <summary>The largest that |d ln p/dx| may be.</summary>
    private static double Steepest(Bounds rising, Bounds falling, double logDensity) => Math.Max(
        Elementary.Exp(Math.Min(Steep, rising.Most - logDensity)) - Elementary.Exp(Math.Min(Steep, falling.Least - logDensity)),
        Elementary.Exp(Math.Min(Steep, falling.Most - logDensity)) - Elementary.Exp(Math.Min(Steep, rising.Least - logDensity)));

    /// <summary>The logarithms of the least and the largest that a sum of slopes, each z·e^(−z²/2) times its scale, may be.</summary>
    private sealed class Bounds
    {
        public double Least { get; private set; } = double.NegativeInfinity;

        public double Most { get; private set; } = double.NegativeInfinity;

        /// <summary>One more, whose z is between two numbers from 0 on.</summary>
        public void Add(double logScale, double near, double far)
        {
            Least = LogSum(Least, logScale + Math.Min(Log(near), Log(far)));
            Most = LogSum(Most, logScale + Log(Math.Clamp(1, near, far)));
        }

        private static double Log(double z) => Elementary.Log(z) - (z * z / 2);
    }

    /// <summary>ln(eᵃ + eᵇ).</summary>
    public static double LogSum(double a, double b)
    {
        var (more, less) = a > b ? (a, b) : (b, a);
        return double.IsInfinity(more) ? more : more + SpecialFunctions.LogOnePlus(Elementary.Exp(less - more));
    }
}
