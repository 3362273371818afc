using System.Globalization;
using System.Text.Json.Nodes;

namespace GmmPure.Reference;

/// <summary>An element of a certified history, from a reference file.</summary>
internal static class ElementReader
{
    public static ReferenceElement Read(JsonNode element, GaussianMixture start) => new(
        element["iteration"]!.GetValue<int>(),
        Number(element["log_likelihood"]!),
        Numbers(element["effective_counts"]!),
        Model(element, start.Structure, start.ComponentCount, start.Dimension),
        element["degeneracy"] is { } end ? Degeneracy(end) : null,
        new Sensitivity(Apart(element["sensitivity"]!["start"]!), Apart(element["sensitivity"]!["steps"]!)));

    private static TextbookMixture<BigFloat<Bits128>> Model(
        JsonNode element, CovarianceStructure structure, int components, int dimension) =>
        TextbookMixture<BigFloat<Bits128>>.Create(
            structure,
            Numbers(element["weights"]!),
            Table<BigFloat<Bits128>>.Create(components, dimension, (k, d) => Number(element["means"]![k]![d]!)),
            [
                .. Enumerable.Range(0, components).Select(k => TextbookCovariance<BigFloat<Bits128>>.Create(
                    Table<BigFloat<Bits128>>.Create(dimension, dimension, (i, j) =>
                        Layout.Covariance(element["covariances"]!, structure, k, i, j) is { } number ? Number(number) : default))),
            ]);

    private static TextbookDegeneracy Degeneracy(JsonNode end) => new(
        end["component"]?.GetValue<int>(),
        end["column"]?.GetValue<int>(),
        end["cause"]!.GetValue<string>() == "emptied");

    private static Apart Apart(JsonNode apart) => new(
        apart["log_likelihood"]!.GetValue<double>(),
        apart["weights"]!.GetValue<double>(),
        apart["means"]!.GetValue<double>(),
        apart["covariances"]!.GetValue<double>());

    private static ImmutableArray<BigFloat<Bits128>> Numbers(JsonNode numbers) =>
        [.. numbers.AsArray().Select(number => Number(number!))];

    private static BigFloat<Bits128> Number(JsonNode number) =>
        BigFloat<Bits128>.Parse(number.GetValue<string>(), CultureInfo.InvariantCulture);
}
