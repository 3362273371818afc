using GmmPure.Families;

namespace GmmPure.Tests;

/// <summary>A mixture of any family knows its columns, and takes no others.</summary>
public class FamilyColumnsTests
{
    /// <summary>Every family, by its name and its number of columns.</summary>
    public static TheoryData<string> Families => [.. All.Select(family => family.Name)];

    private static ImmutableArray<Columned> All { get; } =
    [
        Of("normal", Family.Normal, new Normal(0, 1), new Normal(1, 2), [[0], [1], [3]]),
        Of("poisson", Family.Poisson, new Poisson(1), new Poisson(4), [[0], [1], [3]]),
        Of("exponential", Family.Exponential, new Exponential(1), new Exponential(4), [[0], [1], [3]]),
        Of("gamma", Family.Gamma, new Gamma(1, 1), new Gamma(4, 1), [[2], [1], [3]]),
        Of("binomial", Family.Binomial(3), new Binomial(3, 0.5), new Binomial(3, 0.25), [[0], [1], [3]]),
        Of(
            "candidates",
            Family.Among(Family.Poisson, new Poisson(1), new Poisson(4)),
            new Poisson(1),
            new Poisson(4),
            [[0], [1], [3]]),
        Of("bernoulli", Family.Bernoulli, new Bernoulli(0.5, 0.25), new Bernoulli(0.25, 0.5), [[0, 1], [1, 1], [1, 0]]),
        Of(
            "candidates of two columns",
            Family.Among(Family.Bernoulli, new Bernoulli(0.5, 0.25)),
            new Bernoulli(0.5, 0.25),
            new Bernoulli(0.25, 0.5),
            [[0, 1], [1, 1], [1, 0]]),
        Of(
            "categorical",
            Family.Categorical(2, 3),
            new Categorical([0.5, 0.5], [0.25, 0.5, 0.25]),
            new Categorical([0.25, 0.75], [0.5, 0.25, 0.25]),
            [[0, 2], [1, 1], [1, 0]]),
        Of(
            "student-t",
            Family.StudentT,
            new StudentT([0, 0], Covariance.Full(Table.FromRows([[1, 0], [0, 1]])), 3),
            new StudentT([1, 1], Covariance.Full(Table.FromRows([[2, 0], [0, 1]])), 4),
            [[0, 2], [1, 1], [1, 0], [3, 2], [5, 4], [-1, 2]]),
        Of(
            "gaussian",
            Family.Gaussian(),
            new Gaussian([0, 0], Covariance.Full(Table.FromRows([[1, 0], [0, 1]]))),
            new Gaussian([1, 1], Covariance.Full(Table.FromRows([[2, 0], [0, 1]]))),
            [[0, 2], [1, 1], [1, 0], [3, 2], [5, 4], [-1, 2]]),
    ];

    [Theory]
    [MemberData(nameof(Families))]
    public void Data_of_another_dimension_are_refused_everywhere(string family) => Find(family).RefusesOtherDimensions();

    [Theory]
    [MemberData(nameof(Families))]
    public void Data_with_other_column_names_are_refused_everywhere(string family) => Find(family).RefusesOtherNames();

    [Theory]
    [MemberData(nameof(Families))]
    public void Steps_and_starts_take_the_names_of_the_data(string family) => Find(family).TakesNames();

    [Theory]
    [MemberData(nameof(Families))]
    public void Names_are_part_of_the_value_and_stay(string family) => Find(family).KeepsNames();

    [Fact]
    public void Components_of_unlike_dimension_make_no_mixture()
    {
        var spread = Covariance.Spherical(1, 1);
        Refused(() => Mixture.Of(Family.Bernoulli, [0.5, 0.5], [new Bernoulli(0.5), new Bernoulli(0.5, 0.5)]));
        Refused(() => Mixture.Of(Family.StudentT, [0.5, 0.5], [
            new StudentT([0], spread, 3), new StudentT([0, 0], Covariance.Spherical(2, 1), 3)]));
        Refused(() => Mixture.Of(Family.Gaussian(CovarianceStructure.Spherical), [0.5, 0.5], [
            new Gaussian([0], spread), new Gaussian([0, 0], Covariance.Spherical(2, 1))]));
        Refused(() => Mixture.Of(Family.Categorical(2, 2), [1], [new Categorical([0.5, 0.5])]));
        Refused(() => Mixture.Of(Family.Among(Family.Bernoulli, new Bernoulli(0.5)), [0.5, 0.5], [
            new Bernoulli(0.5, 0.5), new Bernoulli(0.5)]));

        static void Refused(Func<object> make) =>
            Assert.Equal("components", Assert.Throws<ArgumentException>(make).ParamName);
    }

