using System.Globalization;
using GmmPure.Pictures;

namespace GmmPure.Pages.Tests;

/// <summary>Data, the history of a fit to them, and the page of both.</summary>
internal sealed record Sample(Dataset Data, ImmutableArray<Iteration<GaussianMixture>> History)
{
    /// <summary>The page; one of its two runs is the history.</summary>
    public string Page { get; } = PageOf(Data, History);

    public static Sample OldFaithful { get; } = Of(Read("old-faithful.csv", 2), 2);

    public static Sample Galaxies { get; } = Of(Read("galaxies.csv", 1), 5);

    public static Sample Iris { get; } = Of(Read("iris.csv", 4), 3);

    /// <summary>A fit of so many iterations, from a start of seed 1.</summary>
    public static Sample Of(Dataset data, int components, CovarianceStructure? structure = null, int most = 30) => new(
        data,
        [
            .. Em.Iterate(data, Initial.KMeansPlusPlus(data, components, seed: 1, structure ?? CovarianceStructure.Full))
                .Take(most + 1)
                .TakeUntilConverged(Convergence.GainPerSample(1e-8)),
        ]);

    /// <summary>Rows about a few centres.</summary>
    public static Dataset Clouds(int rows, int columns, int centres)
    {
        var random = new Random(3);
        double[][] places = [.. Enumerable.Range(0, centres).Select(_ => Drawn(columns, 8))];
        return Dataset.FromRows(Enumerable.Range(0, rows).Select(row => places[row % centres].Zip(Drawn(columns, 3), (centre, noise) => centre + noise)))
            .WithColumnNames(Enumerable.Range(1, columns).Select(column => FormattableString.Invariant($"v{column}")));

        double[] Drawn(int count, double scale) =>
            [.. Enumerable.Range(0, count).Select(_ => scale * (random.NextDouble() + random.NextDouble() - 1))];
    }

    private static string PageOf(Dataset data, ImmutableArray<Iteration<GaussianMixture>> history) => ReportPage.Of(
        data,
        history,
        [
            new ReportedRun(1, history[^1].LogLikelihood, history[^1].Index, "converged", IsKept: true),
            new ReportedRun(2, history[^1].LogLikelihood - 1, 7, "not converged", IsKept: false),
        ],
        "sample.csv",
        "converged");

    private static Dataset Read(string name, int columns)
    {
        string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "data", name));
        return Dataset
            .FromRows(lines.Skip(1).Select(line =>
                line.Split(',').Take(columns).Select(field => double.Parse(field, CultureInfo.InvariantCulture))))
            .WithColumnNames(lines[0].Split(',').Take(columns).Select(field => field.Trim('"')));
    }
}
