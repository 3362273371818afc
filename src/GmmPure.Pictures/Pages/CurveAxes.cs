using GmmPure.Pictures.Axes;
using GmmPure.Pictures.Marks;

namespace GmmPure.Pictures.Pages;

/// <summary>The axes of the log-likelihood against the iteration.</summary>
/// <param name="Frame">The scales.</param>
/// <param name="Axes">As they are drawn.</param>
internal sealed record CurveAxes(Frame Frame, Group Axes)
{
    /// <summary>The curve's size.</summary>
    public static readonly Box Picture = new(0, 0, 480, 236);

    /// <summary>Less than this share of the log-likelihood is no climb to be seen.</summary>
    private const double Flat = 1e-6;

    private static readonly Box Box = new(92, 12, 376, 168);

    public static CurveAxes Of(ImmutableArray<Iteration<GaussianMixture>> history)
    {
        double first = history[0].Index;
        double last = Math.Max(history[^1].Index, first + 1);
        double low = history.Min(iteration => iteration.LogLikelihood);
        double high = history.Max(iteration => iteration.LogLikelihood);
        double across = 0.02 * (last - first);
        double up = 0.06 * Math.Max(high - low, Flat / 0.12 * Math.Abs(high));
        var frame = Frame.Of(Box, (first - across, last + across), (low - up, high + up));
        return new CurveAxes(frame, frame.Draw(new AxisStyle("iteration", IsWhole: true), new AxisStyle("log-likelihood")));
    }
}
