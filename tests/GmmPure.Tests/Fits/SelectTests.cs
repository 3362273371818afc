namespace GmmPure.Tests.Fits;

/// <summary>The choice of K and of the covariance structure.</summary>
public class SelectTests
{
    private static readonly Dataset Data = Examples.Data(200, 2, seed: 8);

    /// <summary>A search that starts badly and stops early: its larger models are often the worse ones.</summary>
    private static readonly FitOptions Poor = new()
    {
        Search = new() { Restarts = 1, Kinds = [StartKind.Random], IsExhaustive = true },
        MaxIterations = 30,
    };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_larger_model_of_a_nested_pair_is_below_the_smaller_one(long seed)
    {
        var options = new SelectOptions { Fit = Poor with { Search = Poor.Search with { Seed = seed } } };
        var candidates = GaussianMixture.Select(Data, [1, 2, 3, 5], options).Candidates;
        var alone = candidates.Select(each => GaussianMixture.TryFit(Data, each.Components, options.Fit with { Structure = each.Structure })
            .Match(fit => fit.Last.LogLikelihood, _ => double.NaN)).ToArray();

        Assert.True(Violations(each => alone[candidates.IndexOf(each)]) > 0, "The search was not poor enough to show anything.");
        Assert.Equal(0, Violations(each => each.Fit!.Last.LogLikelihood));

        int Violations(Func<Candidate, double> likelihood) => (
            from smaller in candidates
            from larger in candidates
            where smaller != larger && IsNested(smaller, larger)
            let rounding = smaller.Fit!.Last.Objective.Rounding + larger.Fit!.Last.Objective.Rounding
            where likelihood(larger) + rounding < likelihood(smaller)
            select larger).Count();
    }

    [Fact]
    public void The_structures_that_contain_another()
    {
        Assert.Equal(
            ["tied-spherical", "spherical", "tied-diagonal", "tied", "diagonal", "full"],
            CovarianceStructure.All.OrderBy(each => CovarianceStructure.All.Count(other => IsNested(other, each)))
                .ThenByDescending(each => CovarianceStructure.All.IndexOf(each)).Select(each => each.Name));
        Assert.False(IsNested(CovarianceStructure.Tied, CovarianceStructure.Diagonal));
        Assert.False(IsNested(CovarianceStructure.Spherical, CovarianceStructure.TiedDiagonal));
    }

    /// <summary>Halves that differ in a constant column alone are equally probable for every row, and EM leaves them so.</summary>
    [Fact]
    public void A_component_is_split_where_rows_differ()
    {
        var data = Dataset.FromRows(Enumerable.Range(0, 20).Select(row => new[] { 7, row % 2 * 10.0, row * 0.01 }));
        var smaller = GaussianMixture.Fit(data, 1, new FitOptions { Structure = CovarianceStructure.Spherical }).Model;

        var start = Enlarging.Starts(smaller, 2, CovarianceStructure.Spherical, data.ColumnVariances)[0];

        Assert.Equal(start.Means[0, 0], start.Means[1, 0]);
        Assert.NotEqual(start.Means[0, 2], start.Means[1, 2]);
    }

    [Fact]
    public void Candidates_stand_in_the_order_asked_and_the_best_is_the_lowest()
    {
        var selection = GaussianMixture.Select(
            Data, 1..3, new SelectOptions { Structures = [CovarianceStructure.Full, CovarianceStructure.Spherical], Criterion = Criterion.Icl });

        Assert.Equal(
            [(1, "full"), (1, "spherical"), (2, "full"), (2, "spherical"), (3, "full"), (3, "spherical")],
            selection.Candidates.Select(each => (each.Components, each.Structure.Name)));
        Assert.Equal(selection.Candidates.Min(each => each.Value(Criterion.Icl)), selection.Best.Value(Criterion.Icl));
        Assert.Equal(selection.Best.Fit, selection.Fit);
        Assert.Equal(selection.Fit.Model.Icl(Data), selection.Best.Value(Criterion.Icl), 9);
    }

    [Fact]
    public void It_says_when_the_best_stands_at_the_edge()
    {
        var three = Dataset.FromValues(Enumerable.Range(0, 90).Select(row => (row % 3 * 50.0) + (row % 10 * 0.3)));

        Assert.True(GaussianMixture.Select(three, [1, 2]).IsAtLargest);
        Assert.True(GaussianMixture.Select(three, [3, 4]) is { IsAtSmallest: true, IsAtLargest: false, Best.Components: 3 });
        Assert.True(GaussianMixture.Select(three, [2, 3, 4]) is { IsAtSmallest: false, IsAtLargest: false });
        Assert.True(GaussianMixture.Select(three, [3]) is { IsAtSmallest: false, IsAtLargest: false });
    }

    [Fact]
    public void A_model_without_a_fit_is_a_candidate_that_says_why()
    {
        var two = Dataset.FromValues([1, 2, 1, 2, 2]);
        var selection = GaussianMixture.Select(two, [1, 3]);

        var none = selection.Candidates[1];
        Assert.Null(none.Fit);
        Assert.Equal(double.PositiveInfinity, none.Value(Criterion.Bic));
        Assert.Equal(1, selection.Best.Components);
        Assert.Equal(
            new FitFault.TooFewDistinctRows(2, 3),
            GaussianMixture.TrySelect(two, [3]).Match(_ => throw new InvalidOperationException("There is a fit."), fault => fault));
        Assert.Throws<ArgumentException>(() => GaussianMixture.Select(two, [3]));
    }

    [Fact]
    public void A_range_has_two_ends_counted_from_the_start()
    {
        Assert.Throws<ArgumentException>(() => GaussianMixture.Select(Data, 1..^2));
        Assert.Throws<ArgumentException>(() => GaussianMixture.Select(Data, 3..2));
        Assert.Throws<ArgumentException>(() => GaussianMixture.Select(Data, 0..2));
        Assert.Throws<ArgumentException>(() => GaussianMixture.Select(Data, []));
    }

    private static bool IsNested(Candidate smaller, Candidate larger) =>
        smaller.Components <= larger.Components && IsNested(smaller.Structure, larger.Structure);

    private static bool IsNested(CovarianceStructure smaller, CovarianceStructure larger) =>
        smaller.Shape >= larger.Shape && (smaller.IsShared || !larger.IsShared);
}
