namespace GmmPure.Data.Text;

/// <summary>A way to understand the beginning of a text, and how well it fits.</summary>
internal sealed class Dialect
{
    /// <summary>Nearly all rows must have as many fields as most have.</summary>
    private const double Regular = 0.9;

    /// <param name="separator">What separates fields.</param>
    /// <param name="mark">What stands before decimals.</param>
    /// <param name="records">The records, understood so.</param>
    /// <param name="missing">What stands for a missing value.</param>
    public Dialect(FieldSeparator separator, DecimalMark mark, List<SampleRecord> records, MissingMarkers missing)
    {
        (Separator, Mark, Records) = (separator, mark, records);
        var rows = records.Count > 1 ? records[1..] : records;
        Width = rows.GroupBy(row => row.Fields.Length).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key)
            .Select(group => group.Key).FirstOrDefault(1);
        IsRegular = rows.Count(row => row.Fields.Length == Width) >= Regular * rows.Count;
        HeaderFits = records.Count == 0 || records[0].Fields.Length == Width;
        int numbers = 0;
        int all = 0;
        foreach (string field in rows.SelectMany(row => row.Fields))
        {
            bool isNumber = NumberText.TryReal(field, mark, out _);
            numbers += isNumber ? 1 : 0;
            all += isNumber || !missing.Has(field) ? 1 : 0;
            PointCount += isNumber && field.Contains('.', StringComparison.Ordinal) ? 1 : 0;
            CommaCount += isNumber && field.Contains(',', StringComparison.Ordinal) ? 1 : 0;
        }

        Numeric = all == 0 ? 0 : (double)numbers / all;
        FieldsTotal = all;
    }

    public FieldSeparator Separator { get; }

    public DecimalMark Mark { get; }

    public List<SampleRecord> Records { get; }

    /// <summary>How many fields most rows have.</summary>
    public int Width { get; }

    /// <summary>Whether nearly all rows have as many.</summary>
    public bool IsRegular { get; }

    /// <summary>Whether the first record has as many.</summary>
    public bool HeaderFits { get; }

    /// <summary>The share of numbers among the fields that are not missing.</summary>
    public double Numeric { get; }

    /// <summary>How many fields there are.</summary>
    public int FieldsTotal { get; }

    /// <summary>How many numbers have a decimal point.</summary>
    public int PointCount { get; }

    /// <summary>How many numbers have a decimal comma.</summary>
    public int CommaCount { get; }

    /// <summary>Whether no other way could fit better.</summary>
    public bool IsPerfect => IsRegular && HeaderFits && Numeric == 1 && Width > 1 && Mark is DecimalMark.Point;

    /// <summary>How well it fits, to be compared.</summary>
    public (bool, double, bool, bool) Fit => (IsRegular, Math.Round(Numeric, 6), HeaderFits, Width > 1);
}
