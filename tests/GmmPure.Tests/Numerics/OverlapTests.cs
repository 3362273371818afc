using GmmPure.Families;

namespace GmmPure.Tests;

/// <summary>Components that are nearly the same: by their distributions, not by their parameters one by one.</summary>
public class OverlapTests
{
    private static readonly Dataset Line = Dataset.FromValues(Enumerable.Range(0, 200).Select(i => 4 * Math.Sin(i * i)));

    [Theory]
    [InlineData(0, 1, 0, 1)]
    [InlineData(0, 1, 0.3, 1)]
    [InlineData(0, 1, 0.1, 1.2)]
    [InlineData(5, 2, 5.2, 1.9)]
    public void The_overlap_of_two_normals_is_the_integral_of_the_root_of_their_product(double mean, double deviation, double other, double otherDeviation)
    {
        const double Step = 1e-3;
        var mixture = GaussianMixture.Univariate([0.5, 0.5], [mean, other], [deviation * deviation, otherDeviation * otherDeviation]);
        double integral = Enumerable.Range(-30000, 60001).Sum(i =>
            Math.Sqrt(Density((i * Step) + mean, mean, deviation) * Density((i * Step) + mean, other, otherDeviation))) * Step;

        var same = Assert.Single(Twins(Line, mixture));
        Assert.Equal(integral, same.Overlap, 1e-9);
        Assert.InRange(same.Overlap, 0.98, 1);
    }

    [Theory]
    [InlineData(0.41, 1)]
    [InlineData(0, 1.35)]
    [InlineData(30, 1)]
    public void Normals_that_overlap_less_are_not_nearly_the_same(double mean, double deviation) =>
        Assert.Empty(Twins(Line, GaussianMixture.Univariate([0.5, 0.5], [0, mean], [1, deviation * deviation])));

    /// <summary>In each column a tenth of a deviation apart; together, or across a thin direction, far more.</summary>
    [Theory]
    [InlineData(0.999, true)]
    [InlineData(0, false)]
    public void Two_columns_can_tell_what_neither_does(double correlation, bool areApart)
    {
        var covariance = Covariance.Full(Table.FromRows([[1, correlation], [correlation, 1]]));
        var mixture = GaussianMixture.CreateTied([0.5, 0.5], Table.FromRows([[0, 0], [0.1, -0.1]]), covariance);
        Assert.Equal(areApart, !Twins(Plane, mixture).Any());
        var own = GaussianMixture.Create([0.5, 0.5], mixture.Means, mixture.Covariances.Select(each => Covariance.Full(each.ToTable())));
        Assert.Equal(areApart, !Twins(Plane, own).Any());
    }

    [Fact]
    public void Many_columns_add_up()
    {
        double[] near = [.. Enumerable.Repeat(0.1, 30)];
        var data = Dataset.FromRows(Enumerable.Range(0, 50).Select(i => Enumerable.Range(0, 30).Select(j => Math.Sin((i * 7) + (j * j)))));
        foreach (var covariance in new[] { Covariance.Diagonal(Enumerable.Repeat(1.0, 30)), Covariance.Spherical(30, 1) })
        {
            Assert.Empty(Twins(data, GaussianMixture.CreateTied([0.5, 0.5], Table.FromRows([new double[30], near]), covariance)));
            Assert.Single(Twins(data, GaussianMixture.CreateTied([0.5, 0.5], Table.FromRows([new double[30], [.. near.Select(x => x / 4)]]), covariance)));
        }
    }

    [Fact]
    public void Neither_units_nor_places_nor_the_order_of_columns_matter()
    {
        var left = Table.FromRows([[2, 0.3], [0.3, 1]]);
        var right = Table.FromRows([[2.1, 0.35], [0.35, 1]]);
        double plain = Overlap(left, right, 0.1, 0.05, 1, 0);
        Assert.InRange(plain, 0.98, 0.99999);
        Assert.Equal(plain, Overlap(left, right, 0.1, 0.05, 1e-100, 0), 1e-12);
        Assert.Equal(plain, Overlap(left, right, 0.1, 0.05, 1e100, 0), 1e-12);
        Assert.Equal(plain, Overlap(left, right, 0.1, 0.05, 1, 1024), 1e-9);
        Assert.Equal(plain, Overlap(Turned(left), Turned(right), 0.05, 0.1, 1, 0), 1e-12);
    }

    [Fact]
    public void Each_component_is_told_once_with_the_first_that_it_is_nearly_the_same_as()
    {
        var mixture = GaussianMixture.Univariate([0.25, 0.25, 0.25, 0.25], [0, 9, 0, 0], [1, 1, 1, 1]);
        Assert.Equal([(0, 2), (0, 3)], Twins(Line, mixture).Select(each => (each.One, each.Other)));
    }

    [Theory]
    [InlineData(3, 3.2, true)]
    [InlineData(3, 6, false)]
    public void Of_other_families_the_rows_tell(double one, double other, bool areSame)
    {
        var mixture = Families.Mixture.Of(Family.Poisson, [0.5, 0.5], [new Poisson(one), new Poisson(other)]);
        var data = Dataset.FromRows(mixture.Draws(1).Take(4000).Select(draw => draw.Observation.AsEnumerable()));
        var twins = Twins(data, mixture).ToArray();
        Assert.Equal(areSame, twins.Length == 1);
        if (areSame)
        {
            Assert.Equal(Math.Exp(-Math.Pow(Math.Sqrt(one) - Math.Sqrt(other), 2) / 2), twins[0].Overlap, 0.001);
        }
    }

    private static Dataset Plane => Dataset.FromRows(Enumerable.Range(0, 90).Select(i => (double[])[Math.Sin(i * i), Math.Cos(i * i * 3)]));

    private static Table Turned(Table matrix) => Table.FromRows([[matrix[1, 1], matrix[1, 0]], [matrix[0, 1], matrix[0, 0]]]);

    private static double Overlap(Table left, Table right, double x, double y, double unit, double place)
    {
        Covariance Scaled(Table matrix) => Covariance.Full(Table.FromRows(matrix.Rows.Select(row => row.Select(each => each * unit * unit))));
        var means = Table.FromRows([[place, place], [place + (x * unit), place + (y * unit)]]);
        var data = Dataset.FromRows(Plane.Values.Rows.Select(row => row.Select(each => place + (each * unit))));
        return Assert.Single(Twins(data, GaussianMixture.Create([0.5, 0.5], means, [Scaled(left), Scaled(right)]))).Overlap;
    }

    private static IEnumerable<FitWarning.NearlySame> Twins(Dataset data, IMixture mixture) =>
        FitWarning.Of(data, Em.Iterate(data, mixture).First().WithStatus(new Converged(0))).OfType<FitWarning.NearlySame>();

    private static double Density(double x, double mean, double deviation) =>
        Math.Exp(-Math.Pow((x - mean) / deviation, 2) / 2) / (deviation * Math.Sqrt(2 * Math.PI));
}
