using GmmPure.Textbook;

namespace GmmPure.Tests;

/// <summary>Likelihoods have no upper bound: a component that shrinks onto a point is reported, and never wins.</summary>
public class CollapseTests
{
    private static readonly Dataset Data = Dataset.FromValues([0, 0, 0, 0, 1, 1, 1, 5]);

    private static readonly GaussianMixture Collapsing = GaussianMixture.Univariate([0.5, 0.5], [0, 3], [1, 1]);

    /// <summary>Equal components stay equal, at the maximum for one: ℓ = −4·(ln 2π·2.5 + 1), and it cannot collapse.</summary>
    private static readonly GaussianMixture Clones = GaussianMixture.Univariate([0.5, 0.5], [1, 1], [2.5, 2.5]);

    [Fact]
    public void Component_1_shrinks_onto_the_5_and_the_last_element_says_so()
    {
        var last = Em.Iterate(Data, Collapsing).Take(100).Last();

        // At θ_4 the component stands at 4.996 with σ = 0.13: the responsibility for the 1s is e^(−½·31²), the next
        // variance 16 times that, below any threshold.
        Assert.Equal(4, last.Index);
        var cause = Assert.IsType<Degeneracy.Singular>(Assert.IsType<Degenerate>(last.Status).Cause);
        Assert.Equal(1, cause.Component);
        Assert.Equal(0, cause.Column);
        Assert.True(last.IsDegenerate);
        Assert.True(last.Model.Covariances[1][0, 0] > 0);
        Assert.True(double.IsFinite(last.LogLikelihood));
    }

    [Fact]
    public void The_textbook_stops_at_the_same_element_for_the_same_cause()
    {
        var last = Equations<double>.Iterate(TextbookData<double>.From(Data), TextbookMixture<double>.From(Collapsing))
            .Take(100).Last();

        Assert.Equal(4, last.Index);
        Assert.Equal(new TextbookDegeneracy(1, 0), last.Degeneracy);
    }

    [Fact]
    public void It_never_wins_the_restarts_with_its_huge_log_likelihood()
    {
        var restarts = new[] { Collapsing, Clones }
            .Select((start, seed) => Restarts.Run(seed, _ => Em.Iterate(Data, start).Take(100)))
            .ToArray();

        Assert.True(restarts[0].Last.LogLikelihood > restarts[1].Last.LogLikelihood);
        Assert.Equal(restarts[1], restarts.Best());
        Assert.Null(restarts[..1].Best());
    }

    [Theory]
    [MemberData(nameof(Examples.Structures), MemberType = typeof(Examples))]
    public void A_mean_1000_deviations_away_empties_its_component_without_any_NaN(string name)
    {
        var structure = Examples.Structure(name);
        var mixture = Examples.Mixture(structure, components: 3, dimension: 2, seed: 1);
        double deviation = mixture.Covariances[2].StandardDeviation(0);
        var start = mixture.WithMeans(Table.FromRows(
            [mixture.Means.Row(0).ToArray(), mixture.Means.Row(1).ToArray(), [1000 * deviation, 0]]));
        var data = Examples.Data(50, 2, seed: 2);

        var element = Em.Iterate(data, start).Take(100).Single();

        var cause = Assert.IsType<Degeneracy.Emptied>(Assert.IsType<Degenerate>(element.Status).Cause);
        Assert.Equal(2, cause.Component);
        Assert.Equal(0, cause.EffectiveCount);
        Assert.All(element.EffectiveCounts, count => Assert.True(double.IsFinite(count)));
        Assert.All(Em.EStep(data, start).Responsibilities.Values.Elements, r => Assert.True(double.IsFinite(r)));
        Assert.True(double.IsFinite(element.LogLikelihood));
        var textbook = Equations<double>.Iterate(TextbookData<double>.From(data), TextbookMixture<double>.From(start)).Single();
        Assert.Equal(new TextbookDegeneracy(2, null, IsEmptied: true), textbook.Degeneracy);
    }

    [Fact]
    public void A_component_that_takes_over_one_row_of_a_plane_collapses_onto_it()
    {
        var data = Dataset.FromRows([[0, 0], [1, 0], [0, 1], [1, 1], [50, 50]]);
        var start = GaussianMixture.Create(
            [0.5, 0.5],
            Table.FromRows([[0.5, 0.5], [50, 50]]),
            [Covariance.Full(Table.FromRows([[1, 0], [0, 1]])), Covariance.Full(Table.FromRows([[1, 0], [0, 1]]))]);

        var outcome = Em.Step(data, start);

        var cause = outcome.Match<Degeneracy?>(_ => null, fault => fault);
        Assert.Equal(1, cause?.Component);
        Assert.IsType<Degeneracy.Singular>(cause);
    }

