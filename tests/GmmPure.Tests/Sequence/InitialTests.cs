namespace GmmPure.Tests;

/// <summary>Starts: they exist for every data set with K distinct rows, and do not depend on the columns' units.</summary>
public class InitialTests
{
    /// <summary>Each initialiser that chooses by a seed.</summary>
    public static TheoryData<bool, string> Seeded
    {
        get
        {
            var cases = new TheoryData<bool, string>();
            foreach (var structure in CovarianceStructure.All)
            {
                cases.Add(true, structure.Name);
                cases.Add(false, structure.Name);
            }

            return cases;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void The_columns_units_do_not_matter(int seed)
    {
        var data = Files.Iris;
        var scaled = Dataset.FromRows(data.Values.Rows.Select(row =>
            new[] { row[0] * 1e6, row[1], row[2] * 1e-6, row[3] }));

        var (plain, other) = (Initial.KMeansPlusPlus(data, 3, seed), Initial.KMeansPlusPlus(scaled, 3, seed));

        Assert.Equal(
            KMeansLabels.Cluster(data, KMeansLabels.PlusPlusCentres(data, 3, seed, threads: 1), threads: 1),
            KMeansLabels.Cluster(scaled, KMeansLabels.PlusPlusCentres(scaled, 3, seed, threads: 1), threads: 1));
        Assert.Equal(plain.Weights, other.Weights);

        // Means of at most 150 numbers, each rounded once more by the scaling.
        Assert.All(Enumerable.Range(0, 3), k => Assert.Equal(1, other.Means[k, 0] / 1e6 / plain.Means[k, 0], Rounding.Gamma(310)));
        Assert.All(Enumerable.Range(0, 3), k => Assert.Equal(1, other.Means[k, 2] * 1e6 / plain.Means[k, 2], Rounding.Gamma(310)));
    }

    [Theory]
    [MemberData(nameof(Seeded))]
    public void The_same_seed_gives_the_same_bits_in_canonical_order(bool clusters, string name)
    {
        var structure = Examples.Structure(name);

        var start = Start(clusters, Files.Iris, 3, 5, structure);

        Assert.Equal(start, Start(clusters, Files.Iris, 3, 5, structure));
        Assert.NotEqual(Start(clusters, Files.Iris, 6, 5, structure), Start(clusters, Files.Iris, 6, 6, structure));
        Assert.Equal(start.InCanonicalOrder(), start);
        Assert.Equal(structure, start.Structure);
    }

    [Theory]
    [MemberData(nameof(Seeded))]
    public void With_a_constant_column_it_succeeds_and_EM_then_names_the_column(bool clusters, string name)
    {
        var structure = Examples.Structure(name);
        var data = Dataset.FromRows(Files.Iris.Values.Rows.Select(row => new[] { row[0], 0.1, row[2] }));

        var first = Em.Iterate(data, Start(clusters, data, 3, 1, structure)).First();

        // A ball knows no column: it has a variance as long as any column has.
        if (structure.Shape == CovarianceShape.Spherical)
        {
            Assert.False(first.IsDegenerate);
        }
        else
        {
            var cause = Assert.IsType<Degeneracy.Singular>(Assert.IsType<Degenerate>(first.Status).Cause);
            Assert.Equal(1, cause.Column);
            Assert.Equal(structure.IsShared ? null : 0, cause.Component);
        }
    }

    [Theory]
    [MemberData(nameof(Seeded))]
    public void It_succeeds_with_exactly_K_distinct_rows_and_with_all_columns_constant_but_one(bool clusters, string name)
    {
        var structure = Examples.Structure(name);
        var few = Dataset.FromRows([[0, 7], [1, 7], [5, 7], [1, 7]]);

        Assert.Equal(3, Start(clusters, few, 3, 1, structure).ComponentCount);
        Assert.Equal(1, Start(clusters, Dataset.FromRows([[3, 3], [3, 3]]), 1, 1, structure).ComponentCount);
        Assert.Equal(1, Start(clusters, Dataset.FromRows([[3, 3]]), 1, 1, structure).ComponentCount);
    }

    [Theory]
    [MemberData(nameof(Seeded))]
    public void Fewer_than_K_distinct_rows_are_refused(bool clusters, string name)
    {
        var structure = Examples.Structure(name);
        var twice = Dataset.FromRows([[0, 1], [0, 1], [-0.0, 1], [2, 1]]);
        var weightless = Dataset.FromRows([[0, 1], [1, 1], [2, 1]]).WithWeights([1, 0, 1]);

        var error = Assert.Throws<ArgumentException>(() => Start(clusters, twice, 3, 1, structure));

        Assert.Contains("there are 2", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Start(clusters, weightless, 3, 1, structure));
        Assert.Throws<ArgumentOutOfRangeException>(() => Start(clusters, twice, 0, 1, structure));
        Assert.Throws<ArgumentNullException>(() => Start(clusters, null!, 1, 1, structure));
    }

    /// <summary>
    /// Only the four rows vary about their group's mean (½, ¾): by sums of squares 1 and 2¾, and of products ½. Pooled
    /// over all seven rows that is ¹⁄₇ of each.
    /// </summary>
    [Theory]
    [InlineData("full", 1 / 7.0, 0.5 / 7, 2.75 / 7)]
    [InlineData("tied", 1 / 7.0, 0.5 / 7, 2.75 / 7)]
    [InlineData("diagonal", 1 / 7.0, 0, 2.75 / 7)]
    [InlineData("tied-diagonal", 1 / 7.0, 0, 2.75 / 7)]
    [InlineData("spherical", 3.75 / 14, 0, 3.75 / 14)]
    [InlineData("tied-spherical", 3.75 / 14, 0, 3.75 / 14)]
    public void A_cluster_too_small_for_its_own_covariance_gets_the_pooled_one(string name, double xx, double xy, double yy)
    {
        var structure = Examples.Structure(name);
        var data = Dataset.FromRows([[0, 0], [1, 0], [0, 1], [1, 2], [50, 50], [-50, 50], [-50, 50]]);

        var start = Initial.FromLabels(data, [0, 0, 0, 0, 1, 2, 2], structure);

        // In canonical order: (−50, 50), the four, (50, 50).
        Assert.All(new[] { 0, 2 }, k =>
        {
            Assert.Equal(xx, start.Covariances[k][0, 0], Rounding.Gamma(16));
            Assert.Equal(xy, start.Covariances[k][1, 0], Rounding.Gamma(16));
            Assert.Equal(yy, start.Covariances[k][1, 1], Rounding.Gamma(16));
        });
        Assert.Equal(structure.IsShared, start.Covariances[0].Equals(start.Covariances[1]));
    }

    [Fact]
    public void Labels_make_their_groups_shares_means_and_covariances()
    {
        var data = Dataset.FromRows([[10, 0], [12, 0], [10, 4], [12, 4], [0, 0], [2, 2], [0, 2], [2, 0]]);

        var start = Initial.FromLabels(data, [0, 0, 0, 0, 1, 1, 1, 1]);

        Assert.Equal([0.5, 0.5], start.Weights);
        Assert.Equal(Table.FromRows([[1, 1], [11, 2]]), start.Means);
        Assert.Equal(Covariance.Full(Table.FromRows([[1, 0], [0, 1]])), start.Covariances[0]);
        Assert.Equal(Covariance.Full(Table.FromRows([[1, 0], [0, 4]])), start.Covariances[1]);
        Assert.Equal(start, Initial.FromResponsibilities(data, Responsibilities.FromLabels([0, 0, 0, 0, 1, 1, 1, 1], 2)));
    }

    [Fact]
    public void Labels_that_do_not_fit_are_refused()
    {
        var data = Dataset.FromValues([0, 1, 2, 3]);

        Assert.Throws<ArgumentException>(() => Initial.FromLabels(data, [0, 1, 0]));
        Assert.Throws<ArgumentException>(() => Initial.FromLabels(data, [0, 1, 0, -1]));
        Assert.Throws<ArgumentException>("labels", () => Initial.FromLabels(data, [0, 1, 2, 4]));
        Assert.Contains("component 1", Assert.Throws<ArgumentException>(() => Initial.FromLabels(data, [0, 0, 2, 2])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Initial.FromResponsibilities(data, Responsibilities.FromLabels([0, 1], 2)));
    }

    [Fact]
    public void Random_responsibilities_put_every_component_near_the_mean_of_all()
    {
        var start = Initial.Random(Files.OldFaithful, 3, seed: 4);

        // r is uniform on the simplex: E r = ⅓, Var r = 1/18. A mean is Σ r·x/Σ r, with variance σ²·Var r/(N·(E r)²) = σ²/2N.
        double deviation = Math.Sqrt(Files.OldFaithful.ColumnVariances[1] / (2 * 272));
        Assert.All(Enumerable.Range(0, 3), k => Assert.Equal(Files.OldFaithful.ColumnMeans[1], start.Means[k, 1], 5 * deviation));
        Assert.All(start.Weights, weight => Assert.Equal(1 / 3.0, weight, 5 * Math.Sqrt(1 / 18.0 / 272)));
    }

    /// <summary>The first number that the second seed's stream gives is 0, of which no share can be made.</summary>
    [Theory]
    [InlineData(3, 4)]
    [InlineData(1, -4188647063337296395)]
    public void A_row_s_random_responsibilities_are_exponential_numbers_over_their_sum(int components, long seed)
    {
        var data = Examples.Data(20, 2, seed: 1);
        var random = new RandomStream(seed);
        double[] Row()
        {
            double[] each = [.. Enumerable.Range(0, components).Select(_ => random.NextExponential())];
            return [.. each.Select(number => each.Sum() > 0 ? number / each.Sum() : 1)];
        }

        var responsibilities = Responsibilities.FromTable(Table.FromRows(Enumerable.Range(0, data.Count).Select(_ => Row())));

        Assert.Equal(Initial.FromResponsibilities(data, responsibilities), Initial.Random(data, components, seed));
    }

    [Fact]
    public void Column_names_reach_the_mixture()
    {
        var data = Files.OldFaithful.WithColumnNames(["eruptions", "waiting"]);

        Assert.Equal(data.ColumnNames, Initial.KMeansPlusPlus(data, 2, 1).ColumnNames);
        Assert.Equal(data.ColumnNames, Initial.Random(data, 2, 1).ColumnNames);
    }

    private static GaussianMixture Start(bool clusters, Dataset data, int components, long seed, CovarianceStructure structure) =>
        clusters
            ? Initial.KMeansPlusPlus(data, components, seed, structure)
            : Initial.Random(data, components, seed, structure);
}
