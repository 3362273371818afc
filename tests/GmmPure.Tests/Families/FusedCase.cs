using GmmPure.Families;
using GmmPure.Kernels;

namespace GmmPure.Tests;

/// <summary>A mixture of some family and data, to go through in one fused pass and row by row.</summary>
public abstract class FusedCase
{
    private const int Rows = 9000;
    private static readonly int?[] SomeLabels = [.. Enumerable.Range(0, Rows).Select(row => row % 5 > 2 ? null : (int?)(row % 3))];
    private static readonly Uniform[] Intervals = [new(0, 0.3), new(0.3, 0.8), new(0, 1)];

    /// <summary>Three components of each family; probabilities of 0 and of 1, and categories that never occur, among them.</summary>
    internal static ImmutableDictionary<string, FusedCase> All { get; } = new Dictionary<string, FusedCase>
    {
        ["poisson"] = Of(Family.Poisson, i => [Math.Floor(20 * Part(i, 1) * Part(i, 2))], new Poisson(0.5), new Poisson(4), new Poisson(13)),
        ["far counts"] = Of(Family.Poisson, i => [1e6 + Math.Floor(8000 * Part(i, 1))], new Poisson(1e6), new Poisson(1e6 + 4000), new Poisson(1e6 + 8000)),
        ["exponential"] = Of(Family.Exponential, i => [-Math.Log(1 - Part(i, 1)) * Part(i, 2)], new Exponential(0.3), new Exponential(2), new Exponential(50)),
        ["binomial"] = Of(Family.Binomial(12), i => [Math.Floor(13 * Part(i, 1))], new Binomial(12, 0), new Binomial(12, 0.4), new Binomial(12, 0.9)),
        ["bernoulli"] = Of(Family.Bernoulli, i => [Bit(i, 1), Bit(i, 2), Bit(i, 3)], new Bernoulli(0, 0.5, 1), new Bernoulli(0.2, 0.3, 0.4), new Bernoulli(0.9, 0.6, 0.5)),
        ["categorical"] = Of(
            Family.Categorical(5, 2), i => [1 + Math.Floor(3 * Part(i, 1)), Bit(i, 2)],
            new Categorical([0.5, 0, 0.25, 0.25, 0], [1, 0]),
            new Categorical([0.1, 0.2, 0.3, 0.3, 0.1], [0.3, 0.7]),
            new Categorical([0, 0.4, 0.1, 0.5, 0], [0.8, 0.2])),
        ["seen categories"] = Of(
            Family.CategoricalOf(Categories.Of(-2, 4, 5, 9), Categories.Named("no", "yes")),
            i => [i % 11 == 0 && i % 2 == 1 ? 3 : ((double[])[-2, 4, 9])[(int)Math.Floor(3 * Part(i, 1))], Bit(i, 2)],
            new Categorical([0.5, 0.25, 0, 0.25], [1, 0]),
            new Categorical([0.3, 0.3, 0.1, 0.3], [0.3, 0.7]),
            new Categorical([0, 0.5, 0, 0.5], [0.8, 0.2])),
    }.ToImmutableDictionary();

    /// <summary>Families whose M-step needs responsibilities: among them one of which nothing is known.</summary>
    internal static ImmutableDictionary<string, FusedCase> Stored { get; } = new Dictionary<string, FusedCase>
    {
        ["gamma"] = Of(Family.Gamma, i => [0.01 - (Math.Log(1 - Part(i, 1)) * Part(i, 2))], new Gamma(0.5, 2), new Gamma(2, 5), new Gamma(9, 3)),
        ["student-t"] = Of(Family.StudentT, i => [Part(i, 1) / (0.01 + Part(i, 2)), Part(i, 3)], Tailed(0, 2), Tailed(1, 5), Tailed(3, 9)),
        ["normal"] = Of(Family.Normal, i => [Part(i, 1) + Part(i, 2)], new Normal(0.2, 0.1), new Normal(1, 0.3), new Normal(1.5, 0.2)),
        ["gaussian"] = Of(Family.Gaussian(), i => [3 * Part(i, 1) * Part(i, 2), Part(i, 3)], Tailed(0, 2).Core, Tailed(1, 2).Core, Tailed(2, 2).Core),
        ["candidates"] = Of(Family.Among(Family.Uniform, Intervals), i => [Part(i, 1)], Intervals),
        ["own"] = Of(
            new RowByRow<Exponential>(Family.Exponential), i => [-Math.Log(1 - Part(i, 1)) * Part(i, 2)], new Exponential(0.3), new Exponential(2), new Exponential(50)),
    }.ToImmutableDictionary();

    /// <summary>Plain EM and what may be different; of no labelled row the label is impossible, but of one that counts for nothing.</summary>
    internal static ImmutableDictionary<string, (EmVariant Variant, bool IsLabelled)> Variants { get; } = new Dictionary<string, (EmVariant, bool)>
    {
        ["plain"] = (EmVariant.Plain, false),
        ["hard"] = (EmVariant.Hard, false),
        ["fixed weights"] = (new EmVariant { KeepsWeights = true }, false),
        ["labelled"] = (EmVariant.Plain, true),
        ["hard and labelled"] = (EmVariant.Hard, true),
    }.ToImmutableDictionary();

    /// <summary>With the labels, or without.</summary>
    internal abstract void AgreesRowByRow(EmVariant variant, bool isLabelled);

    /// <inheritdoc cref="AgreesRowByRow"/>
    internal abstract void HasTheSameBitsEverywhere(EmVariant variant, bool isLabelled);