    [Theory]
    [InlineData("spherical", 1)]
    [InlineData("tied-spherical", null)]
    public void A_ball_collapses_in_all_columns_at_once(string name, int? component)
    {
        // One row each for the ball at (50, 50), and, if it is shared, for the other at the only other row.
        var structure = Examples.Structure(name);
        var data = structure.IsShared
            ? Dataset.FromRows([[0, 0], [0, 0], [50, 50]])
            : Dataset.FromRows([[0, 0], [1, 0], [0, 1], [1, 1], [50, 50]]);
        var ball = Covariance.Spherical(2, 1);
        var means = Table.FromRows([[0.5, 0.5], [50, 50]]);
        var start = structure.IsShared
            ? GaussianMixture.CreateTied([0.5, 0.5], means, ball)
            : GaussianMixture.Create([0.5, 0.5], means, [ball, ball]);

        var last = Em.Iterate(data, start).Take(10).Last();
        var textbook = Equations<double>.Iterate(TextbookData<double>.From(data), TextbookMixture<double>.From(start)).Take(10).Last();

        var cause = Assert.IsType<Degeneracy.Singular>(Assert.IsType<Degenerate>(last.Status).Cause);
        Assert.Equal((component, null), (cause.Component, cause.Column));
        Assert.Contains("collapsed to a point", cause.Message, StringComparison.Ordinal);
        Assert.Contains("\"column\":null", last.ToJson(), StringComparison.Ordinal);
        Assert.Equal(new TextbookDegeneracy(component, null), textbook.Degeneracy);
        Assert.Equal(last.Index, textbook.Index);
    }

    [Fact]
    public void Rows_on_a_line_make_a_full_covariance_singular_in_the_second_column()
    {
        var line = Dataset.FromRows(Enumerable.Range(0, 10).Select(i => new double[] { i, 3 * i }));
        var start = GaussianMixture.Create(
            [1], Table.FromRows([[4, 4]]), [Covariance.Full(Table.FromRows([[9, 0], [0, 9]]))]);

        var cause = Assert.IsType<Degeneracy.Singular>(Em.Step(line, start).Match<Degeneracy?>(_ => null, fault => fault));

        Assert.Equal(1, cause.Column);
        Assert.True(cause.RelativePivot <= Degeneracy.SmallestRelativePivot(2));
        Assert.Contains("component 0 collapsed in column 1", cause.Message, StringComparison.Ordinal);
    }

    /// <summary>The rows ±1 have variance 1 in each of D equal columns, exactly; the data as a whole is said to have more.</summary>
    [Theory]
    [InlineData("diagonal", 1)]
    [InlineData("diagonal", 4)]
    [InlineData("tied-diagonal", 4)]
    [InlineData("spherical", 4)]
    [InlineData("full", 1)]
    public void A_pivot_of_D_times_2_to_minus_50_of_the_columns_variance_is_the_first_that_is_too_small(string name, int dimension)
    {
        var data = Dataset.FromRows([Enumerable.Repeat(-1.0, dimension), Enumerable.Repeat(1.0, dimension)]);
        var structure = Examples.Structure(name);
        var statistics = SufficientStatistics.Of(
            data, Responsibilities.FromLabels([0, 0], 1), structure.Moments, Table.FromRows([new double[dimension]]));
        double variance = Math.ScaleB(1.0, 50) / dimension;

        var cause = Em.MStep(statistics, [.. Enumerable.Repeat(variance, dimension)], structure).Match<Degeneracy?>(_ => null, fault => fault);
        Assert.Equal(dimension * Math.ScaleB(1, -50), Assert.IsType<Degeneracy.Singular>(cause).RelativePivot);
        Assert.True(Em.MStep(statistics, [.. Enumerable.Repeat(Math.BitDecrement(variance), dimension)], structure).IsSuccess);
    }

    [Theory]
    [MemberData(nameof(Examples.Structures), MemberType = typeof(Examples))]
    public void Of_rows_that_are_equal_the_relative_pivot_is_0(string name)
    {
        var cause = Em.MStep(Dataset.FromRows([[2, 3], [2, 3]]), Responsibilities.FromLabels([0, 0], 1), Examples.Structure(name))
            .Match<Degeneracy?>(_ => null, fault => fault);

        Assert.Equal(0, Assert.IsType<Degeneracy.Singular>(cause).RelativePivot);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void A_share_of_2_to_minus_52_is_the_first_that_is_too_small(double total)
    {
        var responsibilities = Responsibilities.FromLabels([0, 0, 1, 1], 2);
        var data = Dataset.FromValues([0, 1, 2, 3]);
        Dataset WithShare(double share) => data.WithWeights(new[] { 0.5, 0.5 - share, share / 2, share / 2 }.Select(each => total * each));

        Assert.Equal(1, Em.MStep(WithShare(Math.ScaleB(1, -52)), responsibilities).Match(_ => null, cause => cause.Component));
        Assert.True(Em.MStep(WithShare(Math.ScaleB(1, -51)), responsibilities).IsSuccess);
    }

    [Fact]
    public void Nearly_collinear_data_of_condition_1e10_pass()
    {
        // Across the line they vary by 1e−5 of their extent along it: the relative pivot is 1e−10.
        var random = new Random(3);
        var data = Dataset.FromRows(Enumerable.Range(0, 200).Select(_ =>
        {
            double along = random.NextDouble();
            return new[] { along, along + (1e-5 * random.NextDouble()) };
        }));
        var start = GaussianMixture.Create([1], Table.FromRows([[0.5, 0.5]]), [Covariance.Full(Table.FromRows([[1, 0], [0, 1]]))]);

        var last = Em.Iterate(data, start).Take(3).Last();

        Assert.False(last.IsDegenerate);
        Assert.True(Bounds.Condition(last.Model.Covariances[0]) > 1e10);
    }
}
