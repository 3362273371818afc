using System.Text;
using System.Text.Json;

namespace GmmPure;

/// <summary>What is wrong with a JSON object that is being read.</summary>
internal sealed class MemberException(string? member, string detail) : Exception(detail)
{
    /// <summary>The member, and what is wrong with it.</summary>
    public FormatFault Fault { get; } = new(member, detail);
}

/// <summary>The members of one JSON object, read strictly: the first thing wrong is named by its member.</summary>
internal sealed class JsonMembers
{
    /// <summary>Half of a surrogate pair has no bytes.</summary>
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);

    /// <summary>The object.</summary>
    public JsonElement Root { get; }

    private JsonMembers(JsonElement root)
    {
        Root = root;
        Check(root.ValueKind == JsonValueKind.Object, null, "not a JSON object.");
        foreach (var member in root.EnumerateObject())
        {
            Check(members.TryAdd(member.Name, member.Value), member.Name, "stands twice.");
        }
    }

    /// <summary>Reads something of the object that a text is, or says what is wrong with it.</summary>
    public static Outcome<T, FormatFault> Read<T>(string json, Func<JsonMembers, T> read)
        where T : notnull
    {
        try
        {
            using var document = JsonDocument.Parse(Utf8.GetBytes(json));
            return read(new JsonMembers(document.RootElement));
        }
        catch (EncoderFallbackException)
        {
            return new FormatFault(null, "it is not Unicode text.");
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

    /// <summary>The members of an object within.</summary>
    public static JsonMembers Of(JsonElement element) => new(element);

    /// <summary>Refuses an object of another format, or of a version to come.</summary>
    public void CheckFormat(string format, int newest)
    {
        Check(
            Has("format") || !Has("weights_"),
            "format",
            $"is missing, and members are called as in scikit-learn: a model has \"format\": \"{format}\", \"version\": {newest}, \"covariance\", \"weights\", \"means\" and \"covariances\".");
        Check(string.Equals(String("format"), format, StringComparison.Ordinal), "format", $"must be \"{format}\".");
        int version = Whole("version", least: 1);
        Check(version <= newest, "version", $"{version} is newer than this library, which reads {newest}.");
    }

    public bool Has(string name) => members.ContainsKey(name);

    /// <summary>A member that must be there, of whatever kind.</summary>
    public JsonElement Require(string name) =>
        members.TryGetValue(name, out var member) ? member : throw new MemberException(name, "is missing.");

    public string String(string name) => Require(name, JsonValueKind.String).GetString()!;

    /// <summary>A whole number from a least one on.</summary>
    public int Whole(string name, int least) =>
        Require(name, JsonValueKind.Number).TryGetInt32(out int number) && number >= least
            ? number
            : throw new MemberException(name, FormattableString.Invariant($"must be a whole number from {least} on."));

    /// <summary>A whole number from 0 on, however large.</summary>
    public long Long(string name) =>
        Require(name, JsonValueKind.Number).TryGetInt64(out long number) && number >= 0
            ? number
            : throw new MemberException(name, "must be a whole number from 0 on.");

    public bool Flag(string name) => Require(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new MemberException(name, "must be true or false."),
    };

    public JsonMembers Object(string name) => Of(Require(name));

    /// <summary>An array of objects.</summary>
    public IEnumerable<JsonMembers> Objects(string name) => Require(name, JsonValueKind.Array).EnumerateArray().Select(Of);

    /// <summary>An array of arrays of numbers.</summary>
    public ImmutableArray<ImmutableArray<double>> Lists(string name) =>
        [.. Require(name, JsonValueKind.Array).EnumerateArray().Select(list => Numbers(list, name))];

    public double Number(string name) => Number(Require(name), name);

    public ImmutableArray<double> Numbers(string name) => Numbers(Require(name, JsonValueKind.Array), name);

    public Table Rows(string name) => Rows(Require(name, JsonValueKind.Array), name);

    public ImmutableArray<string> Strings(string name) => Strings(Require(name, JsonValueKind.Array), name);

    public static ImmutableArray<string> Strings(JsonElement element, string member)
    {
        ImmutableArray<JsonElement> each = [.. element.EnumerateArray()];
        Check(each.All(item => item.ValueKind == JsonValueKind.String), member, "must be an array of strings.");
        return [.. each.Select(item => item.GetString()!)];
    }

    /// <summary>The names of so many columns; none if they are missing or empty.</summary>
    public ImmutableArray<string> ColumnNames(int dimension) => Has("columns") && Strings("columns") is { IsEmpty: false } names
        ? Valid(GmmPure.ColumnNames.TryCheck(names, dimension), "columns")
        : [];

    public static Table Rows(JsonElement element, string member)
    {
        Check(element.ValueKind == JsonValueKind.Array, member, "must be an array of rows.");
        ImmutableArray<ImmutableArray<double>> rows = [.. element.EnumerateArray().Select(row => Numbers(row, member))];
        Check(rows.Length > 0 && rows[0].Length > 0, member, "is empty.");
        Check(rows.All(row => row.Length == rows[0].Length), member, "has rows of different lengths.");
        return Table.FromRows(rows.Select(row => row.AsEnumerable()));
    }

    public static ImmutableArray<double> Numbers(JsonElement element, string member)
    {
        Check(element.ValueKind == JsonValueKind.Array, member, "must be an array of numbers.");
        return [.. element.EnumerateArray().Select(number => Number(number, member))];
    }

    public static double Number(JsonElement element, string member)
    {
        Check(element.ValueKind == JsonValueKind.Number, member, "must hold numbers only.");
        return element.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : throw new MemberException(member, $"{element.GetRawText()} is beyond double precision.");
    }

    /// <summary>Reads an entry for each component, and says of which if it is wrong.</summary>
    public static ImmutableArray<T> OfComponents<T>(JsonElement element, string member, Func<JsonElement, T> read)
    {
        Check(element.ValueKind == JsonValueKind.Array, member, "must be an array with an entry for each component.");
        return [.. element.EnumerateArray().Select((each, k) => OfComponent(k, () => read(each)))];

        T OfComponent(int component, Func<T> read)
        {
            try
            {
                return read();
            }
            catch (MemberException error)
            {
                throw new MemberException(member, FormattableString.Invariant(
                    $"component {component}: {(string.Equals(error.Fault.Member, member, StringComparison.Ordinal) ? error.Fault.Detail : error.Fault.Message)}"));
            }
        }
    }

    /// <summary>What a factory made of members, or its fault by a member's name.</summary>
    /// <param name="made">What it made.</param>
    /// <param name="member">The member that it was made of; null if members are named as its arguments.</param>
    public static T Valid<T>(Outcome<T, ValueFault> made, string? member = null)
        where T : notnull => made.Or(fault => throw new MemberException(
            member ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(fault.Argument), fault.Message));

    public static void Check(bool holds, string? member, string otherwise)
    {
        if (!holds)
        {
            throw new MemberException(member, otherwise);
        }
    }

    private JsonElement Require(string name, JsonValueKind kind)
    {
        var member = Require(name);
        Check(member.ValueKind == kind, name, $"must be {Article(kind)}.");
        return member;
    }

    private static string Article(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        _ => "a number",
    };
}
