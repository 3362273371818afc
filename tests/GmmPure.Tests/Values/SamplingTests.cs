namespace GmmPure.Tests;

/// <summary>Draws, whose moments may miss the mixture's by five standard errors: one run in 1.7 million would.</summary>
public class SamplingTests
{
    private const int Count = 100_000;

    [Theory]
    [MemberData(nameof(Examples.Structures), MemberType = typeof(Examples))]
    public void The_draws_of_each_component_have_its_moments(string name)
    {
        var mixture = Examples.Mixture(Examples.Structure(name), 3, 3, seed: 21);

        var sample = mixture.Sample(Count, seed: 5);

        for (int k = 0; k < 3; k++)
        {
            int[] rows = [.. Enumerable.Range(0, Count).Where(row => sample.Components[row] == k)];
            double weight = mixture.Weights[k];
            Assert.Equal(weight, rows.Length / (double)Count, 5 * Math.Sqrt(weight * (1 - weight) / Count));
            double[] means = [.. Enumerable.Range(0, 3).Select(j => rows.Average(row => sample.Data[row, j]))];
            for (int i = 0; i < 3; i++)
            {
                Assert.Equal(mixture.Means[k, i], means[i], 5 * Math.Sqrt(mixture.Covariances[k][i, i] / rows.Length));
                for (int j = 0; j <= i; j++)
                {
                    // Var of a Gaussian sample covariance: (Σ_ii·Σ_jj + Σ_ij²)/n.
                    var s = mixture.Covariances[k];
                    double found = rows.Average(row => (sample.Data[row, i] - means[i]) * (sample.Data[row, j] - means[j]));
                    Assert.Equal(s[i, j], found, 5 * Math.Sqrt(((s[i, i] * s[j, j]) + (s[i, j] * s[i, j])) / rows.Length));
                }
            }
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_seed_others()
    {
        var mixture = Examples.Mixture(CovarianceStructure.Full, 3, 2, seed: 1).WithColumnNames(["a", "b"]);

        Assert.Equal(mixture.Sample(100, 7), mixture.Sample(100, 7));
        Assert.NotEqual(mixture.Sample(100, 7), mixture.Sample(100, 8));
        Assert.Equal(mixture.Sample(100, 7).Data.Values.Elements[..20], mixture.Sample(10, 7).Data.Values.Elements);
        Assert.Equal(["a", "b"], mixture.Sample(1, 7).Data.ColumnNames);
        Assert.Throws<ArgumentOutOfRangeException>(() => mixture.Sample(0, 7));
    }

    /// <summary>A hash (FNV) of the samples of six structures: that drawing is done otherwise must not change what is drawn.</summary>
    [Fact]
    public void A_sample_has_the_bits_that_it_always_had()
    {
        var numbers = CovarianceStructure.All.SelectMany(structure =>
        {
            var sample = Examples.Mixture(structure, 3, 3, seed: 21).Sample(50, seed: 5);
            return sample.Data.Values.Elements.Zip(sample.Components.SelectMany(k => Enumerable.Repeat((double)k, 3)), (x, k) => x + k);
        });

        ulong hash = numbers.Aggregate(
            14695981039346656037, (sum, number) => unchecked((sum ^ BitConverter.DoubleToUInt64Bits(number)) * 1099511628211));

        Assert.Equal(5358920372784672488UL, hash);
    }

    [Theory]
    [MemberData(nameof(Examples.Structures), MemberType = typeof(Examples))]
    public void A_sample_is_the_first_of_the_draws_bit_for_bit(string name)
    {
        // An odd dimension: normal numbers come in pairs, and one is left over for the next draw.
        var mixture = Examples.Mixture(Examples.Structure(name), 3, 3, seed: 21);

        var sample = mixture.Sample(100, seed: 5);
        var draws = mixture.Draws(seed: 5).Take(100).ToArray();

        Assert.Equal(sample.Components, draws.Select(draw => draw.Component));
        Assert.Equal(sample.Data.Values.Elements, draws.SelectMany(draw => draw.Observation));
    }

    [Fact]
    public void Draws_are_made_as_they_are_pulled_and_again_when_pulled_again()
    {
        var draws = Examples.Mixture(CovarianceStructure.Full, 3, 2, seed: 1).Draws(seed: 7);

        // Endless: only a lazy sequence has a first.
        Assert.Equal(draws.First(), draws.First());
        Assert.Equal(draws.Take(50), draws.Take(50));
        using var one = draws.GetEnumerator();
        using var other = draws.GetEnumerator();
        Assert.All(Enumerable.Range(0, 20), _ =>
        {
            Assert.True(one.MoveNext() && other.MoveNext());
            Assert.Equal(one.Current, other.Current);
        });
        Assert.NotEqual(draws.ElementAt(0), draws.ElementAt(1));
        Assert.NotEqual(draws.First(), Examples.Mixture(CovarianceStructure.Full, 3, 2, seed: 1).Draws(seed: 8).First());
    }

    [Fact]
    public void A_draw_stays_as_it_is_when_the_next_one_is_made()
    {
        var draws = Examples.Mixture(CovarianceStructure.Diagonal, 2, 2, seed: 1).Draws(seed: 7);
        using var pulled = draws.GetEnumerator();

        Assert.True(pulled.MoveNext());
        var first = pulled.Current;
        Assert.True(pulled.MoveNext());

        Assert.Equal(draws.First(), first);
    }

    [Fact]
    public void A_component_of_weight_0_is_never_drawn()
    {
        var mixture = GaussianMixture.Univariate([0, 0.5, 0, 0.5, 0], [0, 1, 2, 3, 4], [1, 1, 1, 1, 1]);

        Assert.Equal([1, 3], mixture.Sample(1000, 1).Components.Distinct().Order());
    }

    [Fact]
    public void An_index_is_that_of_the_share_in_which_a_number_falls_its_lower_end_included()
    {
        int[] Indices(params double[] shares) => [.. new[] { 0, 0.25, 0.5, 0.75 }.Select(uniform => RandomStream.IndexAt(uniform, shares))];

        Assert.Equal([0, 1, 2, 3], Indices(1, 1, 1, 1));
        Assert.Equal([0, 0, 2, 2], Indices(3, 0, 3));
        Assert.Equal([1, 1, 1, 2], Indices(0, 3, 1));
    }

    /// <summary>Of shares that are added up otherwise than they are taken away there may be a rest: it is the last's that is not 0.</summary>
    [Fact]
    public void What_rounding_leaves_of_the_shares_is_the_last_index_s()
    {
        double largest = Math.BitDecrement(1.0);

        Assert.Equal(4, RandomStream.IndexAt(largest, [0.4, 1 / 3.0, 0.3, 0.4, 0.3]));
        Assert.Equal(4, RandomStream.IndexAt(largest, [0.4, 1 / 3.0, 0.3, 0.4, 0.3, 0, 0]));
        Assert.Equal(-1, RandomStream.IndexAt(largest, [0, 0]));
    }

    [Fact]
    public void Standard_normal_numbers_have_the_normal_distribution_function()
    {
        var random = new RandomStream(9);
        double[] sorted = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            sorted[i] = random.NextNormal();
        }

        // Dvoretzky–Kiefer–Wolfowitz: P(sup |F_n − F| > ε) ≤ 2·exp(−2nε²), here one in a million.
        Assert.InRange(Distance(sorted, MathNet.Numerics.Distributions.Normal.CDF, mean: 0, scale: 1), 0, Math.Sqrt(Math.Log(2e6) / (2 * Count)));
    }

    [Fact]
    public void Uniform_numbers_are_uniform_in_0_1_and_never_1()
    {
        var random = new RandomStream(9);
        double[] sorted = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            sorted[i] = random.NextUniform();
        }

        Assert.All(sorted, u => Assert.True(u is >= 0 and < 1));
        Assert.InRange(Distance(sorted, (_, _, x) => x, 0, 1), 0, Math.Sqrt(Math.Log(2e6) / (2 * Count)));
    }

    private static double Distance(double[] draws, Func<double, double, double, double> distribution, double mean, double scale)
    {
        double[] sorted = [.. draws.Order()];
        return Enumerable.Range(0, sorted.Length).Max(i =>
        {
            double f = distribution(mean, scale, sorted[i]);
            return Math.Max(Math.Abs(f - (i / (double)sorted.Length)), Math.Abs(f - ((i + 1.0) / sorted.Length)));
        });
    }
}
