namespace GmmPure.Cli.Tests.Verifying;

/// <summary>Forty rows of two components that overlap, in two columns of unlike scales, and a start.</summary>
internal static class Overlap
{
    private static readonly GaussianMixture Truth = GaussianMixture.Create(
        [0.4, 0.6],
        Table.FromRows([[0, 1000], [3, 1200]]),
        [
            Covariance.Full(Table.FromRows([[1, 30], [30, 2500]])),
            Covariance.Full(Table.FromRows([[2, -40], [-40, 3600]])),
        ]);

    public static Dataset Data { get; } =
        Dataset.FromRows(Truth.Sample(40, seed: 3).Data.Values.Rows.Select(row => row.AsEnumerable())).WithColumnNames(["cm", "g"]);

    public static GaussianMixture Start { get; } = Truth.WithWeights([0.5, 0.5]);

    public static string Csv { get; } = "cm,g\n" + string.Concat(Data.Values.Rows.Select(row =>
        FormattableString.Invariant($"{row[0]:R},{row[1]:R}\n")));

    /// <summary>A folder with the data, d.csv.</summary>
    public static Workspace InFolder()
    {
        var work = new Workspace();
        work.Write("d.csv", Csv);
        return work;
    }

    /// <summary>A history of the library's own, h.jsonl.</summary>
    public static string WriteHistory(
        Workspace work, int iterations = 4, CovarianceStructure? structure = null, EmOptions? options = null) =>
        work.Write("h.jsonl", string.Concat(
            Em.Iterate(Data, Of(structure ?? CovarianceStructure.Full), options ?? new EmOptions()).Take(iterations + 1).Select(iteration => iteration.ToJson() + "\n")));

    /// <summary>The start, with covariances of a structure.</summary>
    public static GaussianMixture Of(CovarianceStructure structure)
    {
        Covariance covariance = structure.Shape switch
        {
            CovarianceShape.Full => Start.Covariances[0],
            CovarianceShape.Diagonal => Covariance.Diagonal([1, 2500]),
            _ => Covariance.Spherical(2, 2500),
        };
        var named = structure.IsShared
            ? GaussianMixture.CreateTied(Start.Weights, Start.Means, covariance)
            : GaussianMixture.Create(Start.Weights, Start.Means, [covariance, covariance]);
        return named.WithColumnNames(Data.ColumnNames);
    }
}
