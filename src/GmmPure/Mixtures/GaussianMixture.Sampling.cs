namespace GmmPure;

/// <content>Draws from a mixture.</content>
public sealed partial record GaussianMixture
{
    /// <summary>
    /// Independent draws, with the component of each: the first of <see cref="Draws"/>, as a data set. The same seed gives
    /// the same draws.
    /// </summary>
    /// <param name="count">N, at least 1.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive.</exception>
    /// <exception cref="ArgumentException">The draws are more than an array holds, or too extreme for a data set.</exception>
    public LabelledSample Sample(int count, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var random = new RandomStream(seed);
        double[] values = new double[Table.SizeOf(count, Dimension)];
        int[] components = new int[count];
        double[] standard = new double[Dimension];
        for (int row = 0; row < count; row++)
        {
            components[row] = DrawInto(values.AsSpan(row * Dimension, Dimension), standard, ref random);
        }

        var data = Dataset.FromTable(Table.Wrap(count, Dimension, values));
        return new LabelledSample(
            ColumnNames.IsEmpty ? data : data.WithColumnNames(ColumnNames), Content.Freeze(components));
    }

    /// <summary>
    /// Independent draws, one by one, as an endless lazy sequence: each is drawn when it is pulled, nothing is kept, and
    /// enumerating again gives equal draws. The first n are those of <see cref="Sample"/> with the same seed, to the last
    /// bit.
    /// </summary>
    /// <param name="seed">The seed.</param>
    public IEnumerable<Draw> Draws(long seed)
    {
        var random = new RandomStream(seed);
        double[] standard = new double[Dimension];
        while (true)
        {
            double[] observation = new double[Dimension];
            int component = DrawInto(observation, standard, ref random);
            yield return new Draw(component, Content.Freeze(observation));
        }
    }

    /// <summary>x = μ_k + L_k·z for a k drawn by the weights and a standard normal z, for which there is room.</summary>
    private int DrawInto(Span<double> observation, Span<double> standard, ref RandomStream random)
    {
        int k = random.NextIndex(Weights.AsSpan());
        for (int j = 0; j < Dimension; j++)
        {
            standard[j] = random.NextNormal();
        }

        Covariances[k].Colour(standard, observation);
        for (int j = 0; j < Dimension; j++)
        {
            observation[j] += Means[k, j];
        }

        return k;
    }
}
