using GmmPure.Data;
using GmmPure.Families;

namespace GmmPure.Cli.Kinds;

/// <summary>Refuses data that a family cannot have made.</summary>
internal static class SupportCheck
{
    /// <param name="family">The family.</param>
    /// <param name="data">N×D.</param>
    /// <param name="file">What messages call the data.</param>
    public static void Refuse(IEstimator family, Dataset data, string file)
    {
        if (family.Columns is { } columns && columns != data.Dimension)
        {
            throw FailureException.Input(
                $"{file}: {family.Name} takes {(columns == 1 ? "one column" : Display.Count(columns, "column"))}, "
                + $"of {Display.Names(data.ColumnNames)}; choose with --columns");
        }

        if (SupportFault.Find(family, data) is { } fault)
        {
            throw Failure(fault, family.Name, data, file);
        }
    }

    /// <summary>The same of some rows of a file, whose values may be larger than a data set's.</summary>
    /// <param name="kind">The family.</param>
    /// <param name="block">The rows.</param>
    /// <param name="names">The names of the columns.</param>
    /// <param name="file">What messages call the data.</param>
    public static void Refuse(Kind kind, ReadBlock block, ImmutableArray<string> names, string file)
    {
        ImmutableArray<Support> supports = kind.IsGaussian ? [] : [.. names.Select((_, column) => kind.Family.SupportOf(column))];
        for (int row = 0; row < block.Values.RowCount && !supports.IsEmpty; row++)
        {
            for (int column = 0; column < supports.Length; column++)
            {
                if (!supports[column].Contains(block.Values[row, column]))
                {
                    throw Failure(block.First + row, names[column], block.Values[row, column], supports[column], kind.Name, file);
                }
            }
        }
    }

    /// <summary>The end of a command whose data a family cannot have made.</summary>
    /// <param name="fault">The value.</param>
    /// <param name="family">The family's name.</param>
    /// <param name="data">N×D.</param>
    /// <param name="file">What messages call the data.</param>
    public static FailureException Failure(SupportFault fault, string family, Dataset data, string file) =>
        Failure(fault.Row, data.ColumnNames[fault.Column], fault.Value, fault.Support, family, file);

    private static FailureException Failure(long row, string column, double value, Support support, string family, string file) =>
        FailureException.Input(FormattableString.Invariant(
            $"{file}: row {row + 1}, column {Display.Field(column)}: {value:R} is not {support.Description}, as {family} needs"));
}
