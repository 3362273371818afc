namespace GmmPure.Benchmarks;

/// <summary>The size of a problem.</summary>
internal sealed record Shape(int Rows, int Dimension, int Components, CovarianceStructure Structure)
{
    /// <summary>Nanoseconds that an exponential and all that goes with it may take.</summary>
    private const double Softmax = 0.2;

    /// <summary>
    /// The least milliseconds in which one core could do an iteration: a whitening and a moment, each of P fused steps, and
    /// the softmax, for every row and component.
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

    /// <summary>Overlapping clusters, and a start with K of the rows as means.</summary>
    public (Dataset Data, GaussianMixture Start) Problem()
    {
        var uniform = Enumerable.Repeat(1.0 / Components, Components);
        var unit = Covariance.Spherical(Dimension, 1);
        var spread = GaussianMixture.Create([1], Table.Create(1, Dimension, new double[Dimension]), [Covariance.Spherical(Dimension, 4)]);
        var centres = spread.Sample(Components, seed: 1).Data.Values;
        var data = GaussianMixture.Create(uniform, centres, Enumerable.Repeat(unit, Components)).Sample(Rows, seed: 2).Data;
        var means = Table.FromRows(data.Values.Rows.Take(Components).Select(row => row.AsEnumerable()));
        var covariance = Structure.Shape switch
        {
            CovarianceShape.Full => Covariance.Full(unit.ToTable()),
            CovarianceShape.Diagonal => Covariance.Diagonal(Enumerable.Repeat(1.0, Dimension)),
            _ => unit,
        };
        return (data, GaussianMixture.Create(uniform, means, Enumerable.Repeat(covariance, Components)));
    }
}
