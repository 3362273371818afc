using GmmPure.Pictures.Shapes;

namespace GmmPure.Pictures.Pages;

/// <summary>What a page shows, chosen so that it stays small: all that is computed was computed of everything.</summary>
/// <param name="Data">N×D.</param>
/// <param name="Names">The names of the columns (D).</param>
/// <param name="Iterations">The iterations that it holds, the first and the last among them.</param>
/// <param name="All">How many iterations there are, the start not counted.</param>
/// <param name="Rows">The rows that it draws.</param>
/// <param name="Axes">The columns that may be axes, each fixed through all iterations.</param>
/// <param name="Curve">The axes of the log-likelihood.</param>
internal sealed record PageContent(
    Dataset Data,
    ImmutableArray<string> Names,
    ImmutableArray<Iteration<GaussianMixture>> Iterations,
    int All,
    ImmutableArray<int> Rows,
    ImmutableArray<ColumnAxis> Axes,
    CurveAxes Curve)
{
    /// <summary>How many numbers there may be in the history, about: some twenty bytes each.</summary>
    private const int MostParameters = 1_000_000;

    /// <summary>The same of the rows.</summary>
    private const int MostValues = 200_000;

    /// <summary>From so many columns one may choose the axes.</summary>
    private const int MostAxes = 30;

    /// <summary>Whether there are iterations that it does not hold.</summary>
    public bool IsThinned => Iterations.Length <= All;

    public static PageContent Of(Dataset data, ImmutableArray<Iteration<GaussianMixture>> history)
    {
        var model = history[0].Model;
        long numbers = model.FreeParameters + (3L * model.ComponentCount) + (model.Structure.Shape == CovarianceShape.Full
            ? (long)(model.Structure.IsShared ? 1 : model.ComponentCount) * data.Dimension * data.Dimension / 2
            : 0);
        int most = (int)Math.Clamp(MostParameters / numbers, 2, history.Length + 1);
        ImmutableArray<Iteration<GaussianMixture>> kept = [.. Thinning.Evenly(history.Length, most).Select(i => history[i])];
        ImmutableArray<string> names = [.. Enumerable.Range(0, data.Dimension).Select(column => Panels.Columns.Name(data, model, column))];
        return new PageContent(
            data,
            names,
            kept,
            history[^1].Index,
            Thinning.Rows(data, Math.Clamp(MostValues / data.Dimension, 1, ReportPage.MostPoints)),
            [.. names.Take(MostAxes).Select((name, column) => ColumnAxis.Of(data, kept, column, name))],
            CurveAxes.Of(kept));
    }
}
