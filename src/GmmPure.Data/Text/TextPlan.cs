using System.Text;

namespace GmmPure.Data.Text;

/// <summary>How a text is to be read, decided by its beginning; all of the rest is held against it.</summary>
internal sealed class TextPlan
{
    /// <summary>Fewer rows may count 1, 2, 3 by accident.</summary>
    private const int FewRows = 10;

    /// <summary>So many rows make a table.</summary>
    private const int FewLines = 3;

    /// <summary>So many lines may stand before one.</summary>
    private const int MostLinesBefore = 50;

    private readonly TextSample sample;
    private readonly Dialect dialect;
    private readonly ImmutableArray<ReadNote>.Builder notes = ImmutableArray.CreateBuilder<ReadNote>();

    private TextPlan(TextSample sample, Dialect dialect) => (this.sample, this.dialect) = (sample, dialect);

    /// <summary>How many bytes stand before the data.</summary>
    public int Offset => sample.Offset;

    /// <summary>What stands before decimals.</summary>
    public DecimalMark Mark => dialect.Mark;

    /// <summary>What separates fields.</summary>
    public FieldSeparator Separator => dialect.Separator;

    /// <summary>Whether the first record names the columns.</summary>
    public bool HasHeader { get; private set; }

    /// <summary>The columns; null if there is not even a header.</summary>
    public FileColumns? Columns { get; private set; }

    /// <summary>The first field of all.</summary>
    public string FirstField => dialect.Records[0].Fields[0];

    /// <summary>How many fields the first record has.</summary>
    public int HeaderWidth { get; private set; }

    /// <summary>The columns that hold nothing as far as was looked.</summary>
    public ImmutableArray<int> Empty { get; private set; } = [];

    /// <summary>The columns that count rows as far as was looked, and from where.</summary>
    public ImmutableArray<(int Column, long From)> Counting { get; private set; } = [];

    /// <summary>The line below the names that is no number in any column, where all others are.</summary>
    public long? LineBelowNames { get; private set; }

    /// <summary>What was guessed.</summary>
    public ImmutableArray<ReadNote> Notes => notes.ToImmutable();

    /// <summary>The plan for a text.</summary>
    /// <param name="beginning">The first bytes.</param>
    /// <param name="isWhole">Whether they are all.</param>
    /// <param name="options">What is known already.</param>
    public static TextPlan Of(ReadOnlySpan<byte> beginning, bool isWhole, ReadOptions options)
    {
        var begun = TextSample.Of(beginning, isWhole, options.Comment);
        var plan = new TextPlan(begun, DialectSearch.Of(begun, options));
        if (plan.dialect.Records.Count > 0)
        {
            plan.Look(options);
        }

        return plan;
    }

    /// <summary>How the records are to be read.</summary>
    public CsvRecords.Layout Layout(bool areBlankLinesMissing) => sample.Layout(dialect.Separator, areBlankLinesMissing);

    private void Look(ReadOptions options)
    {
        var missing = new MissingMarkers(options.MissingValues, Mark);
        CheckBeginning();
        var first = dialect.Records[0];
        var looks = Looks(dialect.Records.Skip(1), Math.Max(first.Fields.Length, dialect.Width), missing);
        string[]? commented = options.HasHeader == false ? null : CommentedNames(first, looks, missing);
        HasHeader = commented is null && IsHeader(options, looks, missing);
        if (commented is null && sample.Comments.Length > 0 && options.Comment is null)
        {
            notes.Add(new ReadNote(ReadNoteKind.CommentsSkipped, [], sample.Comments.Length));
        }

        if (options.Mark is null && Mark is DecimalMark.Comma)
        {
            notes.Add(new ReadNote(ReadNoteKind.DecimalCommas, []));
        }

        var rows = HasHeader ? dialect.Records[1..] : dialect.Records;
        looks = HasHeader ? looks : Looks(rows, looks.Length, missing);
        Name(options, commented ?? (HasHeader ? first.Fields : null), first, rows, looks);
        LineBelowNames = HasHeader && rows.Count > 2 && IsBelowNames(rows[0], looks, missing) ? rows[0].Line : null;
    }

    /// <summary>Lines before a table that are shorter than all of it belong to something else.</summary>
    private void CheckBeginning()
    {
        var records = dialect.Records;
        int begin = records.FindIndex(record => record.Fields.Length == dialect.Width);
        bool isNamed = begin > 0 && !Array.Exists(records[begin].Fields, field => NumberText.TryReal(field, Mark, out _));
        bool isOneShort = begin == 1 && records[0].Fields.Length == dialect.Width - 1;
        if ((begin > 1 || isNamed) && !isOneShort && records.Count - begin > FewLines && begin <= MostLinesBefore
            && records.Skip(begin).All(record => record.Fields.Length == dialect.Width)
            && records.Take(begin).All(record => record.Fields.Length < dialect.Width))
        {
            throw new ReadException(new ReadFault.LinesBefore(records[begin].Line));
        }
    }

    private bool IsHeader(ReadOptions options, ImmutableArray<ColumnLook> looks, MissingMarkers missing)
    {
        if (options.HasHeader is { } given)
        {
            return given;
        }

        var (isHeader, note) = HeaderSearch.In(dialect, looks, missing);
        if (note is { } kind)
        {
            notes.Add(new ReadNote(kind, [.. dialect.Records[0].Fields.Take(2)]));
        }

        return isHeader;
    }

