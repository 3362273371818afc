namespace GmmPure.Reference;

/// <summary>Simple starts.</summary>
internal static class Starts
{
    /// <summary>Means with the same covariance, diagonal: the variances, or in a ball the first of them.</summary>
    public static GaussianMixture Of(
        CovarianceStructure structure, double[] weights, double[][] means, params double[] variances)
    {
        var covariance = Shaped(structure.Shape, variances);
        return structure.IsShared
            ? GaussianMixture.CreateTied(weights, Table.FromRows(means), covariance)
            : GaussianMixture.Create(weights, Table.FromRows(means), Enumerable.Repeat(covariance, means.Length));
    }

    /// <summary>Weights near 1/K that sum to 1 exactly: in 64ths, the last takes the rest.</summary>
    public static double[] NearlyEqual(int components)
    {
        double share = Math.Floor(64.0 / components) / 64;
        return [.. Enumerable.Repeat(share, components - 1), 1 - ((components - 1) * share)];
    }

    private static Covariance Shaped(CovarianceShape shape, double[] variances) => shape switch
    {
        CovarianceShape.Full => Covariance.Full(Covariance.Diagonal(variances).ToTable()),
        CovarianceShape.Diagonal => Covariance.Diagonal(variances),
        _ => Covariance.Spherical(variances.Length, variances[0]),
    };
}
