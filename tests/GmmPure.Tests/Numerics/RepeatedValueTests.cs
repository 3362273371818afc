namespace GmmPure.Tests;

/// <summary>Values that are repeated oddly often, and columns of few values: what is found, and what is not.</summary>
public class RepeatedValueTests
{
    /// <summary>Columns that are clean: measured ones, rounded or not, with rows drawn twice, counts and scores.</summary>
    public static TheoryData<string> Clean => [.. Shapes.Keys];

    private static Dictionary<string, Func<Random, double>> Shapes { get; } = new(StringComparer.Ordinal)
    {
        ["uniform"] = random => random.NextDouble(),
        ["normal"] = Normal,
        ["exponential"] = random => -Math.Log(1 - random.NextDouble()),
        ["log-normal"] = random => Math.Exp(1.5 * Normal(random)),
        ["two groups"] = random => Normal(random) + (random.Next(2) * 8),
        ["a narrow group"] = random => random.Next(5) > 0 ? Normal(random) : Normal(random) / 10,
        ["one decimal"] = random => Math.Round(Normal(random) * 2, 1),
        ["two decimals"] = random => Math.Round(Normal(random), 2),
        ["years"] = random => Math.Round(45 + (14 * Normal(random))),
        ["exponential, rounded"] = random => Math.Round(-3 * Math.Log(1 - random.NextDouble()), 1),
        ["drawn twice"] = random => Math.Sin(random.Next(200)),
        ["scores"] = random => random.Next(5),
        ["mostly one score"] = random => random.Next(10) == 0 ? random.Next(1, 5) : 0,
    };

    [Theory]
    [MemberData(nameof(Clean))]
    public void Clean_columns_have_no_value_that_is_repeated_oddly_often(string shape)
    {
        foreach (int rows in new[] { 7, 20, 60, 200, 1000, 5000 })
        {
            for (int seed = 0; seed < 20; seed++)
            {
                Assert.Empty(Found(Dataset.FromValues(Draw(shape, rows, seed))).OfType<FitWarning.RepeatedValue>());
            }
        }
    }

    [Theory]
    [InlineData("uniform", -999, 5)]
    [InlineData("normal", 0, 12)]
    [InlineData("normal", 1e6, 4)]
    [InlineData("two groups", 262143, 10)]
    [InlineData("years", -999, 8)]
    [InlineData("years", 0, 60)]
    [InlineData("one decimal", 99, 8)]
    [InlineData("exponential", 0, 250)]
    public void A_value_that_is_planted_is_found_with_its_rows(string shape, double value, int count)
    {
        for (int seed = 0; seed < 10; seed++)
        {
            var planted = Enumerable.Repeat(value, count);
            Assert.Equal([new FitWarning.RepeatedValue(0, value, count)], Found(Dataset.FromValues(Draw(shape, 120, seed).Where(x => x != value).Concat(planted))));
        }
    }

    [Fact]
    public void Values_that_are_nearly_equal_are_not_repeated()
    {
        var rows = Draw("normal", 100, 1);
        Assert.Empty(Found(Dataset.FromValues(rows.Concat(Enumerable.Range(0, 100).Select(i => -999 + (i * 1e-10))))));
        Assert.Equal(
            [new FitWarning.RepeatedValue(0, -999, 30)],
            Found(Dataset.FromValues(rows.Concat(Enumerable.Repeat(-999.0, 30)).Append(-999.0000001))));
    }

    [Fact]
    public void Two_values_are_both_found_the_more_frequent_first() => Assert.Equal(
        [new FitWarning.RepeatedValue(0, 999, 60), new FitWarning.RepeatedValue(0, -999, 40)],
        Found(Dataset.FromValues([.. Draw("normal", 200, 1), .. Enumerable.Repeat(-999.0, 40), .. Enumerable.Repeat(999.0, 60)])));

    [Fact]
    public void Zeros_of_either_sign_are_one_value() => Assert.Equal(
        [new FitWarning.RepeatedValue(0, 0, 40)],
        Found(Dataset.FromValues([.. Draw("normal", 100, 1), .. Enumerable.Repeat(0.0, 20), .. Enumerable.Repeat(-0.0, 20)])));

