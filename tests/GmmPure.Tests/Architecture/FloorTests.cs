namespace GmmPure.Tests.Architecture;

/// <summary>The core's folders are floors: what stands on one names only what stands on it or below.</summary>
public class FloorTests
{
    /// <summary>The folders from the ground up; those in one line stand side by side. The first is the core's own folder.</summary>
    private static readonly ImmutableArray<ImmutableArray<string>> Floors =
    [
        [""],
        ["Kernels"],
        ["Data"],
        ["Mixtures", "Mixtures/Structures"],
        ["Steps", "Passes"],
        ["History"],
        ["Warnings"],
        ["Starts"],
        ["Families"],
        ["Fits"],
        ["Distribution"],
        ["Json"],
    ];

    private static readonly string Core = Path.Combine(House.Root, "src", "GmmPure");

    private static readonly ImmutableArray<SourceText> Files = [.. SourceText.Under(Core)];

    [Fact]
    public void Every_folder_is_a_floor() => Assert.Equal(
        Floors.SelectMany(floor => floor).Order(StringComparer.Ordinal),
        Files.Select(file => file.Folder).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public void A_floor_names_no_type_of_a_floor_above_it()
    {
        var floors = Files.SelectMany(file => file.DeclaredTypes.Select(type => (type, floor: FloorOf(file))))
            .GroupBy(declared => declared.type, declared => declared.floor, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Min(), StringComparer.Ordinal);

        Assert.Empty(
            from file in Files
            let hidden = Files.Where(other => other.DeclaredTypes.Overlaps(file.DeclaredTypes.Union(file.BaseTypes))).SelectMany(other => other.Members)
                .ToHashSet(StringComparer.Ordinal)
            from type in file.NamedTypes(hidden)
            where floors.TryGetValue(type, out int floor) && floor > FloorOf(file)
            select $"{file.Path} names {type.TrimEnd('<')}");
    }

    /// <summary>A partial type belongs to the lowest floor on which a part of it stands, but each part's members to the part's own.</summary>
    [Fact]
    public void A_floor_calls_no_member_of_a_part_above_it()
    {
        Assert.Empty(
            from part in Files
            from type in part.PartialTypes
            let others = Files.Where(file => file.DeclaredTypes.Contains(type)).ToArray()
            from member in part.Members
            where !others.Any(file => FloorOf(file) < FloorOf(part) && file.Members.Contains(member))
            from file in Files
            where FloorOf(file) < FloorOf(part)
            where file.NamesMember(type, member) || (file.DeclaredTypes.Contains(type) && file.CallsOwn(member))
            select $"{file.Path} calls {type}.{member} of {part.Path}");
    }

    [Fact]
    public void The_search_finds_what_is_named()
    {
        var iterations = Files.Single(file => file.Path == "History/Em.Iterate.cs");

        Assert.Equal(["Iterate", "Unfold"], iterations.Members.Order(StringComparer.Ordinal));
        Assert.Equal(["Em"], iterations.PartialTypes);
        Assert.Contains("EmMap<", iterations.NamedTypes(ImmutableHashSet<string>.Empty));
        Assert.DoesNotContain("UnreachableRowException", iterations.NamedTypes(ImmutableHashSet<string>.Empty));
        Assert.Contains(Files, file => file.NamesMember("Em", "MStep"));
    }

    private static int FloorOf(SourceText file) =>
        Enumerable.Range(0, Floors.Length).Single(floor => Floors[floor].Contains(file.Folder));
}
