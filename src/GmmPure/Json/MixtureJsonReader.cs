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
        var covariances = Covariances(members.Require(CovariancesMember), structure, means);
        return JsonMembers.Valid(GaussianMixture.TryCreate(structure, weights, means, covariances))
            .Named(members.ColumnNames(means.ColumnCount));
    }

    private static ImmutableArray<Covariance> Covariances(JsonElement element, CovarianceStructure structure, Table means) =>
        structure.IsShared
            ? [.. Enumerable.Repeat(One(element, structure.Shape, means.ColumnCount), means.RowCount)]
            : JsonMembers.OfComponents(element, CovariancesMember, each => One(each, structure.Shape, means.ColumnCount));

    /// <summary>The variances of a diagonal covariance; other programs print it as a matrix.</summary>
    private static ImmutableArray<double> Variances(JsonElement element)
    {
        JsonMembers.Check(
            element.ValueKind != JsonValueKind.Array || element.GetArrayLength() == 0 || element[0].ValueKind != JsonValueKind.Array,
            CovariancesMember,
            "must hold numbers only: a diagonal covariance is written as its variances, not as a matrix.");
        return JsonMembers.Numbers(element, CovariancesMember);
    }

    private static Covariance One(JsonElement element, CovarianceShape shape, int dimension) =>
        JsonMembers.Valid(
            shape switch
            {
                CovarianceShape.Full => Covariance.TryFull(JsonMembers.Rows(element, CovariancesMember)),
                CovarianceShape.Diagonal => Covariance.TryDiagonal(Variances(element)),
                _ => Covariance.TrySpherical(dimension, JsonMembers.Number(element, CovariancesMember)),
            },
            CovariancesMember);
}
