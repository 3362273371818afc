using System.Text.Json.Nodes;

namespace GmmPure.Reference;

/// <summary>What is given, from a reference file.</summary>
internal static class ProblemReader
{
    public static ReferenceProblem Read(JsonNode document)
    {
        var given = document["problem"]!;
        var structure = CovarianceStructure.FromName(given["covariance"]!.GetValue<string>())
            ?? throw new FormatException("There is no such covariance structure.");
        var data = Dataset.FromTable(Rows(given["data"]!));
        return new ReferenceProblem(
            document["name"]!.GetValue<string>(),
            document["description"]!.GetValue<string>(),
            given["row_weights"] is { } weights ? data.WithWeights(Numbers(weights)) : data,
            Start(given["start"]!, structure, data.Dimension),
            given["last_iteration"]!.GetValue<int>(),
            given["ridge"]!.GetValue<double>());
    }

    private static GaussianMixture Start(JsonNode start, CovarianceStructure structure, int dimension)
    {
        var means = Rows(start["means"]!);
        var covariances = Enumerable.Range(0, means.RowCount).Select(k => Shaped(structure.Shape, dimension, (i, j) =>
            Layout.Covariance(start["covariances"]!, structure, k, i, j)?.GetValue<double>() ?? 0));
        return structure.IsShared
            ? GaussianMixture.CreateTied(Numbers(start["weights"]!), means, covariances.First())
            : GaussianMixture.Create(Numbers(start["weights"]!), means, covariances);
    }

    private static Covariance Shaped(CovarianceShape shape, int dimension, Func<int, int, double> element)
    {
        var columns = Enumerable.Range(0, dimension);
        return shape switch
        {
            CovarianceShape.Full => Covariance.Full(Table.FromRows(columns.Select(i => columns.Select(j => element(i, j))))),
            CovarianceShape.Diagonal => Covariance.Diagonal(columns.Select(j => element(j, j))),
            _ => Covariance.Spherical(dimension, element(0, 0)),
        };
    }

    private static Table Rows(JsonNode rows) => Table.FromRows(rows.AsArray().Select(row => Numbers(row!)));

    private static IEnumerable<double> Numbers(JsonNode numbers) => numbers.AsArray().Select(number => number!.GetValue<double>());
}
