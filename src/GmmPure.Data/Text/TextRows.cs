using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GmmPure.Data.Text;

/// <summary>Reads the rows of a text, as it was planned.</summary>
internal sealed class TextRows
{
    private readonly CsvRecords records;
    private readonly TextPlan plan;
    private readonly ReadOptions options;
    private readonly FileColumns columns;
    private readonly ColumnRoles roles;
    private readonly int[] observation;
    private readonly MissingMarkers missing;
    private readonly NumberStore values;
    private readonly List<double> weights = [];
    private readonly ImmutableArray<string>.Builder labels = ImmutableArray.CreateBuilder<string>();
    private readonly WordColumns words;
    private readonly bool[] areCounting;
    private long rows;
    private long incomplete;
    private long emptyRows;
    private long? emptyLine;

    public TextRows(
        CsvRecords records, TextPlan plan, ReadOptions options, FileColumns columns, ColumnRoles roles, TextReading.Room room)
    {
        (this.records, this.plan, this.options, this.columns, this.roles) = (records, plan, options, columns, roles);
        observation = [.. roles.Observation];
        missing = new MissingMarkers(options.MissingValues, plan.Mark);
        values = new NumberStore(room.NumbersIn(observation.Length));
        words = new WordColumns(options, observation.Length);
        areCounting = [.. plan.Counting.Select(each => observation.Length > 1 && observation.Contains(each.Column))];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadData Read()
    {
        if (plan.HasHeader)
        {
            _ = records.Read();
        }

        while (records.Read())
        {
            if (!IsEmptyRow())
            {
                CheckShape();
                Add();
            }
        }

        incomplete += records.BlankLines;
        return values.Count > 0 ? ToData()
            : throw new ReadException(incomplete > 0 ? new ReadFault.NoCompleteRow(incomplete) : new ReadFault.NoRows());
    }

    private static ReadPlace At(long line) => ReadPlace.Line(line);

    /// <summary>Rows without any value may stand at the end; in between, what they lack is missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool IsEmptyRow()
    {
        if (records.FieldCount > 1 && records[0] is ([] or [<= (byte)' ', ..]) && Enumerable.Range(0, records.FieldCount).All(field => FieldText.IsBlank(records[field])))
        {
            emptyLine ??= records.Line;
            emptyRows++;
            return true;
        }

        if (emptyLine is { } line)
        {
            incomplete += options.DropsIncompleteRows ? emptyRows : throw Fault(line, observation[0], CellFault.Missing, string.Empty);
            (emptyLine, emptyRows) = (null, 0);
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CheckShape()
    {
        int width = columns.Names.Length;
        if (records.FieldCount != width)
        {
            bool mayBeDecimals = plan.Separator is FieldSeparator.Comma && records.FieldCount == 2 * width
                && records.Texts().All(field => field.Trim().All(character => char.IsAsciiDigit(character) || character is '-' or '+'));
            CheckComment();
            throw new ReadException(new ReadFault.FieldCount(records.Line, records.FieldCount, plan.HeaderWidth, mayBeDecimals));
        }

        foreach (int column in plan.Empty)
        {
            if (!FieldText.IsBlank(records[column]) && !roles.Use(column))
            {
                throw new ReadException(new ReadFault.NamelessColumn(column, columns.Names[column]));
            }
        }
    }

    /// <summary>A line of another length may be a comment.</summary>
    private void CheckComment()
    {
        if (records.Text(0).TrimStart() is ['#' or '%', ..] && !missing.Has(records[0]))
        {
            throw new ReadException(new ReadFault.CommentLike(records.Line, records.Text(0).TrimStart()[0]));
        }

        if (plan.FirstField.TrimStart() is ['%', ..])
        {
            throw new ReadException(new ReadFault.CommentLike(1, '%'));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add()
    {
        int before = values.Count;
        bool isComplete = AddValues();
        isComplete = isComplete && AddWeight();
        isComplete = isComplete && AddLabel();
        if (isComplete)
        {
            Count(before);
            return;
        }

        values.Count = before;
        weights.RemoveRange((int)Math.Min(rows, weights.Count), weights.Count - (int)Math.Min(rows, weights.Count));
        incomplete++;
    }

    /// <summary>Counts the row, and looks whether columns still do.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count(int before)
    {
        for (int i = 0; i < areCounting.Length; i++)
        {
            var (column, from) = plan.Counting[i];
            areCounting[i] = areCounting[i] && values.Numbers[before + Array.IndexOf(observation, column)] == from + rows;
        }

        rows++;
    }

    /// <summary>Adds the numbers of the observation; says whether none is missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool AddValues()
    {
        for (int i = 0; i < observation.Length; i++)
        {
            var field = records[observation[i]];
            bool isNumber = NumberText.TryReal(field, plan.Mark, out double number);
            if (isNumber && !words.Holds(i) && Math.Abs(number) <= Dataset.LargestValue && !(missing.HasNumbers && missing.Has(number)))
            {
                values.Add(number);
            }
            else if (missing.Has(field) || (isNumber && missing.Has(number)))
            {
                return options.DropsIncompleteRows ? false : throw Fault(observation[i], CellFault.Missing);
            }
            else
            {
                values.Add(Other(i, isNumber, number));
            }
        }

        return true;
    }

    /// <summary>What a field is that is no number which can be computed with: a word, perhaps.</summary>
    private double Other(int i, bool isNumber, double number)
    {
        if (isNumber && double.IsFinite(number) && Math.Abs(number) > Dataset.LargestValue)
        {
            throw Fault(observation[i], CellFault.TooLarge);
        }

        if (isNumber && !double.IsFinite(number))
        {
            throw Fault(observation[i], CellFault.BeyondDouble);
        }

        string field = records.Text(observation[i]);
        if (rows > 0 && field.TrimStart() is ['#' or '%', ..] && observation[i] == 0)
        {
            CheckComment();
        }

        bool isFirst = rows == 0 && !isNumber && CellFaults.Of(field, plan.Mark) is CellFault.NotANumber or CellFault.Truth;
        return words.Number(i, field, isFirst) ?? throw Fault(observation[i], CauseOf(field));
    }

    private CellFault CauseOf(string field) => records.Line == plan.LineBelowNames ? CellFault.BelowNames
        : columns.AreNamed && records.Texts().Select(text => text.Trim()).SequenceEqual(columns.Names, StringComparer.Ordinal) ? CellFault.NamesAgain
        : CellFaults.Of(field, plan.Mark) is var cause && cause is CellFault.NotANumber && HoldsSeparator(field) ? CellFault.HoldsSeparator : cause;

    private static bool HoldsSeparator(string field) =>
        field.AsSpan().Trim().ContainsAny(";\t|,") && field.Split(';', '\t', '|', ',').All(part => NumberText.TryReal(part, DecimalMark.Point, out _));

    /// <summary>Adds the weight, if rows have any; says whether it is there.</summary>
    private bool AddWeight()
    {
        if (roles.Weights is not { } column)
        {
            return true;
        }

        var field = records[column];
        bool isNumber = NumberText.TryReal(field, plan.Mark, out double weight);
        if (options.DropsIncompleteRows && (isNumber ? missing.Has(weight) : missing.Has(field)))
        {
            return false;
        }

        weights.Add(isNumber && weight >= 0 && double.IsFinite(weight)
            ? weight
            : throw new ReadException(new ReadFault.BadWeight(At(records.Line), columns.Names[column], records.Text(column))));
        return true;
    }

    /// <summary>Adds the label, if rows have any; says whether it is there.</summary>
    private bool AddLabel()
    {
        if (roles.Labels is not { } column)
        {
            return true;
        }

        string label = records.Text(column).Trim();
        if (label.Length == 0 && !roles.MayLackLabels)
        {
            return options.DropsIncompleteRows
                ? false
                : throw new ReadException(new ReadFault.MissingLabel(At(records.Line), columns.Names[column]));
        }

        labels.Add(label);
        return true;
    }

    private ReadException Fault(int column, CellFault cause) => Fault(records.Line, column, cause, records.Text(column));

    private ReadException Fault(long line, int column, CellFault cause, string field) =>
        new(new ReadFault.BadValue(At(line), columns.Names[column], field, cause));

    private ReadData ToData()
    {
        var notes = plan.Notes.ToBuilder();
        var named = words.Renumber(values.Numbers, CollectionsMarshal.AsSpan(weights));
        Assembly.NoteWords(notes, columns, roles, named);
        AddNotes(notes);
        return Assembly.Data(values, CollectionsMarshal.AsSpan(weights), labels.DrainToImmutable(), named, columns, roles, notes);
    }

    private void AddNotes(ImmutableArray<ReadNote>.Builder notes)
    {
        Assembly.NoteSetAside(notes, columns, roles, options.Columns, plan.Empty);
        ImmutableArray<string> counting =
            [.. plan.Counting.Where((_, i) => areCounting[i]).Select(each => columns.Names[each.Column])];
        if (!counting.IsEmpty)
        {
            notes.Add(ReadNote.About(ReadNoteKind.IndexFitted, counting));
        }

        if (emptyRows > 0)
        {
            notes.Add(new ReadNote(ReadNoteKind.EmptyRows, [], emptyRows));
        }

        if (incomplete > 0)
        {
            notes.Add(new ReadNote(ReadNoteKind.IncompleteRows, [], incomplete, rows + incomplete));
        }
    }
}
