namespace GmmPure.Families;

/// <summary>What mixtures of every family in one column have in common, where x is a point of a line.</summary>
internal static class Axis
{
    public const double Half = 0.5;

    /// <summary>Refuses what is not a number.</summary>
    public static void CheckNumber(double value)
    {
        if (double.IsNaN(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "It must be a number.");
        }
    }

    /// <summary>Refuses what is not a probability within (0, 1).</summary>
    public static void CheckInside(double probability)
    {
        if (!(probability > 0 && probability < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "It must be in (0, 1).");
        }
    }

    /// <summary>What is thrown of a mixture of several columns.</summary>
    public static NotSupportedException Refusal(int columns) => new(
        $"A mixture of one column is needed, not of {columns}: take one of them by itself (a marginal).");

    /// <summary>The index of the largest number, of equals the first; 0 if all are −∞.</summary>
    public static int Largest(IEnumerable<double> numbers)
    {
        var (best, largest) = (0, double.NegativeInfinity);
        foreach (var (index, number) in numbers.Index())
        {
            if (number > largest)
            {
                (best, largest) = (index, number);
            }
        }

        return best;
    }

    /// <summary>
    /// Where the most probable component changes: at those of the points at which two are equally probable, between which a third is
    /// not more probable. Between two neighbouring points nothing changes, so that one place tells of all.
    /// </summary>
    /// <param name="crossings">The points at which any two are equally probable, in any order.</param>
    /// <param name="support">What x may be.</param>
    /// <param name="modes">Where the components are.</param>
    /// <param name="mostProbableAt">The most probable component at a number.</param>
    public static ImmutableArray<CutOff> CutOffs(
        IEnumerable<double> crossings, Support support, ImmutableArray<double> modes, Func<double, int> mostProbableAt)
    {
        ImmutableArray<double> points =
            [.. crossings.Where(point => point > support.Lower && point < support.Upper).Distinct().Order()];
        if (points.IsEmpty)
        {
            return [];
        }

        int[] best = [.. Places(points, support, modes).Select(mostProbableAt)];
        return
        [
            .. points.Select((point, i) => new CutOff(point, best[i], best[i + 1])).Where(cutOff => cutOff.Below != cutOff.Above),
        ];
    }

    /// <summary>A place in each interval between neighbouring points, and beyond the first and the last.</summary>
    private static IEnumerable<double> Places(ImmutableArray<double> points, Support support, ImmutableArray<double> modes)
    {
        double spread = points.Concat(modes).Max() - points.Concat(modes).Min();
        double step = spread > 0 ? spread : 1;
        var between = points.Zip(points.Skip(1), (left, right) => left + ((right - left) * Half));
        return between.Prepend(End(points[0], support.Lower, -step, support.IsOpen)).Append(End(points[^1], support.Upper, step, support.IsOpen));
    }

    private static double End(double point, double end, double step, bool isOpen) =>
        double.IsInfinity(end) ? point + step : isOpen ? point + ((end - point) * Half) : end;
}
