using System.Text;

namespace GmmPure.Cli.Tests.Reading;

/// <summary>
/// What CSV means here, character by character and without a buffer: slow, and plain enough to be believed.
/// </summary>
internal sealed class CsvDefinition
{
    private readonly string text;
    private readonly List<(int Line, string[] Fields)> read = [];
    private int at;
    private int line = 1;

    private CsvDefinition(string text) => this.text = text;

    private char? Here => at < text.Length ? text[at] : null;

    /// <summary>The records up to the first fault, each with its line, and that fault, if there is one.</summary>
    public static (IReadOnlyList<(int Line, string[] Fields)> Records, string? Fault) Read(string text)
    {
        var definition = new CsvDefinition(text);
        string? fault = definition.Records();
        return (definition.read, fault);
    }

    /// <summary>Reads all records; gives the fault, if there is one.</summary>
    private string? Records()
    {
        int? blank = null;
        while (Here is not null)
        {
            if (IsBlankLine())
            {
                blank ??= line;
            }
            else if (blank is { } gap)
            {
                return $"line {gap} is blank";
            }
            else
            {
                int first = line;
                var fields = new List<string>();
                do
                {
                    if (Field(fields) is { } fault)
                    {
                        return fault;
                    }
                }
                while (Take(','));
                read.Add((first, [.. fields]));
            }

            TakeLineEnd();
        }

        return null;
    }

    /// <summary>Whether nothing but blanks stands before the next line end, which it stops at.</summary>
    private bool IsBlankLine()
    {
        int end = text.AsSpan(at).IndexOfAny('\r', '\n');
        bool isBlank = string.IsNullOrWhiteSpace(end < 0 ? text[at..] : text.Substring(at, end));
        at += !isBlank ? 0 : end < 0 ? text.Length - at : end;
        return isBlank;
    }

    private string? Field(List<string> fields)
    {
        int opened = line;
        var field = new StringBuilder();
        if (!Take('"'))
        {
            while (Here is not (null or ',' or '\r' or '\n' or '"'))
            {
                field.Append(text[at++]);
            }

            fields.Add(field.ToString());
            return Here is '"' ? $"line {line}: misplaced" : null;
        }

        while (Here is not null)
        {
            int from = at;
            if (Take('"') && !Take('"'))
            {
                fields.Add(field.ToString());
                return Here is null or ',' or '\r' or '\n' ? null : $"line {line}: misplaced";
            }

            if (at == from && !TakeLineEnd())
            {
                at++;
            }

            field.Append(text[from] == '"' ? "\"" : text[from..at]);
        }

        return $"line {opened}: a quotation mark is opened here";
    }

    private bool Take(char wanted)
    {
        bool isThere = Here == wanted;
        at += isThere ? 1 : 0;
        return isThere;
    }

    private bool TakeLineEnd()
    {
        bool isLineEnd = Take('\r') | Take('\n');
        line += isLineEnd ? 1 : 0;
        return isLineEnd;
    }
}
