using GmmPure.Pictures.Axes;
using GmmPure.Pictures.Colours;
using GmmPure.Pictures.Marks;

namespace GmmPure.Pictures.Panels;

/// <summary>A plot for each criterion, side by side.</summary>
internal static class CriteriaPage
{
    private const double Left = 84;
    private const double Between = 84;
    private const double Height = 300;
    private const double Top = Page.Top + 16;

    public static Drawing Of(ImmutableArray<CriterionValue> values, string title, string subtitle)
    {
        ImmutableArray<string> criteria = [.. values.Select(value => value.Criterion).Distinct(StringComparer.Ordinal)];
        ImmutableArray<CovarianceStructure> structures =
            [.. CovarianceStructure.All.Where(structure => values.Any(value => value.Structure == structure))];
        double width = criteria.Length == 1 ? 480 : 220;
        double right = Left + (criteria.Length * (width + Between)) - Between;
        var legendBox = new Box(right + 24, Top - 14, Legend.ColumnWidth, Height);
        LegendEntry[] entries = [.. structures.Select(structure => new LegendEntry(structure.Name, PenOf(structure)))];
        return Page.Of(
            legendBox.Right + Page.Margin,
            Top + Height + 42,
            title.Length > 0 ? title : "Choosing a model",
            subtitle,
            ["Lower is better; the lowest is marked."],
            [
                .. criteria.SelectMany((criterion, i) => Plot(
                    new Box(Left + (i * (width + Between)), Top, width, Height),
                    criterion,
                    [.. values.Where(value => string.Equals(value.Criterion, criterion, StringComparison.Ordinal))],
                    structures)),
                Legend.Draw("covariance", entries, legendBox),
            ]);
    }

    private static IEnumerable<Mark> Plot(
        Box box, string criterion, ImmutableArray<CriterionValue> values, ImmutableArray<CovarianceStructure> structures)
    {
        double low = values.Min(value => value.Value);
        double room = 0.06 * (values.Max(value => value.Value) - low);
        double least = values.Min(value => value.Components);
        double most = values.Max(value => value.Components);
        double side = Math.Max(0.3, 0.05 * (most - least));
        var frame = Frame.Of(box, (least - side, most + side), (low - room, values.Max(value => value.Value) + room));
        var best = values.MinBy(value => value.Value)!;
        yield return frame.Draw(new AxisStyle("components", IsWhole: true), new AxisStyle(string.Empty));
        yield return new Text(new Point(box.Left, box.Top - 10), criterion, 13, Palette.Ink, IsStrong: true);
        yield return new Group("criterion", [.. structures.SelectMany(structure => Curve(frame, structure, values))]);
        yield return new Circle(frame.Place(best.Components, best.Value), 6.5, null, new Pen(Palette.Ink, 1.4));
    }

    private static IEnumerable<Mark> Curve(Frame frame, CovarianceStructure structure, ImmutableArray<CriterionValue> values)
    {
        Point[] points =
        [
            .. values.Where(value => value.Structure == structure)
                .OrderBy(value => value.Components)
                .Select(value => frame.Place(value.Components, value.Value)),
        ];
        var pen = PenOf(structure);
        return points.Select(Mark (point) => new Circle(point, 2.8, new Fill(pen.Colour))).Prepend(new Line([.. points], pen));
    }

    private static Pen PenOf(CovarianceStructure structure) => Palette.PenOf(CovarianceStructure.All.IndexOf(structure), 1.6);
}
