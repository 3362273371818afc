namespace GmmPure.Data.Text;

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

    /// <summary>The first misplaced quotation mark, or the one that is never closed; null if there is none.</summary>
    /// <param name="raw">The record as it stands in the file, to its end.</param>
    /// <param name="line">The line on which it begins.</param>
    /// <param name="separator">What separates fields.</param>
    public static ReadFault? Of(ReadOnlySpan<char> raw, long line, char separator)
    {
        var within = Within.Start;
        long opened = line;
        for (int i = 0; i < raw.Length; i++)
        {
            bool isQuote = raw[i] == '"';
            bool isEnd = raw[i] == separator || raw[i] is '\r' or '\n';
            if (within is Within.Start && isQuote)
            {
                opened = line;
            }

            if ((within is Within.Bare && isQuote) || (within is Within.AfterQuoted && !isQuote && !isEnd))
            {
                return new ReadFault.QuoteMisplaced(line);
            }

            within = Next(within, isQuote, isEnd);
            line += raw[i] == '\n' || (raw[i] == '\r' && !(i + 1 < raw.Length && raw[i + 1] == '\n')) ? 1 : 0;
        }

        return within is Within.Quoted ? new ReadFault.QuoteNotClosed(opened) : null;
    }

    private static Within Next(Within within, bool isQuote, bool isEnd) => (within, isQuote, isEnd) switch
    {
        (Within.Quoted, true, _) => Within.AfterQuoted,
        (Within.Quoted, _, _) or (Within.AfterQuoted or Within.Start, true, _) => Within.Quoted,
        (_, _, true) => Within.Start,
        _ => Within.Bare,
    };
}
