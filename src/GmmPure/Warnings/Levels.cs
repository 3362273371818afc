using GmmPure.Kernels;

namespace GmmPure;

/// <summary>What is odd about how often values of a column are repeated: all that is decided by statistics.</summary>
internal static class Levels
{
    /// <summary>
    /// How many rows there are for each value, on the mean, before a column is said to have few values: as many as a table of
    /// counts needs to be judged as one.
    /// </summary>
    public const int RowsEach = 5;

    /// <summary>The logarithm of the probability of a false alarm, for all values of all columns together: 1 in 100.</summary>
    public const double LogLevel = -4.605170185988091;

    /// <summary>
    /// By how much more often a value may be repeated than a row's value is on the mean. Rows of density f, rounded to steps of h, are
    /// equal with probability h·∫f², and equal to v with h·f(v). f(v)/∫f² is √2 at the top of a normal density, 2 at the end of an
    /// exponential one, and up to 4 where one row in three stands in a far narrower group than the others.
    /// </summary>
    private const double Peak = 4;

    /// <summary>How many other values may be odd themselves: markers come by ones and twos, and would hide one another.</summary>
    public const int MostOthers = 2;

    /// <summary>What is added to a count of equal pairs so that its expectation is below with probability 0.95, where it is 0.</summary>
    private const double RuleOfThree = 3;

    /// <summary>
    /// Whether so many distinct values can stand for measured ones. n normal rows span about 2·√(2·ln n) standard deviations; with
    /// fewer steps than that, rounding is coarser than the standard deviation, and by Sheppard's h²/12 changes the variance by more
    /// than a twelfth.
    /// </summary>
    public static bool AreFine(int levels, int rows) =>
        rows > 1 && levels - 1 >= 2 * Math.Sqrt(2 * Elementary.Log(rows));

    /// <summary>The pairs among so many rows.</summary>
    public static double Pairs(double rows) => rows * (rows - 1) / 2;

    /// <summary>
    /// The logarithm of the probability that a value of measured ones is repeated so often: of the other rows, which tell how often
    /// two are equal, the number that agree with one is a Poisson number, whose tail Chernoff bounds by e^(n − λ)·(λ/n)ⁿ. A group
    /// of rows that stands apart may be as frequent as it likes; but then each of its rows agrees with the first by chance.
    /// </summary>
    /// <param name="count">How many rows have the value.</param>
    /// <param name="others">The number of other rows.</param>
    /// <param name="pairs">The equal pairs among those.</param>
    /// <param name="isApart">Whether the value stands farther from the others than they do from one another.</param>
    public static double LogChance(int count, int others, double pairs, bool isApart)
    {
        double agree = Math.Min(1, Peak * (pairs + RuleOfThree) / Pairs(others));
        double expected = agree * (others + count - 1);
        int found = count - 1;
        double tail = found > expected ? found - expected + (found * Elementary.Log(expected / found)) : 0;
        return isApart ? Math.Min(tail, found * Elementary.Log(agree)) : tail;
    }
}
