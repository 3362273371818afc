namespace GmmPure.Tests;

/// <summary>The operator, over sources that can tell how far they were pulled.</summary>
public class TakeUntilConvergedTests
{
    private static readonly Convergence Rule = Convergence.TotalGain(0.5);

    [Fact]
    public void It_includes_the_element_that_met_the_rule_and_marks_it()
    {
        var taken = Steps(0, 4, 6, 7, 7.25, 8).TakeUntilConverged(Rule).ToArray();

        Assert.Equal([0, 1, 2, 3, 4], taken.Select(step => step.Index));
        Assert.All(taken[..^1], step => Assert.Equal(new Running(), step.Status));
        Assert.Equal(new Converged(0.25), taken[^1].Status);
    }

    [Fact]
    public void It_takes_all_if_the_rule_is_never_met() =>
        Assert.Equal([0, 4, 6], Steps(0, 4, 6).TakeUntilConverged(Rule).Select(step => step.Objective));

    [Fact]
    public void It_is_lazy_and_pulls_nothing_beyond_the_element_that_met_the_rule()
    {
        var source = Steps(0, 4, 4).Concat(Enumerable.Repeat(0, 1).Select<int, Step>(_ => throw new InvalidOperationException()));

        var never = Enumerable.Repeat(0, 1).Select<int, Step>(_ => throw new InvalidOperationException()).TakeUntilConverged(Rule);

        Assert.Equal(3, source.TakeUntilConverged(Rule).Count());
        Assert.Throws<InvalidOperationException>(() => never.First());
    }

    [Fact]
    public void A_degenerate_element_is_not_overwritten()
    {
        var data = Dataset.FromValues([0, 0, 0, 0, 1, 1, 1, 5]);
        var history = Em.Iterate(data, GaussianMixture.Univariate([0.5, 0.5], [0, 3], [1, 1]));

        var last = history.TakeUntilConverged(Convergence.ParameterChange(double.PositiveInfinity)).Last();
        var end = history.Skip(3).TakeUntilConverged(Convergence.TotalGain(1e9)).Last();

        Assert.Equal(1, last.Index);
        Assert.IsType<Degenerate>(end.Status);
    }

    [Fact]
    public void It_stops_the_endless_sequence_of_EM()
    {
        var last = Em.Iterate(Files.OldFaithful, Initial.KMeansPlusPlus(Files.OldFaithful, 2, 1))
            .TakeUntilConverged(Convergence.GainPerSample(1e-10)).Last();

        Assert.True(last.IsConverged);
        Assert.InRange(Assert.IsType<Converged>(last.Status).Measured, double.NegativeInfinity, 1e-10);
    }

    private static IEnumerable<Step> Steps(params double[] objectives) =>
        objectives.Select((objective, index) => new Step(index, objective));
}
