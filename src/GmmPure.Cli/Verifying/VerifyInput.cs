using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Verifying;

/// <summary>A history and the data that belong to it.</summary>
/// <param name="History">The history.</param>
/// <param name="Data">N×D.</param>
/// <param name="Warning">What is odd about the data, if anything is.</param>
internal sealed record VerifyInput(History History, Dataset Data, string? Warning)
{
    /// <summary>By how much the effective counts of the first line may miss N: rows are missing, or the weights.</summary>
    private const double LargestMiss = 0.5;

    /// <summary>The same, relative to N, where rows have weights.</summary>
    private const double LargestRelativeMiss = 1e-4;

    public static VerifyInput Read(VerifyRequest request, Shell shell)
    {
        var history = HistoryFile.Read(shell, request.History, request.Structure, request.Ridge);
        if (history.Head.Variant is { } variant)
        {
            throw FailureException.Input($"{history.Name}: is a history of {variant}, and only plain EM is recomputed");
        }

        var columns = new ExpectedColumns(
            history.Name, "a history", history.Head.ColumnNames, history.Dimension, request.Data);
        var read = DataFile.Read(shell, request.Data, columns.Choose);
        var data = history.Head.ColumnNames.IsEmpty ? read.Data : read.Data.WithColumnNames(history.Head.ColumnNames);
        CheckRows(history, data, request.Data.Name);
        return new VerifyInput(history, data, read.Warning(request.Data));
    }

    private static void CheckRows(History history, Dataset data, string name)
    {
        if (history.Head.Rows is { } rows && rows != data.Count)
        {
            throw FailureException.Input(
                $"{history.Name}: line 1: \"rows\": is {rows}, but {name} has {Display.Count(data.Count, "row")}");
        }

        foreach (var line in history.Lines.Where(line => line.EffectiveCounts is not null).Take(1))
        {
            double sum = line.EffectiveCounts!.Value.Sum();
            double miss = Math.Abs(sum - data.TotalWeight);
            if (miss >= (data.Weights.IsEmpty ? LargestMiss : LargestRelativeMiss * data.TotalWeight))
            {
                string advice = data.Weights.IsEmpty ? "; is --weights missing?" : string.Empty;
                throw FailureException.Input(
                    $"{history.Name}: line {line.Index + 1}: \"effective_counts\": "
                    + FormattableString.Invariant($"sum to {sum:G10}, but the rows of {name} to {data.TotalWeight:G10}{advice}"));
            }
        }
    }
}
