using System.Globalization;

namespace GmmPure.Benchmarks.Starts;

/// <summary>Data of which the best optimum is sought.</summary>
internal sealed record StartProblem(string Name, Dataset Data, int Components, CovarianceStructure Structure)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Starts");

    /// <summary>Published data, and drawn ones from thin to overlapping, with K from 2 to 10 and all structures.</summary>
    public static IEnumerable<StartProblem> All =>
    [
        .. from components in Enumerable.Range(2, 5) select new StartProblem("galaxies", Galaxies, components, CovarianceStructure.Full),
        .. from components in Enumerable.Range(2, 3) select new StartProblem("old-faithful", OldFaithful, components, CovarianceStructure.Full),
        .. from structure in CovarianceStructure.All
           from components in Enumerable.Range(2, 2)
           select new StartProblem("iris", Iris, components, structure),
        new StartProblem("iris", Iris, 4, CovarianceStructure.Full),
        .. from index in Enumerable.Range(0, 9)
           select Drawn("thin", 60, 2 + (index % 4), 2 + index, spread: 2, thinness: 0.1, CovarianceStructure.Full, index),
        .. from index in Enumerable.Range(0, 9)
           select Drawn("apart", 60, 1 + (index % 5), 2 + index, spread: 4, thinness: 1, CovarianceStructure.All[index % 6], 100 + index),
        .. from index in Enumerable.Range(0, 9)
           select Drawn("overlapping", 150, 1 + (index % 4), 2 + (index % 5), spread: 1.7, thinness: 1, CovarianceStructure.All[index % 6], 200 + index),
    ];

    private static Dataset Galaxies => Read("galaxies.csv", 1);

    private static Dataset OldFaithful => Read("old-faithful.csv", 2);

    private static Dataset Iris => Read("iris.csv", 4);

    private static Dataset Read(string file, int columns) => Dataset.FromRows(File.ReadLines(Path.Combine(Folder, file))
        .Skip(1)
        .Where(line => line.Length > 0)
        .Select(line => line.Split(',').Take(columns).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))));

    /// <summary>Groups of unlike size, each a ball or a disc that some matrix has turned.</summary>
    private static StartProblem Drawn(
        string name, int rowsEach, int dimension, int components, double spread, double thinness, CovarianceStructure structure, int seed)
    {
        var random = new Random(seed);
        double[] weights = [.. Enumerable.Range(0, components).Select(_ => 0.5 + random.NextDouble())];
        double[][] means = [.. weights.Select(_ => Normal(random, dimension).Select(z => spread * z).ToArray())];
        double[][][] turns =
        [
            .. weights.Select(_ => Enumerable.Range(0, dimension).Select(i => Normal(random, dimension)
                .Select((z, j) => ((i == j ? 1 : 0) + (0.7 * z / Math.Sqrt(dimension))) * (j == dimension - 1 ? thinness : 1)).ToArray()).ToArray()),
        ];
        var rows = weights.SelectMany((weight, k) => Enumerable.Range(0, (int)(weight * rowsEach)).Select(_ =>
        {
            double[] z = Normal(random, dimension);
            return means[k].Select((mean, i) => mean + turns[k][i].Zip(z, (a, b) => a * b).Sum()).ToArray();
        }));
        return new StartProblem(name, Dataset.FromRows(rows.ToArray()), components, structure);
    }

    private static double[] Normal(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
}
