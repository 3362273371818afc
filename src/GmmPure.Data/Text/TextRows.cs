using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GmmPure.Data.Text;

/// <summary>Reads the rows of a text, as it was planned.</summary>
internal sealed class TextRows
{
    private readonly CsvRecords records;
    private readonly TextPlan plan;
    private readonly ReadPlan wanted;
    private readonly ReadOptions options;
    private readonly FileColumns columns;
    private readonly ColumnRoles roles;
    private readonly int[] observation;
    private readonly MissingMarkers missing;
    private readonly NumberStore values;
    private readonly List<double> weights = [];
    private readonly ImmutableArray<string>.Builder labels = ImmutableArray.CreateBuilder<string>();
    private readonly double most;
    private readonly WordColumns words;
    private readonly ImmutableArray<ImmutableArray<string>.Builder> kept;
    private readonly bool[] areCounting;
    private long rows;
    private long given;
    private long incomplete;
    private long emptyRows;
    private long? emptyLine;

    public TextRows(
        CsvRecords records, TextPlan plan, ReadPlan wanted, FileColumns columns, ColumnRoles roles, TextReading.Room room)
    {
        (this.records, this.plan, this.wanted, this.columns, this.roles) = (records, plan, wanted, columns, roles);
        options = wanted.Options;
        observation = [.. roles.Observation];
        missing = new MissingMarkers(options.MissingValues, plan.Mark);
        values = new NumberStore(wanted.Room(room.NumbersIn(observation.Length), observation.Length));
        kept = [.. roles.Kept.Select(_ => ImmutableArray.CreateBuilder<string>())];
        most = wanted.MayBeLarge ? double.MaxValue : Dataset.LargestValue;
        words = new WordColumns(options, observation.Length);
        areCounting = [.. plan.Counting.Select(each => observation.Length > 1 && observation.Contains(each.Column))];
    }

    /// <summary>The rows, so many at a time as are wanted; at the end there may be none.</summary>
    public IEnumerable<RawRows> Read()
    {
        if (plan.HasHeader)
        {
            _ = records.Read();
        }

        while (ReadTo(given + (wanted.MostRows ?? int.MaxValue)))
        {
            yield return Take();
        }

        incomplete += records.BlankLines;
        yield return rows > 0
            ? Take()
            : throw new ReadException(incomplete > 0 ? new ReadFault.NoCompleteRow(incomplete) : new ReadFault.NoRows());
    }

    /// <summary>Reads until there are so many rows in all; says whether there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ReadTo(long count)
    {
        while (rows < count && records.Read())
        {
            if (!IsEmptyRow())
            {
                CheckShape();
                Add();
            }
        }

        return rows == count;
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
            for (int i = 0; i < kept.Length; i++)
            {
                kept[i].Add(records.Text(roles.Kept[i]));
            }

            Count(before);
            return;
        }

        values.Count = before;
        int weighed = (int)Math.Min(rows - given, weights.Count);
        weights.RemoveRange(weighed, weights.Count - weighed);
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
            if (isNumber && !words.Holds(i) && Math.Abs(number) <= most && !(missing.HasNumbers && missing.Has(number)))
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
        if (isNumber && double.IsFinite(number) && Math.Abs(number) > most)
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

    /// <summary>Hands out what there is.</summary>
    private RawRows Take()
    {
        var notes = plan.Notes.ToBuilder();
        var named = words.Renumber(values.Numbers, CollectionsMarshal.AsSpan(weights));
        Notes.AddWords(notes, columns, roles, named);
        AddNotes(notes);
        ImmutableArray<double> weighed = [.. weights];
        weights.Clear();
        given = rows;
        return new RawRows(
            values.Freeze(),
            weighed,
            labels.DrainToImmutable(),
            [.. kept.Select(texts => texts.DrainToImmutable())],
            named,
            columns,
            roles,
            notes.DrainToImmutable());
    }

    private void AddNotes(ImmutableArray<ReadNote>.Builder notes)
    {
        Notes.AddSetAside(notes, columns, roles, options.Columns, plan.Empty);
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
