using System.Collections.Concurrent;
using GmmPure.Families;

namespace GmmPure.Tests;

/// <summary>What a family of a user's own throws, or cannot tell, comes out of the passes the same at any number of threads.</summary>
public class FamilyFailureTests
{
    private static readonly int?[] Threads = [1, 2, 3, 8, null];

    /// <summary>In one tile, in one leaf, in several: two rows, and what is wrong with them.</summary>
    [Theory]
    [InlineData(3, 5)]
    [InlineData(300, 4000)]
    [InlineData(9000, 19_999)]
    [InlineData(19_000, 2)]
    public void What_is_thrown_is_of_the_first_row_that_throws(int one, int other) =>
        Assert.All([(one, other), (other, one)], rows =>
        {
            var data = Data((rows.Item1, Picky.Thrown), (rows.Item2, Picky.NoNumber));
            var mixture = MixtureOf(new Picky());
            Assert.All(Uses(data, mixture), use =>
            {
                var error = Assert.ThrowsAny<Exception>(use);
                if (rows.Item1 < rows.Item2)
                {
                    Assert.Equal("no 1", Assert.IsType<NotSupportedException>(error).Message);
                }
                else
                {
                    Assert.Equal(
                        $"The picky family gave no number as the log-density of row {rows.Item2} in component 1.",
                        Assert.IsType<ArgumentException>(error).Message);
                }
            });
        });

    /// <summary>Rows that are looked at together, as a family of many columns may do it, are still told one from the other.</summary>
    [Fact]
    public void The_same_of_a_family_that_takes_rows_together()
    {
        var data = Data((5000, Picky.NoNumber), (5001, Picky.Thrown), (18_000, Picky.Thrown));

        Assert.All(Uses(data, MixtureOf(new PickyTogether())), use =>
            Assert.Contains("row 5000 in component 1", Assert.Throws<ArgumentException>(use).Message, StringComparison.Ordinal));
    }

    /// <summary>What a Gaussian mixture throws inside a family is the family's, of whichever row it speaks.</summary>
    [Fact]
    public void A_familys_own_unreachable_row_is_not_taken_for_one_of_the_data()
    {
        var data = Data((7000, Picky.TooFar), (12_000, Picky.Thrown));

        Assert.All(Uses(data, MixtureOf(new Picky())), use =>
        {
            var error = Assert.Throws<UnreachableRowException>(use);
            Assert.Equal(0, error.Row);
            Assert.Contains("overflow", error.Message, StringComparison.Ordinal);
        });
    }

