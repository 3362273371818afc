using GmmPure.Pictures.Axes;
using GmmPure.Pictures.Colours;
using GmmPure.Pictures.Marks;
using GmmPure.Pictures.Shapes;

namespace GmmPure.Pictures.Panels;

/// <summary>Plots against the iteration, one below the other.</summary>
internal static class CoursePage
{
    private const double Left = 92;
    private const double Width = 540;
    private const double Gap = 20;
    private const double ObjectiveHeight = 200;
    private const double Height = 130;

    /// <summary>The means of more columns would fill pages.</summary>
    private const int MostColumns = 4;

    public static Drawing Of(ImmutableArray<Snapshot> moments, string title)
    {
        var model = moments[^1].Model;
        int columns = Math.Min(model.Dimension, MostColumns);
        var shown = Thinning.Evenly(moments.Length, CoursePicture.MostIterations);
        ImmutableArray<Snapshot> drawn = [.. shown.Select(i => moments[i])];
        var fallen = CoursePicture.Fallen(moments);
        var range = (moments[0].Index - 0.02 * Span(moments), moments[^1].Index + 0.02 * Span(moments));
        double bottom = TopOf(columns) + Height;
        var legendBox = new Box(Left + Width + 24, TopOf(0), Legend.ColumnWidth, bottom - TopOf(0));
        LegendEntry[] entries = [.. Legend.Components(model, hasWeights: false)];
        return Page.Of(
            legendBox.Left + Legend.WidthOf(entries.Length, legendBox.Height) + Page.Margin,
            bottom + 42,
            title.Length > 0 ? title : "The course of a fit",
            Subtitle(moments, fallen),
            Notes(model, moments, drawn, fallen),
            [
                .. Objective(new Box(Left, Page.Top, Width, ObjectiveHeight), range, moments, drawn, fallen),
                .. Parameter(TopOf(0), range, drawn, "weight", (moment, k) => moment.Model.Weights[k], columns == 0),
                .. Enumerable.Range(0, columns).SelectMany(column => Parameter(
                    TopOf(column + 1), range, drawn, MeanOf(model, column), (moment, k) => moment.Model.Means[k, column], column == columns - 1)),
                Legend.Draw("components", entries, legendBox),
            ]);
    }

    private static double TopOf(int plot) => Page.Top + ObjectiveHeight + Gap + (plot * (Height + Gap));

    private static double Span(ImmutableArray<Snapshot> moments) => Math.Max(1, moments[^1].Index - moments[0].Index);

    private static string MeanOf(GaussianMixture model, int column) =>
        model.ColumnNames.IsEmpty ? model.Dimension == 1 ? "mean" : FormattableString.Invariant($"mean x{column + 1}") : $"mean {model.ColumnNames[column]}";

    private static string Subtitle(ImmutableArray<Snapshot> moments, ImmutableArray<int> fallen)
    {
        var last = moments[^1];
        string fell = fallen.IsEmpty ? string.Empty : FormattableString.Invariant($"; {fallen.Length} step{(fallen.Length == 1 ? string.Empty : "s")} fell");
        return FormattableString.Invariant(
            $"{last.Model.ComponentCount} component{(last.Model.ComponentCount == 1 ? string.Empty : "s")}, {last.Model.Structure.Name} covariance; ℓ = {Stage.Number(last.LogLikelihood)} after iteration {last.Index}{fell}");
    }

    private static IEnumerable<string> Notes(
        GaussianMixture model, ImmutableArray<Snapshot> moments, ImmutableArray<Snapshot> drawn, ImmutableArray<int> fallen)
    {
        yield return fallen.IsEmpty ? string.Empty : "Triangles mark steps after which the log-likelihood was lower.";
        yield return model.Dimension > MostColumns
            ? FormattableString.Invariant($"Drawn are the means of the first {MostColumns} of {model.Dimension} columns.")
            : string.Empty;
        yield return drawn.Length < moments.Length
            ? FormattableString.Invariant($"{drawn.Length:N0} of {moments.Length:N0} iterations are drawn.")
            : string.Empty;
    }

    private static IEnumerable<Mark> Objective(
        Box box, (double, double) range, ImmutableArray<Snapshot> moments, ImmutableArray<Snapshot> drawn, ImmutableArray<int> fallen)
    {
        var frame = Frame.Of(box, range, Padded(moments.Select(moment => moment.LogLikelihood)));
        ImmutableArray<Point> points = [.. drawn.Select(moment => frame.Place(moment.Index, moment.LogLikelihood))];
        yield return frame.Draw(
            new AxisStyle(string.Empty, IsLabelled: false, IsWhole: true), new AxisStyle("log-likelihood"));
        yield return new Group(
            "objective",
            [
                new Line(points, new Pen(Palette.Of(0), 1.8)),
                .. points.Length <= 60 ? points.Select(point => new Circle(point, 2.6, new Fill(Palette.Of(0)))) : [],
            ],
            box);
        var below = fallen.ToHashSet();
        yield return new Group(
            "fallen",
            [.. moments.Where(moment => below.Contains(moment.Index)).Select(moment => Triangle(frame.Place(moment.Index, moment.LogLikelihood)))]);
    }

    private static Area Triangle(Point tip) => new(
        [new Point(tip.X, tip.Y - 3), new Point(tip.X - 5, tip.Y - 12), new Point(tip.X + 5, tip.Y - 12)], new Fill(Palette.Alarm));

    private static IEnumerable<Mark> Parameter(
        double top,
        (double, double) range,
        ImmutableArray<Snapshot> moments,
        string name,
        Func<Snapshot, int, double> of,
        bool isLast)
    {
        int components = moments[^1].Model.ComponentCount;
        var frame = Frame.Of(
            new Box(Left, top, Width, Height),
            range,
            Padded(moments.SelectMany(moment => Enumerable.Range(0, components).Select(k => of(moment, k)))));
        yield return frame.Draw(
            new AxisStyle(isLast ? "iteration" : string.Empty, isLast, IsWhole: true), new AxisStyle(name));
        yield return new Group(
            "parameters",
            [
                .. Enumerable.Range(0, components).Select(k => new Line(
                    [.. moments.Select(moment => frame.Place(moment.Index, of(moment, k)))], Palette.PenOf(k, 1.6))),
                .. moments.Length == 1
                    ? Enumerable.Range(0, components).Select(k => Badge.Of(frame.Place(moments[0].Index, of(moments[0], k)), k, 6.5))
                    : [],
            ],
            frame.Box);
    }

    private static (double Low, double High) Padded(IEnumerable<double> values)
    {
        double[] each = [.. values];
        double room = 0.06 * (each.Max() - each.Min());
        return (each.Min() - room, each.Max() + room);
    }
}
