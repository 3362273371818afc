using GmmPure.Kernels;

namespace GmmPure;

/// <summary>
/// How nearly two distributions p and q are the same: the Bhattacharyya coefficient BC = ∫√(p·q), 1 if they are and only then, whatever
/// the columns' units.
/// </summary>
internal static class Overlap
{
    /// <summary>
    /// The least BC at which two components count as nearly the same. The best rule that assigns rows to one of the two errs with a
    /// probability of at least ½·(1 − √(1 − BC²)): at this BC it assigns some 40 of 100 rows wrongly, where a coin assigns 50.
    /// </summary>
    public const double Least = 0.98;

    /// <summary>−ln of <see cref="Least"/>.</summary>
    private const double Farthest = 0.020202707317519466;

    /// <summary>The components that are nearly the same as one before them, each with the first such and their BC.</summary>
    /// <param name="components">K.</param>
    /// <param name="overlap">BC of two components, or 0 where it is below the least.</param>
    public static IEnumerable<(int One, int Other, double Overlap)> Twins(int components, Func<int, int, double> overlap)
    {
        for (int other = 1; other < components; other++)
        {
            for (int one = 0; one < other; one++)
            {
                if (overlap(one, other) is >= Least and var same)
                {
                    yield return (one, other, Math.Min(same, 1));
                    break;
                }
            }
        }
    }

    /// <summary>The components of a Gaussian mixture that are nearly the same as one before them, each with the first such.</summary>
    /// <param name="mixture">θ.</param>
    public static IEnumerable<(int One, int Other, double Overlap)> Twins(GaussianMixture mixture)
    {
        double[][] deviations =
        [
            .. mixture.Covariances.Select(covariance => Enumerable.Range(0, mixture.Dimension).Select(covariance.StandardDeviation).ToArray()),
        ];
        return Twins(mixture.ComponentCount, (one, other) => Of(mixture, deviations, one, other));
    }

    /// <summary>
    /// BC of two components: −ln BC = ⅛·(μ₁ − μ₂)ᵀ·Σ̄⁻¹·(μ₁ − μ₂) + ½·ln(|Σ̄| / √(|Σ₁|·|Σ₂|)) with Σ̄ = (Σ₁ + Σ₂)/2; 0 where it is below
    /// the least. No marginal distribution has a smaller one, so that most pairs are told apart by their first columns.
    /// </summary>
    private static double Of(GaussianMixture mixture, double[][] deviations, int one, int other)
    {
        var means = mixture.Means.Row(one);
        var otherMeans = mixture.Means.Row(other);
        bool isFull = mixture.Covariances[one].Shape == CovarianceShape.Full;
        double distance = 0;
        for (int j = 0; j < means.Length; j++)
        {
            double apart = OfColumn(means[j] - otherMeans[j], deviations[one][j], deviations[other][j]);
            distance = isFull ? apart : distance + apart;
            if (!(distance <= Farthest))
            {
                return 0;
            }
        }

        return Elementary.Exp(-(isFull && means.Length > 1 ? OfFull(mixture, one, other) : distance));
    }

    /// <summary>−ln BC in one column, of deviations whose squares may be no numbers any more.</summary>
    private static double OfColumn(double difference, double left, double right)
    {
        double ratio = left / right;
        double spread = ratio + (1 / ratio);
        double place = difference / left * (difference / right) / (4 * spread);
        return place > Farthest ? place : place + (Elementary.Log(spread / 2) / 2);
    }

    /// <summary>−ln BC of full covariances; infinite where rounding leaves their mean singular.</summary>
    private static double OfFull(GaussianMixture mixture, int one, int other)
    {
        var (left, right) = ((FullCovariance)mixture.Covariances[one], (FullCovariance)mixture.Covariances[other]);
        double[] difference = [.. Enumerable.Range(0, mixture.Dimension).Select(j => mixture.Means[one, j] - mixture.Means[other, j])];
        if (left.Equals(right))
        {
            return left.SquaredNorm(difference) / 8;
        }

        double[] mean = [.. left.Matrix.Elements.Zip(right.Matrix.Elements, (x, y) => (x / 2) + (y / 2))];
        var (factor, fault) = Cholesky.Factor(Table.Wrap(mixture.Dimension, mixture.Dimension, mean), new double[mixture.Dimension]);
        if (fault is not null)
        {
            return double.PositiveInfinity;
        }

        double squared = Cholesky.Solve(factor, difference).Sum(each => each * each);
        double volume = Cholesky.LogDeterminant(factor) - ((left.LogDeterminant + right.LogDeterminant) / 2);
        return (squared / 8) + (Math.Max(volume, 0) / 2);
    }
}
