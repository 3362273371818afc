namespace GmmPure.Tests;

/// <summary>Histories at their edges: what a rule, a seed, a centre and a shared sequence are exactly.</summary>
public class HistoryEdgesTests
{
    private static readonly Dataset Square = Dataset.FromRows([[0, 0], [0, 2], [4, 0], [4, 2]]);

    /// <summary>Gains 4 and 2 leave 2 to come: of four samples, half a nat each.</summary>
    [Fact]
    public void The_remaining_gain_is_judged_per_sample()
    {
        Step[] steps = [new(0, 0) { TotalWeight = 4 }, new(1, 4) { TotalWeight = 4 }, new(2, 6) { TotalWeight = 4 }];

        Assert.Equal(new Converged(0.5), Convergence.AitkenRemainingGain(0.5).Judge(steps[0], steps[1], steps[2]));
        Assert.Null(Convergence.AitkenRemainingGain(0.49).Judge(steps[0], steps[1], steps[2]));
    }

    /// <summary>The objectives need not begin at 0.</summary>
    [Fact]
    public void The_remaining_gain_is_of_differences() =>
        Assert.Equal(2, Aitken.RemainingGain(new Step(0, 100), new Step(1, 104), new Step(2, 106)));

    [Fact]
    public void Seeds_begin_with_the_one_that_is_given_and_never_repeat()
    {
        long[] seeds = [.. Seeds.From(7).Take(1000)];

        Assert.Equal(7, seeds[0]);
        Assert.Equal(1000, seeds.Distinct().Count());
        Assert.All(seeds.Skip(1), seed => Assert.InRange(seed, 0, (1L << 32) - 1));
        Assert.Equal(seeds, Seeds.From(7).Take(1000));
        Assert.NotEqual(seeds.Skip(1), Seeds.From(8).Skip(1).Take(999));

        // Each from the mix of the first and its own number alone.
        Assert.Equal(
            (long)(RandomStream.Mix(unchecked(7 + (3 * RandomStream.GoldenGamma))) >> 32), seeds[3]);
    }

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(0, 1e136)]
    public void A_centre_is_finite_and_within_what_data_may_be(double first, double second)
    {
        Assert.Throws<ArgumentException>("centres", () => Clustering.KMeans(Square, Table.FromRows([[0, 0], [first, second]])));
        Assert.Single(Clustering.KMeans(Square, Table.FromRows([[0, 0], [Dataset.LargestValue, 1]])).Take(1));
    }

    [Fact]
    public void Centres_have_the_data_s_columns_and_are_some()
    {
        Assert.Throws<ArgumentException>("centres", () => Clustering.KMeans(Square, Table.FromRows([[0]])));
        Assert.Throws<ArgumentException>("centres", () => Clustering.KMeans(Square, Table.Create(0, 2, [])));
    }

    /// <summary>About their mean (2, 1) the rows have the squares 4 + 1: both columns count.</summary>
    [Fact]
    public void The_inertia_is_what_is_climbed_with_its_sign_turned()
    {
        var first = Clustering.KMeans(Square, Table.FromRows([[0, 1], [4, 1]])).First();

        Assert.Equal(4, first.Inertia);
        Assert.Equal(-4, first.Objective.Value);
        Assert.Equal(Math.Sqrt(5), first.Spread);
        Assert.Equal(20 * Math.ScaleB(1, -40), first.Objective.Rounding);
    }

    [Fact]
    public void Centres_that_stay_have_no_change_even_where_data_have_no_spread()
    {
        var history = Clustering.KMeans(Dataset.FromValues([3, 3]), Table.FromRows([[3]])).Take(2).ToArray();

        Assert.Equal(0, history[1].ParameterChangeSince(history[0]));
    }

    [Fact]
    public void A_shared_sequence_disposes_its_source_once_it_ends()
    {
        int disposed = 0;
        IEnumerable<int> Source()
        {
            try
            {
                yield return 1;
            }
            finally
            {
                disposed++;
            }
        }

        var shared = Source().Memoize();

        Assert.Equal([1], shared);
        Assert.Equal([1], shared);
        Assert.Equal(1, disposed);
    }

    /// <summary>Of restarts that stand at the same height each agrees with the other; a degenerate one with none.</summary>
    [Fact]
    public void Agreement_goes_both_ways_and_not_with_what_degenerated()
    {
        Restart<Step> At(double objective, Status? status = null) => Restarts.Run(
            1, _ => new[] { new Step(0, objective) { ObjectiveRounding = 0, Status = status ?? new Running() } });
        var lost = new Degenerate(Outcome(Em.UpdateMeans(SufficientStatistics.Zero(MomentLayout.None, Table.FromRows([[0]])))));

        Assert.True(At(1).AgreesWith(At(1)));
        Assert.False(At(1).AgreesWith(At(2)));
        Assert.False(At(2).AgreesWith(At(1)));
        Assert.False(At(1, lost).AgreesWith(At(1)));
        Assert.False(At(1).AgreesWith(At(1, lost)));
        Assert.Equal(2, new[] { At(1), At(2), At(3, lost) }.Best()!.Last.Objective);

        static Degeneracy Outcome(Outcome<Table, Degeneracy> outcome) =>
            outcome.Match(_ => throw new InvalidOperationException("There are means of nothing."), cause => cause);
    }
}
