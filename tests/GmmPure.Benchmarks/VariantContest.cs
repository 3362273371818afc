using GmmPure.Families;

namespace GmmPure.Benchmarks;

/// <summary>Some iterations, and as many of plain EM of Gaussians to compare them with.</summary>
internal sealed record VariantContest(string Name, ImmutableArray<string> Size, Action<int> Run, Action<int> Plain)
{
    private const int Rows = 200_000;
    private const int Components = 4;
    private const int Trials = 20;

    /// <summary>Made one after the other.</summary>
    public static IEnumerable<VariantContest> All() =>
        [.. Shape.All.Where(shape => shape.Name is "S1" or "S2" or "S3").SelectMany(OfShape), .. OfFamilies()];

    private static IEnumerable<VariantContest> OfShape(Shape shape)
    {
        var (data, start) = Problem.Of(shape);
        ImmutableArray<string> size = [$"{shape.Rows}", $"{shape.Dimension}", $"{shape.Components}"];
        var labels = Enumerable.Range(0, shape.Rows).Select(row => row % 10 == 0 ? (int?)(row / 10 % shape.Components) : null);
        (string Name, Dataset Data, EmVariant Variant)[] variants =
        [
            ("hard", data, EmVariant.Hard),
            ("labelled", data.WithLabels(labels), EmVariant.Plain),
            ("fixed weights", data, new EmVariant { KeepsWeights = true }),
        ];
        foreach (var (name, rows, variant) in variants)
        {
            yield return new(name, size, Last(() => Em.Iterate(rows, start, variant)), Last(() => Em.Iterate(data, start)));
        }

        yield return new("k-means", size, Last(() => Clustering.KMeans(data, start.Means)), Last(() => Em.Iterate(data, start)));
    }

    private static IEnumerable<VariantContest> OfFamilies()
    {
        double[] scales = [1, 3, 8, 20];
        double[] shares = [0.1, 0.35, 0.6, 0.85];
        yield return Of(Family.Poisson, scales.Select(scale => new Poisson(scale)));
        yield return Of(Family.Exponential, scales.Select(scale => new Exponential(1 / scale)));
        yield return Of(Family.Bernoulli, shares.Select(share => new Bernoulli(share)));
        yield return Of(Family.Binomial(Trials), shares.Select(share => new Binomial(Trials, share)));
        yield return Of(Family.Categorical(3), shares.Select(share => new Categorical([share, (1 - share) / 3, 2 * (1 - share) / 3])));
    }

    private static VariantContest Of<T>(IFamily<T> family, IEnumerable<T> components)
        where T : notnull, IEquatable<T>
    {
        var start = Mixture.Of(family, Enumerable.Repeat(1.0 / Components, Components), components);
        var data = start.Sample(Rows, seed: 1).Data;
        var (normal, gaussian) = Problem.Of(new Shape("one column", Rows, 1, Components, CovarianceStructure.Full));
        return new(
            family.Name,
            [$"{Rows}", "1", $"{Components}"],
            Last(() => Em.Iterate(data, start)),
            Last(() => Em.Iterate(normal, gaussian)));
    }

    /// <summary>Pulls elements of a new sequence.</summary>
    private static Action<int> Last<TIteration>(Func<IEnumerable<TIteration>> sequence) => count =>
    {
        foreach (var _ in sequence().Take(count))
        {
            // An element is computed when it is pulled.
        }
    };
}
