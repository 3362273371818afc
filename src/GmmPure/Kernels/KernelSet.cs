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

    public abstract Densities Densities(GaussianMixture mixture);

    /// <summary>Distances from points, with each column's differences multiplied by a scale: terms are −½ times their squares.</summary>
    public abstract Densities Distances(Table points, ImmutableArray<double> scales);

    public abstract MomentAccumulator Moments(CovarianceStructure structure, Table reference);

    /// <inheritdoc cref="Softmax{T}.Apply"/>
    public abstract void Softmax(Tile tile);

    /// <inheritdoc cref="Softmax{T}.Weigh(Tile, int, bool, ref double)"/>
    public abstract void Weigh(Tile tile, int component, bool isWeighted, ref double count);

    /// <inheritdoc cref="Choice{T}.TakeLargest"/>
    public abstract void TakeLargest(Tile tile);

    /// <inheritdoc cref="Choice{T}.Indicate"/>
    public abstract void Indicate(Tile tile);

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

    public override Densities Densities(GaussianMixture mixture)
    {
        double[] constants = Kernels.Densities.Constants(mixture);
        return mixture.Structure.Shape switch
        {
            CovarianceShape.Full => Full(mixture, constants),
            CovarianceShape.Diagonal => Diagonal(Kernels.Densities.InverseDeviations(mixture), mixture.Means, constants),
            _ => Spherical(mixture, constants),
        };
    }

    public override Densities Distances(Table points, ImmutableArray<double> scales) => Diagonal(
        Table.FromRows(Enumerable.Repeat<IEnumerable<double>>(scales, points.RowCount)), points, new double[points.RowCount]);

    public override MomentAccumulator Moments(CovarianceStructure structure, Table reference)
    {
        bool isCommon = Enumerable.Range(1, reference.RowCount - 1).All(k => reference.Row(k).SequenceEqual(reference.Row(0)));
        return (structure.Shape, isCommon) switch
        {
            (CovarianceShape.Full, true) when structure.IsShared => new CommonFullMoments<T>(structure, reference),
            (CovarianceShape.Full, _) => new FullMoments<T>(structure, reference),
            (CovarianceShape.Diagonal, true) => new CommonDiagonalMoments<T>(structure, reference),
            (CovarianceShape.Spherical, true) => new CommonSphericalMoments<T>(structure, reference),
            (CovarianceShape.Diagonal, _) => new SeparateMoments<T, Squares>(structure, reference),
            _ => new SeparateMoments<T, SumOfSquares>(structure, reference),
        };
    }

    public override void Softmax(Tile tile) => Softmax<T>.Apply(tile);

    public override void Weigh(Tile tile, int component, bool isWeighted, ref double count) =>
        Softmax<T>.Weigh(tile, component, isWeighted, ref count);

    public override void TakeLargest(Tile tile) => Choice<T>.TakeLargest(tile);

    public override void Indicate(Tile tile) => Choice<T>.Indicate(tile);

    public override void LogDensities(Tile tile, Span<double> result) => Softmax<T>.LogDensities(tile, result);

    public override double SumOfLogDensities(Tile tile) => Softmax<T>.SumOfLogDensities(tile);

    public override double SumOfLogLargest(Tile tile) => Softmax<T>.SumOfLogLargest(tile);

    private static Densities Full(GaussianMixture mixture, double[] constants)
    {
        double[][] whitenings = PackedWhitening.OfAll(mixture);
        return mixture.Dimension switch
        {
            1 => new SmallDensities<TPack, One>(whitenings, mixture.Means, constants),
            2 => new SmallDensities<TPack, Two>(whitenings, mixture.Means, constants),
            3 => new SmallDensities<TPack, Three>(whitenings, mixture.Means, constants),
            4 => new SmallDensities<TPack, Four>(whitenings, mixture.Means, constants),
            _ => new FullDensities<TPack>(whitenings, mixture.Means, constants),
        };
    }

    private static DiagonalDensities<TPack, One> Diagonal(Table scales, Table means, double[] constants) =>
        new([.. scales.Elements], [.. constants.Select(_ => -0.5)], means, constants);

    private static Densities Spherical(GaussianMixture mixture, double[] constants)
    {
        double[] variances = [.. mixture.Covariances.Select(covariance => covariance[0, 0])];
        return variances.All(variance => variance is >= 1 / LargestVariance and <= LargestVariance)
            ? new DiagonalDensities<TPack, None>(
                [], [.. variances.Select(variance => -0.5 / variance)], mixture.Means, constants)
            : Diagonal(Kernels.Densities.InverseDeviations(mixture), mixture.Means, constants);
    }
}
