namespace GmmPure.Kernels;

/// <summary>Loads rows into a worker's tile: those of a data set from where they lie, others by way of a block of their own.</summary>
internal abstract class RowLoader
{
    /// <summary>A loader, for one thread.</summary>
    public static RowLoader Of(IRowSource rows) => rows is Dataset data ? new InMemory(data) : new Elsewhere(rows);

    /// <summary>Loads some rows.</summary>
    /// <param name="tile">Into which.</param>
    /// <param name="first">The number of the first of them.</param>
    /// <param name="count">As many as fit at most.</param>
    /// <exception cref="ArgumentException">A row is none that a data set could hold, or its label is no component's.</exception>
    public abstract void Load(Tile tile, long first, int count);

    private sealed class InMemory(Dataset data) : RowLoader
    {
        private readonly ImmutableArray<double> labels = data.LabelSet.Numbers;

        public override void Load(Tile tile, long first, int count)
        {
            int row = (int)first;
            int begin = row * data.Dimension;
            int length = count * data.Dimension;
            var weights = data.Weights.IsEmpty ? [] : data.Weights.AsSpan(row, count);
            var known = labels.IsEmpty ? [] : labels.AsSpan(row, count);
            if (tile.Panels > 1)
            {
                tile.Load(first, data.Values.Elements.AsMemory().Slice(begin, length), weights, known);
            }
            else
            {
                tile.Load(first, data.Values.Elements.AsSpan(begin, length), weights, known);
            }
        }
    }

    private sealed class Elsewhere(IRowSource rows) : RowLoader
    {
        private readonly RowBlock block = new(rows, Tile.Samples);
        private readonly double[] labels = new double[Tile.Samples];

        public override void Load(Tile tile, long first, int count)
        {
            if (block.Read(first, count) is { } fault)
            {
                throw new ArgumentException(fault.Message);
            }

            tile.Load(first, block.Rows, block.Weights, Labels(first, tile.Components));
        }

        private ReadOnlySpan<double> Labels(long first, int components)
        {
            var known = block.Labels;
            int wrong = known.IndexOfAnyInRange(components, int.MaxValue);
            if (wrong >= 0)
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"Row {first + wrong} has the label {known[wrong]}: there is no such component among {components}."));
            }

            if (!known.ContainsAnyExcept(-1))
            {
                return [];
            }

            for (int i = 0; i < known.Length; i++)
            {
                labels[i] = known[i] < 0 ? double.NaN : known[i];
            }

            return labels.AsSpan(0, known.Length);
        }
    }
}
