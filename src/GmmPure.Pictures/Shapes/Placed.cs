using GmmPure.Pictures.Axes;
using GmmPure.Pictures.Marks;

namespace GmmPure.Pictures.Shapes;

/// <summary>
/// A component in a drawing, in pixels, whatever the units of the data: N(c, L·Lᵀ) with the columns u and v of L. In
/// pixels nothing overflows, and a component too narrow to be seen is as wide as a hair.
/// </summary>
/// <param name="Component">Which, counted from 0.</param>
/// <param name="Weight">π.</param>
/// <param name="Centre">c.</param>
/// <param name="First">u.</param>
/// <param name="Second">v.</param>
internal sealed record Placed(int Component, double Weight, Point Centre, Point First, Point Second)
{
    /// <summary>So far away that nothing of it is seen.</summary>
    private const double Farthest = 1e6;

    /// <summary>The variance of a hair, in square pixels.</summary>
    private const double Hair = 0.04;

    /// <summary>The components that weigh something, by two columns of the data.</summary>
    public static ImmutableArray<Placed> Of(Frame frame, GaussianMixture mixture, int x, int y)
    {
        var marginal = mixture.Marginal([x, y]);
        return
        [
            .. Enumerable.Range(0, mixture.ComponentCount).Where(k => mixture.Weights[k] > 0).Select(k =>
            {
                var (across, aslant, up) = Factor(marginal.Covariances[k]);
                return new Placed(
                    k,
                    mixture.Weights[k],
                    new Point(Within(frame.X[marginal.Means[k, 0]]), Within(frame.Y[marginal.Means[k, 1]])),
                    new Point(Within(across * frame.X.PixelsPerUnit), Within(aslant * frame.Y.PixelsPerUnit)),
                    new Point(0, Within(up * frame.Y.PixelsPerUnit)));
            }),
        ];
    }

    /// <summary>The points of so many standard deviations.</summary>
    public Ellipse Ellipse(double deviations, Pen pen) => new(
        Centre,
        new Point(deviations * First.X, deviations * First.Y),
        new Point(deviations * Second.X, deviations * Second.Y),
        pen);

    /// <summary>The mixture of all of them, in pixels; the widths of hairs make sure that there is one.</summary>
    public static GaussianMixture Mixture(ImmutableArray<Placed> components)
    {
        double total = components.Sum(each => each.Weight);
        return GaussianMixture.Create(
            components.Select(each => each.Weight / total),
            Table.FromRows(components.Select(each => new[] { each.Centre.X, each.Centre.Y })),
            components.Select(each => each.Covariance()));
    }

    private Covariance Covariance()
    {
        double across = (First.X * First.X) + (Second.X * Second.X) + Hair;
        double up = (First.Y * First.Y) + (Second.Y * Second.Y) + Hair;
        double both = (First.X * First.Y) + (Second.X * Second.Y);
        return GmmPure.Covariance.TryFull(Table.Create(2, 2, [across, both, both, up]))
            .Or(_ => GmmPure.Covariance.Full(Table.Create(2, 2, [across, 0, 0, up])));
    }

    /// <summary>The lower triangle of a 2×2 matrix's Cholesky factor.</summary>
    private static (double Across, double Aslant, double Up) Factor(Covariance covariance) => covariance.Match(
        full => (full.CholeskyFactor[0, 0], full.CholeskyFactor[1, 0], full.CholeskyFactor[1, 1]),
        diagonal => (Math.Sqrt(diagonal.Variances[0]), 0, Math.Sqrt(diagonal.Variances[1])),
        spherical => (Math.Sqrt(spherical.Variance), 0, Math.Sqrt(spherical.Variance)));

    private static double Within(double pixels) => Math.Clamp(pixels, -Farthest, Farthest);
}
