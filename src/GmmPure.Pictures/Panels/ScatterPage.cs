using GmmPure.Pictures.Axes;
using GmmPure.Pictures.Colours;
using GmmPure.Pictures.Marks;
using GmmPure.Pictures.Shapes;

namespace GmmPure.Pictures.Panels;

/// <summary>Data of two columns: a panel a mixture, up to three side by side.</summary>
internal static class ScatterPage
{
    private const double Left = 84;

    public static Drawing Of(Dataset data, ImmutableArray<Stage> stages, string title)
    {
        bool isAlone = stages.Length == 1;
        int columns = stages.Length == 4 ? 2 : Math.Min(stages.Length, 3);
        var (width, height) = isAlone ? (540.0, 430.0) : (270.0, 250.0);
        double top = Page.Top + (isAlone ? 0 : 14);
        var x = Extent.Of(data, stages.Select(stage => stage.Mixture), 0);
        var y = Extent.Of(data, stages.Select(stage => stage.Mixture), 1);
        ImmutableArray<Box> boxes =
        [
            .. stages.Select((_, i) => new Box(Left + (i % columns * (width + 26)), top + (i / columns * (height + 44)), width, height)),
        ];
        double bottom = boxes[^1].Bottom;
        var legendBox = new Box(boxes[columns - 1].Right + 24, Page.Top, Legend.ColumnWidth, bottom - Page.Top);
        LegendEntry[] entries = [.. Legend.Components(stages[^1].Mixture, isAlone)];
        var dots = stages.Select(stage => Dots.Of(data, stage.Mixture, FitPicture.MostPoints / stages.Length)).ToArray();
        var (across, up) = (Columns.Name(data, stages[0].Mixture, 0), Columns.Name(data, stages[0].Mixture, 1));
        return Page.Of(
            legendBox.Left + Legend.WidthOf(entries.Length, legendBox.Height) + Page.Margin,
            bottom + 42,
            title.Length > 0 ? title : $"Mixture of {across} and {up}",
            Columns.Sizes(data, stages),
            [
                "Ellipses at 1 and 2 standard deviations; contours hold 25, 50, 75 and 95 % of the mixture.",
                "Points are coloured by their responsibilities.",
                dots[0].Note,
            ],
            [
                .. stages.SelectMany((stage, i) => Draw(
                    ScatterPanel.Of(boxes[i], x, y, stage.Mixture, 0, 1),
                    stage,
                    dots[i],
                    new AxisStyle(i + columns >= stages.Length ? across : string.Empty),
                    new AxisStyle(i % columns == 0 ? up : string.Empty, IsLabelled: i % columns == 0))),
                Legend.Draw(isAlone ? "component, weight" : "components", entries, legendBox),
            ]);
    }

    private static IEnumerable<Mark> Draw(ScatterPanel panel, Stage stage, Dots dots, AxisStyle across, AxisStyle up)
    {
        yield return panel.Frame.Draw(across, up);
        yield return panel.Contours();
        yield return panel.Points(dots, 0, 1, dots.RadiusIn(panel.Frame.Box));
        yield return panel.Ellipses(1.8);
        yield return panel.Numbers(stage.Mixture.ComponentCount > 12 ? 6.5 : 8);
        if (stage.Caption.Length > 0)
        {
            yield return new Text(
                new Point(panel.Frame.Box.Left, panel.Frame.Box.Top - 8), stage.Caption, 12, Palette.Ink);
        }
    }
}
