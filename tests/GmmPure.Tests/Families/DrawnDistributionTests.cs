using GmmPure.Families;
using Special = MathNet.Numerics.SpecialFunctions;
using Theirs = MathNet.Numerics.Distributions;

namespace GmmPure.Tests;

/// <summary>Draws have their distribution, MathNet's: on either side of every method's switch, and at the ends of all ranges.</summary>
public class DrawnDistributionTests
{
    private const int Count = 20_000;

    private static readonly double Bound = Kolmogorov.Bound(Count);

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e-3)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(2.5)]
    [InlineData(15.5)]
    [InlineData(17)]
    [InlineData(130.2)]
    [InlineData(4e4)]
    public void Poisson(double rate)
    {
        double[] draws = Draw(Family.Poisson, new Poisson(rate));
        double Below(double x) => x < 0 ? 0 : 1 - Special.GammaLowerRegularized(x + 1, rate);

        Assert.InRange(Kolmogorov.Distance(draws, Below, isWhole: true), 0, Bound);
        Assert.True(Kolmogorov.Distance(draws.Select(x => x + 1), Below, isWhole: true) > Bound || rate > 1e4);
    }

    /// <summary>By Berry and Esseen, as Shevtsova (2011) has it, the normal distribution is within 0.31/√λ.</summary>
    [Theory]
    [InlineData(1e8)]
    [InlineData(1e12)]
    [InlineData(1e15)]
    [InlineData(1e18)]
    public void Poisson_of_a_large_rate(double rate)
    {
        double[] draws = Draw(Family.Poisson, new Poisson(rate));
        double Below(double x) => Theirs.Normal.CDF(rate, Math.Sqrt(rate), x);

        Assert.InRange(Kolmogorov.Distance(draws, Below, isWhole: true), 0, Bound + (0.31 / Math.Sqrt(rate)));
        Assert.True(Kolmogorov.Distance(draws.Select(x => x + (0.1 * Math.Sqrt(rate))), Below) > Bound);
    }

    [Theory]
    [InlineData(1e22)]
    [InlineData(1e100)]
    [InlineData(1.7e308)]
    public void Poisson_of_a_rate_beyond_whole_numbers(double rate) => Assert.All(
        Draw(Family.Poisson, new Poisson(rate)),
        x => Assert.InRange(x, rate - (10 * Math.Sqrt(rate)), rate + (10 * Math.Sqrt(rate))));

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(1, 0.999)]
    [InlineData(7, 1e-4)]
    [InlineData(12, 0.5)]
    [InlineData(12, 0.7)]
    [InlineData(40, 0.4)]
    [InlineData(500, 0.02)]
    [InlineData(30_000, 0.9)]
    [InlineData(1_000_000_000, 1e-9)]
    [InlineData(1_000_000_000, 2e-8)]
    public void Binomial(int trials, double probability)
    {
        double[] draws = Draw(Family.Binomial(trials), new Binomial(trials, probability));
        double Below(double x) => x < 0 ? 0 : x >= trials ? 1 : Special.BetaRegularized(trials - x, x + 1, 1 - probability);

        Assert.InRange(Kolmogorov.Distance(draws, Below, isWhole: true), 0, Bound);
        Assert.True(Kolmogorov.Distance(draws.Select(x => x + 1), Below, isWhole: true) > Bound || trials == 30_000);
    }

    /// <summary>By Berry and Esseen, as Schulz (2016) has it, the normal distribution is within 0.41/σ.</summary>
    [Theory]
    [InlineData(1_000_000_000, 0.5)]
    [InlineData(int.MaxValue, 0.01)]
    [InlineData(int.MaxValue, 0.8)]
    public void Binomial_of_many_trials(int trials, double probability)
    {
        double[] draws = Draw(Family.Binomial(trials), new Binomial(trials, probability));
        double deviation = Math.Sqrt(trials * probability * (1 - probability));
        double Below(double x) => Theirs.Normal.CDF(trials * probability, deviation, x);

        Assert.InRange(Kolmogorov.Distance(draws, Below, isWhole: true), 0, Bound + (0.41 / deviation));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(double.Epsilon, 0)]
    [InlineData(1e-300, 0)]
    [InlineData(1, 1_000_000_000)]
    public void Binomial_of_the_extreme(double probability, int always) => Assert.All(
        Draw(Family.Binomial(1_000_000_000), new Binomial(1_000_000_000, probability)), x => Assert.Equal(always, x));

    [Theory]
    [InlineData(1e-3, 1e10)]
    [InlineData(0.01, 1e-200)]
    [InlineData(0.3, 2)]
    [InlineData(0.999, 1)]
    [InlineData(1, 3)]
    [InlineData(1.001, 1)]
    [InlineData(2.5, 1e-300)]
    [InlineData(20, 1e300)]
    [InlineData(1e3, 7)]
    public void Gamma(double shape, double rate)
    {
        double[] draws = Draw(Family.Gamma, new Gamma(shape, rate));
        double Below(double x) => LowerGamma(shape, Math.Max(x, 0), rate);

        Assert.InRange(Kolmogorov.Distance(draws, Below), 0, Bound);
        Assert.True(Kolmogorov.Distance(draws.Select(x => x * Math.Pow(1.1, 1 / shape)), Below) > Bound || shape > 1);
    }

    /// <summary>A sum of α exponential draws: by Berry and Esseen, the normal distribution is within 1.2/√α.</summary>
    [Theory]
    [InlineData(1e10)]
    [InlineData(1e16)]
    [InlineData(1e24)]
    public void Gamma_of_a_large_shape(double shape)
    {
        double[] draws = Draw(Family.Gamma, new Gamma(shape, shape));
        double deviation = 1 / Math.Sqrt(shape);

        Assert.InRange(
            Kolmogorov.Distance(draws, x => Theirs.Normal.CDF(1, deviation, x)), 0, Bound + (1.2 * deviation) + (1e-15 / deviation));
    }

    [Theory]
    [InlineData(double.Epsilon, 1, double.Epsilon)]
    [InlineData(1e-300, double.Epsilon, double.Epsilon)]
    [InlineData(1e300, 1e300, 1)]
    [InlineData(double.MaxValue, 1, double.MaxValue)]
    [InlineData(1e300, double.Epsilon, double.MaxValue)]
    public void Gamma_of_the_extreme(double shape, double rate, double always) =>
        Assert.All(Draw(Family.Gamma, new Gamma(shape, rate)), x => Assert.Equal(always, x, Math.BitIncrement(always) * 1e-15));

    [Theory]
    [InlineData(1e-300)]
    [InlineData(2)]
    [InlineData(1e300)]
    public void Exponential(double rate) => Assert.InRange(
        Kolmogorov.Distance(Draw(Family.Exponential, new Exponential(rate)), x => 1 - Math.Exp(-rate * x)), 0, Bound);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1e8, 1e-2)]
    [InlineData(-3, 1e200)]
    public void Normal(double mean, double variance) => Assert.InRange(
        Kolmogorov.Distance(
            Draw(Family.Normal, new Normal(mean, variance)), x => Theirs.Normal.CDF(mean, Math.Sqrt(variance), x)),
        0,
        Bound);

    [Fact]
    public void Uniform() => Assert.InRange(
        Kolmogorov.Distance(
            Draw(Family.Among(Family.Uniform, new Uniform(-2, 3)), new Uniform(-2, 3)), x => Math.Clamp((x + 2) / 5, 0, 1)),
        0,
        Bound);

    [Theory]
    [InlineData(StudentT.SmallestDegrees)]
    [InlineData(0.5)]
    [InlineData(1.999)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(StudentT.LargestDegrees)]
    public void Student(double degrees)
    {
        double[] draws = Draw(Family.StudentT, new StudentT([3], Covariance.Spherical(1, 4), degrees));

        Assert.InRange(Kolmogorov.Distance(draws, x => Theirs.StudentT.CDF(3, 2, degrees, x)), 0, Bound);
    }

    /// <summary>(x − μ)ᵀ·Σ⁻¹·(x − μ)/D has an F distribution, whatever the correlations; of a Gaussian, D times it a χ² distribution.</summary>
    [Fact]
    public void Distances_in_many_columns()
    {
        double[] location = [1, -2, 3];
        var scatter = Covariance.Full(Table.FromRows([[4, 1, 0.5], [1, 2, -0.7], [0.5, -0.7, 1]]));
        var students = Rows(Family.StudentT, new StudentT(location, scatter, 5));
        var gaussians = Rows(Family.Gaussian(), new Gaussian(location, scatter));
        double Squared(ImmutableArray<double> row) => Bounds.SquaredDistance(scatter, row.Zip(location, (x, m) => x - m));

        Assert.InRange(
            Kolmogorov.Distance(students.Select(row => Squared(row) / 3), x => Theirs.FisherSnedecor.CDF(3, 5, x)), 0, Bound);
        Assert.InRange(Kolmogorov.Distance(gaussians.Select(Squared), x => Theirs.ChiSquared.CDF(3, x)), 0, Bound);
        Assert.InRange(Kolmogorov.Distance(gaussians.Select(row => row[1]), x => Theirs.Normal.CDF(-2, Math.Sqrt(2), x)), 0, Bound);
    }

    /// <summary>Rows of categories as the numbers that they spell: their shares are products, the columns being independent.</summary>
    [Fact]
    public void Categories_and_bits()
    {
        double[] bits = [0.3, 0, 0.9, 1, 0.5];
        double[][] levels = [[0.2, 0, 0.8], [0.5, 0.5], [0.1, 0.2, 0.3, 0.4]];

        Spelled(Rows(Family.Bernoulli, new Bernoulli(bits)), [.. bits.Select(p => (double[])[1 - p, p])]);
        Spelled(Rows(Family.Categorical(3, 2, 4), new Categorical(levels)), levels);
    }

    /// <summary>Within six standard errors of the truth: one run in 500 million would not be, for each parameter.</summary>
    [Fact]
    public void A_large_sample_gives_the_parameters_back()
    {
        ComesBack(Family.Poisson, new Poisson(6.5));
        ComesBack(Family.Exponential, new Exponential(0.2));
        ComesBack(Family.Gamma, new Gamma(0.4, 3));
        ComesBack(Family.Gamma, new Gamma(7, 0.5));
        ComesBack(Family.Binomial(20), new Binomial(20, 0.7));
        ComesBack(Family.Bernoulli, new Bernoulli(0.2, 0.6, 0.9));
        ComesBack(Family.Categorical(3, 2), new Categorical([0.5, 0.3, 0.2], [0.4, 0.6]));
        ComesBack(Family.Normal, new Normal(-4, 9));
        var covariance = Covariance.Full(Table.FromRows([[4, 1], [1, 2]]));
        ComesBack(Family.Gaussian(), new Gaussian([1, -2], covariance));
        ComesBack(Family.StudentT, new StudentT([1, -2], covariance, 4), count: 4000);
    }

    private static void ComesBack<TDistribution>(IFamily<TDistribution> family, TDistribution truth, int count = 20_000)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        var data = Mixture.Of(family, [1], [truth]).Sample(count, seed: 2).Data;

        var found = family.MaximumLikelihood(data).Match(
            distribution => family.Parameters(distribution, count),
            cause => throw new InvalidOperationException(cause.Message));

        Assert.All(family.Parameters(truth, count).Zip(found), pair =>
            Assert.Equal(pair.First.Value, pair.Second.Value, 6 * pair.First.StandardError!.Value));
    }

    private static void Spelled(IEnumerable<ImmutableArray<double>> rows, double[][] levels)
    {
        double[] shares = [1];
        foreach (double[] level in levels)
        {
            shares = [.. shares.SelectMany(share => level.Select(each => share * each))];
        }

        double[] numbers = [.. rows.Select(row => row.Zip(levels).Aggregate(0.0, (sum, pair) => (sum * pair.Second.Length) + pair.First))];

        Assert.InRange(Kolmogorov.Distance(numbers, x => shares.Take((int)x + 1).Sum(), isWhole: true), 0, Bound);
        Assert.All(numbers, number => Assert.True(shares[(int)number] > 0));
    }

    /// <summary>For small arguments the first terms of the series: MathNet takes those for 0.</summary>
    private static double LowerGamma(double shape, double x, double rate)
    {
        double scaled = x * rate;
        return scaled < 1e-6
            ? Math.Exp((shape * (Math.Log(x) + Math.Log(rate))) - Special.GammaLn(shape + 1)) * (1 - (shape * scaled / (shape + 1)))
            : Special.GammaLowerRegularized(shape, scaled);
    }

    private static double[] Draw<TDistribution>(IFamily<TDistribution> family, TDistribution distribution)
        where TDistribution : notnull, IEquatable<TDistribution> =>
        [.. Rows(family, distribution).Select(row => row.Single())];

    private static ImmutableArray<double>[] Rows<TDistribution>(IFamily<TDistribution> family, TDistribution distribution)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        ImmutableArray<double>[] rows =
            [.. Mixture.Of(family, [1], [distribution]).Draws(seed: 3).Take(Count).Select(draw => draw.Observation)];
        Assert.True(rows.All(row => row.Select((x, column) => double.IsFinite(x) && family.SupportOf(column).Contains(x)).All(fits => fits)));
        return rows;
    }
}
