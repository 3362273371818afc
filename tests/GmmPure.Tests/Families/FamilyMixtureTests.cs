using GmmPure.Families;

namespace GmmPure.Tests;

/// <summary>Mixtures of any family are sequences like all others.</summary>
public class FamilyMixtureTests
{
    private static readonly Dataset Counts = Dataset.FromValues([0, 1, 1, 2, 0, 3, 9, 11, 8, 12, 10, 7]);

    [Fact]
    public void A_mixture_of_Poissons_converges()
    {
        var start = Initial.KMeansPlusPlus(Counts, Family.Poisson, components: 2, seed: 1);

        var history = Em.Iterate(Counts, start).Take(500).TakeUntilConverged(Convergence.ParameterChange(1e-12)).ToArray();

        Assert.IsType<Converged>(history[^1].Status);
        Assert.Equal(3, history[^1].Model.FreeParameters);
        Assert.Equal(5, Mixture.Of(Family.Normal, [0.5, 0.5], [new Normal(0, 1), new Normal(4, 1)]).FreeParameters);
        Assert.InRange(history[^1].Model.Components[0].Rate, 1, 1.5);
        Assert.InRange(history[^1].Model.Components[1].Rate, 9, 10);
        Assert.Equal(Enumerable.Range(0, history.Length), history.Select(step => step.Index));
        Assert.Equal(Counts.Count, history[^1].EffectiveCounts.Sum(), 1e-13);
        Assert.Equal(history[^1].LogLikelihood, history[^1].Model.LogLikelihood(Counts));
    }

    [Fact]
    public void Operators_and_restarts_work_as_for_Gaussians()
    {
        var restarts = Seeds.From(1).Take(3)
            .Select(seed => Restarts.Run(seed, each =>
                Em.Iterate(Counts, Initial.Random(Counts, Family.Poisson, 2, each))
                    .Take(2000).TakeUntilConverged(Convergence.AitkenRemainingGain(1e-10))))
            .ToArray();

        Assert.All(restarts, restart => Assert.True(restarts.Best()!.AgreesWith(restart)));
        var shared = Em.Iterate(Counts, restarts[0].Last.Model).Memoize();
        Assert.Same(shared.First(), shared.First());
        Assert.Equal(Em.Iterate(Counts, restarts[0].Last.Model).First(), shared.First());
    }

    [Fact]
    public void A_component_that_collapses_ends_the_sequence_and_is_named()
    {
        var data = Dataset.FromValues([2, 2, 2, 2, 50, 51, 49, 30]);
        var start = Mixture.Of(Family.Gamma, [0.5, 0.5], [new Gamma(2000, 1000), new Gamma(5, 0.1)]);

        var last = Em.Iterate(data, start).Take(1000).Last();

        var cause = Assert.IsType<Degeneracy.NoMaximum>(Assert.IsType<Degenerate>(last.Status).Cause);
        Assert.Equal((0, "shape", double.PositiveInfinity), (cause.Component, cause.Parameter, cause.Limit));
    }

    [Fact]
    public void A_row_that_no_component_can_have_made_is_named()
    {
        var data = Dataset.FromValues([0, 0, 1]);
        var start = Mixture.Of(Family.Bernoulli, [1], [new Bernoulli(0)]);

        Assert.Equal(2, Assert.Throws<UnreachableRowException>(() => Em.EStep(data, start)).Row);
        var (responsibilities, logLikelihood) = Em.EStep(data.WithWeights([1, 1, 0]), start);
        Assert.Equal((1, 0), (responsibilities[2, 0], logLikelihood));
        Assert.Throws<ArgumentException>(() => Em.Iterate(Dataset.FromValues([0.5]), start));
        Assert.Throws<ArgumentException>(() => Mixture.Of(Family.Bernoulli, [0.5, 0.5], [new Bernoulli(0)]));
    }

    /// <summary>Two classes, each item answered alike by nine in ten: latent classes find them.</summary>
    [Fact]
    public void Latent_classes_are_found()
    {
        var rows = Enumerable.Range(0, 200).Select(row =>
            Enumerable.Range(0, 5).Select(item => (double)((row % 2) ^ ((row * 7) + (item * 13)) % 10 / 9)));
        var data = Dataset.FromRows(rows);
        var family = Family.Categorical(2, 2, 2, 2, 2);

        var last = Em.Iterate(data, Initial.KMeansPlusPlus(data, family, 2, seed: 1))
            .Take(500).TakeUntilConverged(Convergence.GainPerSample(1e-12)).Last();

        Assert.IsType<Converged>(last.Status);
        Assert.Equal(0.5, last.Model.Weights[0], 0.02);
        Assert.All(last.Model.Components[0].Probabilities.Zip(last.Model.Components[1].Probabilities), pair =>
            Assert.True(Math.Abs(pair.First[0] - pair.Second[0]) > 0.7));
    }

