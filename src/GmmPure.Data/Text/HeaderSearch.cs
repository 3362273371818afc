namespace GmmPure.Data.Text;

/// <summary>Tells whether the first line of a text names the columns, by looking at the lines below it.</summary>
internal static class HeaderSearch
{
    /// <summary>Whether the first record holds names; where that is not plain, a note or a fault says so.</summary>
    /// <param name="dialect">The records.</param>
    /// <param name="looks">What the columns hold below the first record.</param>
    /// <param name="missing">What stands for a missing value.</param>
    public static (bool IsHeader, ReadNoteKind? Note) In(Dialect dialect, ImmutableArray<ColumnLook> looks, MissingMarkers missing)
    {
        string[] first = dialect.Records[0].Fields;
        bool[] areNumbers = [.. first.Select(field => NumberText.TryReal(field, dialect.Mark, out _))];
        if (dialect.Records.Count == 1)
        {
            return (!areNumbers.Contains(true), areNumbers.Contains(true) ? ReadNoteKind.FirstLineIsData : null);
        }

        // Of a header that is one short, or of rows of another length, the columns can't be compared.
        if (first.Length != dialect.Width)
        {
            bool hasName = first.Where((field, column) => !areNumbers[column] && !missing.Has(field)).Any();
            return (hasName || first.All(string.IsNullOrWhiteSpace), hasName ? null : ReadNoteKind.FirstLineIsData);
        }

        int forNames = Enumerable.Range(0, first.Length).Count(i => looks[i].IsNumeric && !areNumbers[i] && !missing.Has(first[i]));
        int forData = Enumerable.Range(0, first.Length).Count(i => looks[i].IsNumeric && areNumbers[i]);
        return (forNames, forData) switch
        {
            ( > 0, > 0) => throw new ReadException(new ReadFault.Ambiguous(dialect.Records[0].Line, ReadDoubt.NamesOrData)),
            ( > 0, _) => (true, null),
            (_, > 0) => IsFrame(first, looks) || CountsColumns(first, areNumbers, looks) ? (true, ReadNoteKind.NamesAreNumbers) : (false, ReadNoteKind.FirstLineIsData),
            _ => Recurs(first, looks) ? (false, ReadNoteKind.FirstLineIsData) : (true, null),
        };
    }

    /// <summary>Whether it counts 0, 1, 2, … after a blank, and the column below that counts rows: so pandas writes a table without names.</summary>
    private static bool IsFrame(string[] first, ImmutableArray<ColumnLook> looks) =>
        first is ["", _, ..] && looks[0].CountsFrom is not null && looks[0].Fields.Count > 1
        && new ColumnLook(first[1..], DecimalMark.Point, new MissingMarkers([])).CountsFrom is 0;

    /// <summary>Whether it counts 0, 1, 2, … like names of columns that had none, and no column below holds whole numbers only.</summary>
    private static bool CountsColumns(string[] first, bool[] areNumbers, ImmutableArray<ColumnLook> looks) =>
        first.Length > 1 && areNumbers.All(isNumber => isNumber)
        && new ColumnLook(first, DecimalMark.Point, new MissingMarkers([])).CountsFrom is not null
        && looks.All(look => look.Fields.Any(field => field.AsSpan().ContainsAny(".,eE")));

    /// <summary>Whether a word of the first record stands below it, too.</summary>
    private static bool Recurs(string[] first, ImmutableArray<ColumnLook> looks) =>
        first.Index().Any(each => !string.IsNullOrWhiteSpace(each.Item) && looks[each.Index].Fields.Contains(each.Item, StringComparer.Ordinal));
}