    [Fact]
    public void Neither_units_nor_the_order_of_rows_or_columns_matter()
    {
        var one = Draw("years", 150, 1).Concat(Enumerable.Repeat(-999.0, 20)).ToArray();
        var other = Draw("normal", 170, 2).ToArray();
        var data = Dataset.FromRows(one.Zip(other, (x, y) => (double[])[x, y]));
        Assert.Equal([new FitWarning.RepeatedValue(0, -999, 20)], Found(data));
        Assert.Equal([new FitWarning.RepeatedValue(1, -999, 20)], Found(data.SelectColumns([1, 0])));
        Assert.Equal([new FitWarning.RepeatedValue(0, 1024 * -999, 20)], Found(Dataset.FromValues(one.Select(x => 1024 * x))));
        Assert.Equal([new FitWarning.RepeatedValue(0, 999, 20)], Found(Dataset.FromValues(one.Select(x => -x))));
        Assert.Equal([new FitWarning.RepeatedValue(0, 1, 20)], Found(Dataset.FromValues(one.Select(x => x + 1000))));
        Assert.Equal(Found(data), Found(Dataset.FromRows(data.Values.Rows.OrderBy(row => row[1]).Select(row => row.AsEnumerable()))));
    }

    [Fact]
    public void Rows_of_weight_0_are_not_there()
    {
        var values = Draw("normal", 100, 1).Concat(Enumerable.Repeat(-999.0, 30)).ToArray();
        var data = Dataset.FromValues(values);
        Assert.Empty(Found(data.WithWeights(values.Select(x => x == -999 ? 0.0 : 2))));
        Assert.Equal([new FitWarning.RepeatedValue(0, -999, 10)], Found(data.WithWeights(values.Select((_, row) => row < 110 ? 0.5 : 0))));
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.02)]
    [InlineData(0.6)]
    public void Of_very_many_rows_the_count_is_exact_nevertheless(double share)
    {
        double[] values = [.. Draw("normal", 200000, 1).Select((x, row) => row % 1000 < share * 1000 ? 262143 : x)];
        Assert.Equal([new FitWarning.RepeatedValue(0, 262143, (int)(200000 * share))], Found(Dataset.FromValues(values)));
        Assert.Empty(Found(Dataset.FromValues(Draw("two decimals", 200000, 2))));
    }

    [Theory]
    [InlineData("scores", 60, 5)]
    [InlineData("scores", 50000, 5)]
    [InlineData("mostly one score", 3000, 5)]
    public void Columns_of_few_values_are_told_with_their_number(string shape, int rows, int values) => Assert.Equal(
        [new FitWarning.FewDistinctValues(0, values)], Found(Dataset.FromValues(Draw(shape, rows, 1))));

    [Theory]
    [InlineData("years", 400)]
    [InlineData("one decimal", 100)]
    [InlineData("scores", 12)]
    public void Others_have_values_enough_or_too_few_rows(string shape, int rows) =>
        Assert.Empty(Found(Dataset.FromValues(Draw(shape, rows, 1))));

    /// <summary>A rare value need not be in the sample that is looked at first.</summary>
    [Fact]
    public void Rare_values_count_as_well()
    {
        double[] values = [.. Enumerable.Range(0, 100000).Select(row => row < 3 ? 10.0 + row : row % 4)];
        Assert.Equal([new FitWarning.FewDistinctValues(0, 7)], Found(Dataset.FromValues(values)));
    }

    [Fact]
    public void A_family_of_counts_takes_them_for_counts()
    {
        var data = Dataset.FromValues(Draw("scores", 100, 1));
        var mixture = Families.Mixture.Of(Families.Family.Poisson, [1.0], [new Families.Poisson(2)]);
        Assert.Empty(FitWarning.Of(data, Em.Iterate(data, mixture).First().WithStatus(new Converged(0)).Cast<IMixture>()));
    }

    /// <summary>What is found in the columns, whatever was fitted.</summary>
    private static ImmutableArray<FitWarning> Found(Dataset data)
    {
        var fit = GaussianMixture.Create([1.0], Table.FromRows([data.ColumnMeans]), [Covariance.Diagonal(data.ColumnVariances.Select(variance => variance > 0 ? variance : 1))]);
        return FitWarning.Of(data, Em.Iterate(data, fit).First().WithStatus(new Converged(0)).Cast<IMixture>());
    }

    private static double[] Draw(string shape, int rows, int seed)
    {
        var random = new Random((seed * 7919) + rows);
        return [.. Enumerable.Range(0, rows).Select(_ => Shapes[shape](random))];
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
