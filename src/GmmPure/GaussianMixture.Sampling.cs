namespace GmmPure;

/// <content>Draws from a mixture.</content>
public sealed partial class GaussianMixture
{
    /// <summary>Independent draws, with the component of each; the same seed gives the same draws.</summary>
    /// <param name="count">N, at least 1.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive.</exception>
    public LabelledSample Sample(int count, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var random = new RandomStream(seed);
        double[] values = new double[Table.SizeOf(count, Dimension)];
        int[] components = new int[count];
        double[] standard = new double[Dimension];
        for (int row = 0; row < count; row++)
        {
            int k = random.NextIndex(Weights.AsSpan());
            for (int j = 0; j < Dimension; j++)
            {
                standard[j] = random.NextNormal();
            }

            var draw = values.AsSpan(row * Dimension, Dimension);
            Covariances[k].Colour(standard, draw);
            for (int j = 0; j < Dimension; j++)
            {
                draw[j] += Means[k, j];
            }

            components[row] = k;
        }

        var data = Dataset.FromTable(Table.Wrap(count, Dimension, values));
        return new LabelledSample(
            ColumnNames.IsEmpty ? data : data.WithColumnNames(ColumnNames), Content.Freeze(components));
    }
}
