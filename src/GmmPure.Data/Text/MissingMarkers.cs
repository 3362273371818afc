using System.Text;

namespace GmmPure.Data.Text;

/// <summary>What stands for a missing value.</summary>
internal sealed class MissingMarkers
{
    private static readonly ImmutableHashSet<string> Usual = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "NA", "N/A", "N.A.", "<NA>", "#N/A", "#N/A N/A", "#NV", "NaN", "-NaN", "+NaN", "nan(ind)", "-nan(ind)", "1.#QNAN", "-1.#IND", "NaT", "null",
        "(null)", "nil", "none", "missing", "?", "-", "--", "---", ".", "..", "…", "–", "—", "\\N", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!");

    private readonly ImmutableHashSet<string> words;
    private readonly double[] numbers;

    /// <param name="named">What stands for a missing value beyond the usual; of numbers it is the value that counts.</param>
    /// <param name="mark">What stands before decimals.</param>
    public MissingMarkers(ImmutableArray<string> named, DecimalMark mark = DecimalMark.Point)
    {
        words = Usual.Union(named.Select(word => word.Trim()));
        numbers =
        [
            .. named.Select(word => NumberText.TryReal(word, DecimalMark.Point, out double number)
                || NumberText.TryReal(word, mark, out number) ? number : double.NaN).Where(double.IsFinite),
        ];
    }

    /// <summary>Whether numbers stand for it, too.</summary>
    public bool HasNumbers => numbers.Length > 0;

    /// <summary>Whether a number stands for it.</summary>
    public bool Has(double number) => numbers.AsSpan().Contains(number);

    /// <summary>Whether a field that is no number stands for it.</summary>
    public bool Has(ReadOnlySpan<byte> field) => FieldText.IsBlank(field) || Has(Encoding.UTF8.GetString(field));

    /// <summary>Whether a field that is no number stands for it.</summary>
    public bool Has(string field) => field.Trim() is var word && (word.Length == 0 || words.Contains(word));

    /// <summary>Makes NaN of the numbers that stand for it.</summary>
    public void Mark(Span<double> each)
    {
        for (int i = 0; HasNumbers && i < each.Length; i++)
        {
            each[i] = Has(each[i]) ? double.NaN : each[i];
        }
    }
}
