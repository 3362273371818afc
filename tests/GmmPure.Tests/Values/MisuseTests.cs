using GmmPure.Families;

namespace GmmPure.Tests;

/// <summary>What is nothing, or holds nothing where something belongs, is refused as an argument, wherever it is given.</summary>
public class MisuseTests
{
    private static readonly Dataset Data = Dataset.FromRows([[0, 1], [2, 3], [5, 4]]);

    private static readonly GaussianMixture Mixture =
        GaussianMixture.Create([0.5, 0.5], Table.FromRows([[0, 1], [2, 3]]), [Covariance.Spherical(2, 1), Covariance.Spherical(2, 2)]);

    private static readonly SufficientStatistics Statistics = Em.Pass(Data, Mixture).Statistics;

    /// <summary>Every public method that takes a sequence or an array of numbers, names, rows or covariances.</summary>
    private static Dictionary<string, Action<Sequences>> Methods { get; } = new(StringComparer.Ordinal)
    {
        ["Table.FromRows"] = given => Table.FromRows(given.Of<IEnumerable<double>>()),
        ["Table.FromRows, arrays"] = given => Table.FromRows(given.Of<double[]>()),
        ["Table.FromRows, a row"] = given => Table.FromRows([[1, 2], given.Of<double>()]),
        ["Dataset.FromRows"] = given => Dataset.FromRows(given.Of<IEnumerable<double>>()),
        ["Dataset.FromRows, a row"] = given => Dataset.FromRows([[1, 2], given.Of<double>()]),
        ["Dataset.TryFromRows"] = given => Dataset.TryFromRows(given.Of<double[]>()),
        ["Dataset.FromValues"] = given => Dataset.FromValues(given.Of<double>()),
        ["Dataset.WithWeights"] = given => Data.WithWeights(given.Of<double>()),
        ["Dataset.WithColumnNames"] = given => Data.WithColumnNames(given.Of<string>()),
        ["Dataset.SelectColumns"] = given => Data.SelectColumns(given.Of<int>()),
        ["Covariance.Diagonal"] = given => Covariance.Diagonal(given.Of<double>()),
        ["Covariance.Select"] = given => Mixture.Covariances[0].Select(given.Of<int>()),
        ["GaussianMixture.Create, weights"] = given => GaussianMixture.Create(given.Of<double>(), Mixture.Means, Mixture.Covariances),
        ["GaussianMixture.Create, covariances"] = given => GaussianMixture.Create([1], Mixture.Means, given.Of<Covariance>()),
        ["GaussianMixture.Create, balls"] = given => GaussianMixture.Create([1], Mixture.Means, given.Of<SphericalCovariance>()),
        ["GaussianMixture.CreateTied"] = given => GaussianMixture.CreateTied(given.Of<double>(), Mixture.Means, Mixture.Covariances[0]),
        ["GaussianMixture.Univariate, weights"] = given => GaussianMixture.Univariate(given.Of<double>(), [0], [1]),
        ["GaussianMixture.Univariate, means"] = given => GaussianMixture.Univariate([1], given.Of<double>(), [1]),
        ["GaussianMixture.Univariate, variances"] = given => GaussianMixture.Univariate([1], [0], given.Of<double>()),
        ["GaussianMixture.WithWeights"] = given => Mixture.WithWeights(given.Of<double>()),
        ["GaussianMixture.WithCovariances"] = given => Mixture.WithCovariances(given.Of<Covariance>()),
        ["GaussianMixture.WithColumnNames"] = given => Mixture.WithColumnNames(given.Of<string>()),
        ["GaussianMixture.Reorder"] = given => Mixture.Reorder(given.Of<int>()),
        ["GaussianMixture.Marginal"] = given => Mixture.Marginal(given.Of<int>()),
        ["GaussianMixture.Conditional, columns"] = given => Mixture.Conditional(given.Of<int>(), [1]),
        ["GaussianMixture.Conditional, values"] = given => Mixture.Conditional([0], given.Of<double>()),
        ["GaussianMixture.LogDensity"] = given => Mixture.LogDensity(given.Of<double>()),
        ["GaussianMixture.Density"] = given => Mixture.Density(given.Of<double>()),
        ["GaussianMixture.MostProbableComponent"] = given => Mixture.MostProbableComponent(given.Of<double>()),
        ["Initial.FromLabels"] = given => Initial.FromLabels(Data, given.Of<int>()),
        ["Responsibilities.FromLabels"] = given => Responsibilities.FromLabels(given.Of<int>(), 2),
        ["Restarts.Run"] = given => Restarts.Run(1, _ => given.Of<Iteration<GaussianMixture>>()),
        ["Restarts.Best"] = given => given.Of<Restart<Iteration<GaussianMixture>>>().Best(),
        ["Memoize"] = given => given.Of<Iteration<GaussianMixture>>().Memoize(),
        ["TakeUntilConverged"] = given => given.Of<Iteration<GaussianMixture>>().TakeUntilConverged(Convergence.TotalGain(0)),
    };

