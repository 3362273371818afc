using System.Runtime.Intrinsics;

namespace GmmPure.Kernels;

/// <summary>All kernels for one width of registers. All widths give the same bits.</summary>
internal abstract class KernelSet
{
    /// <summary>Every width there is, the widest first.</summary>
    public static ImmutableArray<KernelSet> All =>
    [
        new KernelSet<Lanes8, Quad<Lanes8>>("512 bits"),
        new KernelSet<Lanes4, Pair<Lanes4>>("256 bits"),
        new KernelSet<Lanes2, Quad<Lanes2>>("128 bits"),
        new KernelSet<Lanes1, Quad<Lanes1>>("scalar"),
    ];

    /// <summary>The widest that this machine has registers for.</summary>
    public static KernelSet Widest =>
        All[Vector512.IsHardwareAccelerated ? 0 : Vector256.IsHardwareAccelerated ? 1 : 2];

    /// <summary>The width, in words.</summary>
    public abstract string Name { get; }

    public abstract Densities Densities(LogTerms terms);

    /// <summary>Distances from points, with each column's differences multiplied by a scale: terms are −½ times their squares.</summary>
    public abstract Densities Distances(Table points, ImmutableArray<double> scales);

    /// <inheritdoc cref="TabulatedDensities{T}"/>
    public abstract Densities Tabulated(ValueRanges ranges, double[][] tables, double[] constants);

    /// <inheritdoc cref="LinearDensities{T}"/>
    public abstract Densities Linear((double Intercept, double Slope)[] lines, double[] constants);

    public abstract MomentAccumulator Moments(MomentLayout layout, Table reference);

    /// <inheritdoc cref="Softmax{T}.TryApply"/>
    public abstract bool TrySoftmax(Tile tile);

    /// <inheritdoc cref="Softmax{T}.Weigh(Tile, int, bool, ref double)"/>
    public abstract void Weigh(Tile tile, int component, bool isWeighted, ref double count);

    /// <inheritdoc cref="Choice{T}.TakeLargest"/>
    public abstract void TakeLargest(Tile tile);

    /// <inheritdoc cref="Choice{T}.AreReached"/>
    public abstract bool AreReached(Tile tile);

    /// <inheritdoc cref="Choice{T}.Indicate"/>
    public abstract void Indicate(Tile tile);

    /// <inheritdoc cref="Choice{T}.Exclude"/>
    public abstract void Exclude(Tile tile);

    /// <inheritdoc cref="Softmax{T}.LogDensities"/>
    public abstract void LogDensities(Tile tile, Span<double> result);

    /// <inheritdoc cref="Softmax{T}.SumOfLogDensities"/>
    public abstract double SumOfLogDensities(Tile tile);

    /// <inheritdoc cref="Softmax{T}.SumOfLogLargest"/>
    public abstract double SumOfLogLargest(Tile tile);

    public override string ToString() => Name;
}

