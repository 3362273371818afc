namespace GmmPure.Reference;

/// <summary>Starts that end: what is certified is the iteration, the component and the column, and all that comes before.</summary>
internal static class DegenerateProblems
{
    private static readonly double[][] Square = [[0, 0], [1, 0], [0, 1], [1, 1], [0.5, 0.25], [50, 50]];

    public static IEnumerable<ReferenceProblem> All => [Point, Emptied, Line, Ball, SharedLine];

    private static ReferenceProblem Point => new(
        "degenerate-point",
        "Component 1 shrinks onto the 5.",
        Dataset.FromValues([0, 0, 0, 0, 1, 1, 1, 5]),
        GaussianMixture.Univariate([0.5, 0.5], [0, 3], [1, 1]),
        LastIteration: 20);

    private static ReferenceProblem Emptied => new(
        "degenerate-emptied",
        "Component 2 stands 1000 standard deviations from all rows: it has none of them.",
        Dataset.FromValues([-3, -2.5, -1, 0, 2, 4, 5]),
        GaussianMixture.Univariate([0.25, 0.5, 0.25], [-4, 2, 1000], [1, 2, 1]),
        LastIteration: 20);

    /// <summary>Three rows of the second cluster lie on y = 2x − 2, and soon it has no others.</summary>
    private static ReferenceProblem Line => new(
        "degenerate-line",
        "Component 1 keeps three rows, which lie on a line: given column 0, column 1 varies no more.",
        Dataset.FromRows([.. Square[..5], [4, 6], [5, 8], [7, 12]]),
        Starts.Of(CovarianceStructure.Full, [0.5, 0.5], [[0, 0], [4, 6]], 16, 16),
        LastIteration: 20);

    private static ReferenceProblem Ball => new(
        "degenerate-ball",
        "A ball shrinks onto the row (50, 50): in all columns at once.",
        Dataset.FromRows(Square),
        Starts.Of(CovarianceStructure.Spherical, [0.5, 0.5], [[0.5, 0.5], [40, 40]], 256, 256),
        LastIteration: 20);

    private static ReferenceProblem SharedLine => new(
        "degenerate-shared",
        "All rows lie on y = 3x: the covariance that the components share has no width, and no component is to blame.",
        Dataset.FromRows(Enumerable.Range(0, 10).Select(i => new double[] { i, 3 * i })),
        Starts.Of(CovarianceStructure.Tied, [0.5, 0.5], [[2, 6], [7, 20]], 4, 16),
        LastIteration: 20);
}
