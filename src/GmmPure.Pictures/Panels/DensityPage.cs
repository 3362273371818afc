using GmmPure.Pictures.Axes;
using GmmPure.Pictures.Colours;
using GmmPure.Pictures.Marks;
using GmmPure.Pictures.Shapes;

namespace GmmPure.Pictures.Panels;

/// <summary>Data of one column: a panel a mixture, one below the other.</summary>
internal static class DensityPage
{
    private const double Left = 84;
    private const double Width = 540;
    private const double Gap = 34;

    /// <summary>More rows than this say nothing side by side, where there is a histogram.</summary>
    private const int MostInRug = 400;

    public static Drawing Of(Dataset data, ImmutableArray<Stage> stages, string title)
    {
        double height = stages.Length == 1 ? 380 : 170;
        double top = Page.Top + (stages.Length == 1 ? 0 : 14);
        var range = Extent.Of(data, stages.Select(stage => stage.Mixture), 0);
        ImmutableArray<DensityPanel> panels =
        [
            .. stages.Select((stage, i) => DensityPanel.Of(
                new Box(Left, top + (i * (height + Gap)), Width, height), range, data, stage.Mixture, 0)),
        ];
        double highest = panels.Max(panel => panel.Top(BadgeOf(stages[0])));
        double bottom = panels[^1].Box.Bottom;
        var legendBox = new Box(Left + Width + 24, Page.Top, Legend.ColumnWidth, bottom - Page.Top);
        LegendEntry[] entries =
            [new("mixture", new Pen(Palette.Ink, 1.8)), .. Legend.Components(stages[^1].Mixture, hasWeights: stages.Length == 1)];
        string name = Columns.Name(data, stages[0].Mixture, 0);
        return Page.Of(
            legendBox.Left + Legend.WidthOf(entries.Length, legendBox.Height) + Page.Margin,
            bottom + 42,
            title.Length > 0 ? title : $"Mixture of {name}",
            Columns.Sizes(data, stages),
            Notes(panels, highest),
            [
                .. panels.SelectMany((panel, i) => Draw(panel, highest, data, stages[i], i == stages.Length - 1 ? name : string.Empty)),
                Legend.Draw(stages.Length == 1 ? "component, weight" : "components", entries, legendBox),
            ]);
    }

    private static IEnumerable<Mark> Draw(DensityPanel panel, double highest, Dataset data, Stage stage, string name)
    {
        var dots = Dots.Of(data, stage.Mixture, panel.Bars is null ? Bars.FewestRows * 10 : MostInRug);
        yield return panel.FrameOf(highest).Draw(
            new AxisStyle(name, IsLabelled: name.Length > 0), new AxisStyle("density"));
        yield return panel.Draw(highest, BadgeOf(stage));
        yield return panel.Bars is null
            ? dots.Circles(row => new Point(panel.Scale[data[row, 0]], panel.Box.Bottom), 4.5)
            : dots.Rug(row => new Point(panel.Scale[data[row, 0]], panel.Box.Bottom), 9);
        if (stage.Caption.Length > 0)
        {
            yield return new Text(new Point(panel.Box.Left, panel.Box.Top - 8), stage.Caption, 12, Palette.Ink);
        }
    }

    private static double BadgeOf(Stage stage) => stage.Mixture.ComponentCount > 12 ? 6.5 : 8;

    private static IEnumerable<string> Notes(ImmutableArray<DensityPanel> panels, double highest)
    {
        yield return panels[0].Bars is null
            ? "Points are coloured by their responsibilities."
            : "Grey bars are the data; the rows below them are coloured by their responsibilities.";
        if (panels.Any(panel => panel.IsCut(highest)))
        {
            yield return "The narrowest peaks go on above the picture.";
        }
    }
}
