using System.Text.Json;

namespace GmmPure.Cli.Reading;

/// <summary>What is wrong with a JSON object that was read: its member, and how.</summary>
internal sealed class MemberException(string? member, string detail)
    : Exception(member is null ? detail : $"\"{member}\": {detail}")
{
    /// <summary>How, without the member.</summary>
    public string Detail { get; } = detail;
}

/// <summary>The members of one JSON object, read strictly; null stands for a member that is missing.</summary>
internal sealed class JsonMembers
{
    private const string NoRows = "must be an array of rows, each an array of numbers";

    private readonly Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);

    private JsonMembers(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new MemberException(null, "not a JSON object");
        }

        foreach (var member in root.EnumerateObject())
        {
            if (!members.TryAdd(member.Name, member.Value))
            {
                throw new MemberException(member.Name, "stands twice");
            }
        }
    }

    /// <summary>Reads something of the object that a text is.</summary>
    /// <exception cref="MemberException">The text is none, or not such a one.</exception>
    public static T Read<T>(string text, Func<JsonMembers, T> read)
    {
        if (text.AsSpan().TrimStart() is not ['{', ..])
        {
            throw new MemberException(null, "not a JSON object: it does not begin with {");
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return read(new JsonMembers(document.RootElement));
        }
        catch (JsonException)
        {
            throw new MemberException(null, SyntaxFault(text));
        }
        catch (InvalidOperationException)
        {
            // What a name or a string does when half of a surrogate pair is missing.
            throw new MemberException(null, "a name or a string in it is not Unicode text");
        }
    }

    /// <summary>The members of an object within.</summary>
    /// <exception cref="MemberException">It is none, or a member stands twice.</exception>
    public static JsonMembers Of(JsonElement element) => new(element);

    /// <summary>The member, if it is there.</summary>
    public JsonElement? Find(string name) =>
        members.TryGetValue(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    /// <summary>The member, which must be there.</summary>
    public JsonElement Require(string name) => Find(name) ?? throw new MemberException(name, "is missing");

    /// <summary>A number, if it is there.</summary>
    public double? FindNumber(string name) => Find(name) is { } member ? Number(member, name) : null;

    /// <summary>A number, which must be there.</summary>
    public double RequireNumber(string name) => Number(Require(name), name);

    /// <summary>An array of numbers, which must be there.</summary>
    public ImmutableArray<double> RequireNumbers(string name) => Numbers(Require(name), name);

    /// <summary>A whole number from 0 on, if it is there.</summary>
    public int? FindWhole(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } member when member.TryGetInt32(out int number) && number >= 0 => number,
        _ => throw new MemberException(name, "must be a whole number from 0 on"),
    };

    /// <summary>A string, if it is there.</summary>
    public string? FindString(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } member => member.GetString(),
        _ => throw new MemberException(name, "must be a string"),
    };

    /// <summary>An array of strings, if it is there.</summary>
    public ImmutableArray<string>? FindStrings(string name)
    {
        if (Find(name) is not { } member)
        {
            return null;
        }

        ImmutableArray<JsonElement> each = [.. Items(member, name, "must be an array of strings")];
        return each.All(item => item.ValueKind == JsonValueKind.String)
            ? [.. each.Select(item => item.GetString()!)]
            : throw new MemberException(name, "must be an array of strings");
    }

    /// <summary>An array of numbers, if it is there.</summary>
    public ImmutableArray<double>? FindNumbers(string name) => Find(name) is { } member ? Numbers(member, name) : null;

    /// <summary>A finite number.</summary>
    public static double Number(JsonElement element, string name) =>
        element.ValueKind != JsonValueKind.Number ? throw new MemberException(name, "must hold numbers only")
        : element.TryGetDouble(out double number) && double.IsFinite(number) ? number
        : throw new MemberException(name, $"{element.GetRawText()} is beyond double precision");

    /// <summary>An array of finite numbers.</summary>
    public static ImmutableArray<double> Numbers(JsonElement element, string name, string otherwise = "must be an array of numbers") =>
        [.. Items(element, name, otherwise).Select(item => Number(item, name))];

    /// <summary>An array of rows of one length.</summary>
    public static Table Rows(JsonElement element, string name)
    {
        ImmutableArray<ImmutableArray<double>> rows =
            [.. Items(element, name, NoRows).Select(row => Numbers(row, name, NoRows))];
        if (rows.IsEmpty || rows[0].IsEmpty)
        {
            throw new MemberException(name, "is empty");
        }

        return rows.All(row => row.Length == rows[0].Length)
            ? Table.Create(rows.Length, rows[0].Length, [.. rows.SelectMany(row => row)])
            : throw new MemberException(name, "has rows of different lengths");
    }

    /// <summary>The items of an array.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement element, string name, string otherwise) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : throw new MemberException(name, otherwise);

    /// <summary>What reading it as a model says of the syntax; the text is one line.</summary>
    private static string SyntaxFault(string text) => GaussianMixture.TryParse(text).Match(
        _ => "not valid JSON",
        fault => fault.Message.Replace(" at line 1, byte", " at byte", StringComparison.Ordinal).TrimEnd('.'));
}
