namespace GmmPure;

/// <summary>
/// Where two components of a mixture in one column are equally probable, π_j·p_j(x) = π_k·p_k(x). Equal by content.
/// </summary>
public sealed record Crossing
{
    private readonly EqualArray<double> points;

    internal Crossing(ImmutableArray<double> points, bool isEverywhere = false) => (this.points, IsEverywhere) = (points, isEverywhere);

    /// <summary>The numbers x, ascending; one where the two only touch, and none if one component is the more probable everywhere.</summary>
    public ImmutableArray<double> Points => points;

    /// <summary>Whether they are equally probable everywhere: the same distribution, of the same weight. No points are told then.</summary>
    public bool IsEverywhere { get; }

    /// <summary>Nowhere.</summary>
    internal static Crossing Nowhere => new([]);

    /// <summary>Of two of the same distribution.</summary>
    /// <param name="logRatio">The logarithm of the ratio of their weights.</param>
    internal static Crossing OfSame(double logRatio) => new([], isEverywhere: logRatio == 0);

    /// <summary>Those points that are numbers of an interval.</summary>
    internal Crossing Within(double least, double most) =>
        new([.. Points.Where(point => double.IsFinite(point) && point >= least && point <= most).Distinct().Order()], IsEverywhere);
}
