namespace GmmPure.Cli.Writing;

/// <summary>A sequence of numbers as one line of little bars.</summary>
internal static class Sparkline
{
    private const string Bars = "▁▂▃▄▅▆▇█";
    private const int MostBars = 60;

    /// <summary>The numbers from left to right, from the lowest bar to the highest; of very many some, first and last included.</summary>
    public static string Of(ImmutableArray<double> numbers)
    {
        double least = numbers.Min();
        double range = numbers.Max() - least;
        int count = Math.Min(numbers.Length, MostBars);
        return string.Concat(Enumerable.Range(0, count).Select(bar =>
        {
            double number = numbers[count == 1 ? 0 : (int)((long)bar * (numbers.Length - 1) / (count - 1))];
            return Bars[range > 0 ? (int)Math.Round((number - least) / range * (Bars.Length - 1)) : 0];
        }));
    }
}
