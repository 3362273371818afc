using System.Text.Json;

namespace GmmPure;

/// <summary>The strict reading of a mixture from JSON: the first thing wrong is named by its member.</summary>
internal static class MixtureJsonReader
{
    public static Outcome<GaussianMixture, FormatFault> Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return ReadObject(document.RootElement);
        }
        catch (JsonException error)
        {
            return JsonSyntax.Fault(json, error);
        }
        catch (MemberException error)
        {
            return error.Fault;
        }
        catch (InvalidOperationException)
        {
            // What a name or a string does when half of a surrogate pair is missing.
            return new FormatFault(null, "a name or a string in it is not Unicode text.");
        }
    }

    private static GaussianMixture ReadObject(JsonElement root)
    {
        var members = Members(root);
        var format = Require(members, "format", JsonValueKind.String);
        Check(format.ValueEquals(MixtureJson.Format), "format", $"must be \"{MixtureJson.Format}\".");
        var version = Require(members, "version", JsonValueKind.Number);
        Check(version.TryGetInt32(out int number) && number >= 1, "version", "must be a whole number from 1 on.");
        Check(number <= MixtureJson.Version, "version", $"{number} is newer than this library, which reads {MixtureJson.Version}.");

        string name = Require(members, "covariance", JsonValueKind.String).GetString()!;
        var structure = CovarianceStructure.FromName(name)
            ?? throw new MemberException("covariance", $"there is no structure \"{name}\".");
        double[] weights = Numbers(Require(members, "weights", JsonValueKind.Array), "weights");
        var means = Rows(Require(members, "means", JsonValueKind.Array), "means");
        if (!members.TryGetValue("covariances", out var covariances))
        {
            throw new MemberException("covariances", "is missing.");
        }

        var mixture = Build(structure, weights, means, Covariances(covariances, structure, means));
        return members.ContainsKey("columns")
            ? WithColumns(mixture, Require(members, "columns", JsonValueKind.Array))
            : mixture;
    }

    private static Dictionary<string, JsonElement> Members(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new MemberException(null, "not a JSON object.");
        }

        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in root.EnumerateObject())
        {
            Check(members.TryAdd(member.Name, member.Value), member.Name, "stands twice.");
        }

        return members;
    }

    private static GaussianMixture Build(
        CovarianceStructure structure, double[] weights, Table means, ImmutableArray<Covariance> covariances)
    {
        Check(means.RowCount == weights.Length, "means", $"{weights.Length} weights need as many means, not {means.RowCount}.");
        Check(
            covariances.Length == weights.Length,
            "covariances",
            $"{weights.Length} weights need as many covariances, not {covariances.Length}.");
        Check(
            covariances.All(covariance => covariance.Dimension == means.ColumnCount),
            "covariances",
            $"must be of dimension {means.ColumnCount}, as the means.");
        var valid = As("means", () => GaussianMixture.Create(structure, Uniform(weights.Length), means, covariances));
        return As("weights", () => valid.WithWeights(weights));
    }

    private static IEnumerable<double> Uniform(int count) => Enumerable.Repeat(1.0 / count, count);

    private static GaussianMixture WithColumns(GaussianMixture mixture, JsonElement columns)
    {
        var names = columns.EnumerateArray().ToArray();
        Check(names.All(name => name.ValueKind == JsonValueKind.String), "columns", "must be an array of strings.");
        return names.Length == 0
            ? mixture
            : As("columns", () => mixture.WithColumnNames(names.Select(name => name.GetString()!)));
    }

    private static ImmutableArray<Covariance> Covariances(JsonElement element, CovarianceStructure structure, Table means)
    {
        const string Member = "covariances";
        if (structure.IsShared)
        {
            return [.. Enumerable.Repeat(One(element, structure.Shape, means.ColumnCount), means.RowCount)];
        }

        Check(element.ValueKind == JsonValueKind.Array, Member, "must be an array with an entry for each component.");
        return [.. element.EnumerateArray().Select((each, k) => OfComponent(k, () => One(each, structure.Shape, means.ColumnCount)))];
    }

    /// <summary>Reads what belongs to a component, and says to which if it is wrong.</summary>
    private static Covariance OfComponent(int component, Func<Covariance> read)
    {
        try
        {
            return read();
        }
        catch (MemberException error)
        {
            throw new MemberException(
                error.Fault.Member, FormattableString.Invariant($"component {component}: {error.Fault.Detail}"));
        }
    }

    private static Covariance One(JsonElement element, CovarianceShape shape, int dimension)
    {
        const string Member = "covariances";
        return As(Member, () => shape switch
        {
            CovarianceShape.Full => Covariance.Full(Rows(element, Member)),
            CovarianceShape.Diagonal => Covariance.Diagonal(Numbers(element, Member)),
            _ => Covariance.Spherical(dimension, Number(element, Member)),
        });
    }

    private static JsonElement Require(Dictionary<string, JsonElement> members, string name, JsonValueKind kind)
    {
        Check(members.TryGetValue(name, out var member), name, "is missing.");
        Check(member.ValueKind == kind, name, $"must be {Article(kind)}.");
        return member;
    }

    private static string Article(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        _ => "a number",
    };

    private static Table Rows(JsonElement element, string member)
    {
        Check(element.ValueKind == JsonValueKind.Array, member, "must be an array of rows.");
        double[][] rows = [.. element.EnumerateArray().Select(row => Numbers(row, member))];
        Check(rows.Length > 0 && rows[0].Length > 0, member, "is empty.");
        Check(rows.All(row => row.Length == rows[0].Length), member, "has rows of different lengths.");
        return Table.FromRows(rows);
    }

    private static double[] Numbers(JsonElement element, string member)
    {
        Check(element.ValueKind == JsonValueKind.Array, member, "must be an array of numbers.");
        return [.. element.EnumerateArray().Select(number => Number(number, member))];
    }

    private static double Number(JsonElement element, string member)
    {
        Check(element.ValueKind == JsonValueKind.Number, member, "must hold numbers only.");
        return element.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : throw new MemberException(member, $"{element.GetRawText()} is beyond double precision.");
    }

    /// <summary>Runs a factory of this library and names the member by which it was fed.</summary>
    private static T As<T>(string member, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException error)
        {
            throw new MemberException(member, error.Message.Split(" (Parameter", 2)[0]);
        }
    }

    private static void Check(bool holds, string member, string otherwise)
    {
        if (!holds)
        {
            throw new MemberException(member, otherwise);
        }
    }

    private sealed class MemberException(string? member, string detail) : Exception(detail)
    {
        public FormatFault Fault { get; } = new(member, detail);
    }
}
