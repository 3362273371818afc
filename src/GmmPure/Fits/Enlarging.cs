namespace GmmPure;

/// <summary>
/// Starts of a larger model from the fit of a smaller one that it contains. A nested model is never better, so that a larger one that
/// was fitted worse has missed its optimum, and these are nearer.
/// </summary>
internal static class Enlarging
{
    /// <summary>How far apart the halves of a component that is split are put, in its standard deviations.</summary>
    private const double Apart = 1;

    /// <summary>Whether each covariance that one structure allows is one that the other allows, too.</summary>
    public static bool IsWithin(CovarianceStructure smaller, CovarianceStructure larger) =>
        (int)smaller.Shape >= (int)larger.Shape && (smaller.IsShared || !larger.IsShared);

    /// <summary>
    /// The starts: each component split in turn and, of two further ones, the heaviest, until there are K; and the smaller mixture
    /// itself, with equal twins, whose likelihood no EM step makes less.
    /// </summary>
    /// <param name="smaller">The fit of the smaller model.</param>
    /// <param name="components">K of the larger model.</param>
    /// <param name="structure">The structure of the larger model.</param>
    /// <param name="variances">The variances of the data's columns (D).</param>
    public static ImmutableArray<GaussianMixture> Starts(
        GaussianMixture smaller, int components, CovarianceStructure structure, ImmutableArray<double> variances)
    {
        var wider = Widened(smaller, structure);
        return smaller.ComponentCount == components
            ? [wider]
            :
            [
                .. Enumerable.Range(0, smaller.ComponentCount).Select(k => Grown(Split(wider, k, variances, Apart), components, variances, Apart)),
                Grown(wider, components, variances, apart: 0),
            ];
    }

    private static GaussianMixture Grown(GaussianMixture mixture, int components, ImmutableArray<double> variances, double apart)
    {
        while (mixture.ComponentCount < components)
        {
            mixture = Split(mixture, mixture.Weights.IndexOf(mixture.Weights.Max()), variances, apart);
        }

        return mixture.InCanonicalOrder();
    }

    /// <summary>
    /// The mixture with a component twice, of half the weight each, and their means apart along Σ·e_j/√Σ_jj, where j is the column in
    /// which the component is widest for the data; a constant column parts no rows.
    /// </summary>
    private static GaussianMixture Split(GaussianMixture mixture, int component, ImmutableArray<double> variances, double apart)
    {
        var covariance = mixture.Covariances[component];
        int widest = Enumerable.Range(0, mixture.Dimension).MaxBy(j => variances[j] > 0 ? covariance[j, j] / variances[j] : 0);
        double[] half =
        [
            .. Enumerable.Range(0, mixture.Dimension)
                .Select(i => apart / 2 * covariance[i, widest] / covariance.StandardDeviation(widest)),
        ];
        var each = Enumerable.Range(0, mixture.ComponentCount).ToImmutableArray();
        return GaussianMixture.Create(
            [.. each.Select(k => mixture.Weights[k] / (k == component ? 2 : 1)), mixture.Weights[component] / 2],
            Table.FromRows(
            [
                .. each.Select(k => k == component ? Moved(-1) : mixture.Means.Row(k).ToArray()),
                Moved(1),
            ]),
            mixture.Covariances.Add(covariance),
            mixture.Structure);

        double[] Moved(int sign) => [.. half.Select((step, i) => mixture.Means[component, i] + (sign * step))];
    }

    /// <summary>The same mixture as one of a structure that contains its own.</summary>
    private static GaussianMixture Widened(GaussianMixture mixture, CovarianceStructure structure) => mixture.Structure == structure
        ? mixture
        : GaussianMixture.Create(
            mixture.Weights, mixture.Means, mixture.Covariances.Select(covariance => Widened(covariance, structure.Shape)), structure);

    private static Covariance Widened(Covariance covariance, CovarianceShape shape) => covariance.Shape == shape ? covariance
        : shape is CovarianceShape.Full ? Covariance.Full(covariance.ToTable())
        : Covariance.Diagonal(Enumerable.Range(0, covariance.Dimension).Select(j => covariance[j, j]));
}
