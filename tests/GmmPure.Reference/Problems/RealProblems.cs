namespace GmmPure.Reference;

/// <summary>The data sets that everyone knows, from starts that anyone can write down.</summary>
internal static class RealProblems
{
    private static readonly double[][] GeyserMeans = [[2, 55], [4.5, 80], [3.5, 65]];

    /// <summary>Rows 1, 51 and 101: one of each species.</summary>
    private static readonly double[][] IrisMeans = [[5.1, 3.5, 1.4, 0.2], [7, 3.2, 4.7, 1.4], [6.3, 3.3, 6, 2.5]];

    private static readonly double[] GalaxyMeans = [9, 16, 20, 23, 26, 33];

    public static IEnumerable<ReferenceProblem> All =>
    [
        .. CovarianceStructure.All.Select(structure => OldFaithful(structure, 2)),
        .. CovarianceStructure.All.Select(structure => OldFaithful(structure, 3)),
        .. CovarianceStructure.All.Select(Iris),
        Galaxies(0, 2, 5),
        Galaxies(0, 2, 3, 5),
        Galaxies(0, 1, 2, 3, 5),
        Galaxies(0, 1, 2, 3, 4, 5),
    ];

    /// <summary>Means and variances of the size of the data; a ball takes 16 square minutes, between the columns.</summary>
    private static ReferenceProblem OldFaithful(CovarianceStructure structure, int components) => new(
        $"old-faithful-{components}-{structure.Name}",
        "Old Faithful: minutes of eruption and of waiting for the next (Azzalini and Bowman, Applied Statistics 39, 1990; R's faithful).",
        DataSets.OldFaithful,
        Starts.Of(
            structure,
            Starts.NearlyEqual(components),
            GeyserMeans[..components],
            structure.Shape == CovarianceShape.Spherical ? [16, 16] : [0.25, 36]),
        LastIteration: 20);

    private static ReferenceProblem Iris(CovarianceStructure structure) => new(
        $"iris-3-{structure.Name}",
        "Fisher's irises (R's iris): sepal length and width, petal length and width, in cm; the means are rows 1, 51 and 101.",
        DataSets.Iris,
        Starts.Of(structure, Starts.NearlyEqual(3), IrisMeans, 0.25, 0.25, 0.25, 0.25),
        LastIteration: 20);

    private static ReferenceProblem Galaxies(params int[] means) => new(
        $"galaxies-{means.Length}",
        "Velocities of 82 galaxies in 1000 km/s (Postman, Huchra and Geller 1986; Roeder, JASA 85, 1990; MASS's galaxies).",
        DataSets.Galaxies,
        Starts.Of(
            CovarianceStructure.Full,
            Starts.NearlyEqual(means.Length),
            [.. means.Select(i => new[] { GalaxyMeans[i] })],
            2),
        LastIteration: 30);
}