    /// <summary>Where a density is infinite there are no responsibilities, but no row beside it suffers from it.</summary>
    [Fact]
    public void An_infinite_density_is_told()
    {
        var data = Data((7000, Picky.Endless));
        var mixture = MixtureOf(new Picky());

        var logDensities = mixture.LogDensities(data);
        Assert.Equal(double.PositiveInfinity, logDensities[7000]);
        Assert.Equal(data.Count - 1, logDensities.Count(double.IsFinite));
        Assert.Equal(7000, Assert.Throws<UnreachableRowException>(() => Em.EStep(data, mixture)).Row);
        Assert.Equal(double.PositiveInfinity, mixture.LogLikelihood(data));
        var only = Assert.Single(Em.Iterate(data, mixture));
        Assert.Equal(double.PositiveInfinity, only.Objective.Value);
        Assert.Contains("row 7000 has an infinite density", only.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_beyond_the_reach_of_all_Gaussians_of_a_family_is_impossible()
    {
        double[] values = [.. Enumerable.Range(0, 9000).Select(row => row is 4500 or 8999 ? 1e130 : row % 7)];
        var data = Dataset.FromValues(values);
        Gaussian[] components = [new([0], Covariance.Spherical(1, 1e-60)), new([5], Covariance.Spherical(1, 1e-60))];
        var family = Family.Gaussian(CovarianceStructure.Spherical);

        Assert.All([Mixture.Of(family, [0.5, 0.5], components), Mixture.Of(Family.Among(family, components), [0.5, 0.5], components)], mixture =>
        {
            var logDensities = mixture.LogDensities(data);
            Assert.Equal([4500, 8999], Enumerable.Range(0, 9000).Where(row => double.IsNegativeInfinity(logDensities[row])));
            Assert.All(Threads, threads =>
                Assert.Equal(4500, Assert.Throws<UnreachableRowException>(() => Em.EStep(data, mixture, options: new EmOptions { Threads = threads })).Row));
        });
    }

    [Fact]
    public void One_thread_is_the_callers()
    {
        var family = new Witness(new ConcurrentBag<int>());
        var data = Data();
        var mixture = Mixture.Of(family, [0.5, 0.5], [0, 1]);

        _ = Em.EStep(data, mixture, options: new EmOptions { Threads = 1 });
        Assert.Equal([Environment.CurrentManagedThreadId], family.Threads.Distinct());
        _ = Em.Step(data, mixture, options: new EmOptions { Threads = 1 });
        Assert.Equal([Environment.CurrentManagedThreadId], family.Threads.Distinct());
    }

    private static Dataset Data(params (int Row, double Value)[] special)
    {
        double[] values = [.. Enumerable.Range(0, 20_000).Select(row => row % 9 / 9.0)];
        foreach (var (row, value) in special)
        {
            values[row] = value;
        }

        return Dataset.FromValues(values);
    }

    private static Mixture<double> MixtureOf(IFamily<double> family) => Mixture.Of(family, [0.5, 0.5], [0, 1]);

    private static IEnumerable<Func<object?>> Uses(Dataset data, Mixture<double> mixture) =>
        Threads.Select(threads => new EmOptions { Threads = threads }).SelectMany(options => new Func<object?>[]
        {
            () => Em.EStep(data, mixture, options: options),
            () => Em.EStep(data, mixture, EmVariant.Hard, options),
            () => Em.Step(data, mixture, options: options),
            () => Em.Iterate(data, mixture, options: options).First(),
        }).Concat(
        [
            () => mixture.LogLikelihood(data),
            () => mixture.LogDensities(data),
            () => mixture.MostProbableComponents(data),
        ]);

    /// <summary>Some values trouble component 1.</summary>
    private record Picky : IFamily<double>
    {
        public const double Thrown = -1;
        public const double NoNumber = -2;
        public const double TooFar = -3;
        public const double Endless = -4;

        public string Name => "picky";

        public Support SupportOf(int column) => Support.Reals;

        public virtual Outcome<double, Degeneracy> MaximumLikelihood(Dataset data) => Outcome.Of(0.5);

        public virtual double LogDensity(double distribution, ReadOnlySpan<double> observation) => (distribution, observation[0]) switch
        {
            (1, Thrown) => throw new NotSupportedException("no 1"),
            (1, NoNumber) => double.NaN,
            (1, Endless) => double.PositiveInfinity,
            (1, TooFar) => GaussianMixture.Univariate([1], [0], [1e-60]).MostProbableComponent([1e130]),
            _ => -Math.Abs(observation[0] - distribution),
        };

        public ImmutableArray<Parameter> Parameters(double distribution, double totalWeight) => [new("centre", distribution)];
    }

    /// <summary>The last row first.</summary>
    private sealed record PickyTogether : Picky, IFamily<double>
    {
        public ImmutableArray<double> LogDensities(double distribution, Dataset data) =>
            [.. Enumerable.Range(1, data.Count).Select(back => LogDensity(distribution, data.Row(data.Count - back))).Reverse()];
    }

    /// <summary>Remembers the threads that asked.</summary>
    private sealed record Witness(ConcurrentBag<int> Threads) : Picky
    {
        public override double LogDensity(double distribution, ReadOnlySpan<double> observation)
        {
            Threads.Add(Environment.CurrentManagedThreadId);
            return base.LogDensity(distribution, observation);
        }
    }
}
