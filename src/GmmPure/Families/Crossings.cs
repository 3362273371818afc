using GmmPure.Kernels;

namespace GmmPure.Families;

/// <summary>Where the weighted densities of two distributions are equal.</summary>
internal static class Crossings
{
    /// <summary>2⁻⁵⁰: a discriminant smaller than this share of its terms is 0 but for their rounding.</summary>
    private const double Rounding = 8.881784197001252E-16;

    /// <summary>ln(a/b), to within a few ulp also where they are close.</summary>
    public static double LogRatio(double above, double below)
    {
        double excess = (above - below) / below;
        return Math.Abs(excess) < 0.5 ? SpecialFunctions.LogOnePlus(excess) : Elementary.Log(above) - Elementary.Log(below);
    }

    /// <summary>Where intercept + slope·x = 0, from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static Crossing OfLine(double intercept, double slope, double least, double most) =>
        slope == 0 ? Crossing.OfSame(intercept) : new Crossing([-intercept / slope]).Within(least, most);

    /// <summary>
    /// Of two normal distributions: with the wider one's mean as the origin and its deviation as the unit, u = 1 − ρ for ρ ≤ 1 the
    /// narrower one's variance, δ its mean and M twice the logarithm of the ratio of the peaks (narrow over wide), the roots of
    /// u·x² − 2δ·x + δ² − ρ·(M′) = 0, which are (δ ± √(ρ·(δ² + u·M)))/u. The root that would cancel is taken from the product of both.
    /// </summary>
    /// <param name="first">Mean and variance of the first.</param>
    /// <param name="second">Those of the second.</param>
    /// <param name="logRatio">The logarithm of the ratio of the weights, first over second.</param>
    public static Crossing OfNormals((double Mean, double Variance) first, (double Mean, double Variance) second, double logRatio)
    {
        if (first.Variance < second.Variance)
        {
            return OfNormals(second, first, -logRatio);
        }

        if (first == second)
        {
            return Crossing.OfSame(logRatio);
        }

        double unit = Math.Sqrt(first.Variance);
        double distance = (second.Mean - first.Mean) / unit;
        double narrowness = Math.Sqrt(second.Variance) / unit;
        double spread = (first.Variance - second.Variance) / first.Variance;
        double peaks = LogRatio(first.Variance, second.Variance) - (2 * logRatio);
        var roots = Roots(distance, narrowness, spread, peaks);
        return new Crossing([.. roots.Select(root => first.Mean + (unit * root))]).Within(double.MinValue, double.MaxValue);
    }

    /// <param name="distance">δ.</param>
    /// <param name="narrowness">√ρ: ρ itself may be below the least number.</param>
    /// <param name="spread">u.</param>
    /// <param name="peaks">M.</param>
    private static ImmutableArray<double> Roots(double distance, double narrowness, double spread, double peaks)
    {
        double shift = spread * peaks;
        double square = distance * distance;
        double discriminant = square + shift;
        if (discriminant < -Rounding * Math.Abs(shift))
        {
            return [];
        }

        if (spread != 0 && Math.Abs(discriminant) <= Rounding * Math.Abs(shift))
        {
            return [distance / spread];
        }

        double root = spread == 0 || double.IsInfinity(square) ? Math.Abs(distance) : Math.Sqrt(Math.Max(0, discriminant));

        // With q = δ ± √ρ·√(δ² + u·M) of the sign that adds, the roots are q/u and (δ² − ρ·M)/q.
        double sum = distance < 0 ? distance - (narrowness * root) : distance + (narrowness * root);
        double product = (distance * (distance / sum)) - (narrowness * (narrowness * (peaks / sum)));
        return spread == 0 ? [product] : [sum / spread, product];
    }

    /// <summary>Where a·ln x + b·x + c = 0 for x above 0: a function of at most one turn, on either side of which one root is bracketed.</summary>
    public static Crossing OfLogarithm(double power, double slope, double constant)
    {
        if (power == 0)
        {
            return OfLine(constant, slope, double.Epsilon, double.MaxValue);
        }

        double Value(double x) => (power * Elementary.Log(x)) + (slope * x) + constant;
        double turn = -power / slope;
        return turn > 0 && double.IsFinite(turn)
            ? new Crossing([.. Root(Value, double.Epsilon, turn), .. Root(Value, turn, double.MaxValue)]).Within(0, double.MaxValue)
            : new Crossing(Root(Value, double.Epsilon, double.MaxValue));
    }

    private static ImmutableArray<double> Root(Func<double, double> value, double low, double high)
    {
        bool isNegative = value(low) < 0;
        return value(low) == 0 ? [low]
            : isNegative == value(high) < 0 ? []
            : [Bisection.First(low, high, x => value(x) < 0 != isNegative)];
    }
}
