using GmmPure.Cli.Kinds;
using GmmPure.Cli.Reading;
using GmmPure.Cli.Writing;
using GmmPure.Data;

namespace GmmPure.Cli.Applying;

/// <summary>
/// Predicts the rows of a file, some at a time, as they are pulled; afterwards it knows what there is to be told of all of them.
/// </summary>
/// <param name="shell">What is read.</param>
/// <param name="applied">The model and the data.</param>
/// <param name="request">What of it is told.</param>
internal sealed class Predictor(Shell shell, AppliedModel applied, PredictionRequest request)
{
    /// <summary>How many numbers are held at a time of what is read, and of what is said of it.</summary>
    private const int Numbers = 1 << 20;

    private const int MostRows = 1 << 16;

    private ImmutableArray<ReadNote> notes = [];
    private long unreached;
    private long firstUnreached;
    private double largestError;

    /// <summary>How many draws of the model the outlier levels come from.</summary>
    public int Draws { get; private set; }

    /// <summary>
    /// What the mixture says of the rows, block by block. One is held back until the next is there, so that nothing is said of a file
    /// of one block before all of it is read.
    /// </summary>
    public IEnumerable<Prediction> Predict()
    {
        Prediction? held = null;
        foreach (var next in PredictBlocks())
        {
            if (held is not null)
            {
                yield return held;
            }

            held = next;
        }

        if (held is not null)
        {
            yield return held;
        }
    }

    private IEnumerable<Prediction> PredictBlocks()
    {
        int rows = Math.Clamp(Numbers / Math.Max(applied.Model.Dimension, applied.Model.ComponentCount), 1, MostRows);
        Func<Dataset, OutlierLevels>? scale = null;
        foreach (var block in DataFile.ReadBlocks(shell, applied.Request, rows, applied.Columns.Choose))
        {
            var model = applied.Columns.Named(block.Columns, block.Roles);
            SupportCheck.Refuse(Kind.Of(model), block, model.ColumnNames, applied.Request.Name);
            scale ??= request.Alpha is null ? null : model.OutlierScale(request.Seed);
            var prediction = Prediction.Of(model, block, scale is null ? null : Noted(scale));
            Note(prediction, block);
            yield return prediction;
        }
    }

    /// <summary>What is to be known of how the data were read, in one line; null if all was plain.</summary>
    public string? ReadWarning => ReadNoteText.Of(notes, applied.Request);

    /// <summary>What is to be told of rows that no component reaches; null if there are none.</summary>
    public string? Warning => unreached == 0 ? null : FormattableString.Invariant(
        $"{applied.Request.Name}: {unreached} row{(unreached == 1 ? string.Empty : "s")}, the first of them row {firstUnreached + 1}, {(unreached == 1 ? "is" : "are")} ")
        + (applied.Model is GaussianMixture ? "too far from" : "impossible under")
        + $" every component of {applied.Name}: density 0, no component";

    /// <summary>How sure levels are that come from draws; null if they are exact, or not asked.</summary>
    public string? LevelNote => Draws == 0 ? null
        : FormattableString.Invariant($"the outlier levels are from {Draws} draws of the model (--seed {request.Seed}); ")
            + $"their standard error is at most {Digits.Exponential(largestError)}, at the level "
            + $"{Digits.Short(request.Alpha!.Value)} it is {Digits.Exponential(ErrorAt(request.Alpha!.Value))}";

    private double ErrorAt(double level) => Math.Sqrt(level * (1 - level) / Draws);

    private Func<Dataset, OutlierLevels> Noted(Func<Dataset, OutlierLevels> scale) => data =>
    {
        var levels = scale(data);
        Draws = levels.Draws;
        return levels;
    };

    private void Note(Prediction prediction, ReadBlock block)
    {
        notes = block.Notes;
        int first = Enumerable.Range(0, prediction.Rows.Length).FirstOrDefault(row => !prediction.Rows[row].IsReached, -1);
        firstUnreached = unreached == 0 && first >= 0 ? prediction.First + first : firstUnreached;
        unreached += prediction.Rows.Count(row => !row.IsReached);
        largestError = Math.Max(largestError, (prediction.Levels ?? []).Select(level => level.StandardError).DefaultIfEmpty().Max());
    }
}
