namespace GmmPure.Families;

/// <summary>
/// The degrees of freedom under which data are most likely, given location and scatter of Student's t: where the derivative of the
/// log-likelihood changes its sign, sought uphill from where one stands.
/// </summary>
internal static class DegreesOfFreedomSearch
{
    /// <summary>2⁻⁴⁰, of the result.</summary>
    private const double Precision = Negligible.Rounding;

    private const int MostSteps = 100;

    /// <param name="data">The data, as the component sees them.</param>
    /// <param name="start">Location and scatter, and the degrees of freedom to start from.</param>
    public static double MostLikely(Dataset data, StudentT start)
    {
        ImmutableArray<double> distances =
            [.. Enumerable.Range(0, data.Count).Select(row => start.SquaredDistance(data.Row(row)))];
        double Slope(double degrees) => SlopeAt(degrees, data, distances);
        double from = start.DegreesOfFreedom;
        double slope = Slope(from);
        double factor = slope > 0 ? 2 : 0.5;
        while (slope != 0)
        {
            double to = Math.Clamp(from * factor, StudentT.SmallestDegrees, StudentT.LargestDegrees);
            double next = Slope(to);
            if (next > 0 != slope > 0)
            {
                return Root(Slope, (from, slope), (to, next));
            }

            if (to == from)
            {
                break;
            }

            (from, slope) = (to, next);
        }

        return from;
    }

    /// <summary>
    /// 2·∂ℓ/∂ν = Σ w·(ψ((ν + D)/2) − ψ(ν/2) − D/ν − ln(1 + δ/ν) + (ν + D)·δ/(ν·(ν + δ))).
    /// </summary>
    private static double SlopeAt(double degrees, Dataset data, ImmutableArray<double> distances)
    {
        int dimension = data.Dimension;
        double common = SpecialFunctions.LogOnePlus(dimension / degrees)
            - SpecialFunctions.LogMinusDigamma((degrees + dimension) / 2)
            + SpecialFunctions.LogMinusDigamma(degrees / 2)
            - (dimension / degrees);
        double sum = 0;
        for (int row = 0; row < distances.Length; row++)
        {
            double ratio = distances[row] / degrees;
            double share = (degrees + dimension) * (distances[row] / (degrees + distances[row])) / degrees;
            sum += data.WeightOf(row) * (common - SpecialFunctions.LogOnePlus(ratio) + share);
        }

        return sum;
    }

    /// <summary>The zero between two points of opposite sign, by the Illinois rule.</summary>
    private static double Root(Func<double, double> function, (double X, double Y) left, (double X, double Y) right)
    {
        for (int step = 0; step < MostSteps && Math.Abs(right.X - left.X) > Precision * Math.Abs(right.X); step++)
        {
            double x = right.X - (right.Y * ((right.X - left.X) / (right.Y - left.Y)));
            double y = function(x);
            if (y == 0)
            {
                return x;
            }

            left = y > 0 == right.Y > 0 ? (left.X, left.Y / 2) : right;
            right = (x, y);
        }

        return right.X;
    }
}
