using GmmPure.Data;

namespace GmmPure.Cli.Reading;

/// <summary>What is wrong with a value, in words, and what to do.</summary>
internal static class ValueFaultText
{
    /// <param name="fault">The value and what is wrong with it.</param>
    public static string Of(ReadFault.BadValue fault)
    {
        string field = Display.Field(fault.Field);
        string exclude = $"--exclude {Display.Argument(fault.Column)}";
        return fault.Cause switch
        {
            ValueFault.Missing => $"the value is missing{(string.IsNullOrWhiteSpace(fault.Field) ? string.Empty : $" ({field})")}; "
                + $"--missing drop leaves out its row, {exclude} the column",
            ValueFault.NotFinite => $"{field} is not finite",
            ValueFault.BeyondDouble => $"{field} is beyond double precision",
            ValueFault.TooLarge => ReadFaultText.TooLarge(field),
            ValueFault.NotANumber => $"{field} is not a number; a column of labels is left out with {exclude}",
            var cause => $"{field} is not a number{Reason(cause, fault.Field, exclude)}",
        };
    }

    private static string Reason(ValueFault cause, string field, string exclude) => cause switch
    {
        ValueFault.ThousandsSeparator => " here: it has a thousands separator; write the digits without",
        ValueFault.DecimalComma => " here: it has a decimal comma; write a point, or say --decimal , if all numbers have one",
        ValueFault.DecimalPoint => " here: it has a decimal point, and the others have commas; say --decimal . if they are something else",
        ValueFault.TypographicMinus => $": it has a typographic minus or dash (U+{Dash(field):X4}); write -",
        ValueFault.PerCent => ": it has a per cent sign; write the number alone",
        ValueFault.Currency => ": it has a sign of currency; write the number alone",
        ValueFault.OddBlank => $": it has a no-break or other special blank (U+{OddBlank(field):X4}); write the digits alone",
        ValueFault.FortranExponent => ": its exponent is written with D, as Fortran does; write E",
        ValueFault.Hexadecimal => ": it is hexadecimal; write it in decimal digits",
        ValueFault.OtherDigits => ": its digits are of another script; write 0 to 9",
        ValueFault.Unit => $": a unit or a word follows the digits; write the number alone, or leave the column out with {exclude}",
        ValueFault.Brackets => ": in brackets, as accountants write negative numbers; write -",
        ValueFault.Date => $": it is a date or a time; leave the column out with {exclude}, or make a number of it",
        ValueFault.Truth => $": it is a truth value; write 1 and 0, or leave the column out with {exclude}",
        ValueFault.BelowNames => ": the line below the names holds no numbers, as where units stand; delete it",
        ValueFault.NamesAgain => ": the line names the columns once more; delete it",
        _ => "; fields are separated otherwise, say how with --separator , or ; or tab or space or |",
    };

    private static int Dash(string field) => field.First(character => character is >= '\u2010' and <= '\u2014' or '\u2212');

    private static int OddBlank(string field) => field.First(character => character > '\u007F' && !char.IsLetterOrDigit(character));
}
