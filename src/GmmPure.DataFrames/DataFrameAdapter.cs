using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Analysis;

namespace GmmPure.Adapters;

/// <summary>Columns of data frames as data. All are copied.</summary>
public static class DataFrameAdapter
{
    /// <summary>A data set of columns of a data frame (N×D), with their names.</summary>
    /// <param name="frame">The data frame.</param>
    /// <param name="columns">The names of the columns, of numbers or truth values; all columns of numbers if none are named.</param>
    /// <exception cref="ArgumentException">
    /// A column does not exist, is named twice or holds no numbers; or a value is missing, not finite or too extreme, and the message
    /// names row and column.
    /// </exception>
    public static Dataset ToDataset(this DataFrame frame, params IEnumerable<string> columns) =>
        TryToDataset(frame, columns).Or(fault => throw new ArgumentException(fault.Message, nameof(frame)));

    /// <summary>A data set of columns of a data frame (N×D), with their names; or the reason why they are not one. A missing value is not a number.</summary>
    /// <param name="frame">The data frame.</param>
    /// <param name="columns">The names of the columns, of numbers or truth values; all columns of numbers if none are named.</param>
    /// <exception cref="ArgumentException">A column does not exist, is named twice or holds no numbers: that is misuse, not data.</exception>
    public static Outcome<Dataset, DataFault> TryToDataset(this DataFrame frame, params IEnumerable<string> columns)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(columns);
        var chosen = Chosen(frame, [.. columns]);
        double[] values = new double[checked((int)frame.Rows.Count * chosen.Length)];
        foreach (var (place, column) in chosen.Index())
        {
            var numbers = Numbers(column);
            for (int row = 0; row < numbers.Length; row++)
            {
                values[(row * chosen.Length) + place] = numbers[row];
            }
        }

        return Dataset.TryCreate(Table.Create(chosen.IsEmpty ? 0 : values.Length / chosen.Length, chosen.Length, ImmutableCollectionsMarshal.AsImmutableArray(values)))
            .Map(data => data.WithColumnNames(chosen.Select(column => column.Name)));
    }

    /// <summary>The numbers of a column (N), as weights say, NaN where one is missing; truth values are 1 and 0.</summary>
    /// <param name="column">The column.</param>
    /// <exception cref="ArgumentException">It holds neither numbers nor truth values.</exception>
    public static ImmutableArray<double> ToNumbers(this DataFrameColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return ImmutableCollectionsMarshal.AsImmutableArray(Numbers(column));
    }

    private static ImmutableArray<DataFrameColumn> Chosen(DataFrame frame, ImmutableArray<string> names) => names.IsEmpty
        ? [.. frame.Columns.Where(column => column.IsNumericColumn())]
        : [.. names.Select(name => frame.Columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.Ordinal))
            ?? throw new ArgumentException($"There is no column \"{name}\".", nameof(names)))];

    private static double[] Numbers(DataFrameColumn column) => column switch
    {
        PrimitiveDataFrameColumn<double> numbers => Each(numbers, value => value),
        PrimitiveDataFrameColumn<float> numbers => Each(numbers, value => value),
        PrimitiveDataFrameColumn<bool> truths => Each(truths, value => value ? 1 : 0),
        _ when column.IsNumericColumn() => [.. Enumerable.Range(0, checked((int)column.Length)).Select(row =>
            column[row] is { } value ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : double.NaN)],
        _ => throw new ArgumentException($"The column \"{column.Name}\" holds no numbers, but {column.DataType.Name}.", nameof(column)),
    };

    private static double[] Each<T>(PrimitiveDataFrameColumn<T> column, Func<T, double> number)
        where T : unmanaged
    {
        double[] numbers = new double[checked((int)column.Length)];
        for (int row = 0; row < numbers.Length; row++)
        {
            numbers[row] = column[row] is { } value ? number(value) : double.NaN;
        }

        return numbers;
    }
}
