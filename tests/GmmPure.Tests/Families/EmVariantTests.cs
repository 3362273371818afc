using GmmPure.Families;

namespace GmmPure.Tests;

/// <summary>Hard EM, k-means and labels are sequences like all others.</summary>
public class EmVariantTests
{
    private static readonly Dataset Points = Dataset.FromValues([0, 1, 2, 10, 11, 12]);
    private static readonly Dataset Pair = Dataset.FromValues([0, 1]);

    [Fact]
    public void KMeans_moves_centres_to_the_means_of_their_rows()
    {
        var history = Clustering.KMeans(Points, Table.FromRows([[0], [2]]))
            .TakeUntilConverged(Convergence.ParameterChange(0)).ToArray();

        Assert.Equal([0, 2], history[0].Model.Elements);
        Assert.Equal([0, 0, 1, 1, 1, 1], history[0].Labels);           // 1 is as near to both: the first
        Assert.Equal(1 + 64 + 81 + 100, history[0].Inertia);
        Assert.Equal([1, 11], history[^1].Model.Elements);
        Assert.Equal(-4, history[^1].Objective.Value);
        Assert.IsType<Converged>(history[^1].Status);
    }

    [Fact]
    public void A_centre_without_rows_ends_the_sequence()
    {
        var only = Assert.Single(Clustering.KMeans(Points, Table.FromRows([[0], [100]])));

        Assert.Equal(1, Assert.IsType<Degeneracy.Emptied>(Assert.IsType<Degenerate>(only.Status).Cause).Component);
    }

    /// <summary>Halves of N(0, 1) and N(4, 1): −½·ln 2π − ln 2 a row, less half the squared distances.</summary>
    [Fact]
    public void Hard_EM_climbs_the_classification()
    {
        var start = Mixture.Of(Family.Normal, [0.5, 0.5], [new Normal(0, 1), new Normal(4, 1)]);

        var (responsibilities, objective) = Em.EStep(Dataset.FromValues([0, 1, 3]), start, EmVariant.Hard);

        Assert.Equal([1, 0, 1, 0, 0, 1], responsibilities.Values.Elements);
        Assert.Equal((-1.5 * Math.Log(2 * Math.PI)) - (3 * Math.Log(2)) - 1, objective, 1e-14);
    }

    [Fact]
    public void Known_labels_decide_which_component_is_which()
    {
        var labels = new int?[] { 1, null, null, 0, null, null };

        var start = Initial.FromLabels(Points, Family.Normal, labels);
        var last = Em.Iterate(Points.WithLabels(labels), start).Take(500)
            .TakeUntilConverged(Convergence.GainPerSample(1e-12)).Last();

        Assert.Equal(11, last.Model.Components[0].Mean, 1e-3);
        Assert.Equal(1, last.Model.Components[1].Mean, 1e-3);
    }

