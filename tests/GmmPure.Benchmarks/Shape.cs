namespace GmmPure.Benchmarks;

/// <summary>The size of a problem.</summary>
internal sealed record Shape(int Rows, int Dimension, int Components, CovarianceStructure Structure)
{
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