    [Fact]
    public void Candidates_of_another_dimension_than_the_data_are_refused()
    {
        var family = Family.Among(Family.Bernoulli, new Bernoulli(0.5), new Bernoulli(0.25));

        Assert.Throws<ArgumentException>(() => Estimate.Of(family, Dataset.FromRows([[0, 1], [1, 1]])));
        Assert.Throws<ArgumentException>(() => Initial.TryRandom(Dataset.FromRows([[0, 1], [1, 1]]), family, 2, 1));
    }

    /// <summary>Both kinds of mixtures refuse in the same words.</summary>
    [Fact]
    public void The_message_is_that_of_Gaussian_mixtures()
    {
        var gaussian = GaussianMixture.Univariate([1], [0], [1]).WithColumnNames(["a"]);
        var poisson = Mixture.Of(Family.Poisson, [1], [new Poisson(1)]).WithColumnNames(["a"]);
        var (wide, other) = (Dataset.FromRows([[1, 2]]), Dataset.FromValues([1]).WithColumnNames(["b"]));

        Assert.Equal(Message(() => gaussian.LogLikelihood(wide)), Message(() => poisson.LogLikelihood(wide)));
        Assert.Equal(Message(() => gaussian.LogLikelihood(other)), Message(() => poisson.LogLikelihood(other)));

        static string Message(Func<object> misuse) => Assert.Throws<ArgumentException>(misuse).Message;
    }

    /// <summary>Of a family of any number of columns nobody else can tell.</summary>
    [Fact]
    public void A_family_that_does_not_tell_the_dimension_is_named() => Assert.Contains(
        "family mute",
        Assert.Throws<NotSupportedException>(() => Mixture.Of(new Mute(), [1], [0.0])).Message,
        StringComparison.Ordinal);

    private static Columned Find(string family) => All.Single(each => each.Name.Equals(family, StringComparison.Ordinal));

    private static Columned<TDistribution> Of<TDistribution>(
        string name, IFamily<TDistribution> family, TDistribution first, TDistribution second, double[][] rows)
        where TDistribution : notnull, IEquatable<TDistribution> =>
        new Columned<TDistribution>(name, Mixture.Of(family, [0.25, 0.75], [first, second]), Dataset.FromRows(rows));

    /// <summary>A mixture of any family, and data that it could have made.</summary>
    private abstract record Columned(string Name)
    {
        public abstract void RefusesOtherDimensions();

        public abstract void RefusesOtherNames();

        public abstract void TakesNames();

        public abstract void KeepsNames();
    }

    private sealed record Columned<TDistribution>(string Name, Mixture<TDistribution> Mixture, Dataset Data) : Columned(Name)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        private ImmutableArray<string> Names => [.. Enumerable.Range(0, Mixture.Dimension).Select(column => $"c{column}")];

        private IEnumerable<ImmutableArray<double>> Rows =>
            Enumerable.Range(0, Data.Count).Select(row => Data.Row(row).ToImmutableArray());

        private Responsibilities Halves => Responsibilities.FromTable(
            Table.FromRows(Enumerable.Repeat<IEnumerable<double>>([0.5, 0.5], Data.Count)));

        public override void RefusesOtherDimensions()
        {
            Assert.Equal(Data.Dimension, Mixture.Dimension);
            AllRefuse(Mixture, Dataset.FromRows(Rows.Select(row => row.Append(row[0]))), Halves);
            if (Mixture.Dimension > 1)
            {
                AllRefuse(Mixture, Dataset.FromRows(Rows.Select(row => row.Skip(1))), Halves);
            }

            var wide = Dataset.FromRows([[1, 1, 1]]);
            Assert.Throws<ArgumentException>(() => Estimate.LogLikelihood(Mixture.Family, Mixture.Components[0], wide));
            Assert.Throws<ArgumentException>(() => Mixture.LogDensity([1, 1, 1]));
        }

