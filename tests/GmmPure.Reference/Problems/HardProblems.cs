namespace GmmPure.Reference;

/// <summary>Problems on which software loses digits. Their data are made of <see cref="Draws"/>.</summary>
internal static class HardProblems
{
    public static IEnumerable<ReferenceProblem> All =>
        [FarFromZero, NearlyCollinear, .. CovarianceStructure.All.Select(FarApart), ColumnScales];

    private static ReferenceProblem FarFromZero => new(
        "offset-1e8",
        "Two clusters of standard deviation 1, 4 apart, at 10⁸: the mean of squares minus the square of the mean keeps no digit.",
        Rows(seed: 1, count: 100, (n, z) => [1e8 + z[0] + (n % 2 * 4), -1e8 + z[1]], columns: 2),
        Starts.Of(CovarianceStructure.Full, [0.5, 0.5], [[1e8 - 1, -1e8], [1e8 + 5, -1e8]], 2, 2),
        LastIteration: 25);

    /// <summary>The third column is the sum of the others up to 2⁻¹⁵: the smallest eigenvalue is some 2⁻³⁰/3, the largest near 8.</summary>
    private static ReferenceProblem NearlyCollinear => new(
        "nearly-collinear",
        "Two clusters in three columns, the third of which is the sum of the others but for noise of 2⁻¹⁵: condition numbers of some 10¹⁰.",
        Rows(
            seed: 2,
            count: 90,
            (n, z) =>
            {
                double first = (2 * z[0]) + (n % 3 == 0 ? 5 : 0);
                return [first, z[1], first + z[1] + (z[2] / 32768)];
            },
            columns: 3),
        Starts.Of(CovarianceStructure.Full, [0.25, 0.75], [[5, 0, 5], [0, 0, 0]], 4, 1, 4),
        LastIteration: 15);

    private static ReferenceProblem FarApart(CovarianceStructure structure) => new(
        $"far-apart-{structure.Name}",
        "Three clusters 10⁵ standard deviations apart, from covariances as wide as the distance: responsibilities of e to the −10¹⁰.",
        Rows(seed: 3, count: 90, (n, z) => [z[0] + (n % 3 == 1 ? 1e5 : 0), z[1] + (n % 3 == 2 ? 1e5 : 0)], columns: 2),
        Starts.Of(
            structure, Starts.NearlyEqual(3), [[0, 0], [90000, 0], [0, 110000]], 1073741824, 1073741824),
        LastIteration: 10);

    private static ReferenceProblem ColumnScales => new(
        "column-scales",
        "Two clusters in columns of sizes 10⁻⁶, 1 and 10⁶.",
        Rows(
            seed: 4,
            count: 80,
            (n, z) => [1e-6 * (z[0] + (n % 2 * 3)), z[1] + (z[0] / 2), 1e6 * (z[2] + z[1] - (n % 2 * 3))],
            columns: 3),
        Starts.Of(CovarianceStructure.Full, [0.5, 0.5], [[-1e-6, 0, 1e6], [4e-6, 0, -4e6]], 1e-12, 1, 1e12),
        LastIteration: 20);

    /// <summary>Row n is a function of n and of the next few draws.</summary>
    private static Dataset Rows(int seed, int count, Func<int, double[], double[]> row, int columns) =>
        Dataset.FromRows(Draws.Normal(seed, count * columns).Chunk(columns).Select((z, n) => row(n, z)));
}
