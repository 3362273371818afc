using System.Globalization;

namespace GmmPure.Data.Text;

/// <summary>What the beginning of a column holds, but for its first field.</summary>
internal sealed class ColumnLook
{
    /// <param name="fields">The fields.</param>
    /// <param name="mark">What stands before decimals.</param>
    /// <param name="missing">What stands for a missing value.</param>
    public ColumnLook(IReadOnlyList<string> fields, DecimalMark mark, MissingMarkers missing)
    {
        Fields = fields;
        int numbers = fields.Count(field => NumberText.TryReal(field, mark, out _));
        int words = fields.Count(field => !NumberText.TryReal(field, mark, out _) && !missing.Has(field));
        IsNumeric = numbers > 0 && numbers >= words;
        IsEmpty = fields.All(string.IsNullOrWhiteSpace);
    }

    /// <summary>The fields.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>Whether most of it are numbers.</summary>
    public bool IsNumeric { get; }

    /// <summary>Whether nothing stands in it.</summary>
    public bool IsEmpty { get; }

    /// <summary>Whether it may hold names of rows: each is another, and where they are numbers they are whole ones.</summary>
    public bool MayNameRows => Fields.Count > 1 && !IsEmpty && Fields.Distinct(StringComparer.Ordinal).Count() == Fields.Count
        && (!IsNumeric || Wholes() is not null);

    /// <summary>Whether every field is a whole number, and another.</summary>
    public bool AreDistinctWholes => Wholes() is { } wholes && wholes.Distinct().Count() == wholes.Length;

    /// <summary>Where it counts from, if it counts rows from 0 or 1; rows that are empty to the right may follow.</summary>
    public long? CountsFrom => Wholes() is [var first and (0 or 1), ..] wholes && wholes.Index().All(each => each.Item == first + each.Index)
        ? first
        : null;

    private long[]? Wholes()
    {
        long[] wholes = new long[Fields.Count];
        for (int i = 0; i < wholes.Length; i++)
        {
            if (!long.TryParse(Fields[i].AsSpan().Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out wholes[i]))
            {
                return null;
            }
        }

        return wholes;
    }
}
