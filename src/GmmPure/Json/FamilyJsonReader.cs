using GmmPure.Families;

namespace GmmPure;

/// <summary>The strict reading of a mixture of any family from JSON.</summary>
internal static class FamilyJsonReader
{
    public const string FamilyMember = "family";
    public const string GaussianFamilyName = "gaussian";
    public const string TrialsMember = "trials";
    public const string CategoriesMember = "categories";
    public const string ComponentsMember = "components";

    /// <summary>A mixture of the family that the text names.</summary>
    public static Outcome<IMixture, FormatFault> Read(string json) => JsonMembers.Read(json, members =>
    {
        if (!members.Has(FamilyMember) || members.String(FamilyMember) is GaussianFamilyName)
        {
            return (IMixture)MixtureJsonReader.Read(members);
        }

        MixtureJson.CheckFormat(members);
        return members.String(FamilyMember) switch
        {
            "bernoulli" => Read(members, Family.Bernoulli),
            "binomial" => Read(members, Family.Binomial(Trials(members))),
            "categorical" => Read(members, CategoricalOf(members)),
            "exponential" => Read(members, Family.Exponential),
            "gamma" => Read(members, Family.Gamma),
            "normal" => Read(members, Family.Normal),
            "poisson" => Read(members, Family.Poisson),
            "student-t" => Read(members, Family.StudentT),
            var other => throw new MemberException(FamilyMember, $"there is no family \"{other}\"."),
        };
    });

    /// <summary>A mixture of a known family.</summary>
    public static Outcome<Mixture<TDistribution>, FormatFault> Read<TDistribution>(string json, IFamily<TDistribution> family)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        if (family is GaussianFamily gaussians)
        {
            return MixtureJsonReader.Read(json).Bind(mixture => mixture.Structure == gaussians.Structure
                ? Outcome.Success<Mixture<TDistribution>, FormatFault>((Mixture<TDistribution>)(object)Gaussian.MixtureOf(mixture))
                : new FormatFault("covariance", $"must be \"{gaussians.Structure.Name}\"."));
        }

        var notation = Notation<TDistribution>.Of(family);
        return JsonMembers.Read(json, members =>
        {
            MixtureJson.CheckFormat(members);
            JsonMembers.Check(string.Equals(members.String(FamilyMember), family.Name, StringComparison.Ordinal), FamilyMember, $"must be \"{family.Name}\".");
            JsonMembers.Check(
                Candidates.FamilyOf(family) is not BinomialFamily binomial || Trials(members) == binomial.Trials,
                TrialsMember,
                "is not the family's.");
            JsonMembers.Check(
                Candidates.FamilyOf(family) is not CategoricalFamily categorical || HasCategories(members, categorical),
                CategoriesMember,
                "are not the family's.");
            return Read(members, family, notation);
        });
    }

    private static Mixture<TDistribution> Read<TDistribution>(JsonMembers members, IFamily<TDistribution> family)
        where TDistribution : notnull, IEquatable<TDistribution> =>
        Read(members, family, Notation<TDistribution>.Of(family));

    private static Mixture<TDistribution> Read<TDistribution>(
        JsonMembers members, IFamily<TDistribution> family, Notation<TDistribution> notation)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        var mixture = JsonMembers.Valid(Mixture.TryOf(family, members.Numbers("weights"), Components(members, notation)));
        return mixture.Named(members.ColumnNames(mixture.Dimension));
    }

    private static ImmutableArray<TDistribution> Components<TDistribution>(JsonMembers members, Notation<TDistribution> notation)
        where TDistribution : notnull, IEquatable<TDistribution> => JsonMembers.OfComponents(
        members.Require(ComponentsMember),
        ComponentsMember,
        element => notation.Read(JsonMembers.Of(element)));

    private static int Trials(JsonMembers members)
    {
        int trials = members.Whole(TrialsMember, least: 0);
        JsonMembers.Check(trials > 0, TrialsMember, "must be positive.");
        return trials;
    }

    /// <summary>The family of the categories that were seen; without them, of as many as the components know.</summary>
    private static IFamily<Categorical> CategoricalOf(JsonMembers members) => members.Has(CategoriesMember)
        ? JsonMembers.Valid(Family.TryCategoricalOf(CategoriesJson.Read(members.Require(CategoriesMember), CategoriesMember)), CategoriesMember)
        : JsonMembers.Valid(Family.TryCategorical(Levels(members)), ComponentsMember);

    /// <summary>Whether the categories that a text says were seen are a family's, if any were.</summary>
    private static bool HasCategories(JsonMembers members, CategoricalFamily family) => members.Has(CategoriesMember)
        ? family.AreSeen && family.Categories.SequenceEqual(CategoriesJson.Read(members.Require(CategoriesMember), CategoriesMember))
        : !family.AreSeen;

    /// <summary>How many categories each column has: as many as the first component knows.</summary>
    private static IEnumerable<int> Levels(JsonMembers members) =>
        Components(members, Notations.Categorical([])) is [var first, ..]
            ? first.Probabilities.Select(column => column.Length)
            : throw new MemberException(ComponentsMember, "is empty.");
}
