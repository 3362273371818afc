namespace GmmPure.Cli.Reading;

/// <summary>What is wrong with the quotation marks of a record that is not CSV.</summary>
internal static class QuoteFault
{
    private enum Within
    {
        Start,
        Bare,
        Quoted,
        AfterQuoted,
    }

    /// <summary>
    /// The first misplaced quotation mark, or the one that is never closed, with its line; null if there is none.
    /// </summary>
    /// <param name="raw">The record as it stands in the file, to its end.</param>
    /// <param name="line">The line on which it begins.</param>
    public static string? Of(ReadOnlySpan<char> raw, int line)
    {
        var within = Within.Start;
        int opened = line;
        for (int i = 0; i < raw.Length; i++)
        {
            bool isQuote = raw[i] == '"';
            if (within is Within.Start && isQuote)
            {
                opened = line;
            }

            if ((within is Within.Bare && isQuote) || (within is Within.AfterQuoted && raw[i] is not ('"' or ',' or '\r' or '\n')))
            {
                return Misplaced(line);
            }

            within = Next(within, raw[i]);
            line += raw[i] == '\n' || (raw[i] == '\r' && !(i + 1 < raw.Length && raw[i + 1] == '\n')) ? 1 : 0;
        }

        return within is Within.Quoted
            ? FormattableString.Invariant($"line {opened}: a quotation mark is opened here and never closed")
            : null;
    }

    private static Within Next(Within within, char character) => (within, character) switch
    {
        (Within.Quoted, '"') => Within.AfterQuoted,
        (Within.Quoted, _) or (Within.AfterQuoted or Within.Start, '"') => Within.Quoted,
        (_, ',' or '\r' or '\n') => Within.Start,
        _ => Within.Bare,
    };

    private static string Misplaced(int line) => FormattableString.Invariant(
        $"line {line}: misplaced quotation mark (a quoted field is quoted whole, and doubles the marks inside)");
}
