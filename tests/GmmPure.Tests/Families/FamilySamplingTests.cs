using GmmPure.Families;

namespace GmmPure.Tests;

/// <summary>Mixtures of any family are drawn from as Gaussian mixtures are.</summary>
public class FamilySamplingTests
{
    private static readonly Mixture<Poisson> Example =
        Mixture.Of(Family.Poisson, [0.25, 0, 0.75], [new Poisson(2), new Poisson(4), new Poisson(30)]);

    [Fact]
    public void A_sample_is_the_first_of_the_draws_and_the_same_seed_gives_the_same()
    {
        var sample = Example.Sample(100, seed: 5);
        var draws = Example.Draws(seed: 5);

        Assert.Equal(sample.Data.Values.Elements, draws.Take(100).SelectMany(draw => draw.Observation));
        Assert.Equal(sample.Components, draws.Take(100).Select(draw => draw.Component));
        Assert.Equal(sample, Example.Sample(100, seed: 5));
        Assert.NotEqual(sample, Example.Sample(100, seed: 6));
        Assert.Equal(sample.Data.Values.Elements[..10], Example.Sample(10, seed: 5).Data.Values.Elements);
        Assert.Throws<ArgumentOutOfRangeException>(() => Example.Sample(0, seed: 5));
    }

    [Fact]
    public void Components_are_drawn_by_their_weights()
    {
        const int count = 100_000;

        var components = Example.Sample(count, seed: 1).Components;

        Assert.InRange(Kolmogorov.Distance(components.Select(k => (double)k), k => k < 0 ? 0 : k < 2 ? 0.25 : 1, isWhole: true), 0, Kolmogorov.Bound(count));
        Assert.DoesNotContain(1, components);
    }

    [Fact]
    public void A_family_without_a_sampler_says_so_at_once()
    {
        var mixture = Mixture.Of(new Geometric(), [1], [0.5]);
        var among = Mixture.Of(Family.Among(new Geometric(), 0.5), [1], [0.5]);

        Assert.Contains("geometric", Assert.Throws<NotSupportedException>(() => mixture.Draws(seed: 1)).Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => mixture.Sample(1, seed: 1));
        Assert.Throws<NotSupportedException>(() => among.Draws(seed: 1));
    }

    [Fact]
    public void A_family_of_ones_own_can_have_a_sampler()
    {
        const int count = 20_000;
        var among = Family.Among(new DrawnGeometric(), 0.3, 0.5);

        var data = Mixture.Of(new DrawnGeometric(), [1], [0.3]).Sample(count, seed: 1).Data;

        double Below(double x) => 1 - Math.Pow(0.7, x + 1);
        Assert.InRange(Kolmogorov.Distance(data.Values.Elements, Below, isWhole: true), 0, Kolmogorov.Bound(count));
        Assert.Equal(data, Mixture.Of(among, [1], [0.3]).Sample(count, seed: 1).Data);
    }

    /// <summary>A hash (FNV) of samples of all families: the bits do not depend on the machine, nor on how drawing is done.</summary>
    [Fact]
    public void A_sample_has_the_bits_that_it_always_had()
    {
        IEnumerable<double> Of<TDistribution>(IFamily<TDistribution> family, params TDistribution[] components)
            where TDistribution : notnull, IEquatable<TDistribution> =>
            Mixture.Of(family, components.Select(_ => 1.0 / components.Length), components).Sample(200, seed: 9).Data.Values.Elements;

        double[] numbers =
        [
            .. Of(Family.Poisson, new Poisson(0.1), new Poisson(1e10)),
            .. Of(Family.Binomial(1000), new Binomial(1000, 0.003), new Binomial(1000, 0.6)),
            .. Of(Family.Gamma, new Gamma(0.01, 2), new Gamma(50, 0.1)),
            .. Of(Family.Exponential, new Exponential(3)),
            .. Of(Family.Normal, new Normal(1, 2)),
            .. Of(Family.Gaussian(), new Gaussian([1, 2], Covariance.Full(Table.FromRows([[4, 1], [1, 2]])))),
            .. Of(Family.StudentT, new StudentT([1, 2], Covariance.Diagonal([1, 3]), 1)),
            .. Of(Family.Bernoulli, new Bernoulli(0.2, 0.7)),
            .. Of(Family.Categorical(3), new Categorical([[0.2, 0.3, 0.5]])),
        ];

        ulong hash = numbers.Aggregate(
            14695981039346656037, (sum, number) => unchecked((sum ^ BitConverter.DoubleToUInt64Bits(number)) * 1099511628211));

        Assert.Equal(15863327620898922513UL, hash);
    }

    /// <summary>The README's, which knows nothing of samplers.</summary>
    private record Geometric : IFamily<double>
    {
        public string Name => "geometric";

        public Support SupportOf(int column) => Support.Counts;

        public Outcome<double, Degeneracy> MaximumLikelihood(Dataset data) => Outcome.Of(1 / (1 + data.ColumnMeans[0]));

        public double LogDensity(double distribution, ReadOnlySpan<double> observation) =>
            Math.Log(distribution) + (observation[0] * Math.Log(1 - distribution));

        public ImmutableArray<Parameter> Parameters(double distribution, double totalWeight) => [new("success", distribution)];
    }

    private sealed record DrawnGeometric : Geometric, ISampler<double>
    {
        public ImmutableArray<double> Draw(double distribution, Func<double> uniform) =>
            [Math.Floor(Math.Log(uniform()) / Math.Log(1 - distribution))];
    }
}
