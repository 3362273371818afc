namespace GmmPure.Benchmarks;

/// <summary>What to measure.</summary>
internal sealed record Arguments(bool HasPeers, bool HasLarge, ImmutableArray<string> Only)
{
    public const string Usage = """
        dotnet run -c Release --project tests/GmmPure.Benchmarks -- [--no-peers] [--large] [--only NAME,NAME…]
          --no-peers  measures no other software
          --large     begins with 256 components in 512 dimensions: minutes, and gigabytes
          --only      measures only what is named: shapes (S1 … S7, S2t, S6t, S7t), parts, variants, growth, starts, fits, large
        """;

    private const string Parts = "parts";
    private const string Variants = "variants";
    private const string Growth = "growth";
    private const string Starts = "starts";
    private const string Fits = "fits";
    private const string Large = "large";

    private static IEnumerable<string> Names => [.. Shape.All.Select(shape => shape.Name), Parts, Variants, Growth, Starts, Fits, Large];

    public IEnumerable<Shape> Shapes => Shape.All.Where(shape => Includes(shape.Name));

    public bool IncludesParts => Includes(Parts);

    public bool IncludesVariants => Includes(Variants);

    public bool IncludesGrowth => Includes(Growth);

    public bool IncludesStarts => Includes(Starts);

    public bool IncludesFits => Includes(Fits);

    public bool IncludesLarge => HasLarge || Only.Contains(Large);

    /// <summary>Null where they cannot be understood.</summary>
    public static Arguments? Parse(IEnumerable<string> given)
    {
        var queue = new Queue<string>(given);
        var parsed = new Arguments(HasPeers: true, HasLarge: false, []);
        while (queue.TryDequeue(out string? option))
        {
            switch (option)
            {
                case "--no-peers":
                    parsed = parsed with { HasPeers = false };
                    break;
                case "--large":
                    parsed = parsed with { HasLarge = true };
                    break;
                case "--only" when queue.TryDequeue(out string? names):
                    parsed = parsed with { Only = [.. parsed.Only, .. names.Split(',')] };
                    break;
                default:
                    return null;
            }
        }

        return parsed.Only.All(Names.Contains) ? parsed : null;
    }

    private bool Includes(string name) => Only.IsEmpty || Only.Contains(name);
}
