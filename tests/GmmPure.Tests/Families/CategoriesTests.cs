using GmmPure.Families;

namespace GmmPure.Tests;

/// <summary>Categories are those that were seen: what nobody has is no parameter, and what comes later has density 0.</summary>
public class CategoriesTests
{
    [Fact]
    public void Categories_that_nobody_has_are_no_parameters()
    {
        var data = Dataset.FromRows([[1, 9], [4, 0], [4, 1], [3, 9]]);
        var seen = Categories.SeenIn(data);

        Assert.Equal([1, 3, 4], seen[0].Values);
        Assert.Equal([0, 1, 9], seen[1].Values);
        var estimate = Estimate.Of(Family.CategoricalOf(seen), data).Or(cause => throw new InvalidOperationException(cause.Message));
        Assert.Equal(new Categorical([0.25, 0.25, 0.5], [0.25, 0.25, 0.5]), estimate.Distribution);
        Assert.Equal(4, estimate.FreeParameters);
        Assert.Equal(
            ["probability of 1", "probability of 3", "probability of 4", "probability of 0", "probability of 1", "probability of 9"],
            estimate.Parameters.Select(parameter => parameter.Name));
    }

    [Fact]
    public void A_row_that_weighs_nothing_has_no_category()
    {
        var data = Dataset.FromValues([-1, 7, 5, 5]).WithWeights([1, 0, 2, 1]);
        var family = Family.CategoricalOf(Categories.SeenIn(data));

        var estimate = Estimate.Of(family, data).Or(cause => throw new InvalidOperationException(cause.Message));

        Assert.Equal(new Categorical([0.25, 0.75]), estimate.Distribution);
        Assert.Equal(estimate.LogLikelihood, Estimate.LogLikelihood(family, estimate.Distribution, data));
    }

    /// <summary>The same by codes, by numbers from 0 on and by words: only names differ.</summary>
    [Fact]
    public void How_categories_are_coded_changes_no_number()
    {
        double[] codes = [5, 17, 400];
        int[] rows = [0, 1, 1, 2, 0, 0, 2, 2, 2, 1, 1, 0, 2, 0];
        var other = rows.Select(row => (row + 1) % 3).Concat(rows).Take(rows.Length).ToArray();
        var counted = Dataset.FromRows(rows.Zip(other, (a, b) => new double[] { a, b }));
        var coded = Dataset.FromRows(rows.Zip(other, (a, b) => new[] { codes[a], codes[b] }));
        var words = Categories.Named("low", "mid", "high");

        var expected = Fit(counted, Family.Categorical(3, 3));
        foreach (var (data, family) in new[]
        {
            (coded, Family.CategoricalOf(Categories.SeenIn(coded))),
            (counted, Family.CategoricalOf(Categories.SeenIn(counted))),
            (counted, Family.CategoricalOf(words, words)),
        })
        {
            var last = Fit(data, family);
            Assert.Equal(expected.LogLikelihood, last.LogLikelihood, 1e-12);
            Assert.Equal(expected.Model.FreeParameters, last.Model.FreeParameters);
            Assert.All(Probabilities(expected.Model).Zip(Probabilities(last.Model)), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        }

        static IEnumerable<double> Probabilities(Mixture<Categorical> mixture) =>
            mixture.Components.SelectMany(component => component.Probabilities.SelectMany(column => column));

        Iteration<Mixture<Categorical>> Fit(Dataset data, IFamily<Categorical> family)
        {
            var start = Em.MStep(data, Responsibilities.FromLabels([.. rows.Select(row => row == 1 ? 1 : 0)], 2), family);
            return Em.Iterate(data, start.Or(cause => throw new InvalidOperationException(cause.Message))).Take(20).Last();
        }
    }

    [Fact]
    public void What_was_never_seen_has_density_0()
    {
        var family = Family.CategoricalOf(Categories.Of(1, 2), Categories.Named("no", "yes"));
        var mixture = Mixture.Of(family, [0.5, 0.5], [new Categorical([0.5, 0.5], [1, 0]), new Categorical([0.25, 0.75], [0, 1])]);

        Assert.Equal(
            [false, true, true, true], mixture.LogDensities(Dataset.FromRows([[1, 0], [3, 0], [1, 2], [0, 1]])).Select(double.IsNegativeInfinity));
        Assert.Equal([true], mixture.LogDensities(Dataset.FromRows([[1e15, 0]])).Select(double.IsNegativeInfinity));
        Assert.Equal("a whole number", family.SupportOf(0).Description);
        Assert.All(mixture.Sample(50, 3).Data.Values.Elements.Chunk(2), row => Assert.True(row[0] is 1 or 2 && row[1] is 0 or 1));
    }

    [Fact]
    public void Data_without_any_category_that_was_seen_have_no_estimate()
    {
        var cause = Estimate.Of(Family.CategoricalOf(Categories.Of(1, 2)), Dataset.FromValues([3, 4]))
            .Match<Degeneracy?>(_ => null, found => found);

        Assert.Equal("probability", Assert.IsType<Degeneracy.NoMaximum>(cause).Parameter);
    }

    [Fact]
    public void Categories_are_whole_numbers_that_ascend_or_words_each_once()
    {
        Assert.Equal([-3, 0, 12], Categories.Of(-3, 0, 12).Values);
        Assert.Equal([0, 1], Categories.Named("b", "a").Values);
        Assert.Equal(["b", "a"], Categories.Named("b", "a").Words);
        Assert.Equal(Categories.Of(1, 2), Categories.Of(1, 2));
        Assert.False(double.IsNegative(Categories.SeenIn(Dataset.FromValues([-0.0]))[0].Values[0]));
        Assert.NotEqual(Categories.Of(0, 1), Categories.Named("b", "a"));
        Has("values", null, Categories.TryOf());
        Has("values", 1, Categories.TryOf(1, 1.5));
        Has("values", 0, Categories.TryOf(double.NaN));
        Has("values", 2, Categories.TryOf(1, 3, 2));
        Has("values", 1, Categories.TryOf(1, 1));
        Has("words", null, Categories.TryNamed());
        Has("words", 1, Categories.TryNamed("a", "a"));
        Has("words", 0, Categories.TryNamed("\ud800"));
        Has("columns", null, Family.TryCategoricalOf());
        Has("data", 1, Categories.TrySeenIn(Dataset.FromRows([[1, 1], [1, 0.5]])));
        Has("data", null, Categories.TrySeenIn(Dataset.FromValues(Enumerable.Range(0, Family.MostCategories + 1).Select(i => (double)i))));

        static void Has<T>(string argument, int? index, Outcome<T, ValueFault> outcome)
            where T : notnull => Assert.Equal((argument, index), outcome.Match(_ => ("none", null), fault => (fault.Argument, fault.Index)));
    }

    [Fact]
    public void A_mixture_tells_its_categories()
    {
        var seen = Categories.Of(1, 4);
        var mixture = Mixture.Of(Family.CategoricalOf(seen), [1], [new Categorical([0.5, 0.5])]);

        Assert.Equal([seen], Family.CategoriesOf(mixture));
        Assert.Equal([Categories.Of(0, 1)], Family.CategoriesOf(Mixture.Of(Family.Categorical(2), [1], [new Categorical([0.5, 0.5])])));
        Assert.Empty(Family.CategoriesOf(Mixture.Of(Family.Poisson, [1], [new Poisson(1)])));
        Assert.Empty(Family.CategoriesOf(GaussianMixture.Univariate([1], [0], [1])));
    }
}
