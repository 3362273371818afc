using System.Text.Json;

namespace GmmPure;

/// <content>An expectation as text, to travel where bytes cannot.</content>
public sealed partial record Expectation
{
    private const string JsonFormat = "gmmpure-expectation";
    private const int JsonVersion = 1;

    /// <summary>
    /// The expectation as a JSON object, from which <see cref="TryParse(string)"/> makes an equal one: <c>{"format":
    /// "gmmpure-expectation", "version": 1, "moments": "full" | "diagonal" | "trace" | "none", "pooled": …, "reference": K×D,
    /// "first_leaf": …, "rows": …, "branches": [{"level": …, "index": …, "sums": …}]}</c>, and <c>"unreachable": {"row": …, "label": …}</c>
    /// if a row has density 0. A branch's sums are ℓ with its error, N_k,
    /// first and second moments, and their errors, as lists.
    /// </summary>
    public string ToJson() => JsonText.Object(writer =>
    {
        writer.WriteString("format", JsonFormat);
        writer.WriteNumber("version", JsonVersion);
        writer.WriteString("moments", NameOf(Layout.Shape));
        writer.WriteBoolean("pooled", Layout.IsPooled);
        writer.WritePropertyName("reference");
        writer.Rows(Reference);
        writer.WriteNumber("first_leaf", FirstLeaf);
        writer.WriteNumber("rows", RowCount);
        writer.WriteStartArray("branches");
        foreach (var (level, index, sums) in Branches)
        {
            writer.WriteStartObject();
            writer.WriteNumber("level", level);
            writer.WriteNumber("index", index);
            writer.WriteStartArray("sums");
            foreach (var list in sums)
            {
                writer.Numbers(list.AsSpan());
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (Unreachable is { } row)
        {
            writer.WriteStartObject("unreachable");
            writer.WriteNumber("row", row.Row);
            writer.WriteNumberOrNull("label", row.Label);
            writer.WriteEndObject();
        }
    });

    /// <summary>Reads what <see cref="ToJson"/> writes, strictly, or says what is wrong with it.</summary>
    /// <param name="json">One object.</param>
    public static Outcome<Expectation, FormatFault> TryParse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return JsonMembers.Read(json, BytesOf).Bind(bytes => TryParse(bytes.AsSpan()));
    }

    private static ImmutableArray<byte> BytesOf(JsonMembers members)
    {
        members.CheckFormat(JsonFormat, JsonVersion);
        string name = members.String("moments");
        var shape = Enum.GetValues<MomentShape>().Cast<MomentShape?>()
            .FirstOrDefault(each => string.Equals(NameOf(each!.Value), name, StringComparison.Ordinal))
            ?? throw new MemberException("moments", $"there are no moments \"{name}\".");
        return BytesOf(
            new MomentLayout(shape, members.Flag("pooled")),
            members.Rows("reference"),
            members.Long("first_leaf"),
            members.Long("rows"),
            members.Objects("branches").Select(branch => (
                (int)Math.Min(branch.Long("level"), int.MaxValue),
                branch.Long("index"),
                branch.Lists("sums"))),
            members.Has("unreachable") ? UnreachableOf(members.Object("unreachable")) : null);
    }

    private static Degeneracy.Unreachable UnreachableOf(JsonMembers row) =>
        UnreachableOf(row.Long("row"), row.Require("label").ValueKind == JsonValueKind.Null ? -1 : row.Long("label"));

    private static string NameOf(MomentShape shape) => JsonNamingPolicy.KebabCaseLower.ConvertName($"{shape}");
}
