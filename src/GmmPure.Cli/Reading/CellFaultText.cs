using GmmPure.Data;

namespace GmmPure.Cli.Reading;

/// <summary>What is wrong with a value, in words, and what to do.</summary>
internal static class CellFaultText
{
    /// <param name="fault">The value and what is wrong with it.</param>
    /// <param name="isNeeded">Whether a model needs the column, so that it cannot be left out.</param>
    public static string Of(ReadFault.BadValue fault, bool isNeeded)
    {
        string field = Display.Field(fault.Field);
        string? exclude = isNeeded ? null : $"--exclude {Display.Argument(fault.Column)}";
        return fault.Cause switch
        {
            CellFault.Missing => $"the value is missing{(string.IsNullOrWhiteSpace(fault.Field) ? string.Empty : $" ({field})")}; "
                + $"--missing drop leaves out its row{(exclude is null ? string.Empty : $", {exclude} the column")}",
            CellFault.NotFinite => $"{field} is not finite",
            CellFault.BeyondDouble => $"{field} is beyond double precision",
            CellFault.NoText => $"{fault.Field} cannot be carried through as text",
            CellFault.TooLarge => ReadFaultText.TooLarge(field),
            CellFault.NotANumber => $"{field} is not a number{(exclude is null ? string.Empty : $"; a column of labels is left out with {exclude}")}",
            var cause => $"{field} is not a number{Reason(cause, fault.Field, exclude)}",
        };
    }

    private static string Reason(CellFault cause, string field, string? exclude) => cause switch
    {
        CellFault.ThousandsSeparator => " here: it has a thousands separator; write the digits without",
        CellFault.DecimalComma => " here: it has a decimal comma; write a point, or say --decimal , if all numbers have one",
        CellFault.DecimalPoint => " here: it has a decimal point, and the others have commas; say --decimal . if they are something else",
        CellFault.TypographicMinus => $": it has a typographic minus or dash (U+{Dash(field):X4}); write -",
        CellFault.PerCent => ": it has a per cent sign; write the number alone",
        CellFault.Currency => ": it has a sign of currency; write the number alone",
        CellFault.OddBlank => $": it has a no-break or other special blank (U+{OddBlank(field):X4}); write the digits alone",
        CellFault.FortranExponent => ": its exponent is written with D, as Fortran does; write E",
        CellFault.Hexadecimal => ": it is hexadecimal; write it in decimal digits",
        CellFault.OtherDigits => ": its digits are of another script; write 0 to 9",
        CellFault.Unit => $": a unit or a word follows the digits; write the number alone{Or(exclude)}",
        CellFault.Brackets => ": in brackets, as accountants write negative numbers; write -",
        CellFault.Date => exclude is null
            ? ": it is a date or a time; make a number of it"
            : $": it is a date or a time; leave the column out with {exclude}, or make a number of it",
        CellFault.Truth => $": it is a truth value; write 1 and 0{Or(exclude)}",
        CellFault.BelowNames => ": the line below the names holds no numbers, as where units stand; delete it",
        CellFault.NamesAgain => ": the line names the columns once more; delete it",
        _ => "; fields are separated otherwise, say how with --separator , or ; or tab or space or |",
    };

    private static string Or(string? exclude) => exclude is null ? string.Empty : $", or leave the column out with {exclude}";

    private static int Dash(string field) => field.First(character => character is >= '\u2010' and <= '\u2014' or '\u2212');

    private static int OddBlank(string field) => field.First(character => character > '\u007F' && !char.IsLetterOrDigit(character));
}