    /// <summary>A Gaussian mixture takes the same variants, by its own steps.</summary>
    [Fact]
    public void The_core_takes_variants_too()
    {
        var start = GaussianMixture.Univariate([0.25, 0.75], [0, 4], [1, 1]);
        var hard = Em.Iterate(Points, start, EmVariant.Hard).Take(5).ToArray();
        var kept = Em.Iterate(Points, start, new EmVariant { KeepsWeights = true }, new EmOptions { Ridge = 0.5 }).Take(3).ToArray();

        Assert.Equal([0, 4], hard[0].Model.Means.Elements);
        Assert.Equal([2.0, 4.0], hard[0].EffectiveCounts);                 // 0 and 1; the heavier component takes 2
        Assert.Equal([0.5, 8.75], hard[1].Model.Means.Elements);
        Assert.Contains("\"hard\":true", hard[0].ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("hard", hard[1].ToJson(), StringComparison.Ordinal);
        Assert.All(kept, step => Assert.Equal([0.25, 0.75], step.Model.Weights));
        Assert.False(kept[0].Objective.IsMonotone);
        Assert.Equal(Em.Iterate(Points, start).Take(4), Em.Iterate(Points, start, EmVariant.Plain).Take(4));
        Assert.Equal(Em.EStep(Points, start), Em.EStep(Points, start, EmVariant.Plain));
        Assert.Equal([1, 0, 1, 0, 0, 1], Em.EStep(Points, start, EmVariant.Hard).Responsibilities.Values.Elements[..6]);
        Assert.Equal(hard[0].LogLikelihood, Em.EStep(Points, start, EmVariant.Hard).LogLikelihood);
        Assert.NotEqual(hard[0], Em.Iterate(Points.WithLabels([0, null, null, null, null, null]), start).First());
    }

    [Fact]
    public void A_few_labels_name_the_clusters_of_the_core()
    {
        var labels = new int?[] { 1, null, null, 0, null, null };
        var start = Initial.FromLabels(Points, labels);
        var last = Em.Iterate(Points.WithLabels(labels), start).Take(500)
            .TakeUntilConverged(Convergence.GainPerSample(1e-12)).Last();

        Assert.Equal([11, 1], start.Means.Elements);
        Assert.Equal([11, 1], last.Model.Means.Elements.Select(mean => Math.Round(mean, 6)));
        Assert.Equal(2, last.KnownLabels);
        Assert.Throws<ArgumentException>(() => Initial.FromLabels(Points, new int?[6]));
        Assert.Throws<ArgumentException>(() => Initial.FromLabels(Points, new int?[] { 0, null }));
        Assert.Throws<ArgumentException>(() => Initial.FromLabels(Points, new int?[] { 2, 0, null, null, null, null }));
        Assert.Throws<ArgumentException>(() => Em.EStep(Points.WithLabels([2, null, null, null, null, null]), start));
        Assert.Throws<ArgumentException>(() => Points.WithLabels([0]));
    }

    [Fact]
    public void Weights_may_be_kept()
    {
        var start = Mixture.Of(Family.Poisson, [0.25, 0.75], [new Poisson(1), new Poisson(10)]);

        Assert.All(
            Em.Iterate(Points, start, new EmVariant { KeepsWeights = true }).Take(4), step => Assert.Equal([0.25, 0.75], step.Model.Weights));
    }

    [Fact]
    public void Labels_that_do_not_fit_are_refused()
    {
        var start = Mixture.Of(Family.Poisson, [1], [new Poisson(1)]);

        Assert.Throws<ArgumentException>(() => Points.WithLabels([0, null]));
        Assert.Throws<ArgumentException>(() => Em.Iterate(Points.WithLabels([0, null, 1, null, null, null]), start));
        Assert.Throws<ArgumentException>(() => Initial.FromLabels(Points, Family.Poisson, new int?[6]));
        Assert.Throws<ArgumentException>(() => Initial.FromLabels(Points, Family.Poisson, [-1, null, null, null, null, null]));
        Assert.Throws<ArgumentException>(() => Clustering.KMeans(Points, Table.FromRows([[1, 2]])));
        Assert.Throws<ArgumentException>(() => Points.WithLabels([-1, null, null, null, null, null]));
        Assert.Throws<ArgumentException>(() => Points.WithLabels([]));
        Assert.Equal(Pair.WithLabels([0, null]), Pair.WithLabels([0, null]));
        Assert.NotEqual(Pair.WithLabels([0, null]), Pair.WithLabels([null, 0]));
        Assert.NotEqual(Pair.WithLabels([0, null]), Pair);
        Assert.Equal(Pair, Pair.WithLabels([0, null]).WithoutLabels());
    }

    /// <summary>Whatever makes a data set of a data set keeps the labels.</summary>
    [Fact]
    public void Labels_stay_with_their_rows()
    {
        var pair = Dataset.FromRows([[0, 1], [1, 5]]).WithColumnNames(["a", "b"]).WithLabels([3, null]);
        Dataset[] kept = [pair, pair.WithWeights([1, 2]), pair.WithColumnNames(["c", "d"]), pair.SelectColumns([1])];

        Assert.All(kept, data => Assert.Equal([3, null], data.Labels));
        Assert.All(kept, data => Assert.Equal(1, data.KnownLabels));
        Assert.Equal(["b"], kept[3].ColumnNames);
        Assert.Equal(["a", "b"], kept[1].ColumnNames);
        Assert.Equal(1, pair.Summary.Merge(pair.WithoutLabels().Summary).KnownLabels);
    }

    /// <summary>Densities, ℓ, most probable components and starts ask about x, and ignore even labels that are no component's.</summary>
    [Fact]
    public void What_asks_about_x_ignores_labels()
    {
        var known = Points.WithLabels([7, null, 1, null, 0, null]);
        IMixture[] mixtures =
        [
            GaussianMixture.Univariate([0.25, 0.75], [0, 4], [1, 1]),
            Mixture.Of(Family.Poisson, [0.25, 0.75], [new Poisson(1), new Poisson(10)]),
            Mixture.Of(new RowByRow<Poisson>(Family.Poisson), [0.25, 0.75], [new Poisson(1), new Poisson(10)]),
        ];

        Assert.All(mixtures, mixture =>
        {
            Assert.Equal(mixture.LogDensities(Points), mixture.LogDensities(known));
            Assert.Equal(mixture.LogLikelihood(Points), mixture.LogLikelihood(known));
            Assert.Equal(mixture.MostProbableComponents(Points), mixture.MostProbableComponents(known));
            Assert.Throws<ArgumentException>(() => Em.EStep(known, mixture));
            Assert.Throws<ArgumentException>(() => Em.Iterate(known, mixture));
        });
        Assert.Equal(Initial.KMeansPlusPlus(Points, 2, seed: 1), Initial.KMeansPlusPlus(known, 2, seed: 1));
        Assert.Equal(Initial.Random(Points, 2, seed: 1), Initial.Random(known, 2, seed: 1));
    }

    /// <summary>Parts of the data keep their labels where a pass over each is merged.</summary>
    [Fact]
    public void Passes_over_parts_know_the_labels()
    {
        var known = Points.WithLabels([1, null, null, 0, null, null]);
        var start = GaussianMixture.Univariate([0.25, 0.75], [0, 4], [1, 1]);
        Expect engine = (mixture, reference) => Em.Pass(known, mixture, reference: reference);

        Assert.Equal(Em.Iterate(known, start).Take(4), Em.Iterate(known.Summary, start, engine).Take(4));
        Assert.Contains("\"labelled_rows\":2", Em.Iterate(known.Summary, start, engine).First().ToJson(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Em.Iterate(known.Summary, GaussianMixture.Univariate([1], [0], [1]), engine));
    }
}
