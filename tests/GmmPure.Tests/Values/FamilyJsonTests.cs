using System.Text.Json;
using GmmPure.Families;

namespace GmmPure.Tests;

/// <summary>Mixtures of every family are written and read back to the same bits.</summary>
public class FamilyJsonTests
{
    private const double Third = 1.0 / 3;

    public static TheoryData<string, IMixture> Mixtures => new()
    {
        { "bernoulli", Named(Mixture.Of(Family.Bernoulli, [Third, 1 - Third], [new Bernoulli(0.1, Third), new Bernoulli(0, 1)])) },
        { "binomial", Mixture.Of(Family.Binomial(7), [1], [new Binomial(7, Third)]) },
        { "categorical", Named(Mixture.Of(Family.Categorical(2, 3), [1], [new Categorical([Third, 1 - Third], [0.25, 0.25, 0.5])])) },
        { "categorical", Named(Mixture.Of(Family.CategoricalOf(Categories.Of(-1, 4), Categories.Named("low", "ä, \"b\"", "")), [1], [new Categorical([Third, 1 - Third], [0.25, 0.25, 0.5])])) },
        { "exponential", Mixture.Of(Family.Exponential, [1], [new Exponential(Third)]) },
        { "gamma", Mixture.Of(Family.Gamma, [0.5, 0.5], [new Gamma(Third, 1e-9), new Gamma(1e9, 3)]) },
        { "normal", Mixture.Of(Family.Normal, [1], [new Normal(-Third, 1e-200)]) },
        { "poisson", Mixture.Of(Family.Poisson, [0.1, 0.9], [new Poisson(1e-300), new Poisson(Third)]) },
        { "student-t", Named(Mixture.Of(Family.StudentT, [1], [new StudentT([Third, 2], Covariance.Full(Table.FromRows([[2, Third], [Third, 1]])), 3.7)])) },
        { "gaussian", Named(GaussianMixture.CreateTied([Third, 1 - Third], Table.FromRows([[0, Third], [1, 2]]), Covariance.Diagonal([Third, 4]))) },
    };

    [Theory]
    [MemberData(nameof(Mixtures))]
    public void A_mixture_reads_back_to_the_same_bits(string family, IMixture mixture)
    {
        Assert.Equal(family, mixture.FamilyName);
        Assert.Equal(mixture, Mixture.Parse(mixture.ToJson()));
        Assert.Equal(Family.Of(mixture), Family.Of(Mixture.Parse(mixture.ToJson())));
    }

    [Fact]
    public void A_family_that_is_known_reads_its_own_mixtures_only()
    {
        var mixture = Mixture.Of(Family.Poisson, [1], [new Poisson(2)]);

        Assert.Equal(mixture, Mixture.Parse(mixture.ToJson(), Family.Poisson));
        Assert.Equal("family", Fault(Mixture.TryParse(mixture.ToJson(), Family.Exponential)).Member);
        var trials = Mixture.Of(Family.Binomial(3), [1], [new Binomial(3, 0.5)]).ToJson();
        Assert.Equal("trials", Fault(Mixture.TryParse(trials, Family.Binomial(4))).Member);
        var (seen, counted) = (Family.CategoricalOf(Categories.Of(0, 1)), Family.Categorical(2));
        string ofSeen = Mixture.Of(seen, [1], [new Categorical([0.5, 0.5])]).ToJson();
        string ofCounted = Mixture.Of(counted, [1], [new Categorical([0.5, 0.5])]).ToJson();
        Assert.Equal(ofSeen, Mixture.Parse(ofSeen, seen).ToJson());
        Assert.Equal(ofCounted, Mixture.Parse(ofCounted, counted).ToJson());
        Assert.Equal("categories", Fault(Mixture.TryParse(ofSeen, counted)).Member);
        Assert.Equal("categories", Fault(Mixture.TryParse(ofCounted, seen)).Member);
        Assert.Equal("categories", Fault(Mixture.TryParse(ofSeen, Family.CategoricalOf(Categories.Of(0, 2)))).Member);
    }