        public override void RefusesOtherNames()
        {
            var named = Mixture.WithColumnNames(Names);
            AllRefuse(named, Data.WithColumnNames(Names.Select(name => name + "'")), Halves);
            if (Names.Length > 1)
            {
                AllRefuse(named, Data.WithColumnNames(Names.Reverse()), Halves);
            }

            Assert.Equal(Mixture.LogLikelihood(Data), named.LogLikelihood(Data));
            Assert.Equal(Mixture.LogLikelihood(Data), Mixture.LogLikelihood(Data.WithColumnNames(Names)));
        }

        public override void TakesNames()
        {
            var data = Data.WithColumnNames(Names);
            Assert.Empty(Mixture.ColumnNames);
            Assert.Equal(Names, Em.Iterate(data, Mixture).ElementAt(1).Model.ColumnNames);
            Named(Em.Step(data, Mixture));
            Named(Em.Step(data, Mixture, new EmVariant { KeepsWeights = true }));
            Named(Em.Step(Data, Mixture.WithColumnNames(Names)));
            Named(Em.MStep(data, Halves, Mixture));
            Named(Em.MStep(data, Halves, Mixture.Family));
            Named(Initial.TryRandom(data, Mixture.Family, 1, seed: 1));
            Named(Initial.TryKMeans(data, Mixture.Family, 1, seed: 1));
            Named(Initial.TryFromLabels(data, Mixture.Family, Enumerable.Repeat<int?>(0, Data.Count)));
            Assert.Equal(Names, Initial.FromResponsibilities(data, Mixture.Family, Halves).ColumnNames);
        }

        public override void KeepsNames()
        {
            var named = Mixture.WithColumnNames(Names);
            Assert.NotEqual(Mixture, named);
            Assert.Equal(named, Mixture.WithColumnNames(Names));
            Assert.Equal(named.GetHashCode(), Mixture.WithColumnNames(Names).GetHashCode());
            Assert.NotEqual(Mixture.GetHashCode(), named.GetHashCode());
            Assert.Equal(Names, named.InCanonicalOrder().ColumnNames);
            Assert.Equal(Names, named.WithWeights([0.5, 0.5]).ColumnNames);
            Assert.Equal([0.5, 0.5], named.WithWeights([0.5, 0.5]).Weights);
            Assert.Equal(named.Components, named.WithWeights([0.5, 0.5]).Components);
            Assert.Equal(Names, named.Sample(3, seed: 1).Data.ColumnNames);
            Assert.Empty(Mixture.Sample(3, seed: 1).Data.ColumnNames);
            Assert.Throws<ArgumentException>(() => named.WithWeights([1]));
            Assert.Throws<ArgumentException>(() => named.WithColumnNames(Names.Add("one more")));
            Assert.Throws<ArgumentException>(() => named.WithColumnNames([]));
        }

        private void Named(Outcome<Mixture<TDistribution>, Degeneracy> next) =>
            Assert.Equal(Names, next.Match(
                mixture => mixture.ColumnNames, cause => throw new InvalidOperationException(cause.Message)));

        private static void AllRefuse(Mixture<TDistribution> mixture, Dataset data, Responsibilities responsibilities) =>
            Assert.All(
                new Func<object>[]
                {
                    () => Em.EStep(data, mixture),
                    () => Em.EStep(data, mixture, EmVariant.Hard),
                    () => Em.MStep(data, responsibilities, mixture),
                    () => Em.Step(data, mixture),
                    () => Em.Iterate(data, mixture),
                    () => mixture.LogLikelihood(data),
                    () => mixture.LogDensities(data),
                    () => mixture.MostProbableComponents(data),
                    () => mixture.Aic(data),
                    () => mixture.Bic(data),
                },
                use => Assert.Equal("data", Assert.Throws<ArgumentException>(use).ParamName));
    }

    /// <summary>Any number of columns, and no word of how many.</summary>
    private sealed record Mute : IFamily<double>
    {
        public string Name => "mute";

        public int? Columns => null;

        public Support SupportOf(int column) => Support.Reals;

        public Outcome<double, Degeneracy> MaximumLikelihood(Dataset data) => Outcome.Of(0.0);

        public double LogDensity(double distribution, ReadOnlySpan<double> observation) => 0;

        public ImmutableArray<Parameter> Parameters(double distribution, double totalWeight) => [];
    }
}
