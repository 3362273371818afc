using GmmPure.Families;

namespace GmmPure.Tests;

/// <summary>One iteration of EM as a value.</summary>
public class EmMapTests
{
    private static readonly Dataset Data = Examples.Data(300, 2, seed: 3);
    private static readonly GaussianMixture Start = Initial.KMeans(Data, 2, seed: 1);

    [Fact]
    public void The_map_s_steps_are_those_of_the_sequence()
    {
        var map = Em.Map(Data);

        var history = Em.Iterate(Data, Start).Take(3).ToArray();

        Assert.Equal(Em.Step(Data, Start), map.Step(Start));
        Assert.Equal(history[1].Model, map.Step(Start).Or(cause => throw new InvalidOperationException(cause.Message)));
        Assert.Equal(history[1].Objective, map.Objective(history[1].Model, map.Expect(history[1].Model)));
    }

    [Fact]
    public void A_map_unfolds_to_the_same_models_by_itself()
    {
        var wrapped = Em.Map(Data, EmVariant.Hard, new EmOptions { Ridge = 0.5 });

        var elements = Em.Iterate(Start, wrapped, parameters: mixture => mixture.Means.Elements).Take(4);

        Assert.Equal(
            Em.Iterate(Data, Start, EmVariant.Hard, new EmOptions { Ridge = 0.5 }).Take(4).Select(step => (step.Model, step.Objective, step.Status)),
            elements.Select(step => (step.Model, step.Objective, step.Status)));
    }

    /// <summary>What an accelerator does: it wraps the M-step. Here one that goes but half the way climbs too.</summary>
    [Fact]
    public void A_step_can_be_wrapped()
    {
        var map = Em.Map(Data);
        var half = map with
        {
            Maximise = (before, expected) => map.Maximise(before, expected).Map(after => before.WithWeights(
                before.Weights.Zip(after.Weights, (old, next) => (old + next) / 2))),
        };

        var objectives = Em.Iterate(Start, half, mixture => mixture.Weights).Take(10).Select(step => step.Objective).ToArray();

        Assert.All(objectives.Zip(objectives.Skip(1)), pair =>
            Assert.True(pair.Second.Value >= pair.First.Value - pair.Second.Rounding));
    }

    [Fact]
    public void An_objective_that_is_no_number_is_refused()
    {
        var map = new EmMap<double, double>(
            mean => mean, (_, _) => new Objective(double.NaN, ObjectiveKind.LogPosterior, 1, 0), (_, mean) => Estimate.Found(mean));

        Assert.Throws<ArgumentException>("map", () => Em.Iterate(1.0, map, mean => [mean]).First());
    }

    [Fact]
    public void An_engine_makes_the_map_s_passes()
    {
        int passes = 0;
        var map = Em.Map(Data.Summary, (mixture, reference) =>
        {
            passes++;
            return Em.Pass(Data, mixture, reference: reference);
        });

        Assert.Equal(Em.Step(Data, Start), map.Step(Start));
        Assert.Equal(1, passes);
    }

    [Theory]
    [InlineData(false, ObjectiveKind.LogLikelihood)]
    [InlineData(true, ObjectiveKind.Classification)]
    public void The_objective_says_what_is_climbed(bool isHard, ObjectiveKind kind)
    {
        var variant = new EmVariant { IsHard = isHard };
        var counts = Dataset.FromValues([0, 1, 1, 5]);
        var mixture = Mixture.Of(Family.Poisson, [0.5, 0.5], [new Poisson(1), new Poisson(4)]);

        Assert.Equal(kind, Em.Iterate(Data, Start, variant).First().Objective.Kind);
        Assert.Equal(kind, Em.Iterate(counts, mixture, variant).First().Objective.Kind);
        Assert.Equal(ObjectiveKind.MinusInertia, Clustering.KMeans(Data, Start.Means).First().Objective.Kind);
    }

    /// <summary>Where the family is known at run time only, the same elements come.</summary>
    [Fact]
    public void A_mixture_of_whichever_family_has_the_same_sequence()
    {
        var counts = Dataset.FromValues([0, 1, 1, 5, 9]);
        var poisson = Initial.KMeans(counts, Family.Poisson, components: 2, seed: 1);

        Assert.Equal(
            Em.Iterate(Data, Start).Take(3), Em.Iterate(Data, (IMixture)Start).Take(3).Select(step => step.Cast<GaussianMixture>()));
        Assert.Equal(
            Em.Iterate(counts, poisson).Take(3),
            Em.Iterate(counts, (IMixture)poisson).Take(3).Select(step => step.Cast<Mixture<Poisson>>()));
        Assert.Equal(poisson, Family.Of(poisson).TryKMeans(counts, 2, seed: 1).Or(cause => throw new InvalidOperationException(cause.Message)));
        Assert.Throws<ArgumentException>(() => Em.Iterate(Data, (IMixture)Start).First().Cast<Mixture<Poisson>>());
        Assert.Throws<ArgumentException>("options", () => Em.Iterate(counts, poisson, options: new EmOptions { Ridge = 1 }));
    }

    [Fact]
    public void A_line_of_a_history_names_its_objective()
    {
        string line = Em.Iterate(Data, Start, EmVariant.Hard).First().ToJson();

        Assert.Contains("\"objective_kind\":\"classification\"", line, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"\"objective\":{Em.Iterate(Data, Start, EmVariant.Hard).First().Objective.Value:R}"), line, StringComparison.Ordinal);
    }
}
