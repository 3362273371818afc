namespace GmmPure;

/// <summary>
/// Rows, wherever they lie: N observations of D numbers, with their weights and the labels that are known, read by number. A
/// <see cref="Dataset"/> in memory is one; a mapped file, groups of columns in a file, narrower numbers that are widened, or
/// rows that are computed when they are asked for may be others.
/// </summary>
/// <remarks>
/// Reading is a pure function of the rows' numbers: the same rows at each read, on any thread, on several at once. Rows are
/// checked where they are read, by the rules of a data set: values finite and at most <see cref="Dataset.LargestValue"/> in
/// magnitude, weights finite and not negative.
/// </remarks>
public interface IRowSource
{
    /// <summary>N, the number of rows, whatever their weights; at most 2⁶⁰.</summary>
    long Count { get; }

    /// <summary>D, the number of columns.</summary>
    int Dimension { get; }

    /// <summary>Whether rows have weights; if not, each weighs 1. (Sums of weighted rows are rounded otherwise, even if all weigh 1.)</summary>
    bool IsWeighted { get; }

    /// <summary>Reads n rows that follow one another.</summary>
    /// <param name="first">The number of the first of them, counted from 0.</param>
    /// <param name="rows">Where to put the observations (n×D), row by row.</param>
    /// <param name="weights">Where to put the weights (n); empty, if rows have none.</param>
    /// <param name="labels">
    /// Where to put the known labels (n), counted from 0: −1 each before, which is not known, so that a source without labels
    /// leaves them.
    /// </param>
    void Read(long first, Span<double> rows, Span<double> weights, Span<int> labels);
}