    public static TheoryData<string> Names => [.. Methods.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_array_that_was_never_made_is_refused_at_once(string method) =>
        Assert.ThrowsAny<ArgumentException>(() => Methods[method](new NeverMade()));

    [Theory]
    [MemberData(nameof(Names))]
    public void Null_is_refused_at_once(string method) => Assert.ThrowsAny<ArgumentException>(() => Methods[method](new Null()));

    /// <summary>What counts as an array that was never made is not merely an empty one, nor one without content to compare.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void An_empty_sequence_is_never_called_default(string method)
    {
        foreach (var empty in new Sequences[] { new EmptyArray(), new EmptyList(), new EmptyLinq() })
        {
            var error = Record.Exception(() => Methods[method](empty));

            Assert.DoesNotContain("default", error?.Message ?? string.Empty, StringComparison.Ordinal);
            Assert.True(error is null or ArgumentException, method);
        }
    }

    [Fact]
    public void An_array_parameter_that_was_never_made_is_refused_whatever_else_is_wrong()
    {
        var empty = SufficientStatistics.Zero(CovarianceStructure.Full.Moments, Mixture.Means);

        Assert.Throws<ArgumentException>(() => Table.Create(0, 0, default(ImmutableArray<double>)));
        Assert.Throws<ArgumentException>(() => Em.MStep(Statistics, default));
        Assert.Throws<ArgumentException>(() => Em.MStep(empty, default));
        Assert.Throws<ArgumentException>(() => Em.UpdateCovariances(empty, Mixture.Means, default));
    }

    [Fact]
    public void A_null_element_is_named_by_its_position()
    {
        Refused("Element 1 is null", "covariances", () => Mixture.WithCovariances([Mixture.Covariances[0], null!]));
        Refused("Element 0 is null", "covariances", () => GaussianMixture.Create([1], Mixture.Means, [null!]));
        Refused("Element 1 is null", "columnNames", () => Data.WithColumnNames(["a", null!]));
        Refused("Element 0 is null", "columnNames", () => Mixture.WithColumnNames([null!, "b"]));
        Refused("Row 2 is null", "rows", () => Dataset.FromRows([[0], [1], null!]));
        Refused("Row 1 is null", "rows", () => Table.FromRows([[0], null!]));
        Refused("Element 0 is null", "restarts", () => new Restart<Iteration<GaussianMixture>>[] { null! }.Best());
    }

    [Fact]
    public void What_is_null_is_named_by_its_parameter()
    {
        Assert.Throws<ArgumentNullException>("data", () => Initial.FromLabels(null!, [0, 1]));
        Assert.Throws<ArgumentNullException>("data", () => Initial.FromLabels(null!, [0, null]));
        Assert.Throws<ArgumentNullException>("data", () => SupportFault.Find(Family.Bernoulli, null!));
        Assert.Throws<ArgumentNullException>("family", () => SupportFault.Find(null!, Data));
        Assert.Throws<ArgumentNullException>("mixture", () => Family.Of(null!));
        Assert.Throws<ArgumentNullException>("data", () => Family.Exponential.LogDensities(new Exponential(1), null!));
        Assert.Throws<ArgumentNullException>("family", () => Family.Among(null!, new Poisson(1)));
    }

    [Fact]
    public void A_null_in_a_history_is_named_when_it_is_pulled()
    {
        var first = Em.Iterate(Data, Mixture).First();
        IEnumerable<Iteration<GaussianMixture>> history = [first, null!];

        Refused("Element 1 is null", "history", () => Restarts.Run(1, _ => history));
        var taken = history.TakeUntilConverged(Convergence.TotalGain(0));
        Assert.Equal(first, taken.First());
        Refused("Element 1 is null", "source", () => taken.Count());
    }

    [Fact]
    public void A_history_that_is_null_is_refused_with_its_seed() =>
        Refused("seed 7", "history", () => Restarts.Run<Iteration<GaussianMixture>>(7, _ => null!));

    private static void Refused(string position, string parameter, Func<object?> misuse)
    {
        var error = Assert.Throws<ArgumentException>(misuse);

        Assert.Contains(position, error.Message, StringComparison.Ordinal);
        Assert.Equal(parameter, error.ParamName);
    }

    /// <summary>A way to make a sequence of any type.</summary>
    private abstract class Sequences
    {
        public abstract IEnumerable<T> Of<T>();
    }

    private sealed class NeverMade : Sequences
    {
        public override IEnumerable<T> Of<T>() => default(ImmutableArray<T>);
    }

    private sealed class Null : Sequences
    {
        public override IEnumerable<T> Of<T>() => null!;
    }

    private sealed class EmptyArray : Sequences
    {
        public override IEnumerable<T> Of<T>() => ImmutableArray<T>.Empty;
    }

    private sealed class EmptyList : Sequences
    {
        public override IEnumerable<T> Of<T>() => new List<T>();
    }

    private sealed class EmptyLinq : Sequences
    {
        public override IEnumerable<T> Of<T>() => Enumerable.Range(0, 3).Where(i => i > 5).Select(_ => default(T)!);
    }
}
