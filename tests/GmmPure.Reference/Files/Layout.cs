using System.Text.Json.Nodes;

namespace GmmPure.Reference;

/// <summary>
/// Covariances by structure, as in a model file: full K×D×D, tied D×D, diagonal K×D, tied-diagonal D, spherical K,
/// tied-spherical a number.
/// </summary>
internal static class Layout
{
    /// <summary>The covariances of which element(k, i, j) is Σ_k,ij.</summary>
    public static JsonNode Covariances(
        CovarianceStructure structure, int components, int dimension, Func<int, int, int, JsonNode> element)
    {
        return structure.IsShared ? Shaped(0) : Json.Array(Enumerable.Range(0, components).Select(Shaped));

        JsonNode Shaped(int k) => structure.Shape switch
        {
            CovarianceShape.Full => Json.Array(Enumerable.Range(0, dimension).Select(i =>
                Json.Array(Enumerable.Range(0, dimension).Select(j => element(k, i, j))))),
            CovarianceShape.Diagonal => Json.Array(Enumerable.Range(0, dimension).Select(j => element(k, j, j))),
            _ => element(k, 0, 0),
        };
    }

    /// <summary>The node that holds Σ_k,ij; null where it is 0 by structure.</summary>
    public static JsonNode? Covariance(JsonNode covariances, CovarianceStructure structure, int k, int i, int j)
    {
        var own = structure.IsShared ? covariances : covariances[k]!;
        return structure.Shape switch
        {
            CovarianceShape.Full => own[i]![j],
            _ when i != j => null,
            CovarianceShape.Diagonal => own[i],
            _ => own,
        };
    }
}
