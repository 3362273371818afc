namespace GmmPure.Tests;

/// <summary>Starts near a mixture.</summary>
public class SwapTests
{
    /// <summary>Four groups in a line, far apart.</summary>
    private static readonly Dataset Groups =
        Dataset.FromValues(Enumerable.Range(0, 400).Select(row => (row / 100 * 100.0) + Math.Sin(row * 12.9898)));

    /// <summary>Two groups share a component, and another has two: an optimum that EM does not leave.</summary>
    private static readonly GaussianMixture Stuck =
        GaussianMixture.Univariate([0.125, 0.125, 0.25, 0.5], [-0.5, 0.5, 100, 250], [0.5, 0.5, 0.5, 2500]);

    [Fact]
    public void One_component_goes_and_another_is_split()
    {
        var halves = new HashSet<(bool IsMiddleSplit, bool IsPairSplit)>();
        for (long seed = 0; seed < 60; seed++)
        {
            if (Initial.TrySwap(Groups, Stuck, seed).TryGet(out var start, out _))
            {
                Assert.Equal(4, start.ComponentCount);
                Assert.Equal(Groups.ColumnMeans[0], start.Weights.Zip(start.Means.Elements, (weight, mean) => weight * mean).Sum(), 1e-9);
                double[] means = [.. start.Means.Elements];
                halves.Add((means.Count(mean => mean is > 50 and < 150) == 2, means.Count(mean => mean > 150) == 2));
            }
        }

        Assert.Contains((true, false), halves);
        Assert.Contains((false, true), halves);
    }

    /// <summary>The search leaves what is no more than a local optimum; the other start ends at a worse one.</summary>
    [Fact]
    public void A_search_from_a_bad_optimum_finds_the_good_one()
    {
        var stuck = Run(Stuck).Last();
        var worse = GaussianMixture.Univariate([0.25, 0.25, 0.25, 0.25], [149, 150, 151, 152], [15000, 15000, 15000, 15000]);
        var attempts = Restarts.Search(
            (kind, _) => Outcome.Of(kind is StartKind.Random ? Stuck : worse), Run, new SearchOptions { Kinds = [StartKind.Random, StartKind.KMeans] }, (mixture, seed) => Initial.TrySwap(Groups, mixture, seed));
        var best = attempts.Select(attempt => attempt.Run).Best()!.Last;

        Assert.True(stuck.IsConverged);
        Assert.True(best.LogLikelihood > stuck.LogLikelihood + 100);
        Assert.Equal([0, 100, 200, 300], best.Model.Means.Elements.Select(mean => Math.Round(mean)).Order());
        Assert.True(Run(worse).Last().LogLikelihood < stuck.LogLikelihood);
        Assert.Equal([StartKind.Random, StartKind.KMeans, StartKind.Swap], attempts.Select(attempt => attempt.Kind).Distinct());
    }

    [Fact]
    public void A_component_that_would_have_no_row_is_a_fault_with_its_number()
    {
        var two = Dataset.FromValues([0, 0, 0, 9, 9, 9]);
        var mixture = GaussianMixture.Univariate([0.5, 0.5], [0, 9], [1, 1]);
        var outcomes = Enumerable.Range(0, 40).Select(seed => Initial.TrySwap(two, mixture, seed)).ToArray();

        Assert.Contains(outcomes, outcome => outcome.Match(_ => false, cause => cause is Degeneracy.Emptied));
        Assert.Contains(outcomes, outcome => outcome.IsSuccess);
        Assert.Throws<ArgumentException>(() => Initial.Swap(two, GaussianMixture.Univariate([1], [0], [1]), seed: 1));
        Assert.Throws<ArgumentException>(() => Initial.Swap(Groups, GaussianMixture.Univariate([1], [0], [1]), seed: 1));
    }

    [Fact]
    public void Rows_of_weight_0_are_not_drawn()
    {
        var heavy = Dataset.FromValues([.. Groups.Values.Elements, .. Enumerable.Repeat(305.0, 400)])
            .WithWeights([.. Enumerable.Repeat(1.0, 400), .. Enumerable.Repeat(0.0, 400)]);

        for (long seed = 0; seed < 20; seed++)
        {
            Assert.Equal(Means(Groups, seed), Means(heavy, seed), (one, other) => Math.Abs(one - other) < 1e-9);
        }

        static IEnumerable<double> Means(Dataset data, long seed) =>
            Initial.TrySwap(data, Stuck, seed).Match<IEnumerable<double>>(start => start.Means.Elements, cause => [cause.Component!.Value]);
    }

    [Fact]
    public void The_swap_of_many_rows_is_that_of_a_sample()
    {
        var many = Dataset.FromValues(Enumerable.Range(0, 600_000).Select(row => (row % 4 * 100.0) + Math.Sin(row * 12.9898)));
        var start = Initial.Swap(many, Stuck, seed: 2);

        Assert.Equal(4, start.ComponentCount);
        Assert.All(Run(start, many).Take(3), each => Assert.False(each.IsDegenerate));
    }

    private static IEnumerable<Iteration<GaussianMixture>> Run(GaussianMixture start) => Run(start, Groups);

    private static IEnumerable<Iteration<GaussianMixture>> Run(GaussianMixture start, Dataset data) =>
        Em.Iterate(data, start).Take(500).TakeUntilConverged(Convergence.GainPerSample(1e-8));
}
