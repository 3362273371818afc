using GmmPure.Pictures;

namespace GmmPure.Tests.Pictures;

/// <summary>Whatever can be data and a mixture can be drawn.</summary>
public class ExtremePictureTests
{
    public static TheoryData<int> Dimensions => [1, 2, 3, 9];

    [Theory]
    [MemberData(nameof(Dimensions))]
    public void One_row(int dimension) => Draw([Row(dimension, _ => 3.5)], [Row(dimension, _ => 3)], 1);

    [Theory]
    [MemberData(nameof(Dimensions))]
    public void Identical_rows(int dimension) =>
        Draw(Enumerable.Repeat(Row(dimension, j => j), 40), [Row(dimension, j => j), Row(dimension, _ => 0)], 1e-20);

    [Theory]
    [MemberData(nameof(Dimensions))]
    public void Rows_at_the_origin_and_a_far_mean(int dimension) =>
        Draw(Enumerable.Repeat(Row(dimension, _ => 0), 5), [Row(dimension, _ => 1e150)], 1e-290);

    [Theory]
    [InlineData(1e120)]
    [InlineData(1e-120)]
    [InlineData(2.9e135)]
    [InlineData(1e-134)]
    public void Scales(double scale)
    {
        foreach (int dimension in Dimensions.Select(row => row.Data))
        {
            var random = new Random(3);
            Draw(
                Enumerable.Range(0, 60).Select(_ => Row(dimension, _ => scale * (random.NextDouble() - 0.5))),
                [Row(dimension, _ => -scale / 3), Row(dimension, _ => scale / 3)],
                scale * scale / 30);
        }
    }

    [Theory]
    [MemberData(nameof(Dimensions))]
    public void Columns_of_very_different_scales(int dimension)
    {
        var random = new Random(4);
        Draw(
            Enumerable.Range(0, 60).Select(_ => Row(dimension, j => random.NextDouble() * Math.Pow(10, (j % 2 == 0 ? 1 : -1) * 120))),
            [Row(dimension, _ => 0)],
            1e-100);
    }

    [Theory]
    [MemberData(nameof(Dimensions))]
    public void Far_offsets_with_a_little_noise(int dimension)
    {
        var random = new Random(5);
        Draw(
            Enumerable.Range(0, 60).Select(_ => Row(dimension, _ => 1e15 + random.Next(0, 3))),
            [Row(dimension, _ => 1e15), Row(dimension, _ => 1e15 + 2)],
            0.1);
    }

    [Theory]
    [MemberData(nameof(Dimensions))]
    public void Spikes_and_deserts(int dimension)
    {
        var random = new Random(6);
        double[][] rows = [.. Enumerable.Range(0, 60).Select(_ => Row(dimension, _ => random.NextDouble()))];
        Draw(rows, [rows[0], rows[1]], 1e-280);
        Draw(rows, [rows[0], rows[1]], 1e280);
    }

    [Theory]
    [MemberData(nameof(Dimensions))]
    public void A_component_of_weight_0_is_listed_but_nowhere_drawn(int dimension)
    {
        var random = new Random(7);
        var data = Dataset.FromRows(Enumerable.Range(0, 30).Select(_ => Row(dimension, _ => random.NextDouble())));
        var mixture = GaussianMixture.Create(
            [1, 0],
            Table.FromRows([Row(dimension, _ => 0.5), Row(dimension, _ => 1e9)]),
            [Covariance.Spherical(dimension, 0.1), Covariance.Spherical(dimension, 0.1)]);
        var drawing = FitPicture.Of(data, mixture);
        drawing.Check();

        Assert.Contains("0.000", drawing.Words());
        Assert.All(drawing.Words(), words => Assert.DoesNotContain("10⁸", words, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Dimensions))]
    public void Forty_components(int dimension)
    {
        var random = new Random(8);
        double[][] rows = [.. Enumerable.Range(0, 200).Select(_ => Row(dimension, _ => random.NextDouble()))];
        Draw(rows, [.. rows.Take(40)], 0.01);
    }

    [Fact]
    public void Names_with_anything_in_them()
    {
        string[] names = ["<b> & \"quotes\" 'n' ]]>", "🙂👩‍👩‍👧 emoji", "tab\tnull\0bell\a\u2028", new string('w', 500), string.Empty];
        var data = Examples.Data(30, 5, seed: 1).WithColumnNames(names);
        var mixture = Examples.Mixture(CovarianceStructure.Full, 2, 5, seed: 1);
        FitPicture.Of(data, mixture, string.Concat(names)).Check();
        foreach (int column in Enumerable.Range(0, 5))
        {
            FitPicture.Of(data.SelectColumns([column]), mixture.Marginal([column])).Check();
            FitPicture.Of(data.SelectColumns([column, (column + 1) % 5]), mixture.Marginal([column, (column + 1) % 5])).Check();
        }
    }

    /// <summary>Mixtures and data of any shape that have nothing to do with one another, with weights and duplicates.</summary>
    [Theory]
    [MemberData(nameof(Examples.Structures), MemberType = typeof(Examples))]
    public void Anything(string structure)
    {
        var random = new Random(9);
        for (int i = 0; i < 25; i++)
        {
            int dimension = random.Next(1, 12);
            int components = random.Next(1, 12);
            double scale = Math.Pow(10, random.Next(-120, 120));
            double offset = scale * Math.Pow(10, random.Next(-2, 16));
            var data = Dataset.FromRows(
                Examples.Data(random.Next(1, 80), dimension, i).Values.Rows.Select(row => row.Select(x => offset + (scale * Math.Round(x, 1)))));
            var near = Examples.Mixture(Examples.Structure(structure), components, dimension, i);
            double blur = Math.Pow(10, random.Next(-12, 6));
            var mixture = near
                .WithMeans(Table.FromRows(near.Means.Rows.Select(row => row.Select(x => offset + (scale * x)))))
                .WithCovariances(near.Covariances.Select(covariance => Scaled(covariance, scale * scale * blur)));
            FitPicture.Of(i % 3 == 0 ? Examples.Weighted(data, i) : data, mixture).Check();
        }
    }

    private static Covariance Scaled(Covariance covariance, double times) => covariance.Match(
        full => Covariance.Full(Table.FromRows(full.Matrix.Rows.Select(row => row.Select(entry => entry * times)))),
        diagonal => Covariance.Diagonal(diagonal.Variances.Select(variance => variance * times)),
        spherical => Covariance.Spherical(spherical.Dimension, spherical.Variance * times));

    private static double[] Row(int dimension, Func<int, double> value) => [.. Enumerable.Range(0, dimension).Select(value)];

    private static void Draw(IEnumerable<double[]> rows, IReadOnlyCollection<double[]> means, double variance)
    {
        var data = Dataset.FromRows(rows);
        var mixture = GaussianMixture.Create(
            Enumerable.Repeat(1.0 / means.Count, means.Count),
            Table.FromRows(means),
            means.Select(_ => Covariance.Spherical(data.Dimension, variance)));
        FitPicture.Of(data, mixture).Check();
        FitPicture.Of(data, [new Snapshot(0, -1e300, mixture), new Snapshot(7, 1e-300, mixture)]).Check();
    }
}
