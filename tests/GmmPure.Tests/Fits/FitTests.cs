using GmmPure.Families;

namespace GmmPure.Tests.Fits;

/// <summary>The fit of a mixture in one call.</summary>
public class FitTests
{
    private static readonly Dataset Data = Examples.Data(300, 2, seed: 8);

    [Fact]
    public void A_fit_is_the_best_of_a_search_with_the_defaults()
    {
        var fit = GaussianMixture.Fit(Data, components: 3);
        var attempts = Restarts.Search<GaussianMixture>(
            (kind, seed) => Initial.Of(kind, Data, 3, seed),
            start => Em.Iterate(Data, start).Take(1001).TakeUntilConverged(Convergence.GainPerSample(1e-8)),
            near: (mixture, seed) => Initial.TrySwap(Data, mixture, seed));

        Assert.Equal(attempts, fit.Attempts);
        Assert.Equal(attempts.Select(attempt => attempt.Run).Best()!.Last, fit.Last);
        Assert.Equal(fit.Model, fit.Last.Model);
    }

    [Fact]
    public void Optima_part_the_runs_that_ended_the_highest_first()
    {
        var fit = GaussianMixture.Fit(Data, 3, new FitOptions { Search = new() { IsExhaustive = true, Restarts = 20 } });
        var ended = fit.Attempts.Where(attempt => attempt is { IsDropped: false, Run.Last.Status: not Degenerate });

        Assert.Equal(ended.Count(), fit.Optima.Sum(optimum => optimum.Attempts.Length));
        Assert.Equal(fit.Optima.OrderByDescending(optimum => optimum.Best.Run.Last.LogLikelihood), fit.Optima);
        Assert.True(fit.Optima.Length > 1);
        Assert.All(fit.Optima, optimum =>
        {
            Assert.All(optimum.Attempts, attempt => Assert.True(
                ReferenceEquals(attempt, optimum.Best) || optimum.Best.Run.AgreesWith(attempt.Run)));
            Assert.Equal(optimum.Attempts.Select(attempt => attempt.Kind).Distinct().Count(), optimum.KindCount);
        });
        Assert.Equal($"{fit.Optima[0].Attempts.Length} of 20 starts reached this optimum, of {fit.Optima[0].KindCount} of 5 kinds", fit.Agreement);
    }

