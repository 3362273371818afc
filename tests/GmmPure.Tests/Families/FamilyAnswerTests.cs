using GmmPure.Families;

namespace GmmPure.Tests;

/// <summary>What a family of a user's own answers wrongly is refused at once, by its name.</summary>
public class FamilyAnswerTests
{
    private static readonly Dataset Data = Dataset.FromValues([0, 1, 2, 5, 6, 7]);

    private static Strange Right => new();

    [Fact]
    public void A_family_that_answers_is_not_refused()
    {
        var start = Initial.KMeans(Data, Right, 2, seed: 1);

        Assert.Equal(2, Em.Iterate(Data, start).Take(9).Last().Model.ComponentCount);
        Assert.Equal(0.5, start.Cdf(1));
        Assert.Equal(3, start.Sample(3, 1).Data.Count);
        Assert.True(Estimate.Of(Right, Data).IsSuccess);
    }

    [Fact]
    public void A_maximum_has_to_be_one_or_say_why_there_is_none()
    {
        var family = Right with { Maximum = _ => null! };

        Refused("null as the maximum of the likelihood", () => Initial.KMeans(Data, family, 2, 1), () => Estimate.Of(family, Data), () => Em.Step(Data, Of(family)));
    }

    [Fact]
    public void An_M_step_makes_as_many_components_as_there_are()
    {
        Refused("null as the components of the M-step", Uses(Right with { Maximised = () => null! }));
        Refused("components that are the default array", Uses(Right with { Maximised = () => default(ImmutableArray<Centre>) }));
        Refused("1 components, not 2", Uses(Right with { Maximised = () => ImmutableArray.Create(new Centre(1)) }));
        Refused("null as component 1", Uses(Right with { Maximised = () => ImmutableArray.Create(new Centre(1), null!) }));
        Refused("component 0 of 2 columns, not 1", Uses(Right with { Maximised = () => ImmutableArray.Create(new Centre(1, 2), new Centre(1)) }));
    }

    [Fact]
    public void Log_densities_are_one_a_row()
    {
        Refused("5 log-densities, not ", Uses(Right with { Densities = _ => [1, 2, 3, 4, 5] }));
        Refused("log-densities that are the default array", Uses(Right with { Densities = _ => default }));
        var none = Right with { Densities = rows => [.. Enumerable.Repeat(double.NaN, rows)] };
        Refused("no number as the log-density of row 0", () => Em.Step(Data, Of(none)), () => Estimate.Of(none, Data), () => Of(none).LogLikelihood(Data));
    }

    [Fact]
    public void Parameters_are_numbers_and_of_every_component_as_many()
    {
        Refused("parameters that are the default array", Shown(Right with { Numbers = _ => default }));
        Refused("null as parameter 0", Shown(Right with { Numbers = _ => [null!] }));
        Refused("no number as the parameter \"centre\"", Shown(Right with { Numbers = _ => [new("centre", double.NaN)] }));
        var unlike = Right with { Numbers = centre => [.. Enumerable.Repeat(new Parameter("centre", centre.Value), centre.Value > 3 ? 2 : 1)] };
        Refused("2 parameters, not 1", () => Of(unlike).InCanonicalOrder());
    }

    [Fact]
    public void A_draw_is_a_row_and_a_probability_a_number()
    {
        Refused("2 numbers as a draw, not 1", () => Of(Right with { Drawn = () => [1, 2] }).Sample(1, 1));
        Refused("numbers as a draw that are the default array", () => Of(Right with { Drawn = () => default }).Sample(1, 1));
        Refused("no number in a draw", () => Of(Right with { Drawn = () => [double.NaN] }).Sample(1, 1));
        var nowhere = Right with { Below = double.NaN };
        Refused("no number as the probability below or above 3", () => Of(nowhere).Cdf(3), () => Of(nowhere).Survival(3));
        Refused("no number as the probability", () => Of(nowhere).Quantile(0.5));
    }

    [Fact]
    public void A_support_is_one()
    {
        var family = Right with { Values = null! };

        Refused("null as the support of column 0", () => Initial.KMeans(Data, family, 2, 1), () => Estimate.Of(family, Data), () => Em.Step(Data, Of(family)));
    }