    /// <summary>Gaussians of the family are written as the core's mixtures are, and read as either.</summary>
    [Fact]
    public void Gaussians_are_written_in_one_way()
    {
        var core = GaussianMixture.CreateTied([0.25, 0.75], Table.FromRows([[0], [1]]), Covariance.Full(Table.FromRows([[2]])));
        var tied = Family.Gaussian(CovarianceStructure.Tied);

        var mixture = Mixture.Parse(core.ToJson(), tied);

        Assert.Equal(core.ToJson(), mixture.ToJson());
        Assert.Equal(core, Mixture.Parse(mixture.ToJson()));
        Assert.Equal("covariance", Fault(Mixture.TryParse(core.ToJson(), Family.Gaussian())).Member);
    }

    [Fact]
    public void Candidates_are_written_as_their_family_is()
    {
        var among = Mixture.Of(Family.Among(Family.Poisson, new Poisson(1), new Poisson(2)), [1], [new Poisson(2)]);

        Assert.Equal(Mixture.Of(Family.Poisson, [1], [new Poisson(2)]), Mixture.Parse(among.ToJson()));
    }

    [Fact]
    public void A_family_of_ones_own_is_written_if_it_has_a_notation()
    {
        var mixture = Mixture.Of(new Shifted(IsWritten: true), [0.5, 0.5], [new Shift(Third), new Shift(2)]);

        Assert.Equal(
            """{"format":"gmmpure-model","version":1,"family":"shifted","weights":[0.5,0.5],"components":[{"by":0.3333333333333333},{"by":2}]}""",
            mixture.ToJson());
        Assert.Equal(mixture, Mixture.Parse(mixture.ToJson(), new Shifted(IsWritten: true)));
        var fault = Fault(Mixture.TryParse(mixture.ToJson().Replace(":2}", ":-2}", StringComparison.Ordinal), new Shifted(IsWritten: true)));
        Assert.Equal("\"components\": component 1: \"by\": is negative.", fault.Message);
        Assert.Equal("family", Fault(Mixture.TryParse(mixture.ToJson())).Member);
    }

    [Fact]
    public void A_family_without_a_notation_says_so()
    {
        var mixture = Mixture.Of(new Mute(), [1], [new Shift(1)]);

        Assert.Contains("INotation", Assert.Throws<NotSupportedException>(mixture.ToJson).Message, StringComparison.Ordinal);
    }

    /// <summary>As it was written before categories had names.</summary>
    [Fact]
    public void Categories_without_names_are_counted_from_0()
    {
        const string Text = """{"format":"gmmpure-model","version":1,"family":"categorical","columns":["a"],"weights":[1],"components":[{"probabilities":[[0.25,0.75]]}]}""";

        Assert.Equal(Family.Categorical(2), Family.Of(Mixture.Parse(Text)));
        Assert.Equal(Text, Mixture.Parse(Text).ToJson());
    }

