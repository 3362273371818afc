using System.Buffers;
using System.Text;

namespace GmmPure;

/// <summary>What data sets and mixtures ask of column names and of a choice of columns.</summary>
internal static class ColumnNames
{
    /// <summary>The names, if there is one distinct name for each column.</summary>
    public static ImmutableArray<string> Check(IEnumerable<string> columnNames, int dimension) =>
        TryCheck(columnNames, dimension).OrThrow();

    /// <summary>The same, or the first name that is wrong.</summary>
    public static Outcome<ImmutableArray<string>, ValueFault> TryCheck(IEnumerable<string> columnNames, int dimension)
    {
        var each = Given.Each(columnNames);
        if (each.Length != dimension)
        {
            return new ValueFault(nameof(columnNames), $"{dimension} columns need as many names.");
        }

        return FirstWrong(each) is var (column, isText)
            ? new ValueFault(
                nameof(columnNames),
                isText ? "Two columns have the same name." : $"The name of column {column} is not Unicode text.",
                column)
            : each;
    }

    /// <summary>The first name that stands before it already, or is not Unicode text; null if all are distinct and text.</summary>
    /// <param name="names">Names of columns, or of what a column holds.</param>
    public static (int Index, bool IsText)? FirstWrong(ImmutableArray<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < names.Length; i++)
        {
            if (!IsUnicode(names[i]) || !seen.Add(names[i]))
            {
                return (i, IsUnicode(names[i]));
            }
        }

        return null;
    }

    /// <summary>Whether no half of a surrogate pair is missing: such a name could not be read back.</summary>
    private static bool IsUnicode(string name)
    {
        for (var rest = name.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out int length) != OperationStatus.Done)
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }

    /// <summary>The columns, if each exists and none is named twice.</summary>
    public static ImmutableArray<int> CheckChoice(IEnumerable<int> columns, int dimension)
    {
        var chosen = Given.Each(columns);
        if (chosen.IsEmpty)
        {
            throw new ArgumentException("At least one column is needed.", nameof(columns));
        }

        foreach (int column in chosen)
        {
            if (column < 0 || column >= dimension)
            {
                throw new ArgumentException($"There is no column {column} among {dimension}.", nameof(columns));
            }
        }

        return chosen.Distinct().Count() == chosen.Length
            ? chosen
            : throw new ArgumentException("A column is named twice.", nameof(columns));
    }

    /// <summary>Refuses data of another dimension than a mixture's.</summary>
    /// <param name="columns">D, of the data.</param>
    /// <param name="dimension">D, of the mixture.</param>
    /// <param name="parameter">Where the data come from.</param>
    public static void CheckDimension(int columns, int dimension, string parameter)
    {
        if (columns != dimension)
        {
            throw new ArgumentException($"The data have {columns} columns, the mixture has {dimension}.", parameter);
        }
    }

    /// <summary>Refuses data of another dimension than a mixture's, or whose columns have names, but not the mixture's.</summary>
    /// <param name="data">What is known of the data.</param>
    /// <param name="dimension">D, of the mixture.</param>
    /// <param name="columnNames">The mixture's (D); empty when they are not known.</param>
    /// <param name="parameter">Where the data come from.</param>
    public static void CheckMatch(DataSummary data, int dimension, ImmutableArray<string> columnNames, string parameter)
    {
        CheckDimension(data.Dimension, dimension, parameter);
        if (!data.ColumnNames.IsEmpty && !columnNames.IsEmpty && !Content.Equal(data.ColumnNames, columnNames))
        {
            throw new ArgumentException(
                $"The data's columns ({string.Join(", ", data.ColumnNames)}) are not the mixture's "
                    + $"({string.Join(", ", columnNames)}), or not in that order.",
                parameter);
        }
    }
}