    private protected static Dataset Labelled(Dataset data, bool isLabelled) => isLabelled ? data.WithLabels(SomeLabels) : data;

    private static FusedCase<T> Of<T>(IFamily<T> family, Func<int, double[]> row, params T[] components)
        where T : notnull, IEquatable<T>
    {
        var start = Mixture.Of(family, [0.2, 0.5, 0.3], components);
        var data = Dataset.FromRows(Enumerable.Range(0, Rows).Select(row));

        // Rows that their labels, or the zeros among the probabilities, forbid count for nothing; so do some that are possible.
        return new FusedCase<T>(data.WithWeights(Enumerable.Range(0, Rows).Select(i => i % 11 == 0 || IsForbidden(start, data, i) ? 0 : 0.5 + Part(i, 7))), start);
    }

    private static bool IsForbidden<T>(Mixture<T> start, Dataset data, int row)
        where T : notnull, IEquatable<T> =>
        SomeLabels[row] is { } label && !double.IsFinite(start.Family.LogDensity(start.Components[label], data.Row(row)));

    /// <summary>Numbers of [0, 1) without a pattern.</summary>
    private static double Part(int index, int which)
    {
        double product = Math.Sin((index * 12.9898) + (which * 78.233)) * 43758.5453;
        return product - Math.Floor(product);
    }

    private static StudentT Tailed(double centre, double degrees) =>
        new([centre, centre / 2], Covariance.Full(Table.FromRows([[0.5, 0.1], [0.1, 0.4]])), degrees);

    private static double Bit(int index, int which) => Part(index, which) < 0.4 ? 1 : 0;
}

/// <summary>A mixture of one family.</summary>
internal sealed class FusedCase<T>(Dataset unlabelled, Mixture<T> start) : FusedCase
    where T : notnull, IEquatable<T>
{
    /// <summary>
    /// Terms have the same bits. Responsibilities are off by two roundings, the plain sums of N numbers ≥ 0 row by row by N, and
    /// those of a few tiles by less than 200; ℓ by 64 roundings of what its rows are made of.
    /// </summary>
    internal override void AgreesRowByRow(EmVariant variant, bool isLabelled)
    {
        var data = Labelled(unlabelled, isLabelled);
        double unit = Math.ScaleB(1, -52);
        double sums = (data.Count + 200) * unit;
        var plain = Mixture.Of(new RowByRow<T>(start.Family), start.Weights, start.Components);

        var logDensities = start.LogDensities(data);
        Assert.Equal(plain.LogDensities(data), logDensities);
        var (fused, expected) = (Em.Iterate(data, start, variant).Take(2).ToArray(), Em.Iterate(data, plain, variant).Take(2).ToArray());
        double size = Enumerable.Range(0, data.Count).Where(row => data.WeightOf(row) > 0).Sum(row =>
            data.WeightOf(row) * (start.Components.Max(each => Size(start.Family.LogDensity(each, data.Row(row)))) + 4));
        Assert.Equal(expected[0].LogLikelihood, fused[0].LogLikelihood, 64 * unit * size);
        Assert.Equal(Em.EStep(data, start, variant).LogLikelihood, fused[0].LogLikelihood);
        var plainStep = Em.EStep(unlabelled, start);
        Assert.Equal(plainStep.LogLikelihood, start.LogLikelihood(data));
        Assert.Equal(
            Enumerable.Range(0, data.Count).Select(plainStep.Responsibilities.MostProbable), start.MostProbableComponents(data));
        AssertNear(expected[0].EffectiveCounts, fused[0].EffectiveCounts, sums);
        AssertNear(expected[1].Model.Weights, fused[1].Model.Weights, 2 * sums);
        AssertNear(Numbers(expected[1].Model), Numbers(fused[1].Model), 4 * sums);
        AssertNear(
            Em.EStep(data, plain, variant).Responsibilities.Values.Elements,
            Em.EStep(data, start, variant).Responsibilities.Values.Elements,
            2 * unit);
    }

    internal override void HasTheSameBitsEverywhere(EmVariant variant, bool isLabelled)
    {
        var data = Labelled(unlabelled, isLabelled);
        var expected = Bits(KernelSet.Widest, 1);
        Assert.All(KernelSet.All.SelectMany(kernels => new[] { 1, 2, 3, 8 }.Select(threads => (kernels, threads))), each =>
            Assert.Equal(expected, Bits(each.kernels, each.threads)));

        double[] Bits(KernelSet kernels, int threads)
        {
            var passes = new FamilyPasses<T>(data, start.Family, start.ComponentCount, variant, threads, kernels);
            var result = passes.Expect(start);
            var next = result.Components().Or(cause => throw new InvalidOperationException(cause.Message));
            var stored = passes.Responsibilities(start);
            return
            [
                result.LogLikelihood, .. result.EffectiveCounts, .. next.SelectMany(ParametersOf), stored.LogLikelihood,
                .. stored.Responsibilities.Values.Elements, .. passes.LogDensities(start), passes.LogLikelihood(start),
                .. passes.MostProbable(start).Select(component => (double)component),
            ];
        }

        IEnumerable<double> ParametersOf(T component) => start.Family.Parameters(component, 1).Select(parameter => parameter.Value);
    }

    private static double Size(double logDensity) => double.IsFinite(logDensity) ? Math.Abs(logDensity) : 0;

    private static ImmutableArray<double> Numbers(Mixture<T> mixture) =>
        [.. mixture.Components.SelectMany(each => mixture.Family.Parameters(each, 1)).Select(parameter => parameter.Value)];

    private static void AssertNear(ImmutableArray<double> expected, ImmutableArray<double> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance * pair.First));
    }
}
