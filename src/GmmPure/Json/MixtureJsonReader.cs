using System.Text.Json;

namespace GmmPure;

/// <summary>The strict reading of a Gaussian mixture from JSON.</summary>
internal static class MixtureJsonReader
{
    private const string CovariancesMember = "covariances";

    public static Outcome<GaussianMixture, FormatFault> Read(string json) => JsonMembers.Read(json, Read);

    public static GaussianMixture Read(JsonMembers members)
    {
        MixtureJson.CheckFormat(members);
        JsonMembers.Check(
            !members.Has(FamilyJsonReader.FamilyMember)
                || members.String(FamilyJsonReader.FamilyMember) is FamilyJsonReader.GaussianFamilyName,
            FamilyJsonReader.FamilyMember,
            $"must be \"{FamilyJsonReader.GaussianFamilyName}\".");
        string name = members.String("covariance");
        var structure = CovarianceStructure.FromName(name)
            ?? throw new MemberException("covariance", $"there is no structure \"{name}\".");
        var weights = members.Numbers("weights");
        var means = members.Rows("means");
        var mixture = Build(structure, weights, means, Covariances(members.Require(CovariancesMember), structure, means));
        return !members.Has("columns") || members.Strings("columns") is not { IsEmpty: false } names
            ? mixture
            : JsonMembers.As("columns", () => mixture.WithColumnNames(names));
    }

    private static GaussianMixture Build(
        CovarianceStructure structure, ImmutableArray<double> weights, Table means, ImmutableArray<Covariance> covariances)
    {
        JsonMembers.Check(
            means.RowCount == weights.Length, "means", $"{weights.Length} weights need as many means, not {means.RowCount}.");
        JsonMembers.Check(
            covariances.Length == weights.Length,
            CovariancesMember,
            $"{weights.Length} weights need as many covariances, not {covariances.Length}.");
        JsonMembers.Check(
            covariances.All(covariance => covariance.Dimension == means.ColumnCount),
            CovariancesMember,
            $"must be of dimension {means.ColumnCount}, as the means.");
        var uniform = Enumerable.Repeat(1.0 / weights.Length, weights.Length);
        var valid = JsonMembers.As("means", () => GaussianMixture.Create(structure, uniform, means, covariances));
        return JsonMembers.As("weights", () => valid.WithWeights(weights));
    }

    private static ImmutableArray<Covariance> Covariances(JsonElement element, CovarianceStructure structure, Table means) =>
        structure.IsShared
            ? [.. Enumerable.Repeat(One(element, structure.Shape, means.ColumnCount), means.RowCount)]
            : JsonMembers.OfComponents(element, CovariancesMember, each => One(each, structure.Shape, means.ColumnCount));

    private static Covariance One(JsonElement element, CovarianceShape shape, int dimension) =>
        JsonMembers.As(CovariancesMember, () => shape switch
        {
            CovarianceShape.Full => Covariance.Full(JsonMembers.Rows(element, CovariancesMember)),
            CovarianceShape.Diagonal => Covariance.Diagonal(JsonMembers.Numbers(element, CovariancesMember)),
            _ => Covariance.Spherical(dimension, JsonMembers.Number(element, CovariancesMember)),
        });
}
