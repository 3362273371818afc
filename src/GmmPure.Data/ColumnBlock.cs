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
/// <param name="plan">How the file is to be read.</param>
internal sealed class ColumnBlock(FileColumns columns, ColumnRoles roles, int rows, ReadPlan plan)
{
    /// <summary>Fewer rows may count 1, 2, 3 by accident.</summary>
    private const int FewRows = 10;

    private readonly ReadOptions options = plan.Options;
    private readonly NumberStore weights = new(roles.Weights is null ? 0 : plan.Room(rows, 1));
    private readonly ImmutableArray<string>.Builder labels = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<ImmutableArray<string>.Builder> kept = [.. roles.Kept.Select(_ => ImmutableArray.CreateBuilder<string>())];
    private ImmutableArray<string>? counting;
    private long given;
    private long incomplete;

    /// <summary>The numbers of the observation, row by row.</summary>
    public NumberStore Values { get; } = new(plan.Room((long)rows * roles.Observation.Length, roles.Observation.Length));

    /// <summary>The columns of words.</summary>
    public WordColumns Words { get; } = new(plan.Options, roles.Observation.Length);

    /// <summary>How many rows there are that were not handed out.</summary>
    public int RowCount { get; set; }

    /// <summary>Takes the next rows.</summary>
    /// <param name="numbers">All of their numbers.</param>
    /// <param name="width">How many a row has.</param>
    /// <param name="text">A number as it is kept.</param>
    public void AddRows(ReadOnlySpan<double> numbers, int width, Func<double, string> text)
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

            for (int i = 0; i < kept.Length; i++)
            {
                kept[i].Add(text(numbers[roles.Kept[i]]));
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

    /// <summary>Takes some of a column that is carried through, if this is one.</summary>
    public void Keep(int column, IEnumerable<string> texts)
    {
        for (int i = 0; i < kept.Length; i++)
        {
            if (roles.Kept[i] == column)
            {
                kept[i].AddRange(texts);
            }
        }
    }

    /// <inheritdoc cref="Keep(int, IEnumerable{string})"/>
    public void Keep(int column, ReadOnlySpan<double> numbers, Func<double, string> text)
    {
        if (roles.Kept.Contains(column))
        {
            Keep(column, numbers.ToArray().Select(text));
        }
    }

    /// <summary>Hands out the rows that there are, of which incomplete ones are left out, if they are to be.</summary>
    /// <param name="isLast">Whether no more will come, so that there should have been some.</param>
    public RawRows Take(bool isLast)
    {
        MarkMissing();
        if (options.DropsIncompleteRows)
        {
            Drop();
        }
        else
        {
            CheckLabels();
        }

        if (isLast && given + RowCount == 0)
        {
            throw new ReadException(incomplete > 0 ? new ReadFault.NoCompleteRow(incomplete) : new ReadFault.NoRows());
        }

        counting ??= Counting();
        given += RowCount;
        var notes = ImmutableArray.CreateBuilder<ReadNote>();
        var named = Words.Renumber(Values.Numbers, weights.Numbers);
        AddNotes(notes, named);
        RowCount = 0;
        return new RawRows(
            Values.Freeze(),
            weights.Freeze(),
            labels.DrainToImmutable(),
            [.. kept.Select(texts => texts.DrainToImmutable())],
            named,
            columns,
            roles,
            notes.DrainToImmutable());
    }

    /// <summary>A label that is not a number is missing.</summary>
    private static string Label(double number) =>
        double.IsNaN(number) ? string.Empty : number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Numbers that stand for a missing value are none.</summary>
    private void MarkMissing()
    {
        var missing = new MissingMarkers(options.MissingValues);
        missing.Mark(Values.Numbers);
        missing.Mark(weights.Numbers);
    }

    private void AddNotes(ImmutableArray<ReadNote>.Builder notes, ImmutableArray<ImmutableArray<string>> named)
    {
        if (incomplete > 0)
        {
            notes.Add(new ReadNote(ReadNoteKind.IncompleteRows, [], incomplete, given + incomplete));
        }

        if (counting is { IsEmpty: false } index)
        {
            notes.Add(ReadNote.About(ReadNoteKind.IndexFitted, index));
        }

        Notes.AddWords(notes, columns, roles, named);
        Notes.AddSetAside(notes, columns, roles, options.Columns, []);
    }

    /// <summary>Columns that count rows are part of the observation, but should hardly be; of several parts the first tells.</summary>
    private ImmutableArray<string> Counting() => roles.Observation.Length > 1 && RowCount >= FewRows
        ? [.. Enumerable.Range(0, roles.Observation.Length).Where(Counts).Select(i => columns.Names[roles.Observation[i]])]
        : [];

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
            throw new ReadException(new ReadFault.MissingLabel(ReadPlace.Row(given + missing + 1), columns.Names[roles.Labels!.Value]));
        }
    }

    private void Drop()
    {
        int width = roles.Observation.Length;
        int left = 0;
        var values = Values.Numbers;
        var weight = weights.Numbers;
        for (int row = 0; row < RowCount; row++)
        {
            if (IsComplete(row))
            {
                values.Slice(row * width, width).CopyTo(values[(left * width)..]);
                _ = weight.IsEmpty ? 0 : weight[left] = weight[row];
                _ = labels.Count == 0 ? string.Empty : labels[left] = labels[row];
                foreach (var texts in kept)
                {
                    texts[left] = texts[row];
                }

                left++;
            }
        }

        Values.Count = left * width;
        weights.Count = Math.Min(weights.Count, left);
        labels.Count = Math.Min(labels.Count, left);
        foreach (var texts in kept)
        {
            texts.Count = left;
        }

        incomplete += RowCount - left;
        RowCount = left;
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
