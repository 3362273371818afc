using System.Globalization;

namespace GmmPure.Cli.Writing;

/// <summary>
/// How the numbers of one column of the data are printed: with as many decimals as show four digits of the smallest
/// standard deviation, so that means can be compared by eye, whatever the unit.
/// </summary>
internal sealed class ColumnFormat
{
    private const int DigitsOfDeviation = 4;
    private const int MostDecimals = 8;
    private const double LargestFixed = 1e12;

    private readonly string format;

    /// <param name="means">The components' means in this column.</param>
    /// <param name="deviations">Their standard deviations.</param>
    public ColumnFormat(IEnumerable<double> means, IEnumerable<double> deviations)
    {
        double[] spread = [.. deviations];
        double largest = means.Concat(spread).Max(Math.Abs);
        int decimals = DigitsOfDeviation - 1 - Exponent(spread.Min());
        format = decimals <= MostDecimals && largest < LargestFixed
            ? $"F{Math.Max(decimals, 0)}"
            : $"E{Math.Clamp(Exponent(largest) + decimals, DigitsOfDeviation - 1, 16)}";
    }

    public string Of(double value) => value.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>A weight: four decimals, or four digits if it is smaller than those show.</summary>
    public static string Weight(double weight) =>
        weight.ToString(weight is 0 or >= 0.001 ? "F4" : "E3", CultureInfo.InvariantCulture);

    private static int Exponent(double value) => (int)Math.Floor(Math.Log10(value));
}
