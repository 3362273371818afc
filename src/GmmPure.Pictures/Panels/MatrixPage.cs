using GmmPure.Pictures.Axes;
using GmmPure.Pictures.Colours;
using GmmPure.Pictures.Marks;
using GmmPure.Pictures.Shapes;

namespace GmmPure.Pictures.Panels;

/// <summary>
/// Data of more columns: each with each below the diagonal, each alone on it, and above it room for the legend. Of very many
/// columns the first principal axes.
/// </summary>
internal static class MatrixPage
{
    /// <summary>More columns than these would be too small to see.</summary>
    public const int MostColumns = 8;

    private const double Left = 84;
    private const double Gap = 8;
    private const double Room = 720;
    private const double Below = 48;

    /// <summary>How many points all panels have together.</summary>
    private const int MostCircles = 20_000;

    public static Drawing Of(Dataset data, ImmutableArray<Stage> stages, string title)
    {
        var view = View.Of(data, stages);
        int columns = view.Data.Dimension;
        double cell = Math.Clamp((Room - (columns * Gap)) / columns, 82, 220);
        double side = columns * (cell + Gap);
        double caption = stages.Length == 1 ? 0 : 20;
        (double Low, double High)[] ranges =
            [.. Enumerable.Range(0, columns).Select(column => Extent.Of(view.Data, view.Stages.Select(stage => stage.Mixture), column))];
        int panels = columns * (columns - 1) / 2 * stages.Length;
        int most = Math.Min(FitPicture.MostPoints, Math.Max(200, MostCircles / panels));
        var dots = view.Stages.Select((stage, i) => Dots.Of(view.Data, stage.Mixture, most)).ToArray();
        return Page.Of(
            Left + side + Page.Margin,
            Page.Top + (stages.Length * (side + caption + Below)),
            title.Length > 0 ? title : "Mixture of all columns",
            Columns.Sizes(data, stages),
            [view.Note, "Ellipses at 1 and 2 standard deviations.", "Points are coloured by their responsibilities.", dots[0].Note],
            view.Stages.SelectMany((stage, i) =>
                Draw(stage, dots[i], ranges, cell, Page.Top + caption + (i * (side + caption + Below)))));
    }

    private static IEnumerable<Mark> Draw(Stage stage, Dots dots, (double Low, double High)[] ranges, double cell, double top)
    {
        int columns = ranges.Length;
        if (stage.Caption.Length > 0)
        {
            yield return new Text(new Point(Left, top - 8), stage.Caption, 12, Palette.Ink);
        }

        for (int row = 0; row < columns; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                var box = new Box(Left + (column * (cell + Gap)), top + (row * (cell + Gap)), cell, cell);
                var across = AxisOf(column, row == columns - 1);
                foreach (var mark in row == column
                    ? Alone(box, dots.Data, stage.Mixture, ranges[column], column, across)
                    : Pair(box, dots, stage.Mixture, (ranges[column], ranges[row]), (column, row), across, AxisOf(row, column == 0)))
                {
                    yield return mark;
                }
            }
        }

        // Above the diagonal, as far down as there is room.
        int free = (columns + 1) / 2;
        var room = new Box(Left + (free * (cell + Gap)) + 12, top, Legend.ColumnWidth, (free * (cell + Gap)) - Gap - 4);
        yield return Legend.Draw("component, weight", [.. Legend.Components(stage.Mixture, hasWeights: true)], room);

        AxisStyle AxisOf(int column, bool isOutside) =>
            new(isOutside ? Columns.Name(dots.Data, stage.Mixture, column) : string.Empty, isOutside, HasNeighbours: true);
    }

    private static IEnumerable<Mark> Alone(
        Box box, Dataset data, GaussianMixture mixture, (double Low, double High) range, int column, AxisStyle across)
    {
        var panel = DensityPanel.Of(box, range, data, mixture, column);
        double top = panel.Top(badge: 0);
        yield return panel.FrameOf(top).Draw(across, new AxisStyle(string.Empty, IsLabelled: false, HasGrid: false));
        yield return panel.Draw(top, badge: 0);
    }

    private static IEnumerable<Mark> Pair(
        Box box,
        Dots dots,
        GaussianMixture mixture,
        ((double Low, double High) X, (double Low, double High) Y) ranges,
        (int Across, int Up) columns,
        AxisStyle across,
        AxisStyle up)
    {
        var panel = ScatterPanel.Of(box, ranges.X, ranges.Y, mixture, columns.Across, columns.Up);
        yield return panel.Frame.Draw(across, up);
        yield return panel.Points(dots, columns.Across, columns.Up, Math.Min(2.2, dots.RadiusIn(box)));
        yield return panel.Ellipses(1.2);
        yield return panel.Numbers(mixture.ComponentCount > 12 || box.Width < 100 ? 5 : 6.5);
    }
}
