using System.Globalization;
using System.Text.RegularExpressions;

namespace GmmPure.Data.Text;

/// <summary>What is wrong with a field that is no number, by the looks of it.</summary>
internal static partial class CellFaults
{
    private const string Number = @"[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?";

    private const string Date =
        @"^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})([ T]\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?Z?)?$|^\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?$";

    private static readonly (CellFault Cause, Regex Form)[] Forms =
    [
        (CellFault.ThousandsSeparator, Thousands()),
        (CellFault.PerCent, Percentage()),
        (CellFault.Currency, Money()),
        (CellFault.FortranExponent, Fortran()),
        (CellFault.Hexadecimal, Hexadecimal()),
        (CellFault.Brackets, Bracketed()),
        (CellFault.Date, DateOrTime()),
        (CellFault.Unit, WithUnit()),
    ];

    /// <param name="field">The field.</param>
    /// <param name="mark">What stands before decimals.</param>
    public static CellFault Of(string field, DecimalMark mark)
    {
        string text = field.Trim();
        return IsInfinite(text) ? CellFault.NotFinite
            : text.Any(character => character is '\u2212' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014') && HasDigit(text)
                ? CellFault.TypographicMinus
            : field.Any(IsOddBlank) && HasDigit(text) ? CellFault.OddBlank
            : text.Any(character => char.IsDigit(character) && !char.IsAsciiDigit(character)) ? CellFault.OtherDigits
            : NumberText.TryReal(text, mark, out _) ? CellFault.NotANumber
            : NumberText.TryReal(text, Other(mark), out _) && !Thousands().IsMatch(text)
                ? mark is DecimalMark.Comma ? CellFault.DecimalPoint : CellFault.DecimalComma
            : Words.Truth(text) is not null ? CellFault.Truth
            : Forms.FirstOrDefault(form => form.Form.IsMatch(text), (CellFault.NotANumber, null!)).Cause;
    }

    private static DecimalMark Other(DecimalMark mark) => mark is DecimalMark.Comma ? DecimalMark.Point : DecimalMark.Comma;

    private static bool HasDigit(string text) => text.Any(char.IsAsciiDigit);

    private static bool IsOddBlank(char character) =>
        character is not ' ' && (char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) is UnicodeCategory.Format) && !char.IsControl(character);

    private static bool IsInfinite(string text)
    {
        string word = text.TrimStart('+', '-');
        return word.Equals("inf", StringComparison.OrdinalIgnoreCase)
            || (double.TryParse(word, CultureInfo.InvariantCulture, out double value) && !double.IsFinite(value));
    }

    [GeneratedRegex(@"^[+-]?\d{1,3}((,\d{3})+(\.\d*)?|(\.\d{3}){2,}(,\d*)?|\.\d{3}(\.\d{3})*,\d*|('\d{3})+([.,]\d*)?|( \d{3})+([.,]\d*)?|(_\d{3})+([.,]\d*)?)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Thousands();

    [GeneratedRegex($"^{Number} ?[%‰]$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Percentage();

    [GeneratedRegex($@"^[+-]?(\p{{Sc}}|USD|EUR|GBP|CHF) ?[\d.,' ]+$|^{Number} ?(\p{{Sc}}|USD|EUR|GBP|CHF)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Money();

    [GeneratedRegex(@"^[+-]?(\d+\.?\d*|\.\d+)[dD][+-]?\d+$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Fortran();

    [GeneratedRegex("^[+-]?0[xX][0-9a-fA-F]+$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Hexadecimal();

    [GeneratedRegex($@"^\( ?{Number} ?\)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Bracketed();

    [GeneratedRegex(Date, RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DateOrTime();

    [GeneratedRegex($@"^{Number} ?[\p{{L}}°µ²³/]{{1,8}}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex WithUnit();
}
