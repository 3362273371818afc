using GmmPure.Pictures.Axes;
using GmmPure.Pictures.Colours;
using GmmPure.Pictures.Marks;

namespace GmmPure.Pictures.Shapes;

/// <summary>A component in one dimension of a drawing, in pixels: π·N(x | c, σ²).</summary>
/// <param name="Component">Which, counted from 0.</param>
/// <param name="Weight">π.</param>
/// <param name="Centre">c.</param>
/// <param name="Deviation">σ, at least the width of a hair.</param>
internal sealed record Bell(int Component, double Weight, double Centre, double Deviation)
{
    private const double Farthest = 1e6;
    private const double Hair = 0.2;
    private const double Tails = 4;
    private const double RootOfTwoPi = 2.5066282746310002;

    /// <summary>The height at the centre, a density per pixel.</summary>
    public double Peak => Weight / (Deviation * RootOfTwoPi);

    /// <summary>The components that weigh something, in one column.</summary>
    public static ImmutableArray<Bell> Of(Scale scale, GaussianMixture mixture, int column) =>
    [
        .. Enumerable.Range(0, mixture.ComponentCount).Where(k => mixture.Weights[k] > 0).Select(k => new Bell(
            k,
            mixture.Weights[k],
            Math.Clamp(scale[mixture.Means[k, column]], -Farthest, Farthest),
            Math.Clamp(mixture.Covariances[k].StandardDeviation(column) * scale.PixelsPerUnit, Hair, Farthest))),
    ];

    /// <summary>The height at a place.</summary>
    public double At(double x)
    {
        double deviations = (x - Centre) / Deviation;
        return Peak * Elementary.Exp(-0.5 * deviations * deviations);
    }

    /// <summary>Places over which it looks smooth, from a pixel to another.</summary>
    /// <param name="from">The first pixel.</param>
    /// <param name="to">The last pixel.</param>
    /// <param name="step">How far apart the places are, in standard deviations.</param>
    public IEnumerable<double> Places(double from, double to, double step = 0.125) =>
        Enumerable.Range(0, (int)(2 * Tails / step) + 1)
            .Select(i => Centre + (Deviation * ((i * step) - Tails)))
            .Where(x => x >= from && x <= to);

    /// <summary>The heights of their sum, at places where each of them looks smooth.</summary>
    public static ImmutableArray<Point> Sum(ImmutableArray<Bell> bells, Box box)
    {
        const double Step = 1.5;
        return
        [
            .. Enumerable.Range(0, (int)(box.Width / Step) + 1).Select(i => box.Left + (i * Step)).Append(box.Right)
                .Concat(bells.Where(bell => bell.Deviation < 8 * Step).SelectMany(bell => bell.Places(box.Left, box.Right, 0.25)))
                .Distinct()
                .Order()
                .Select(x => new Point(x, bells.Sum(bell => bell.At(x)))),
        ];
    }
}
