using System.Text.Json.Nodes;

namespace GmmPure.Reference;

/// <summary>What is given: all numbers are doubles, written so that they read back to the same bits.</summary>
public static class ProblemJson
{
    public static JsonObject Write(ReferenceProblem problem)
    {
        var (data, start) = (problem.Data, problem.Start);
        var given = new JsonObject
        {
            ["covariance"] = problem.Structure.Name,
            ["ridge"] = problem.Ridge,
            ["last_iteration"] = problem.LastIteration,
            ["data"] = Rows(data.Values),
        };
        if (!data.Weights.IsDefaultOrEmpty)
        {
            given["row_weights"] = Json.Numbers(data.Weights);
        }

        given["start"] = new JsonObject
        {
            ["weights"] = Json.Numbers(start.Weights),
            ["means"] = Rows(start.Means),
            ["covariances"] = Layout.Covariances(
                start.Structure, start.ComponentCount, start.Dimension, (k, i, j) => start.Covariances[k][i, j]),
        };
        return given;
    }

    private static JsonArray Rows(Table table) => Json.Array(table.Rows.Select(row => Json.Numbers(row)));
}