    private ImmutableArray<ColumnLook> Looks(IEnumerable<SampleRecord> records, int width, MissingMarkers missing)
    {
        var rows = records.Where(row => !row.Fields.All(string.IsNullOrWhiteSpace)).ToArray();
        return
        [
            .. Enumerable.Range(0, width).Select(column => new ColumnLook(
                [.. rows.Where(row => column < row.Fields.Length).Select(row => row.Fields[column])], Mark, missing)),
        ];
    }

    /// <summary>The names in the last comment before the data, if there are as many as columns, and no names follow.</summary>
    private string[]? CommentedNames(SampleRecord first, ImmutableArray<ColumnLook> looks, MissingMarkers missing)
    {
        if (sample.Comments.IsEmpty)
        {
            return null;
        }

        bool isData = Enumerable.Range(0, first.Fields.Length).All(column =>
            NumberText.TryReal(first.Fields[column], Mark, out _) || missing.Has(first.Fields[column]) || !looks[column].IsNumeric)
            && first.Fields.Any(field => NumberText.TryReal(field, Mark, out _));
        byte[] line = Encoding.UTF8.GetBytes(sample.Comments[^1]);
        var records = TextSample.Of(line, isWhole: true, comment: null).Records(Separator);
        if (!isData || records is not [var names] || names.Fields.Length != first.Fields.Length)
        {
            return null;
        }

        notes.Add(new ReadNote(ReadNoteKind.NamesInComment, [.. names.Fields.Take(2)]));
        return names.Fields;
    }

    private void Name(ReadOptions options, string[]? names, SampleRecord first, List<SampleRecord> rows, ImmutableArray<ColumnLook> looks)
    {
        HeaderWidth = names?.Length ?? first.Fields.Length;
        bool isOneShort = names is not null && rows.Count > 0 && rows.TrueForAll(row => row.Fields.Length == names.Length + 1);
        bool isLastEmpty = isOneShort && looks[names!.Length].IsEmpty;
        bool hasRowNames = isOneShort && !isLastEmpty && looks[0].MayNameRows
            && !names!.Any(name => name.AsSpan().ContainsAny(",;\t"));
        string[]? all = hasRowNames ? [RowNames(names!), .. names!]
            : isLastEmpty ? [.. names!, string.Empty]
            : names;
        var columns = all is null ? FileColumns.Generate(first.Fields.Length) : FileColumns.From(all, first.Line);
        if (hasRowNames && options.Columns.Only is null)
        {
            notes.Add(ReadNote.About(ReadNoteKind.RowNames, columns.Names[0]));
        }

        Empty = rows.Count == 0 ? [] : [.. Enumerable.Range(0, columns.Names.Length).Where(column => IsEmpty(columns, looks, column))];
        Columns = SetAside(columns, looks, hasRowNames);
        Counting =
        [
            .. Enumerable.Range(hasRowNames ? 1 : 0, columns.Names.Length - (hasRowNames ? 1 : 0))
                .Where(column => rows.Count >= FewRows && looks[column].CountsFrom is not null)
                .Select(column => (column, looks[column].CountsFrom!.Value)),
        ];
    }

    /// <summary>The columns, of which names and numbers of rows and what is empty are set aside; numbers of rows only where more is left.</summary>
    private FileColumns SetAside(FileColumns columns, ImmutableArray<ColumnLook> looks, bool hasRowNames)
    {
        ImmutableArray<int> others = hasRowNames ? [0, .. Empty] : Empty;
        ImmutableArray<int> indices = [.. Enumerable.Range(0, columns.Names.Length).Except(others).Where(column => IsIndex(columns, looks, column))];
        return columns.Without(others.Length + indices.Length < columns.Names.Length ? [.. others, .. indices] : others);
    }

    private static string RowNames(string[] names) => names.Contains("row.names", StringComparer.Ordinal) ? string.Empty : "row.names";

    /// <summary>Whether a column has neither a name nor a value; in a file without names, whether nor has what follows it.</summary>
    private static bool IsEmpty(FileColumns columns, ImmutableArray<ColumnLook> looks, int column) => columns.AreNamed
        ? columns.Unnamed.Contains(column) && looks[column].IsEmpty
        : column > 0 && Enumerable.Range(column, columns.Names.Length - column).All(each => looks[each].IsEmpty);

    /// <summary>Whether a column is called like one that numbers rows, and holds whole numbers that are all different.</summary>
    private static bool IsIndex(FileColumns columns, ImmutableArray<ColumnLook> looks, int column) =>
        columns.AreNamed && looks[column].Fields.Count > 1
        && (columns.Unnamed.Contains(column) ? looks[column].CountsFrom is not null
            : IndexNames.Has(columns.Names[column]) && looks[column].AreDistinctWholes);

    /// <summary>Whether where all other rows have numbers, this one has words.</summary>
    private bool IsBelowNames(SampleRecord row, ImmutableArray<ColumnLook> looks, MissingMarkers missing)
    {
        var fields = row.Fields.Index().Where(each => each.Index < looks.Length && looks[each.Index].IsNumeric).Select(each => each.Item).ToArray();
        return fields.Length > 0 && Array.TrueForAll(fields, field => !NumberText.TryReal(field, Mark, out _) && !missing.Has(field));
    }
}
