using System.Globalization;
using System.Text;
using System.Xml.Linq;
using GmmPure.Pictures.Marks;
using GmmPure.Pictures.Panels;

namespace GmmPure.Pictures.Pages;

/// <summary>A page's text: the frame that lies in <c>report.html</c>, filled.</summary>
internal static class PageText
{
    public static string Of(PageContent content, ImmutableArray<ReportedRun> runs, string title, string ending)
    {
        var model = content.Iterations[0].Model;
        var shown = Shown(runs);
        return Filled(Resource.Text("report.html"), name => name switch
        {
            "title" => Escaped(title),
            "sizes" => Escaped(Columns.Sizes(content.Data, [new Stage(string.Empty, model)])),
            "ending" => Escaped(ending),
            "colours" => PageColours.Css(model.ComponentCount),
            "style" => Resource.Text("report.css"),
            "axes" => Text(Axes(content)),
            "pictureBox" => ViewBox(ColumnAxis.Picture),
            "curveBox" => ViewBox(CurveAxes.Picture),
            "thinned" => Escaped(Thinned(content)),
            "runs" => Text(Table(shown)),
            "otherRuns" => shown.Length == runs.Length ? string.Empty : FormattableString.Invariant($"{shown.Length:N0} of {runs.Length:N0} restarts are shown."),
            "report" => PageJson.Report(content),
            "history" => PageJson.History(content),
            "script" => Resource.Text("report.js"),
            _ => throw new InvalidOperationException($"The page has no place {name}."),
        });
    }

    /// <summary>A text in which every {{name}} gives way to what belongs there, once.</summary>
    private static string Filled(string template, Func<string, string> valueOf)
    {
        var text = new StringBuilder();
        string[] parts = template.Split("{{");
        text.Append(parts[0]);
        foreach (string part in parts.Skip(1))
        {
            int end = part.IndexOf("}}", StringComparison.Ordinal);
            text.Append(valueOf(part[..end])).Append(part, end + 2, part.Length - end - 2);
        }

        return text.ToString();
    }

    /// <summary>All axes that the page may use, drawn once, to be referred to by their names.</summary>
    private static XElement Axes(PageContent content)
    {
        var groups = content.Axes
            .SelectMany((axis, i) => new[] { Named($"across-{Number(i)}", axis.Across), Named($"up-{Number(i)}", axis.Up), Named($"density-{Number(i)}", axis.Density) })
            .Append(Named("curve-axes", content.Curve.Axes))
            .ToArray();
        return Within("svg", groups[0].Name.Namespace, new XAttribute("class", "axes"), new XAttribute("width", 0), new XAttribute("height", 0),
            new XAttribute("aria-hidden", "true"), new XAttribute("style", "position: absolute"), Within("defs", groups[0].Name.Namespace, groups));
    }

    private static XElement Within(string name, XNamespace space, params object[] content) => new(space + name, content);

    private static XElement Named(string name, Group axes)
    {
        var group = PageColours.Themed(Svg.Element(new Drawing(0, 0, string.Empty, [axes]))).Elements().Last();
        group.SetAttributeValue("id", name);
        return group;
    }

    private static string Thinned(PageContent content)
    {
        int all = Enumerable.Range(0, content.Data.Count).Count(row => content.Data.WeightOf(row) > 0);
        string points = content.Rows.Length < all
            ? FormattableString.Invariant($"{content.Rows.Length:N0} of {all:N0} points are drawn; all are computed with. ")
            : string.Empty;
        string iterations = content.IsThinned
            ? FormattableString.Invariant($"{content.Iterations.Length:N0} of {content.All + 1:N0} iterations are shown; all were computed. ")
            : string.Empty;
        string axes = content.Axes.Length < content.Names.Length
            ? FormattableString.Invariant($"The first {content.Axes.Length} columns can be drawn.")
            : string.Empty;
        return points + iterations + axes;
    }

    /// <summary>As many runs as a table can show, the one that is kept among them.</summary>
    private static ImmutableArray<ReportedRun> Shown(ImmutableArray<ReportedRun> runs) =>
        [.. runs.Where((run, i) => i < ReportPage.MostRuns || run.IsKept)];

    private static XElement Table(ImmutableArray<ReportedRun> runs) => new(
        "table",
        new XAttribute("id", "runs"),
        new XElement("thead", new XElement("tr", Head("seed"), Head("log-likelihood"), Head("iterations"), Head("outcome", "words"))),
        new XElement("tbody", runs.Select(run => new XElement(
            "tr",
            run.IsKept ? new XAttribute("class", "kept") : null,
            Cell(run.Seed.ToString(NumberFormatInfo.InvariantInfo)),
            Cell(run.LogLikelihood.ToString("F3", NumberFormatInfo.InvariantInfo)),
            Cell(Number(run.Iterations)),
            Cell(Legible.Of(run.IsKept ? $"{run.Outcome}, kept" : run.Outcome), "words")))));

    private static XElement Head(string name, string? kind = null) =>
        new("th", new XAttribute("scope", "col"), kind is null ? null : new XAttribute("class", kind), name);

    private static XElement Cell(string words, string? kind = null) =>
        new("td", kind is null ? null : new XAttribute("class", kind), words);

    private static string ViewBox(Box box) => FormattableString.Invariant($"{box.Left} {box.Top} {box.Width} {box.Height}");

    private static string Number(int number) => number.ToString(NumberFormatInfo.InvariantInfo);

    private static string Escaped(string words) => new XText(Legible.Of(words)).ToString();

    private static string Text(XElement element) => element.ToString(SaveOptions.DisableFormatting).ReplaceLineEndings("\n");
}
