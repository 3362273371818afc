namespace GmmPure.Reference;

/// <summary>Problems that can be followed by hand.</summary>
internal static class SmallProblems
{
    public static IEnumerable<ReferenceProblem> All => [SevenPoints, OneComponent, RidgeFivePoints, RidgeIris, RowWeights];

    private static ReferenceProblem SevenPoints => new(
        "seven-points",
        "The running example of Deisenroth, Faisal and Ong, Mathematics for Machine Learning, chapter 11: seven points, three components.",
        Dataset.FromValues([-3, -2.5, -1, 0, 2, 4, 5]),
        GaussianMixture.Univariate([1 / 3.0, 1 / 3.0, 1 / 3.0], [-4, 0, 8], [1, 0.2, 3]),
        LastIteration: 30);

    private static ReferenceProblem OneComponent => new(
        "one-component",
        "One component: from any start, one iteration gives the mean and the covariance with the divisor N. The data are Fisher's irises.",
        DataSets.Iris,
        Starts.Of(CovarianceStructure.Full, [1], [[5, 3, 4, 1]], 1, 1, 1, 1),
        LastIteration: 2);

    private static ReferenceProblem RidgeFivePoints => new(
        "ridge-five-points",
        "A ridge does not climb: the log-likelihood rises in the first iteration and falls in the second.",
        Dataset.FromValues([0, 0, 1, 3, 3]),
        GaussianMixture.Univariate([0.5, 0.5], [0, 4], [1, 1]),
        LastIteration: 30,
        Ridge: 1);

    private static ReferenceProblem RidgeIris => new(
        "ridge-iris",
        "A ridge of 2⁻⁶ on Fisher's irises, three components with full covariances; the means are rows 1, 51 and 101.",
        DataSets.Iris,
        Starts.Of(
            CovarianceStructure.Full,
            Starts.NearlyEqual(3),
            [[5.1, 3.5, 1.4, 0.2], [7, 3.2, 4.7, 1.4], [6.3, 3.3, 6, 2.5]],
            0.25,
            0.25,
            0.25,
            0.25),
        LastIteration: 10,
        Ridge: 0.015625);

    /// <summary>Row n counts n mod 4 times, so that a quarter of the rows do not count.</summary>
    private static ReferenceProblem RowWeights => new(
        "row-weights",
        "Rows that count 0, 1, 2 or 3 times: the first eighty of Old Faithful.",
        Dataset.FromRows(DataSets.OldFaithful.Values.Rows.Take(80).Select(row => row.AsEnumerable()))
            .WithWeights(Enumerable.Range(0, 80).Select(n => (double)(n % 4))),
        Starts.Of(CovarianceStructure.Full, [0.5, 0.5], [[2, 55], [4.5, 80]], 0.25, 36),
        LastIteration: 20);
}
