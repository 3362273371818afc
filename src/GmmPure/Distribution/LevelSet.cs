namespace GmmPure.Families;

/// <summary>
/// Where a density on a line is at most c, as intervals: between neighbouring turning points it rises or falls, so that each such
/// piece has at most one end of an interval, which bisection finds to the last digit.
/// </summary>
internal sealed class LevelSet
{
    /// <summary>2⁻⁴⁰: whole numbers whose densities differ by less have the same one, but for rounding.</summary>
    private const double Tie = Negligible.Rounding;

    private readonly Func<double, double> logDensity;
    private readonly Func<double, double, double> mass;
    private readonly bool isWhole;
    private readonly ImmutableArray<(double Place, double LogDensity)> ends;

    /// <param name="logDensity">ln p(x).</param>
    /// <param name="mass">P(a &lt; X ≤ b).</param>
    /// <param name="support">What x may be.</param>
    /// <param name="turns">Every number at which the density stops to rise or to fall, ascending; perhaps others as well.</param>
    public LevelSet(
        Func<double, double> logDensity, Func<double, double, double> mass, Support support, ImmutableArray<double> turns)
    {
        (this.logDensity, this.mass, isWhole) = (logDensity, mass, support.IsWhole);
        double first = isWhole ? support.Lower - 1 : support.IsOpen ? Math.BitIncrement(support.Lower) : support.Lower;
        ends =
        [
            .. turns.Select(turn => Math.Max(turn, first)).Prepend(first).Append(support.Upper).Distinct()
                .Select(place => (place, double.IsInfinity(place) ? double.NegativeInfinity : logDensity(place))),
        ];
    }

    /// <summary>P(p(X) ≤ p(x)); 0 where p(x) is.</summary>
    public double Level(double value)
    {
        double own = logDensity(value);
        if (double.IsNegativeInfinity(own))
        {
            return 0;
        }

        double level = isWhole ? own + (Tie * Math.Max(1, Math.Abs(own))) : own;
        double sum = 0;
        for (int i = 1; i < ends.Length; i++)
        {
            sum += Mass(ends[i - 1], ends[i], level);
        }

        return sum;
    }

    /// <summary>How much of a piece, without its left end, is at most so dense.</summary>
    private double Mass((double Place, double LogDensity) left, (double Place, double LogDensity) right, double level) =>
        (left.LogDensity <= level, right.LogDensity <= level) switch
        {
            (true, true) => mass(left.Place, right.Place),
            (true, false) => mass(left.Place, Before(Edge(left.Place, right.Place, x => logDensity(x) > level))),
            (false, true) => mass(Before(Edge(left.Place, right.Place, x => logDensity(x) <= level)), right.Place),
            _ => 0,
        };

    private double Before(double edge) => isWhole ? edge - 1 : edge;

    private double Edge(double left, double right, Func<double, bool> isBeyond) => Bisection.First(
        Math.Max(left, double.MinValue),
        Math.Min(right, double.MaxValue),
        isWhole ? x => isBeyond(Math.Floor(x)) : isBeyond);
}
