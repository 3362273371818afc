namespace GmmPure.Tests;

/// <summary>What starts draw, and how often: by bounds that hold for any number of draws, broken once in 10⁹ sets of seeds.</summary>
public class StartDistributionTests
{
    /// <summary>
    /// Every ordered choice of three rows in four has a known probability: the first by the rows' weights, each further by
    /// weight times the squared distance from the nearest before. The columns' scale cancels out of it.
    /// </summary>
    /// <remarks>
    /// Hoeffding: the share of n seeds misses a probability by √(ln(2/δ)/2n) with probability at most δ, here 10⁻⁹ over
    /// the number of choices.
    /// </remarks>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Centres_are_drawn_by_the_squared_distance_from_the_nearest_before(bool isWeighted)
    {
        const int count = 30_000;
        double[] values = [0, 1, 3, 7];
        double[] weights = isWeighted ? [1, 3, 0.5, 0.25] : [1, 1, 1, 1];
        var plain = Dataset.FromValues(values);
        var data = isWeighted ? plain.WithWeights(weights) : plain;

        var drawn = Seeds.From(1).Take(count)
            .Select(seed => KMeansLabels.PlusPlusCentres(data, 3, seed, threads: 1))
            .CountBy(centres => (centres[0, 0], centres[1, 0], centres[2, 0]))
            .ToDictionary();

        var choices = Choices(values, weights).ToDictionary();
        double bound = Math.Sqrt(Math.Log(2 * choices.Count / 1e-9) / (2.0 * count));
        Assert.Equal(1, choices.Values.Sum(), Rounding.Gamma(100));
        Assert.Empty(drawn.Keys.Except(choices.Keys));
        Assert.All(choices, choice =>
            Assert.Equal(choice.Value, drawn.GetValueOrDefault(choice.Key) / (double)count, bound));
    }

    /// <summary>
    /// Of the corners of a simplex as data, a mean is the share of each row: r_nk = N·π_k·μ_k,n. The canonical order
    /// shuffles the components, so that one drawn for each row stands for any: its share of a row uniform on the simplex
    /// is Beta(1, K − 1), F(x) = 1 − (1 − x)ᴷ⁻¹. The rounding of a share, 10⁻¹⁵ or so, is far below the bound.
    /// </summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void A_share_of_random_responsibilities_is_Beta(int components)
    {
        var random = new Random(components);

        var shares = RandomRows(components).Select(row => row[random.Next(components)]).ToArray();

        double distance = Kolmogorov.Distance(shares, x => 1 - Math.Pow(1 - Math.Clamp(x, 0, 1), components - 1));
        Assert.InRange(distance, 0, Kolmogorov.Bound(shares.Length));
    }

    /// <summary>
    /// The least of K shares uniform on the simplex exceeds x where the rest, a simplex of side 1 − K·x, has its point:
    /// F(x) = 1 − (1 − K·x)ᴷ⁻¹. It tells how the shares of a row depend on one another, in whatever order.
    /// </summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void The_least_share_of_a_row_of_random_responsibilities_is_that_of_the_simplex(int components)
    {
        double[] least = [.. RandomRows(components).Select(row => row.Min())];

        double distance = Kolmogorov.Distance(least, x => 1 - Math.Pow(1 - Math.Clamp(components * x, 0, 1), components - 1));
        Assert.InRange(distance, 0, Kolmogorov.Bound(least.Length));
    }

    /// <summary>The random responsibilities of eight rows for each of many seeds, of all rows but the first of a data set.</summary>
    private static IEnumerable<double[]> RandomRows(int components)
    {
        const int dimension = 8;
        var corners = Dataset.FromRows(Enumerable.Range(0, dimension + 1).Select(row =>
            Enumerable.Range(1, dimension).Select(column => row == column ? 1.0 : 0.0)));
        return Seeds.From(1).Take(1500)
            .Select(seed => Initial.Random(corners, components, seed, CovarianceStructure.TiedSpherical))
            .SelectMany(start => Enumerable.Range(0, dimension).Select(column => Enumerable.Range(0, components)
                .Select(k => corners.Count * start.Weights[k] * start.Means[k, column]).ToArray()));
    }

    private static IEnumerable<KeyValuePair<(double First, double Second, double Third), double>> Choices(double[] values, double[] weights)
    {
        double Share(double[] chosen, double value) => weights[Array.IndexOf(values, value)]
            * (chosen.Length == 0 ? 1 : chosen.Min(other => (value - other) * (value - other)));

        double Probability(double[] chosen, double value) => Share(chosen, value) / values.Sum(other => Share(chosen, other));

        return
            from first in values
            from second in values
            from third in values
            where first != second && first != third && second != third
            select KeyValuePair.Create(
                (first, second, third),
                Probability([], first) * Probability([first], second) * Probability([first, second], third));
    }
}