    [Fact]
    public void Labels_that_were_never_made_are_refused()
    {
        Func<object?>[] uses =
        [
            () => Data.WithLabels(default(ImmutableArray<int?>)),
            () => Initial.FromLabels(Data, default(ImmutableArray<int?>)),
            () => Initial.FromLabels(Data, Family.Normal, default(ImmutableArray<int?>)),
            () => Initial.TryFromLabels(Data, Family.Normal, default(ImmutableArray<int?>)),
            () => Initial.TryFromLabels(Data, Right, default(ImmutableArray<int?>)),
            () => ((IFamily)Family.Gaussian()).TryFromLabels(Data, default(ImmutableArray<int?>)),
        ];

        Assert.All(uses, use => Assert.Equal("labels", Assert.Throws<ArgumentException>(use).ParamName));
    }

    private static Mixture<Centre> Of(Strange family) => Mixture.Of(family, [0.5, 0.5], [new Centre(1), new Centre(6)]);

    private static Func<object?>[] Uses(Strange family) => [() => Em.Step(Data, Of(family)), () => Em.Iterate(Data, Of(family)).ElementAt(1)];

    private static Func<object?>[] Shown(Strange family) =>
    [
        () => Of(family).InCanonicalOrder(),
        () => ((IFamily)family).ParametersOf(Of(family), 0),
        () => Estimate.Of(family, Data).Or(_ => throw new InvalidOperationException()).Parameters,
    ];

    private static void Refused(string given, params Func<object?>[] uses) => Assert.All(uses, use =>
        Assert.StartsWith($"The strange family gave {given}", Assert.Throws<ArgumentException>(use).Message, StringComparison.Ordinal));

    /// <summary>Where a distribution lies, in one column or more.</summary>
    private sealed record Centre(double Value, int Columns = 1);

    /// <summary>Answers as it is told to; rightly by default.</summary>
    private sealed record Strange : IFamily<Centre>, ISampler<Centre>, ICumulative<Centre>
    {
        public Func<Dataset, Outcome<Centre, Degeneracy>> Maximum { get; init; } = data => new Centre(data.ColumnMeans[0]);

        public Func<Outcome<ImmutableArray<Centre>, Degeneracy>>? Maximised { get; init; }

        public Func<int, ImmutableArray<double>>? Densities { get; init; }

        public Func<Centre, ImmutableArray<Parameter>> Numbers { get; init; } = centre => [new("centre", centre.Value)];

        public Func<ImmutableArray<double>> Drawn { get; init; } = () => [1];

        public double Below { get; init; } = 0.5;

        public Support Values { get; init; } = Support.Reals;

        public string Name => "strange";

        public int DimensionOf(Centre distribution) => distribution.Columns;

        public Support SupportOf(int column) => Values;

        public Outcome<Centre, Degeneracy> MaximumLikelihood(Dataset data) => Maximum(data);

        public double LogDensity(Centre distribution, ReadOnlySpan<double> observation) => -Math.Abs(observation[0] - distribution.Value);

        public ImmutableArray<double> LogDensities(Centre distribution, Dataset data) => Densities is null
            ? [.. Enumerable.Range(0, data.Count).Select(row => LogDensity(distribution, data.Row(row)))]
            : Densities(data.Count);

        public ImmutableArray<Parameter> Parameters(Centre distribution, double totalWeight) => Numbers(distribution);

        public ImmutableArray<double> Draw(Centre distribution, Func<double> uniform) => Drawn();

        public double Cdf(Centre distribution, double value) => Below;

        public double Survival(Centre distribution, double value) => Below;

        public Outcome<ImmutableArray<Centre>, Degeneracy> MStep(
            Dataset data, Responsibilities responsibilities, ImmutableArray<Centre> previous) => Maximised is null
                ? Each(data, responsibilities)
                : Maximised();

        /// <summary>What a family that has no M-step of its own does.</summary>
        private Outcome<ImmutableArray<Centre>, Degeneracy> Each(Dataset data, Responsibilities responsibilities) =>
            ((IFamily<Centre>)new Plain(this)).MStep(data, responsibilities, []);
    }

    /// <summary>The same without an M-step of its own.</summary>
    private sealed record Plain(Strange Other) : IFamily<Centre>
    {
        public string Name => Other.Name;

        public Support SupportOf(int column) => Other.SupportOf(column);

        public Outcome<Centre, Degeneracy> MaximumLikelihood(Dataset data) => Other.MaximumLikelihood(data);

        public double LogDensity(Centre distribution, ReadOnlySpan<double> observation) => Other.LogDensity(distribution, observation);

        public ImmutableArray<Parameter> Parameters(Centre distribution, double totalWeight) => Other.Parameters(distribution, totalWeight);
    }
}
