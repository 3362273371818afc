namespace GmmPure.Tests;

/// <summary>The search over starts of several kinds.</summary>
public class SearchTests
{
    /// <summary>Three thin parallel groups: k-means on scaled columns cuts them across, and none of its starts finds them.</summary>
    private static readonly Dataset Cigars = Dataset.FromRows(Enumerable.Range(0, 600).Select(row =>
        new[] { (row % 200 * 0.1) + (row % 7 * 0.01), (row / 200) + (row % 200 * 0.1) + (Math.Sin(row * 12.9898) * 0.1) }));

    [Fact]
    public void Several_kinds_find_what_one_does_not()
    {
        var ten = Attempts(Cigars, 3, new SearchOptions { Kinds = [StartKind.KMeans], IsExhaustive = true });
        var mixed = Attempts(Cigars, 3, SearchOptions.Default);

        Assert.Equal(10, ten.Length);
        Assert.All(ten, attempt => Assert.False(attempt.IsDropped));
        Assert.True(Best(mixed).Last.LogLikelihood > Best(ten).Last.LogLikelihood + 100);
        Assert.Contains(mixed, attempt => attempt.IsDropped);
    }

    [Fact]
    public void The_attempts_do_not_depend_on_how_many_run_at_a_time()
    {
        var data = Examples.Data(300, 2, seed: 8);

        var alone = Attempts(data, 3, new SearchOptions { Seed = 5, RunsAtATime = 1 });

        Assert.All(new[] { 2, 5 }, runs => Assert.Equal(alone, Attempts(data, 3, new SearchOptions { Seed = 5, RunsAtATime = runs })));
    }

    [Fact]
    public void An_attempts_history_comes_out_again_from_its_start()
    {
        var data = Examples.Data(300, 2, seed: 8);

        Assert.All(Attempts(data, 3, SearchOptions.Default), attempt =>
        {
            Assert.Equal(attempt.Start, Initial.Of(attempt.Kind, data, 3, attempt.Run.Seed));
            Assert.Equal(attempt.Run.Last.Model, History(data, attempt.Start).ElementAt(attempt.Run.Last.Index).Model);
        });
    }

    [Fact]
    public void One_component_needs_one_run_and_one_restart_makes_one()
    {
        var data = Examples.Data(50, 2, seed: 8);

        Assert.Single(Attempts(data, 1, SearchOptions.Default).DistinctBy(attempt => attempt.Start));
        Assert.Equal(SearchOptions.Default.Kinds, Attempts(data, 1, SearchOptions.Default).Select(attempt => attempt.Kind));
        Assert.Equal(StartKind.KMeans, Assert.Single(Attempts(data, 3, new SearchOptions { Restarts = 1 })).Kind);
    }

    [Fact]
    public void Starts_that_fail_are_left_out_and_what_a_history_throws_comes_out()
    {
        var data = Examples.Data(50, 2, seed: 8);
        var none = Restarts.Search<GaussianMixture>(
            (_, _) => new Degeneracy.Emptied(0, 0), start => History(data, start));

        Assert.Empty(none);
        Assert.Throws<NotSupportedException>(() => Restarts.Search<GaussianMixture>(
            (kind, seed) => Initial.Of(kind, data, 2, seed), _ => throw new NotSupportedException()));
        Assert.Throws<ArgumentException>(() => Restarts.Search<GaussianMixture>((kind, seed) => Initial.Of(kind, data, 2, seed), _ => []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SearchOptions { Restarts = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SearchOptions { RunsAtATime = 0 });
        Assert.Throws<ArgumentException>(() => new SearchOptions { Kinds = [] });
    }

    [Fact]
    public void Every_history_that_was_begun_is_ended_whatever_throws()
    {
        var data = Examples.Data(50, 2, seed: 8);
        int begun = 0, ended = 0;

        Assert.Throws<NotSupportedException>(() => Restarts.Search<GaussianMixture>(
            (kind, seed) => Initial.Of(kind, data, 2, seed), Failing, new SearchOptions { RunsAtATime = 1 }));
        Assert.Equal(3, begun);
        Assert.Equal(begun, ended);

        IEnumerable<Iteration<GaussianMixture>> Failing(GaussianMixture start)
        {
            begun++;
            try
            {
                foreach (var iteration in Em.Iterate(data, start))
                {
                    yield return begun < 3 ? iteration : throw new NotSupportedException();
                }
            }
            finally
            {
                ended++;
            }
        }
    }

    private static Restart<Iteration<GaussianMixture>> Best(ImmutableArray<Attempt<GaussianMixture>> attempts) =>
        attempts.Select(attempt => attempt.Run).Best()!;

    private static ImmutableArray<Attempt<GaussianMixture>> Attempts(Dataset data, int components, SearchOptions options) =>
        Restarts.Search<GaussianMixture>((kind, seed) => Initial.Of(kind, data, components, seed), start => History(data, start), options);

    private static IEnumerable<Iteration<GaussianMixture>> History(Dataset data, GaussianMixture start) =>
        Em.Iterate(data, start, new EmOptions { Threads = 1 }).Take(500).TakeUntilConverged(Convergence.GainPerSample(1e-8));
}