/// <summary>The kernels for one width.</summary>
/// <typeparam name="T">The register.</typeparam>
/// <typeparam name="TPack">As many registers as stay in the machine with four sums each.</typeparam>
internal sealed class KernelSet<T, TPack>(string name) : KernelSet
    where T : struct, IRegister<T>
    where TPack : struct, ILanes<TPack>
{
    /// <summary>A squared distance may overflow where one in standard deviations would not: not with such deviations.</summary>
    private const double LargestVariance = 1e100;

    public override string Name => name;

    public override Densities Densities(LogTerms terms) => terms switch
    {
        LogTerms.Triangular triangular => Full(triangular),
        LogTerms.Scaled scaled => Diagonal(scaled.Scales, scaled.Centres, [.. scaled.Constants]),
        _ => Spherical((LogTerms.Uniform)terms),
    };

    public override Densities Distances(Table points, ImmutableArray<double> scales) => scales.All(scale => scale == 1)
        ? new DiagonalDensities<TPack, None>([], [.. Enumerable.Repeat(-0.5, points.RowCount)], points, new double[points.RowCount])
        : Diagonal(
            Table.FromRows(Enumerable.Repeat<IEnumerable<double>>(scales, points.RowCount)), points, new double[points.RowCount]);

    public override Densities Tabulated(ValueRanges ranges, double[][] tables, double[] constants) =>
        new TabulatedDensities<T>(ranges, tables, constants);

    public override Densities Linear((double Intercept, double Slope)[] lines, double[] constants) =>
        new LinearDensities<T>(lines, constants);

    public override MomentAccumulator Moments(MomentLayout layout, Table reference)
    {
        var points = reference.Elements.AsSpan();
        bool isCommon = points[reference.ColumnCount..].SequenceEqual(points[..^reference.ColumnCount]) // Each is the one before.
            && (layout.Shape == MomentShape.Full || reference.ColumnCount <= Tile.LargestPanel); // Only the separate ones go in panels.
        return (layout.Shape, isCommon) switch
        {
            (MomentShape.Full, true) when layout.IsPooled => new CommonFullMoments<T>(layout, reference),
            (MomentShape.Full, _) => new FullMoments<T>(layout, reference),
            (MomentShape.Diagonal, true) => new CommonDiagonalMoments<T>(layout, reference),
            (MomentShape.Trace, true) => new CommonSphericalMoments<T>(layout, reference),
            (MomentShape.None, true) => new CommonFirstMoments<T>(layout, reference),
            (MomentShape.Diagonal, _) => new SeparateMoments<T, Squares>(layout, reference),
            (MomentShape.Trace, _) => new SeparateMoments<T, SumOfSquares>(layout, reference),
            _ => new SeparateMoments<T, NoSquares>(layout, reference),
        };
    }

    public override bool TrySoftmax(Tile tile) => Softmax<T>.TryApply(tile);

    public override void Weigh(Tile tile, int component, bool isWeighted, ref double count) =>
        Softmax<T>.Weigh(tile, component, isWeighted, ref count);

    public override void TakeLargest(Tile tile) => Choice<T>.TakeLargest(tile);

    public override bool AreReached(Tile tile) => Choice<T>.AreReached(tile);

    public override void Indicate(Tile tile) => Choice<T>.Indicate(tile);

    public override void Exclude(Tile tile) => Choice<T>.Exclude(tile);

    public override void LogDensities(Tile tile, Span<double> result) => Softmax<T>.LogDensities(tile, result);

    public override double SumOfLogDensities(Tile tile) => Softmax<T>.SumOfLogDensities(tile);

    public override double SumOfLogLargest(Tile tile) => Softmax<T>.SumOfLogLargest(tile);

    private static Densities Full(LogTerms.Triangular terms)
    {
        double[][] whitenings = PackedWhitening.OfAll(terms.Factors);
        double[] constants = [.. terms.Constants];
        return terms.Centres.ColumnCount switch
        {
            1 => new SmallDensities<TPack, One>(whitenings, terms.Centres, constants),
            2 => new SmallDensities<TPack, Two>(whitenings, terms.Centres, constants),
            3 => new SmallDensities<TPack, Three>(whitenings, terms.Centres, constants),
            4 => new SmallDensities<TPack, Four>(whitenings, terms.Centres, constants),
            _ => new FullDensities<TPack>(whitenings, terms.Centres, constants),
        };
    }

    private static DiagonalDensities<TPack, One> Diagonal(Table scales, Table centres, double[] constants) =>
        new([.. scales.Elements], [.. constants.Select(_ => -0.5)], centres, constants);

    private static Densities Spherical(LogTerms.Uniform terms) =>
        terms.Variances.All(variance => variance is >= 1 / LargestVariance and <= LargestVariance)
            ? new DiagonalDensities<TPack, None>(
                [], [.. terms.Variances.Select(variance => -0.5 / variance)], terms.Centres, [.. terms.Constants])
            : Diagonal(
                Table.FromRows(terms.Variances.Select(variance =>
                    Enumerable.Repeat(1 / Math.Sqrt(variance), terms.Centres.ColumnCount))),
                terms.Centres,
                [.. terms.Constants]);
}
