using System.Runtime.InteropServices;

namespace GmmPure.Benchmarks;

/// <summary>
/// Overlapping clusters, and a start that any software can be given: the first K rows as means, equal weights, unit
/// covariances.
/// </summary>
internal sealed record Problem(Dataset Data, GaussianMixture Start)
{
    public static Problem Of(Shape shape)
    {
        var data = Clusters(shape);
        var means = Table.Create(
            shape.Components, shape.Dimension, data.Values.Elements.AsSpan()[..(shape.Components * shape.Dimension)]);
        var weights = Uniform(shape.Components);
        var unit = Unit(shape);
        return new Problem(data, shape.Structure.IsShared
            ? GaussianMixture.CreateTied(weights, means, unit)
            : GaussianMixture.Create(weights, means, Enumerable.Repeat(unit, shape.Components)));
    }

    /// <summary>Writes the rows as numbers of eight bytes, row after row, and nothing else.</summary>
    public void WriteData(string path)
    {
        using var file = File.Create(path);
        file.Write(MemoryMarshal.AsBytes(Data.Values.Elements.AsSpan()));
    }

    private static Dataset Clusters(Shape shape)
    {
        var origin = Table.Create(1, shape.Dimension, new double[shape.Dimension]);
        var spread = GaussianMixture.Create([1], origin, [Covariance.Spherical(shape.Dimension, 4)]);
        var centres = spread.Sample(shape.Components, seed: 1).Data.Values;
        var each = Enumerable.Repeat(Covariance.Spherical(shape.Dimension, 1), shape.Components);
        return GaussianMixture.Create(Uniform(shape.Components), centres, each).Sample(shape.Rows, seed: 2).Data;
    }

    private static IEnumerable<double> Uniform(int components) => Enumerable.Repeat(1.0 / components, components);

    private static Covariance Unit(Shape shape)
    {
        var ball = Covariance.Spherical(shape.Dimension, 1);
        return shape.Structure.Shape switch
        {
            CovarianceShape.Full => Covariance.Full(ball.ToTable()),
            CovarianceShape.Diagonal => Covariance.Diagonal(Enumerable.Repeat(1.0, shape.Dimension)),
            _ => ball,
        };
    }
}
