namespace GmmPure.Tests;

/// <summary>Sufficient statistics: a monoid, and all that the M-step needs.</summary>
public class StatisticsTests
{
    private const int Rows = 700;

    [Theory]
    [MemberData(nameof(Examples.Structures), MemberType = typeof(Examples))]
    public void Parts_of_the_data_merge_to_the_whole(string name)
    {
        var mixture = Mixture(name);
        var data = Examples.Data(Rows, 3, seed: 2);
        var (left, right) = (Part(data, 0, 300), Part(data, 300, 400));

        var merged = Statistics(left, mixture).Merge(Statistics(right, mixture));

        // The same N terms of at most r·8² in another order.
        AssertClose(Statistics(data, mixture), merged, 2 * Rounding.Gamma(Rows + 2) * Rows * 64);
        Assert.Equal(Statistics(right, mixture).Merge(Statistics(left, mixture)), merged);
    }

    [Theory]
    [MemberData(nameof(Examples.Structures), MemberType = typeof(Examples))]
    public void Zero_is_neutral(string name)
    {
        var mixture = Mixture(name);
        var statistics = Statistics(Examples.Data(50, 3, seed: 2), mixture);
        var zero = SufficientStatistics.Zero(mixture.Structure.Moments, mixture.Means);

        Assert.Equal(statistics, statistics.Merge(zero));
        Assert.Equal(statistics, zero.Merge(statistics));
        Assert.Equal(0, zero.TotalWeight);
    }

    [Theory]
    [MemberData(nameof(Examples.Structures), MemberType = typeof(Examples))]
    public void They_can_be_moved_to_other_reference_points(string name)
    {
        var mixture = Mixture(name);
        var data = Examples.Data(Rows, 3, seed: 2);
        var elsewhere = Table.FromRows([[1, 2, 3], [0, 0, 0], [-1, 0.5, 2]]);

        var moved = Statistics(data, mixture).About(elsewhere);

        // Deviations are below 8 from either point, and a product is moved by three more.
        AssertClose(
            SufficientStatistics.Of(data, Em.EStep(data, mixture).Responsibilities, mixture.Structure.Moments, elsewhere),
            moved,
            4 * Rounding.Gamma(Rows + 8) * Rows * 64);
        Assert.Equal(elsewhere, moved.Reference);
    }

    [Theory]
    [MemberData(nameof(Examples.Structures), MemberType = typeof(Examples))]
    public void The_M_step_of_merged_parts_is_the_M_step_of_the_whole(string name)
    {
        var mixture = Mixture(name);
        var data = Examples.Data(Rows, 3, seed: 2);

        var whole = Em.Step(data, mixture).Or(cause => throw new InvalidOperationException(cause.Message));
        var merged = Em.MStep(
            Statistics(Part(data, 0, 300), mixture).Merge(Statistics(Part(data, 300, 400), mixture)),
            data.ColumnVariances,
            mixture.Structure).Or(cause => throw new InvalidOperationException(cause.Message));

        Assert.All(Enumerable.Range(0, 3), k =>
        {
            Assert.Equal(whole.Means[k, 1], merged.Means[k, 1], 4 * Rounding.Gamma(Rows + 8) * 8);
            Assert.Equal(whole.Covariances[k][1, 1], merged.Covariances[k][1, 1], 8 * Rounding.Gamma(Rows + 8) * 64);
        });
    }

    [Theory]
    [MemberData(nameof(Examples.Structures), MemberType = typeof(Examples))]
    public void The_M_step_is_its_three_updates(string name)
    {
        var mixture = Mixture(name);
        var data = Examples.Weighted(Examples.Data(Rows, 3, seed: 2), seed: 3);
        var statistics = Em.Pass(data, mixture).Statistics;

        var step = Em.Step(data, mixture).Or(cause => throw new InvalidOperationException(cause.Message));

        var means = Em.UpdateMeans(statistics).Or(_ => throw new InvalidOperationException());
        Assert.Equal(means, step.Means);
        Assert.Equal(Em.UpdateWeights(statistics), step.Weights);
        Assert.Equal(
            Em.UpdateCovariances(statistics, means, data.ColumnVariances, mixture.Structure).Or(_ => throw new InvalidOperationException()),
            step.Covariances);
        Assert.Equal(step, Em.MStep(statistics, data.ColumnVariances, mixture.Structure).Or(_ => throw new InvalidOperationException()));
    }

