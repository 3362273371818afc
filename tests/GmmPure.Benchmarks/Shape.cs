namespace GmmPure.Benchmarks;

/// <summary>The size of a problem.</summary>
internal sealed record Shape(string Name, int Rows, int Dimension, int Components, CovarianceStructure Structure)
{
    /// <summary>Nanoseconds that an exponential and all that goes with it may take.</summary>
    private const double Softmax = 0.2;

    /// <summary>What is measured, by name; of those with a shared covariance also how they compare to their kin.</summary>
    public static ImmutableArray<Shape> All { get; } =
    [
        new("S1", 100_000, 2, 3, CovarianceStructure.Full),
        new("S2", 100_000, 8, 8, CovarianceStructure.Full),
        new("S2t", 100_000, 8, 8, CovarianceStructure.Tied),
        new("S3", 100_000, 16, 16, CovarianceStructure.Full),
        new("S4", 20_000, 64, 16, CovarianceStructure.Full),
        new("S5", 1_000_000, 4, 8, CovarianceStructure.Full),
        new("S6", 200_000, 32, 32, CovarianceStructure.Diagonal),
        new("S6t", 200_000, 32, 32, CovarianceStructure.TiedDiagonal),
        new("S7", 200_000, 16, 16, CovarianceStructure.Spherical),
        new("S7t", 200_000, 16, 16, CovarianceStructure.TiedSpherical),
    ];

    /// <summary>The same size, where components have covariances of their own; null if they have here.</summary>
    public Shape? Kin => Structure.IsShared
        ? this with { Structure = CovarianceStructure.Of(Structure.Shape, isShared: false) }
        : null;

    /// <summary>
    /// The least milliseconds in which one core could do an iteration: a whitening and a moment, each of P fused steps, and
    /// the softmax, for every row and component. Where a covariance is shared there are ways around some of it: of those
    /// this is the limit of their kin.
    /// </summary>
    /// <param name="peak">What a core does at most, in 10⁹ operations a second.</param>
    public double Limit(double peak)
    {
        double steps = Structure.Shape switch
        {
            CovarianceShape.Full => 1 + Dimension + (Dimension * (Dimension + 1) / 2),
            CovarianceShape.Diagonal => 1 + (2 * Dimension),
            _ => 2 + Dimension,
        };
        return (double)Rows * Components * ((4 * steps / peak) + Softmax) / 1e6;
    }
}
