using GmmPure.Pictures.Axes;
using GmmPure.Pictures.Colours;

namespace GmmPure.Pictures.Shapes;

/// <summary>A histogram in pixels: bars of one width that stand side by side, with a total area of 1.</summary>
/// <param name="Left">Where the first begins.</param>
/// <param name="Width">The width of each.</param>
/// <param name="Heights">Each one's height, a density per pixel.</param>
internal sealed record Bars(double Left, double Width, ImmutableArray<double> Heights)
{
    /// <summary>Fewer rows than this are shown one by one.</summary>
    public const int FewestRows = 20;

    private const double NarrowestBar = 5;

    /// <summary>
    /// The histogram of a column by Freedman and Diaconis's rule: bars of 2·IQR·N^(−1/3). None where there are few rows, or
    /// all are the same.
    /// </summary>
    public static Bars? Of(Dataset data, int column, Scale scale)
    {
        var rows = Enumerable.Range(0, data.Count)
            .Select(row => (Value: data[row, column], Weight: data.WeightOf(row)))
            .Where(row => row.Weight > 0)
            .OrderBy(row => row.Value)
            .ToArray();
        double range = rows[^1].Value - rows[0].Value;
        if (rows.Length < FewestRows || !(range > 0))
        {
            return null;
        }

        double spread = Quantile(rows, 0.75, data.TotalWeight) - Quantile(rows, 0.25, data.TotalWeight);
        double wanted = spread > 0
            ? range / spread * Elementary.Root(rows.Length, 3) / 2
            : 1 + double.ILogB(rows.Length);
        double pixels = (rows[^1].Value - rows[0].Value) * scale.PixelsPerUnit;
        int count = (int)Math.Clamp(Math.Ceiling(wanted), 5, Math.Max(5, pixels / NarrowestBar));
        double[] totals = new double[count];
        foreach (var (value, weight) in rows)
        {
            totals[Math.Min(count - 1, (int)((value - rows[0].Value) / range * count))] += weight;
        }

        double left = scale[rows[0].Value];
        double width = (scale[rows[^1].Value] - left) / count;
        return new Bars(left, width, [.. totals.Select(total => total / data.TotalWeight / width)]);
    }

    private static double Quantile((double Value, double Weight)[] rows, double share, double total)
    {
        double below = 0;
        foreach (var (value, weight) in rows)
        {
            below += weight;
            if (below >= share * total)
            {
                return value;
            }
        }

        return rows[^1].Value;
    }
}
