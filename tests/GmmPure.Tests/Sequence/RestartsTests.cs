namespace GmmPure.Tests;

/// <summary>Several starts, each of which can be repeated alone.</summary>
public class RestartsTests
{
    [Fact]
    public void Seeds_begin_with_the_given_one_and_are_derived_from_it_alone()
    {
        Assert.Equal(7, Seeds.From(7).First());
        Assert.Equal(Seeds.From(7).Take(100), Seeds.From(7).Take(100));
        Assert.Equal(100, Seeds.From(7).Take(100).Distinct().Count());
        Assert.All(Seeds.From(7).Take(100), seed => Assert.InRange(seed, 0, uint.MaxValue));
        Assert.Empty(Seeds.From(7).Take(100).Intersect(Seeds.From(8).Take(100)));
        Assert.Equal(long.MinValue, Seeds.From(long.MinValue).First());
    }

    [Fact]
    public void Any_restart_can_be_reproduced_alone_by_its_seed()
    {
        var restarts = Seeds.From(3).Take(5).Select(seed => Restarts.Run(seed, History)).ToArray();

        Assert.All(restarts, restart => Assert.Equal(restart, Restarts.Run(restart.Seed, History)));
    }

    [Fact]
    public void The_best_has_the_largest_log_likelihood_and_comes_first_among_equals()
    {
        var restarts = Seeds.From(3).Take(10).Select(seed => Restarts.Run(seed, History)).ToArray();

        var best = restarts.Best();

        Assert.Equal(restarts.Max(restart => restart.Last.LogLikelihood), best?.Last.LogLikelihood);
        Assert.Same(restarts[2], new[] { restarts[2], Restarts.Run(1, _ => History(restarts[2].Seed)) }.Best());
        Assert.Null(Enumerable.Empty<Restart<Iteration<GaussianMixture>>>().Best());
    }

    [Fact]
    public void Restarts_agree_if_they_are_heading_for_the_same_optimum_however_early_they_stopped()
    {
        var start = Initial.KMeansPlusPlus(Files.Galaxies, 2, seed: 1);
        Restart<Iteration<GaussianMixture>> After(int iterations) => Restarts.Run(1, _ => Em.Iterate(Files.Galaxies, start).Take(iterations));
        var (early, late) = (After(20), After(500));

        Assert.True(late.Last.LogLikelihood - early.Last.LogLikelihood > 1e-4);
        Assert.True(early.AgreesWith(late));
        Assert.True(late.AgreesWith(early));
    }

    /// <summary>
    /// The interval is documented as twice the remaining gain and what rounding moves either end by: powers of two, so that the
    /// sums are exact and the next number is outside.
    /// </summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.25, 0)]
    [InlineData(0, 0.5)]
    [InlineData(0.25, 0.5)]
    public void Restarts_agree_up_to_twice_the_remaining_gain_and_both_roundings(double ownRounding, double otherRounding)
    {
        // Gains of 4 and 2 leave 2: from 6 the interval reaches 10.
        var lower = Restarts.Run(1, _ => new[] { new Step(0, 0), new Step(1, 4), new Step(2, 6) { ObjectiveRounding = ownRounding } });
        Restart<Step> At(double objective) =>
            Restarts.Run(2, _ => new[] { new Step(0, objective) { ObjectiveRounding = otherRounding } });
        double end = 10 + ownRounding + otherRounding;

        Assert.Equal(2, lower.RemainingGain);
        Assert.True(lower.AgreesWith(At(end)));
        Assert.True(At(end).AgreesWith(lower));
        Assert.False(lower.AgreesWith(At(Math.BitIncrement(end))));
        Assert.False(At(Math.BitIncrement(end)).AgreesWith(lower));
    }

    [Fact]
    public void Where_the_remaining_gain_cannot_be_told_only_rounding_is_allowed_for()
    {
        Restart<Step> At(double objective) => Restarts.Run(1, _ => new[] { new Step(0, objective) { ObjectiveRounding = 0.25 } });

        Assert.True(At(1).AgreesWith(At(1.5)));
        Assert.False(At(1).AgreesWith(At(Math.BitIncrement(1.5))));
    }

    [Fact]
    public void Different_optima_do_not_agree()
    {
        var ends = Seeds.From(1).Take(40).Select(seed => Restarts.Run(seed, History)).ToArray();
        var (lowest, highest) = (ends.MinBy(end => end.Last.LogLikelihood)!, ends.MaxBy(end => end.Last.LogLikelihood)!);

        Assert.True(highest.Last.LogLikelihood - lowest.Last.LogLikelihood > 1);
        Assert.False(highest.AgreesWith(lowest));
        Assert.False(lowest.AgreesWith(highest));
    }

    [Fact]
    public void The_remaining_gain_is_known_from_three_elements_on()
    {
        Assert.Equal(double.PositiveInfinity, Restarts.Run(1, seed => History(seed).Take(2)).RemainingGain);
        Assert.True(double.IsFinite(Restarts.Run(1, History).RemainingGain));
        Assert.Throws<ArgumentException>(() => Restarts.Run<Iteration<GaussianMixture>>(1, _ => []));
        Assert.Throws<ArgumentNullException>(() => Restarts.Run<Iteration<GaussianMixture>>(1, null!));
    }

    private static IEnumerable<Iteration<GaussianMixture>> History(long seed) =>
        Em.Iterate(Files.Galaxies, Initial.KMeansPlusPlus(Files.Galaxies, 4, seed)).Take(2000)
            .TakeUntilConverged(Convergence.AitkenRemainingGain(1e-10));
}
