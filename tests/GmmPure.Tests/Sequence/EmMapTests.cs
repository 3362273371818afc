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
            mean => mean, (_, _) => new Objective(double.NaN, ObjectiveKind.LogPosterior, 1, 0), (_, mean) => Outcome.Of(mean));

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

    [Fact]
    public void An_engine_s_map_takes_a_ridge()
    {
        var options = new EmOptions { Ridge = 0.5 };
        var map = Em.Map(Data.Summary, (mixture, reference) => Em.Pass(Data, mixture, reference: reference), options);

        Assert.Equal(Em.Step(Data, Start, options), map.Step(Start));
        Assert.False(map.Objective(Start, map.Expect(Start)).IsMonotone);
    }

    [Fact]
    public void A_map_refuses_what_does_not_fit_its_data()
    {
        Expect engine = (mixture, reference) => Em.Pass(Data, mixture, reference: reference);
        var line = GaussianMixture.Univariate([1], [0], [1]);
        var space = GaussianMixture.Create([1], Table.FromRows([[0, 0, 0]]), [Covariance.Spherical(3, 1)]);
        var labelled = Data.WithLabels([7, .. Enumerable.Repeat<int?>(null, Data.Count - 1)]);

        Assert.All<Action>(
            [
                () => Em.Map(Data.Summary, engine).Expect(line),
                () => Em.Map(Data.Summary, engine).Expect(space),
                () => Em.Map(Data).Expect(line),
                () => Em.Map(labelled.Summary, engine).Expect(Start),
                () => Em.Map(labelled).Expect(Start),
                () => Em.Map(Data).Step(null!),
            ],
            act => Assert.ThrowsAny<ArgumentException>(act));
        Assert.Throws<ArgumentException>("data", () => Em.Step(Data, space));
    }

    [Fact]
    public void A_step_that_gives_nothing_is_refused()
    {
        var map = Em.Map(Data);

        Assert.Throws<ArgumentException>("map", () => Em.Iterate(Start, map with { Expect = _ => null! }, mixture => mixture.Weights).First());
        Assert.ThrowsAny<ArgumentException>(() => (map with { Maximise = (_, _) => null! }).Step(Start));
        Assert.Throws<ArgumentOutOfRangeException>(() => Objective.Of(1, ObjectiveKind.LogPosterior, totalWeight: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Objective.Of(1, (ObjectiveKind)99, totalWeight: 1));
    }

    [Fact]
    public void An_engine_that_leaves_rows_out_is_refused()
    {
        var half = Dataset.FromRows(Data.Values.Rows.Take(Data.Count / 2).Select(row => row.AsEnumerable()));

        var map = Em.Map(Data.Summary, (mixture, reference) => Em.Pass(half, mixture, reference: reference));

        Assert.Throws<ArgumentException>(() => map.Expect(Start));
    }

    [Fact]
    public void Elements_of_unlike_shape_have_no_change()
    {
        var counts = Dataset.FromValues([0, 1, 1, 5, 9]);
        Iteration<Mixture<Poisson>> Of(int components) => Em.Iterate(counts, Initial.KMeans(counts, Family.Poisson, components, seed: 1)).First();
        KMeansIteration Near(params double[] centres) => Clustering.KMeans(counts, Table.Create(centres.Length, 1, [.. centres])).First();
        var gaussian = Em.Iterate(counts, GaussianMixture.Univariate([1], [1], [1])).First();

        Assert.Throws<ArgumentException>(() => Of(2).ParameterChangeSince(Of(3)));
        Assert.Throws<ArgumentException>(() => Near(0, 1).ParameterChangeSince(Near(0, 1, 2)));
        Assert.Throws<ArgumentException>(() => Of(2).Cast<IMixture>().ParameterChangeSince(gaussian.Cast<IMixture>()));
        Assert.Throws<ArgumentException>(() => gaussian.Cast<IMixture>().ParameterChangeSince(Of(2).Cast<IMixture>()));
    }

    /// <summary>Weights that are kept are not estimated.</summary>
    [Fact]
    public void Criteria_count_the_parameters_that_are_free()
    {
        var kept = Em.Iterate(Data, Start, new EmVariant { KeepsWeights = true }).First();
        var plain = Em.Iterate(Data, Start).First();

        Assert.Equal(plain.FreeParameters - 1, kept.FreeParameters);
        Assert.Equal(Criteria.Bic(kept.LogLikelihood, kept.FreeParameters, Data.TotalWeight), kept.Bic);
        Assert.Equal(plain.Aic - 2, kept.Aic, 2 * Rounding.Unit * Math.Abs(plain.Aic));
    }

    /// <summary>Gaussians as a family say the same of themselves as the core's.</summary>
    [Fact]
    public void Gaussians_as_a_family_are_as_ill_conditioned_as_the_core_s()
    {
        var family = Mixture.Of(
            Family.Gaussian(),
            Start.Weights,
            Start.Covariances.Select((covariance, k) => new Gaussian(Start.Means.Row(k).ToArray(), covariance)));

        var (one, other) = (Em.Iterate(Data, Start).First(), Em.Iterate(Data, family).First());

        Assert.Equal(one.Objective.Rounding, other.Objective.Rounding, one.Objective.Rounding * Math.ScaleB(1, -20));
        Assert.Equal(one.SpuriousComponents, other.SpuriousComponents);
        Assert.Equal(Family.Of(Start).ParametersOf(Start, 0), Family.Of(family).ParametersOf(family, 0));
    }

    /// <summary>Arrays of several dimensions have no content to compare by, but are no fault.</summary>
    [Fact]
    public void A_model_may_be_a_rectangular_array()
    {
        var model = new double[,] { { 1, 2 } };
        EmIteration<double[,]> First() => Em.Iterate(model, _ => (0, 0.0), _ => Outcome.Of(model), _ => [1], 1).First();

        Assert.Equal(First(), First());
        Assert.Equal(First().GetHashCode(), First().GetHashCode());
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
            Em.Iterate(Data, Start, EmVariant.Hard).Take(3),
            Em.Iterate(Data, (IMixture)Start, EmVariant.Hard).Take(3).Select(step => step.Cast<GaussianMixture>()));
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
