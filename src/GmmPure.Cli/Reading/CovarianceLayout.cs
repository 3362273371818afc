using System.Text.Json;

namespace GmmPure.Cli.Reading;

/// <summary>
/// The covariances of a history's line: by structure, as a model file holds them, or a whole matrix for every component,
/// as other software writes them whatever the structure.
/// </summary>
internal static class CovarianceLayout
{
    public const string Member = "covariances";

    /// <summary>The structure that the shape tells, where it tells one.</summary>
    public static CovarianceStructure Infer(JsonMembers members, int components, int dimension)
    {
        var element = members.Require(Member);
        bool isSquare = components == dimension && components > 1;
        return Depth(element) switch
        {
            0 => CovarianceStructure.TiedSpherical,
            1 when isSquare => throw Unclear("spherical", "tied-diagonal"),
            1 => element.GetArrayLength() == components ? CovarianceStructure.Spherical : CovarianceStructure.TiedDiagonal,
            2 when isSquare => throw Unclear("diagonal", "tied"),
            2 => element.GetArrayLength() == components ? CovarianceStructure.Diagonal : CovarianceStructure.Tied,
            _ => CovarianceStructure.Full,
        };
    }

    /// <summary>Every component's matrix (K of D×D).</summary>
    public static ImmutableArray<Table> Read(JsonElement element, CovarianceStructure structure, int components, int dimension)
    {
        bool isWhole = structure != CovarianceStructure.Full && Depth(element) == 3;
        var layout = isWhole ? CovarianceStructure.Full : structure;
        if (layout.IsShared)
        {
            return [.. Enumerable.Repeat(One(element, layout.Shape, dimension), components)];
        }

        ImmutableArray<JsonElement> each =
            [.. JsonMembers.Items(element, Member, "must be an array with an entry for each component")];
        return each.Length == components
            ? [.. each.Select((item, k) => OfComponent(k, () => One(item, layout.Shape, dimension)))]
            : throw new MemberException(Member, $"{components} weights need as many covariances, not {each.Length}");
    }

    private static MemberException Unclear(string one, string other) => new(
        Member, $"can be {one} or {other} by their shape, and there is no \"covariance\"; say which with --covariance");

    /// <summary>How deep arrays are nested; an empty one has nothing in it.</summary>
    private static int Depth(JsonElement element) => element.ValueKind != JsonValueKind.Array ? 0
        : element.GetArrayLength() == 0 ? 1
        : 1 + Depth(element[0]);

    private static Table One(JsonElement element, CovarianceShape shape, int dimension) => shape switch
    {
        CovarianceShape.Full => Sized(JsonMembers.Rows(element, Member), dimension),
        CovarianceShape.Diagonal => Diagonal(JsonMembers.Numbers(element, Member), dimension),
        _ => Diagonal([.. Enumerable.Repeat(JsonMembers.Number(element, Member), dimension)], dimension),
    };

    private static Table Sized(Table matrix, int dimension) =>
        matrix.RowCount == dimension && matrix.ColumnCount == dimension
            ? matrix
            : throw new MemberException(
                Member, $"a covariance is {dimension}×{dimension} here, not {matrix.RowCount}×{matrix.ColumnCount}");

    private static Table Diagonal(ImmutableArray<double> variances, int dimension)
    {
        if (variances.Length != dimension)
        {
            throw new MemberException(Member, $"{dimension} columns need as many variances, not {variances.Length}");
        }

        double[] elements = new double[dimension * dimension];
        for (int i = 0; i < dimension; i++)
        {
            elements[(i * dimension) + i] = variances[i];
        }

        return Table.Create(dimension, dimension, elements);
    }

    /// <summary>Reads what belongs to a component, and says to which if it is wrong.</summary>
    private static Table OfComponent(int component, Func<Table> read)
    {
        try
        {
            return read();
        }
        catch (MemberException error)
        {
            throw new MemberException(Member, FormattableString.Invariant($"component {component}: {error.Detail}"));
        }
    }
}
