using GmmPure.Data;

namespace GmmPure.Cli.Applying;

/// <summary>What a mixture says of rows that follow one another.</summary>
/// <param name="First">The number of the first row, counted from 0.</param>
/// <param name="Rows">What it says of each (n).</param>
/// <param name="Levels">How unusual each is (n); null if that is not asked.</param>
/// <param name="Kept">Of each column that is carried through its texts (n).</param>
internal sealed record Prediction(
    long First, ImmutableArray<PredictedRow> Rows, ImmutableArray<OutlierLevel>? Levels, ImmutableArray<ImmutableArray<string>> Kept)
{
    /// <summary>What a mixture says of the rows of a file.</summary>
    /// <param name="model">The mixture.</param>
    /// <param name="block">The rows, within the family's support.</param>
    /// <param name="scale">Tells how unusual rows are; null if that is not asked.</param>
    public static Prediction Of(IMixture model, ReadBlock block, Func<Dataset, OutlierLevels>? scale)
    {
        var values = block.Values;
        double[] logDensities = new double[values.RowCount];
        var levels = new OutlierLevel[values.RowCount];
        Array.Fill(logDensities, double.NegativeInfinity);
        int[] near = [.. Enumerable.Range(0, logDensities.Length).Where(row => !IsFar(values.Row(row)))];
        foreach (var (numbers, data) in Datasets(values, near, model.ColumnNames))
        {
            Put(model.LogDensities(data), numbers, logDensities);
            Put(scale is null ? [] : OutlierLevel.Each(scale(data)), numbers, levels);
        }

        PredictedRow[] rows = [.. logDensities.Select(logDensity => new PredictedRow(null, logDensity))];
        foreach (var (numbers, data) in Datasets(values, [.. near.Where(row => !double.IsNegativeInfinity(logDensities[row]))], model.ColumnNames))
        {
            var responsibilities = Em.EStep(data, model).Responsibilities;
            Put(numbers.Select((row, place) => new PredictedRow((responsibilities, place), logDensities[row])), numbers, rows);
        }

        return new Prediction(block.First, [.. rows], scale is null ? null : [.. levels], block.Kept);
    }

    private static void Put<T>(IEnumerable<T> values, int[] rows, T[] target)
    {
        foreach (var (value, row) in values.Zip(rows))
        {
            target[row] = value;
        }
    }

    /// <summary>Whether a number is so large that its square overflows: no component reaches it.</summary>
    public static bool IsFar(double value) => Math.Abs(value) > Dataset.LargestValue;

    private static bool IsFar(ReadOnlySpan<double> row)
    {
        foreach (double value in row)
        {
            if (IsFar(value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Rows as data sets: as one, or where their squares would underflow side by side, each alone.</summary>
    private static IEnumerable<(int[] Rows, Dataset Data)> Datasets(Table values, int[] rows, ImmutableArray<string> names)
    {
        if (rows.Length == 0)
        {
            return [];
        }

        var all = rows.Length == values.RowCount ? values : Table.FromRows(rows.Select(row => values.Row(row).ToArray().AsEnumerable()));
        return Dataset.TryCreate(all).Match(
            data => [(rows, data.WithColumnNames(names))],
            _ => rows.Select(row => (new[] { row }, Dataset.FromTable(Table.Create(1, values.ColumnCount, values.Row(row))).WithColumnNames(names))));
    }
}

/// <summary>How unusual a row is.</summary>
/// <param name="Value">The probability that a draw is no denser; 0 where the density is 0.</param>
/// <param name="StandardError">Its standard error; 0 if it is exact.</param>
internal readonly record struct OutlierLevel(double Value, double StandardError)
{
    public static IEnumerable<OutlierLevel> Each(OutlierLevels levels) =>
        levels.Levels.Zip(levels.StandardErrors, (level, error) => new OutlierLevel(level, error));
}