    [Theory]
    [InlineData("3", "must be an array with an entry for each column")]
    [InlineData("[]", "At least one column")]
    [InlineData("[3]", "must be an array of numbers")]
    [InlineData("[[]]", "column 0: A column has from 1 to 65536 categories")]
    [InlineData("[[0,0.5]]", "column 0: A category is a whole number")]
    [InlineData("[[1,0]]", "column 0: Categories ascend")]
    [InlineData("[[0,\"a\"]]", "must hold numbers only")]
    [InlineData("[[\"a\",0]]", "must be an array of strings")]
    [InlineData("[[\"a\",\"a\"]]", "column 0: A word stands twice")]
    public void Categories_that_are_none_are_refused(string categories, string message)
    {
        string text = $$"""{"format":"gmmpure-model","version":1,"family":"categorical","categories":{{categories}},"weights":[1],"components":[{"probabilities":[[0.25,0.75]]}]}""";

        var fault = Fault(Mixture.TryParse(text));

        Assert.Equal("categories", fault.Member);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"format":"gmmpure-model","version":1,"family":"categorical","categories":[[0,1,2]],"weights":[1],"components":[{"probabilities":[[0.25,0.75]]}]}""", "components")]
    [InlineData("""{"format":"gmmpure-model","version":1,"family":"poisson","weights":[],"components":[]}""", "weights")]
    [InlineData("""{"format":"gmmpure-model","version":1,"family":"categorical","weights":[],"components":[]}""", "components")]
    [InlineData("""{"format":"gmmpure-model","version":1,"family":"poisson","covariance":"full","weights":[1],"means":[[0]],"covariances":[[[1]]]}""", "components")]
    public void Text_that_is_no_mixture_is_refused_without_an_exception(string text, string member) =>
        Assert.Equal(member, Fault(Mixture.TryParse(text)).Member);

    [Fact]
    public void A_column_of_too_many_categories_is_refused_without_an_exception()
    {
        string shares = string.Join(',', Enumerable.Repeat("0", Family.MostCategories).Prepend("1"));
        string text = $$"""{"format":"gmmpure-model","version":1,"family":"categorical","weights":[1],"components":[{"probabilities":[[{{shares}}]]}]}""";

        Assert.Equal("components", Fault(Mixture.TryParse(text)).Member);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_no_text()
    {
        string text = "{\"family\":\"\ud800\"}";

        Assert.Contains("Unicode", Fault(Mixture.TryParse(text)).Message, StringComparison.Ordinal);
        Assert.Contains("Unicode", Fault(GaussianMixture.TryParse(text)).Message, StringComparison.Ordinal);
        Assert.Contains("Unicode", Fault(Expectation.TryParse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_of_another_family_is_no_Gaussian_mixture() => Assert.Equal(
        "family", Fault(GaussianMixture.TryParse(
            """{"format":"gmmpure-model","version":1,"family":"poisson","covariance":"full","weights":[1],"means":[[0]],"covariances":[[[1]]]}""")).Member);

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"by\":\"1\"}")]
    public void A_notation_may_read_as_it_likes(string component)
    {
        string text = $$"""{"format":"gmmpure-model","version":1,"family":"shifted","weights":[1],"components":[{{component}}]}""";

        Assert.StartsWith("\"components\": component 0: ", Fault(Mixture.TryParse(text, new Shifted(IsWritten: true))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Candidates_are_written_with_what_their_family_needs()
    {
        var among = Mixture.Of(Family.Among(Family.Binomial(5), new Binomial(5, 0.5)), [1], [new Binomial(5, 0.5)]);

        Assert.Equal(Mixture.Of(Family.Binomial(5), [1], [new Binomial(5, 0.5)]), Mixture.Parse(among.ToJson()));
        Assert.Equal(among, Mixture.Parse(among.ToJson(), among.Family));
    }

    [Fact]
    public void A_component_that_is_not_the_familys_is_refused()
    {
        Assert.Throws<ArgumentException>("components", () => Mixture.Of(Family.Binomial(3), [1], [new Binomial(4, 0.5)]));
        Assert.Throws<ArgumentException>("components", () => Mixture.Of(Family.Categorical(2, 2), [1], [new Categorical([0.5, 0.5], [1])]));
        Assert.Throws<ArgumentException>(
            "components", () => Mixture.Of(Family.Gaussian(), [1], [new Gaussian([0], Covariance.Spherical(1, 1))]));
    }

    private static IMixture Named(IMixture mixture) => mixture.WithColumnNames(["a", "b \"c\""]);

    private static FormatFault Fault<T>(Outcome<T, FormatFault> outcome)
        where T : notnull => outcome.Match(_ => throw new InvalidOperationException("There is no fault."), fault => fault);

    private sealed record Shift(double By);

    /// <summary>Exponentials from a point on.</summary>
    private record Mute : IFamily<Shift>
    {
        public string Name => "shifted";

        public Support SupportOf(int column) => Support.Reals;

        public Outcome<Shift, Degeneracy> MaximumLikelihood(Dataset data) => Outcome.Of(new Shift(data.Values.Elements.Min()));

        public double LogDensity(Shift distribution, ReadOnlySpan<double> observation) =>
            observation[0] >= distribution.By ? distribution.By - observation[0] : double.NegativeInfinity;

        public ImmutableArray<Parameter> Parameters(Shift distribution, double totalWeight) => [new("by", distribution.By)];
    }

    private sealed record Shifted(bool IsWritten) : Mute, INotation<Shift>
    {
        public void WriteMembers(Utf8JsonWriter writer, Shift distribution) => writer.WriteNumber("by", distribution.By);

        public Outcome<Shift, FormatFault> Read(JsonElement element) => element.GetProperty("by").GetDouble() is >= 0 and var by
            ? new Shift(by)
            : new FormatFault("by", "is negative.");
    }
}