    [Fact]
    public void The_history_leads_from_the_kept_start_to_the_model()
    {
        var options = new FitOptions { Structure = CovarianceStructure.Diagonal, MaxIterations = 30, Convergence = null, Em = new() { Ridge = 0.1 } };
        var fit = GaussianMixture.Fit(Data, 2, options);
        var history = fit.History(Data).ToImmutableArray();

        Assert.Equal(31, history.Length);
        Assert.Equal(fit.Kept.Start, history[0].Model);
        Assert.Equal(fit.Last, history[^1]);
        Assert.Equal(CovarianceStructure.Diagonal, fit.Model.Structure);
        Assert.Equal(options, fit.Options);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    public void Threads_change_no_bit(int threads) => Assert.Equal(
        GaussianMixture.Fit(Data, 3).Attempts,
        GaussianMixture.Fit(Data, 3, new FitOptions { Em = new() { Threads = threads } }).Attempts);

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Runs_at_a_time_change_no_bit(int runs) => Assert.Equal(
        GaussianMixture.Fit(Data, 3, new FitOptions { Search = new() { RunsAtATime = 1 } }).Attempts,
        GaussianMixture.Fit(Data, 3, new FitOptions { Search = new() { RunsAtATime = runs } }).Attempts);

    [Fact]
    public void Data_without_a_fit_are_a_fault_with_fields()
    {
        var two = Dataset.FromValues([1, 2, 1, 2]);
        Assert.Equal(new FitFault.TooFewDistinctRows(2, 3), Fault(GaussianMixture.TryFit(two, 3)));

        var line = Dataset.FromRows([[1, 2], [2, 4], [3, 6], [5, 10]]);
        var all = Assert.IsType<FitFault.AllDegenerate>(Fault(GaussianMixture.TryFit(line, 2)));
        Assert.IsType<Degeneracy.Singular>(all.Cause);
        Assert.All(all.Attempts, attempt => Assert.IsType<Degenerate>(attempt.Run.Last.Status));

        var thrown = Assert.Throws<ArgumentException>(() => GaussianMixture.Fit(line, 2));
        Assert.StartsWith(all.Message, thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussianMixture.TryFit(two, 0));
    }

    [Fact]
    public void Given_starts_are_run_to_their_ends()
    {
        ImmutableArray<GaussianMixture> starts = [Initial.Random(Data, 3, seed: 1), Initial.KMeans(Data, 3, seed: 1)];
        var fit = GmmPure.Fits.TryFrom(Data, starts).Or(fault => throw new InvalidOperationException(fault.Message));

        Assert.Equal(starts, fit.Attempts.Select(attempt => attempt.Start));
        Assert.All(fit.Attempts, attempt => Assert.Equal(StartKind.Given, attempt.Kind));
        Assert.All(fit.Attempts, attempt => Assert.True(attempt.Run.Last.IsConverged));
        Assert.Throws<ArgumentException>(() => GmmPure.Fits.TryFrom<GaussianMixture>(Data, []));
    }

    [Fact]
    public void Labels_are_the_start_and_stay()
    {
        var labelled = Data.WithLabels(Enumerable.Range(0, Data.Count).Select(row => row < 3 ? (int?)(2 - row) : null));
        var fit = GaussianMixture.Fit(labelled, 3);

        Assert.Equal(Initial.FromLabels(labelled, labelled.Labels), fit.Kept.Start);
        Assert.Equal(3, fit.Last.KnownLabels);
        Assert.Throws<ArgumentException>(() => GaussianMixture.Fit(labelled, 2));
    }

    [Fact]
    public void Labels_are_the_start_of_other_families_too()
    {
        double[] counts = [.. Enumerable.Range(0, 60).Select(row => (double)((row % 2 * 20) + (row % 7)))];
        var labelled = Dataset.FromValues(counts).WithLabels(counts.Select((count, row) => row < 8 ? (int?)(count < 15 ? 1 : 0) : null));
        var fit = Family.Poisson.Fit(labelled, 2);

        Assert.Equal(Initial.FromLabels(labelled, Family.Poisson, labelled.Labels), Assert.Single(fit.Attempts).Start);
        Assert.Equal([23, 3], fit.Model.Components.Select(component => Math.Round(component.Rate)));
        Assert.Equal(8, fit.Last.KnownLabels);
        Assert.Throws<ArgumentException>(() => Family.Poisson.TryFit(labelled, 3));
    }

    [Fact]
    public void Labels_that_make_no_start_are_a_fault()
    {
        var same = Dataset.FromValues([1, 1, 1]).WithLabels([0, 1, null]);
        var light = Dataset.FromValues([1, 2, 4, 9]).WithWeights([1, 1, 1, 1e-200]).WithLabels([0, 0, null, 1]);

        Assert.Equal(new FitFault.TooFewDistinctRows(1, 2), Fault(GaussianMixture.TryFit(same, 2)));
        Assert.Equal(new FitFault.TooFewDistinctRows(1, 2), Fault(Family.Poisson.TryFit(same, 2)));
        Assert.Equal(1, Assert.IsType<FitFault.NoStart>(Fault(GaussianMixture.TryFit(light, 2))).Cause.Component);
        Assert.Equal(1, Assert.IsType<FitFault.NoStart>(Fault(Family.Poisson.TryFit(light, 2))).Cause.Component);
        Assert.False(Family.Gaussian(CovarianceStructure.Full).TryFromLabels(light, light.Labels).IsSuccess);
    }

    [Theory]
    [InlineData(1, null, false, 1, 8)]
    [InlineData(3, null, false, 3, 2)]
    [InlineData(10, null, false, 5, 1)]
    [InlineData(10, 2, false, 2, 4)]
    [InlineData(2, 7, true, 2, 4)]
    [InlineData(20, null, true, 8, 1)]
    public void Threads_are_shared_out_among_the_runs_that_there_are(int restarts, int? atATime, bool isExhaustive, int runs, int each)
    {
        var search = new SearchOptions { Restarts = restarts, RunsAtATime = atATime, IsExhaustive = isExhaustive };
        var shared = new FitOptions { Search = search, Em = new() { Threads = 8 } }.Shared;

        Assert.Equal((runs, each), (shared.Search.RunsAtATime, shared.Em.Threads));
    }

    [Fact]
    public void A_history_can_be_cancelled_as_it_is_pulled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => GaussianMixture.TryFit(Data, 2, through: history => history.Select(each =>
        {
            source.Token.ThrowIfCancellationRequested();
            return each;
        })));
    }

    [Fact]
    public void Other_families_are_fitted_from_the_starts_that_they_have()
    {
        var counts = Dataset.FromValues(Enumerable.Range(0, 60).Select(row => (double)((row % 2 * 20) + (row % 7))));
        var fit = Family.Poisson.Fit(counts, 2);

        Assert.Equal([StartKind.KMeans, StartKind.Random], fit.Attempts.Select(attempt => attempt.Kind).Distinct());
        Assert.Equal(3, fit.Model.Components[0].Rate, 0);
        Assert.Throws<ArgumentException>(() =>
            Family.Poisson.Fit(counts, 2, new FitOptions { Search = new() { Kinds = [StartKind.Hierarchical] } }));
        Assert.IsType<FitFault.TooFewDistinctRows>(Fault(Family.Poisson.TryFit(Dataset.FromValues([1, 1]), 2)));
    }

    [Fact]
    public void Options_are_checked()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new FitOptions { MaxIterations = -1 });
        Assert.Throws<ArgumentNullException>(() => new FitOptions { Structure = null! });
        Assert.Throws<ArgumentException>(() => new SelectOptions { Structures = [] });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SelectOptions { Criterion = (Criterion)9 });
    }

    private static FitFault Fault<TMixture>(Outcome<Fit<TMixture>, FitFault> outcome)
        where TMixture : class, IMixture => outcome.Match(_ => throw new InvalidOperationException("There is a fit."), fault => fault);

    [Fact]
    public void A_mixture_of_another_family_keeps_the_order_of_its_labels()
    {
        var counts = Dataset.FromValues([0, 1, 1, 2, 0, 3, 9, 11, 8, 12, 10, 7])
            .WithLabels([1, null, null, null, null, null, 0, null, null, null, null, null]);
        var fit = Family.Poisson.Fit(counts, 2);

        Assert.Equal(Initial.FromLabels(counts, Family.Poisson, counts.Labels), fit.Kept.Start);
        Assert.Equal(StartKind.Given, Assert.Single(fit.Attempts).Kind);
        Assert.True(fit.Model.Components[0].Rate > 9);
        Assert.Contains("labels are of 2 components", Assert.Throws<ArgumentException>(() => Family.Poisson.TryFit(counts, 3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labelled_rows_that_are_too_few_are_a_fault_of_the_data()
    {
        var same = Dataset.FromValues([3, 3, 3, 3]).WithLabels([0, null, 1, null]);

        Assert.Equal(new FitFault.TooFewDistinctRows(1, 2), GaussianMixture.TryFit(same, 2).Match<FitFault?>(_ => null, fault => fault));
        Assert.Equal(new FitFault.TooFewDistinctRows(1, 2), Family.Poisson.TryFit(same, 2).Match<FitFault?>(_ => null, fault => fault));
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussianMixture.TryFit(Dataset.FromValues([1, 2, 4]).WithLabels([0, null, null]), 0));
    }

    [Fact]
    public void A_label_without_weight_is_told_by_its_number_alone()
    {
        var data = Dataset.FromValues([1, 2, 4, 5]).WithLabels([0, 1, null, null]).WithWeights([1, 0, 1, 1]);
        var error = Assert.Throws<ArgumentException>(() => GaussianMixture.TryFit(data, 2));

        Assert.StartsWith("No row of positive weight has the label 1. ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_run_and_one_iteration_are_told_as_one()
    {
        var fault = GaussianMixture.TryFit(Dataset.FromValues([3, 3]), 1).Match<FitFault?>(_ => null, each => each);
        var fit = GaussianMixture.Fit(Data, 3, new FitOptions { MaxIterations = 1 });

        Assert.StartsWith("The run is degenerate, at iteration 0: ", fault?.Message, StringComparison.Ordinal);
        Assert.Contains(fit.Warnings, warning => warning.Message == "not converged after 1 iteration");
        Assert.Equal("not known: the kept run has not converged", fit.Agreement);
    }

    [Fact]
    public void Functions_that_give_nothing_are_refused()
    {
        Assert.Throws<ArgumentNullException>("history", () => GmmPure.Fits.TryFrom(Data, [Initial.KMeans(Data, 2, 1)], through: _ => null!));
        Assert.Throws<ArgumentNullException>("start", () => GmmPure.Fits.Try<GaussianMixture>(Data, 2, (_, _, _) => null!));
    }
}
