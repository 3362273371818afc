using System.Globalization;
using GmmPure.Data.Text;

namespace GmmPure.Data;

/// <summary>
/// The chosen columns of a table of numbers, as they come: some rows at a time, or some of a column at a time. What is missing is
/// NaN.
/// </summary>
/// <param name="columns">The file's columns.</param>
/// <param name="roles">Which of them are what.</param>
/// <param name="rows">How many rows there will be, if that is known.</param>
/// <param name="words">The columns of words, if there may be any.</param>
internal sealed class ColumnBlock(FileColumns columns, ColumnRoles roles, int rows, WordColumns? words = null)
{
    /// <summary>Fewer rows may count 1, 2, 3 by accident.</summary>
    private const int FewRows = 10;

    private readonly NumberStore weights = new(roles.Weights is null ? 0 : rows);
    private readonly ImmutableArray<string>.Builder labels = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<ReadNote>.Builder notes = ImmutableArray.CreateBuilder<ReadNote>();

    /// <summary>The numbers of the observation, row by row.</summary>
    public NumberStore Values { get; } = new((long)rows * roles.Observation.Length);

    /// <summary>How many rows there are.</summary>
    public int RowCount { get; set; }

    /// <summary>Something that was guessed.</summary>
    public void Note(ReadNote note) => notes.Add(note);

    /// <summary>Takes the next rows.</summary>
    /// <param name="numbers">All of their numbers.</param>
    /// <param name="width">How many a row has.</param>
    public void AddRows(ReadOnlySpan<double> numbers, int width)
    {
        for (; !numbers.IsEmpty; numbers = numbers[width..])
        {
            foreach (int column in roles.Observation)
            {
                Values.Add(numbers[column]);
            }

            if (roles.Weights is { } weight)
            {
                weights.Add(numbers[weight]);
            }

            if (roles.Labels is { } label)
            {
                labels.Add(Label(numbers[label]));
            }

            RowCount++;
        }
    }

    /// <summary>Takes some of a column; labels as text.</summary>
    /// <param name="column">The column.</param>
    /// <param name="first">The first row.</param>
    /// <param name="numbers">The numbers from there on.</param>
    /// <param name="count">How many rows there are in all.</param>
    public void SetColumn(int column, int first, ReadOnlySpan<double> numbers, int count)
    {
        int width = roles.Observation.Length;
        int position = roles.Observation.IndexOf(column);
        RowCount = count;
        if (position >= 0)
        {
            int missing = (width * count) - Values.Count;
            _ = Values.Extend(Math.Max(0, missing));
            var values = Values.Numbers;
            for (int i = 0; i < numbers.Length; i++)
            {
                values[((first + i) * width) + position] = numbers[i];
            }
        }

        if (column == roles.Weights)
        {
            numbers.CopyTo(weights.Extend(numbers.Length));
        }

        if (column == roles.Labels)
        {
            foreach (double number in numbers)
            {
                labels.Add(Label(number));
            }
        }
    }

    /// <summary>Takes labels.</summary>
    public void AddLabels(IEnumerable<string> texts) => labels.AddRange(texts);

    /// <summary>The data, of which incomplete rows are left out, if they are to be.</summary>
    public ReadData ToData(ReadOptions options)
    {
        if (RowCount == 0)
        {
            throw new ReadException(new ReadFault.NoRows());
        }

        Mark(options);
        if (options.DropsIncompleteRows)
        {
            Drop();
        }
        else
        {
            CheckLabels();
        }

        NoteCounting();
        var named = words?.Renumber(Values.Numbers, weights.Numbers) ?? [.. roles.Observation.Select(_ => ImmutableArray<string>.Empty)];
        Assembly.NoteWords(notes, columns, roles, named);
        Assembly.NoteSetAside(notes, columns, roles, options.Columns, []);
        return Assembly.Data(Values, weights.Numbers, labels.DrainToImmutable(), named, columns, roles, notes);
    }

    /// <summary>A label that is not a number is missing.</summary>
    private static string Label(double number) =>
        double.IsNaN(number) ? string.Empty : number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Numbers that stand for a missing value are none.</summary>
    private void Mark(ReadOptions options)
    {
        var missing = new MissingMarkers(options.MissingValues);
        missing.Mark(Values.Numbers);
        missing.Mark(weights.Numbers);
    }

    /// <summary>A column that counts rows is part of the observation, but should hardly be.</summary>
    private void NoteCounting()
    {
        int width = roles.Observation.Length;
        ImmutableArray<string> counting =
            [.. Enumerable.Range(0, width).Where(Counts).Select(i => columns.Names[roles.Observation[i]])];
        if (width > 1 && RowCount >= FewRows && !counting.IsEmpty)
        {
            notes.Add(ReadNote.About(ReadNoteKind.IndexFitted, counting));
        }
    }

    private bool Counts(int position)
    {
        int width = roles.Observation.Length;
        var values = Values.Numbers;
        int row = 0;
        while (row < RowCount && values[position] is (0 or 1) && values[(row * width) + position] == values[position] + row)
        {
            row++;
        }

        return row == RowCount;
    }

    private void CheckLabels()
    {
        int missing = roles.MayLackLabels ? -1 : labels.IndexOf(string.Empty);
        if (missing >= 0)
        {
            throw new ReadException(new ReadFault.MissingLabel(ReadPlace.Row(missing + 1), columns.Names[roles.Labels!.Value]));
        }
    }

    private void Drop()
    {
        int width = roles.Observation.Length;
        int kept = 0;
        var values = Values.Numbers;
        var weight = weights.Numbers;
        for (int row = 0; row < RowCount; row++)
        {
            if (IsComplete(row))
            {
                values.Slice(row * width, width).CopyTo(values[(kept * width)..]);
                _ = weight.IsEmpty ? 0 : weight[kept] = weight[row];
                _ = labels.Count == 0 ? string.Empty : labels[kept] = labels[row];
                kept++;
            }
        }

        if (kept < RowCount)
        {
            notes.Add(new ReadNote(ReadNoteKind.IncompleteRows, [], RowCount - kept, RowCount));
            Values.Count = kept * width;
            weights.Count = Math.Min(weights.Count, kept);
            labels.Count = Math.Min(labels.Count, kept);
            RowCount = kept > 0 ? kept : throw new ReadException(new ReadFault.NoCompleteRow(RowCount));
        }
    }

    private bool IsComplete(int row)
    {
        int width = roles.Observation.Length;
        foreach (double value in Values.Numbers.Slice(row * width, width))
        {
            if (double.IsNaN(value))
            {
                return false;
            }
        }

        return (weights.Count == 0 || !double.IsNaN(weights.Numbers[row]))
            && (labels.Count == 0 || roles.MayLackLabels || labels[row].Length > 0);
    }
}