    /// <summary>Each number is exact: errors of one observation of Poisson(4) and 𝒩(·, 4) are 2, that of a variance of 8 is 8·√2.</summary>
    [Fact]
    public void Parameters_change_in_units_of_their_standard_errors()
    {
        static double Change<T>(Mixture<T> earlier, Mixture<T> later)
            where T : notnull, IEquatable<T> => ((IMixture)later).ChangeSince(earlier);

        static Mixture<Normal> Of(double mean, double variance) => Mixture.Of(Family.Normal, [1], [new Normal(mean, variance)]);

        static Mixture<Poisson> Among(double rate) =>
            Mixture.Of(Family.Among(Family.Poisson, new Poisson(1), new Poisson(4)), [1], [new Poisson(rate)]);

        Assert.Equal(0, Change(Poissons(1, 4), Poissons(1, 4)));
        Assert.Equal(0, Change(Mixture.Of(Family.Bernoulli, [1], [new Bernoulli(0)]), Mixture.Of(Family.Bernoulli, [1], [new Bernoulli(0)])));
        Assert.Equal(1, Change(Poissons(1, 6), Poissons(1, 4)));
        Assert.Equal(1, Change(Poissons(6, 1), Poissons(4, 1)));
        Assert.Equal(1.5, Change(Of(0, 4), Of(3, 4)));
        Assert.Equal(0.25 / Math.Sqrt(2), Change(Of(0, 6), Of(0, 8)), Rounding.Gamma(4));

        // A choice has no error: its rate changes relative to the larger of both.
        Assert.Equal(0.75, Change(Among(1), Among(4)));
        Assert.Equal(0.75, Change(Among(4), Among(1)));
        Assert.Equal(
            0.125, Change(Poissons(1, 4), Mixture.Of(Family.Poisson, [0.625, 0.375], [new Poisson(1), new Poisson(4)])));
    }

    [Fact]
    public void Gaussians_as_a_family_have_the_densities_of_the_core_s()
    {
        var core = Examples.Mixture(CovarianceStructure.Full, 2, 3, seed: 1);
        var data = Examples.Data(20, 3, seed: 2);

        var gaussians = Mixture.Of(
            Family.Gaussian(), core.Weights, core.Covariances.Select((each, k) => new Gaussian(core.Means.Row(k).ToArray(), each)));

        Assert.Equal(core.LogDensities(data), gaussians.LogDensities(data));
    }

    [Fact]
    public void A_step_takes_the_variant()
    {
        var start = Poissons(1, 9);
        var next = Em.Iterate(Counts, start, EmVariant.Hard).ElementAt(1).Model;

        Assert.Equal(next, Em.Step(Counts, start, EmVariant.Hard).Or(cause => throw new InvalidOperationException(cause.Message)));
        Assert.NotEqual(next, Em.Iterate(Counts, start).ElementAt(1).Model);
    }

    [Fact]
    public void Of_equal_components_the_lighter_comes_first() => Assert.Equal(
        [0.25, 0.75],
        Mixture.Of(Family.Poisson, [0.75, 0.25], [new Poisson(2), new Poisson(2)]).InCanonicalOrder().Weights);

    /// <summary>Four rows weigh 8; the logarithm, two products and a sum round, each by u or little more of what is added up.</summary>
    [Fact]
    public void The_criterion_of_Schwarz_counts_rows_by_their_weight()
    {
        var data = Dataset.FromValues([0, 1, 1, 9]).WithWeights([1, 3, 2, 2]);
        var mixture = Poissons(1, 9);

        double penalty = 3 * Math.Log(8);
        double deviance = -2 * mixture.LogLikelihood(data);
        Assert.Equal(deviance + penalty, mixture.Bic(data), (deviance + penalty) * Rounding.Gamma(8));
    }

    [Fact]
    public void Values_are_equal_by_content()
    {
        Assert.Equal(Family.Categorical(2, 3), Family.Categorical(2, 3));
        Assert.NotEqual(Family.Categorical(2, 3), Family.Categorical(3, 2));
        Assert.Equal(new Categorical([0.5, 0.5]), new Categorical([0.5, 0.5]));
        Assert.Equal(new Bernoulli(0.25, 1).GetHashCode(), new Bernoulli(0.25, 1).GetHashCode());
        Assert.NotEqual(new Bernoulli(0.25, 1), new Bernoulli(1, 0.25));
        Assert.Equal(Family.Among(Family.Poisson, new Poisson(1)), Family.Among(Family.Poisson, new Poisson(1)));
        Assert.Equal(new StudentT([1], Covariance.Diagonal([2]), 3), new StudentT([1], Covariance.Diagonal([2]), 3));
        Assert.Equal(Poissons(1, 2), Poissons(1, 2));
        Assert.NotEqual(Poissons(1, 2), Poissons(2, 1));
        Assert.Equal(Poissons(1, 2), Poissons(2, 1).InCanonicalOrder());
    }

    [Fact]
    public void Parameters_that_are_none_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Poisson(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Normal(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Gamma(double.NaN, 1));
        Assert.Throws<ArgumentException>(() => new Bernoulli(1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Uniform(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StudentT([0], Covariance.Spherical(1, 1), 1e9));
        Assert.Throws<ArgumentException>(() => new Categorical([0.5, 0.6]));
        Assert.Throws<ArgumentException>(() => Family.Categorical());
    }

    private static Mixture<Poisson> Poissons(params double[] rates) =>
        Mixture.Of(Family.Poisson, rates.Select(_ => 1.0 / rates.Length), rates.Select(rate => new Poisson(rate)));
}