    [Fact]
    public void One_update_can_be_done_without_the_others()
    {
        var data = Dataset.FromRows([[0, 0], [2, 0], [10, 1], [14, 3]]);
        var halves = Responsibilities.FromLabels([0, 0, 1, 1], 2);

        Assert.Equal([0.5, 0.5], Em.UpdateWeights(data, halves));
        Assert.Equal(Table.FromRows([[1, 0], [12, 2]]), Em.UpdateMeans(data, halves).Or(_ => throw new InvalidOperationException()));

        // About (0, 0) rather than the means: ½·(0 + 4) in the first column and, for the ball, ¼ of that and nothing.
        var about = Em.UpdateCovariances(data, halves, Table.FromRows([[0, 0], [12, 0]]), CovarianceStructure.Spherical)
            .Or(_ => throw new InvalidOperationException());
        Assert.Equal([Covariance.Spherical(2, 1), Covariance.Spherical(2, 4.5)], about);
    }

    [Fact]
    public void Without_second_moments_there_are_means_and_weights_but_no_covariances()
    {
        var data = Dataset.FromRows([[0, 0], [2, 0], [10, 1], [14, 3]]);
        var statistics = SufficientStatistics.Of(
            data, Responsibilities.FromLabels([0, 0, 1, 1], 2), MomentLayout.None, Table.FromRows([[0, 0], [0, 0]]));
        var elsewhere = Table.FromRows([[1, 1], [2, 2]]);

        Assert.Equal([0.5, 0.5], Em.UpdateWeights(statistics));
        Assert.Equal(Table.FromRows([[1, 0], [12, 2]]), Em.UpdateMeans(statistics).Or(_ => throw new InvalidOperationException()));
        Assert.Equal(Em.UpdateMeans(statistics), Em.UpdateMeans(statistics.About(elsewhere)));
        Assert.All(CovarianceStructure.All, structure =>
            Assert.Throws<ArgumentException>(() => Em.MStep(statistics, data.ColumnVariances, structure)));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var mixture = Mixture("full");
        var data = Examples.Data(10, 3, seed: 1);
        var statistics = Statistics(data, mixture);
        var responsibilities = Em.EStep(data, mixture).Responsibilities;

        Assert.Throws<ArgumentException>(() => statistics.Merge(Statistics(data, Mixture("tied"))));
        Assert.Throws<ArgumentException>(() => statistics.Merge(statistics.About(Table.FromRows([[0, 0, 0], [0, 0, 0], [0, 0, 0]]))));
        Assert.Throws<ArgumentException>(() => statistics.About(Table.FromRows([[0, 0, 0]])));
        Assert.Throws<ArgumentException>(() => SufficientStatistics.Of(Examples.Data(9, 3, seed: 1), responsibilities, default, mixture.Means));
        Assert.Throws<ArgumentException>(() => SufficientStatistics.Of(data, responsibilities, default, Table.FromRows([[0, 0, 0]])));
        Assert.Throws<ArgumentException>(() => Em.MStep(statistics, [1, 1]));
        Assert.Throws<ArgumentException>(() => Em.MStep(statistics, data.ColumnVariances, CovarianceStructure.Tied));
        Assert.Throws<ArgumentException>(() =>
            Em.UpdateCovariances(statistics, mixture.Means, data.ColumnVariances, CovarianceStructure.Diagonal));
        Assert.Throws<ArgumentException>(() => Em.MStep(statistics, default));
        Assert.Throws<ArgumentException>(() => Em.MStep(Examples.Data(9, 3, seed: 1), responsibilities));
        Assert.Throws<ArgumentNullException>(() => statistics.Merge(null!));
    }

    private static GaussianMixture Mixture(string structure) => Examples.Mixture(Examples.Structure(structure), 3, 3, seed: 1);

    private static SufficientStatistics Statistics(Dataset data, GaussianMixture mixture) => SufficientStatistics.Of(
        data, Em.EStep(data, mixture).Responsibilities, mixture.Structure.Moments, mixture.Means);

    private static Dataset Part(Dataset data, int first, int count) =>
        Dataset.FromRows(data.Values.Rows.Skip(first).Take(count).Select(row => (IEnumerable<double>)row));

    private static void AssertClose(SufficientStatistics expected, SufficientStatistics found, double bound)
    {
        Assert.All(expected.EffectiveCounts.Zip(found.EffectiveCounts), pair => Assert.Equal(pair.First, pair.Second, bound));
        Assert.All(expected.FirstMoments.Elements.Zip(found.FirstMoments.Elements), pair => Assert.Equal(pair.First, pair.Second, bound));
        Assert.All(expected.SecondMoments.Elements.Zip(found.SecondMoments.Elements), pair => Assert.Equal(pair.First, pair.Second, bound));
    }
}
