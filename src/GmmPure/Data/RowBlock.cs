using System.Runtime.CompilerServices;

namespace GmmPure;

/// <summary>Rows of a source that follow one another, copied and checked. A reader has its own, and reads it again and again.</summary>
/// <param name="source">Where the rows lie.</param>
/// <param name="capacity">The most rows that are read at once.</param>
internal sealed class RowBlock(IRowSource source, int capacity)
{
    /// <summary>2⁶⁰, beyond which there are no rows.</summary>
    public const long MostRows = 1L << 60;

    private readonly double[] rows = new double[Table.SizeOf(capacity, source.Dimension)];
    private readonly double[] weights = source.IsWeighted ? new double[capacity] : [];
    private readonly int[] labels = new int[capacity];

    private int Count { get; set; }

    /// <summary>The observations (n×D).</summary>
    public ReadOnlySpan<double> Rows => rows.AsSpan(0, Count * source.Dimension);

    /// <summary>The weights (n); empty if rows have none.</summary>
    public ReadOnlySpan<double> Weights => weights.AsSpan(0, Math.Min(Count, weights.Length));

    /// <summary>The labels (n), −1 where one is not known.</summary>
    public ReadOnlySpan<int> Labels => labels.AsSpan(0, Count);

    /// <summary>The source, if there may be so many rows of so many numbers.</summary>
    /// <exception cref="ArgumentException">Their number is negative or above 2⁶⁰, or rows have no columns.</exception>
    public static IRowSource Check(IRowSource source, [CallerArgumentExpression(nameof(source))] string parameter = "")
    {
        ArgumentNullException.ThrowIfNull(source, parameter);
        return source is { Count: >= 0 and <= MostRows, Dimension: > 0 }
            ? source
            : throw new ArgumentException($"There cannot be {source.Count} rows of {source.Dimension} numbers.", parameter);
    }

    /// <summary>Reads rows; gives what is wrong with them, if anything is.</summary>
    /// <param name="first">The number of the first.</param>
    /// <param name="count">How many: at most as many as there is room for.</param>
    /// <exception cref="ArgumentException">A label is below −1.</exception>
    public DataFault? Read(long first, int count)
    {
        Count = count;
        Array.Fill(labels, -1, 0, count);
        source.Read(
            first, rows.AsSpan(0, count * source.Dimension), weights.AsSpan(0, Weights.Length), labels.AsSpan(0, count));
        int wrong = Labels.IndexOfAnyInRange(int.MinValue, -2);
        return wrong < 0
            ? Fault.OfWeights(Weights, first) ?? Fault.OfValues(Rows, source.Dimension, first)
            : throw new ArgumentException(
                FormattableString.Invariant($"Row {first + wrong}: a label must not be negative, not {labels[wrong]}."));
    }

    /// <summary>What is wrong with rows.</summary>
    internal static class Fault
    {
        /// <summary>The first value that is none.</summary>
        /// <param name="values">n×D.</param>
        /// <param name="dimension">D.</param>
        /// <param name="first">The number of the first row.</param>
        public static DataFault? OfValues(ReadOnlySpan<double> values, int dimension, long first = 0)
        {
            int wrong = values.IndexOfAnyExceptInRange(-Dataset.LargestValue, Dataset.LargestValue);
            if (wrong < 0)
            {
                return null;
            }

            var (row, column) = Math.DivRem(wrong, dimension);
            return double.IsFinite(values[wrong])
                ? new DataFault.TooLarge(first + row, column, values[wrong])
                : new DataFault.NotFinite(first + row, column, values[wrong]);
        }

        /// <summary>The first weight that is none.</summary>
        /// <param name="weights">n.</param>
        /// <param name="first">The number of the first row.</param>
        public static DataFault? OfWeights(ReadOnlySpan<double> weights, long first = 0)
        {
            int wrong = weights.IndexOfAnyExceptInRange(0, double.MaxValue);
            return wrong < 0 ? null : new DataFault.BadWeight(first + wrong, weights[wrong]);
        }
    }
}
