using GmmPure.Families;

namespace GmmPure.Tests;

/// <summary>The scheme for any model: here six lamps that failed, and four that still burn after 1000 hours.</summary>
public class AnyModelTests
{
    private static readonly ImmutableArray<double> Failed = [130, 250, 410, 560, 720, 940];

    /// <summary>The maximum is known: all hours burnt, over the failures.</summary>
    private static readonly double Maximum = (Failed.Sum() + 4000) / 6;

    [Fact]
    public void Element_t_pairs_the_parameters_after_t_steps_with_their_own_log_likelihood()
    {
        double mean = 500;
        foreach (var (step, index) in Lamps(mean).Take(6).Select((step, index) => (step, index)))
        {
            Assert.Equal(index, step.Index);
            Assert.Equal(mean, step.Model);
            Assert.Equal([mean], step.Parameters);
            Assert.Equal(Expect(mean).LogLikelihood, step.LogLikelihood);
            Assert.Equal(step.LogLikelihood, step.Objective.Value);
            Assert.Equal(step.LogLikelihood / 10, step.LogLikelihoodPerSample);
            Assert.Equal(10, step.TotalWeight);
            Assert.Equal(new Running(), step.Status);
            mean = Expect(mean).Hours / 10;
        }
    }

    /// <summary>What is left shrinks by 4/10 in each iteration, so that no more is left than the last change.</summary>
    [Fact]
    public void The_operators_and_restarts_work_on_it()
    {
        var rule = Convergence.ParameterChange(1e-9);
        var restarts = new double[] { 1, 500, 1e6 }
            .Select((start, seed) => Restarts.Run(seed, _ => Lamps(start).Take(200).TakeUntilConverged(rule)))
            .ToArray();
        var best = restarts.Best()!;

        Assert.IsType<Converged>(best.Last.Status);
        Assert.All(restarts, restart => Assert.Equal(Maximum, restart.Last.Model, 1e-9));
        Assert.All(restarts, restart => Assert.True(best.AgreesWith(restart)));
        Assert.Equal(best.Last.Index, Lamps(best.Seed == 0 ? 1 : best.Seed == 1 ? 500 : 1e6).TakeUntilConverged(rule).Last().Index);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public void Take_n_makes_exactly_n_passes_and_building_makes_none(int count)
    {
        int passes = 0;
        var history = Lamps(500, mean =>
        {
            passes++;
            return Expect(mean);
        });

        Assert.Equal(0, passes);
        Assert.Equal(Lamps(500).Take(count), history.Take(count));
        Assert.Equal(count, passes);
        var shared = history.Memoize();
        Assert.Equal(shared.Take(count), shared.Take(count));
        Assert.Equal(2 * count, passes);
    }

    [Fact]
    public void The_element_whose_M_step_failed_is_the_last()
    {
        var history = Em.Iterate(
            8.0, mean => (mean, -mean), mean => mean > 2 ? Outcome.Of(mean / 2) : Estimate.None<double>("mean", 0), mean => [mean], 1);

        Assert.Equal([8, 4, 2], history.Select(step => step.Model));
        var cause = Assert.IsType<Degeneracy.NoMaximum>(Assert.IsType<Degenerate>(history.Last().Status).Cause);
        Assert.Equal("mean", cause.Parameter);
    }

    [Fact]
    public void Nothing_is_refused_at_once()
    {
        Refused("start", () => Em.Iterate<string, string>(null!, text => (text, 0), Outcome.Of, _ => [], 1));
        Refused("eStep", () => Em.Iterate<double, double>(1, null!, Outcome.Of, _ => [], 1));
        Refused("mStep", () => Em.Iterate(1.0, mean => (mean, 0.0), null!, _ => [], 1));
        Refused("parameters", () => Em.Iterate(1.0, mean => (mean, 0.0), Outcome.Of, null!, 1));
        foreach (double weight in new[] { 0, -1, double.NaN, double.PositiveInfinity })
        {
            Refused("totalWeight", () => Em.Iterate(1.0, mean => (mean, 0.0), Outcome.Of, _ => [], weight));
        }
    }

    [Fact]
    public void What_the_functions_must_not_give_is_refused_when_it_is_pulled()
    {
        Refused("eStep", () => Em.Iterate(1.0, mean => (mean, double.NaN), Outcome.Of, _ => [], 1).First());
        Refused("eStep", () => Em.Iterate(1.0, mean => (mean, double.NegativeInfinity), Outcome.Of, _ => [], 1).First());
        Refused("mStep", () => Em.Iterate(1.0, mean => (mean, 0.0), (double _) => null!, _ => [], 1).First());
        Refused("parameters", () => Em.Iterate(1.0, mean => (mean, 0.0), Outcome.Of, _ => null!, 1).First());
    }

    [Fact]
    public void A_change_that_is_no_number_is_not_small_and_models_of_other_sizes_do_not_compare()
    {
        var elements = Em.Iterate(1.0, mean => (mean, 0.0), mean => Outcome.Of(mean + 1), mean => [0, mean == 2 ? double.NaN : mean], 1);
        var other = Em.Iterate(1.0, mean => (mean, 0.0), Outcome.Of, mean => [mean], 1).First();

        Assert.Equal(3, elements.ElementAt(3).ParameterChangeSince(elements.First()));
        Assert.Equal(double.NaN, elements.ElementAt(1).ParameterChangeSince(elements.First()));
        Assert.Throws<ArgumentException>(() => other.ParameterChangeSince(elements.First()));
        Assert.Throws<ArgumentNullException>(() => other.ParameterChangeSince(null!));
        Assert.Throws<ArgumentNullException>(() => other.WithStatus(null!));
    }

    /// <summary>Lamps that burn for exponential times of one mean; those that still burn are expected to last that mean longer.</summary>
    private static IEnumerable<EmIteration<double>> Lamps(double start, Func<double, (double Hours, double LogLikelihood)>? eStep = null) =>
        Em.Iterate(start, eStep ?? Expect, hours => Outcome.Of(hours / 10), mean => [mean], totalWeight: 10);

    private static (double Hours, double LogLikelihood) Expect(double mean) =>
        (Failed.Sum() + (4 * (1000 + mean)), -(6 * Math.Log(mean)) - ((Failed.Sum() + 4000) / mean));

    private static void Refused(string parameter, Func<object> misuse) =>
        Assert.Equal(parameter, Assert.ThrowsAny<ArgumentException>(misuse).ParamName);
}
