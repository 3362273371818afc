using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GmmPure.Pictures;

namespace GmmPure.Pages.Tests;

/// <summary>What stands in a page, whatever shows it.</summary>
public sealed class PageTests
{
    private const string Evil = "</script><img src=x onerror=alert(1)> & \"'{{title}}😀\u0001";

    [Fact]
    public void The_same_history_gives_the_same_text() =>
        Assert.Equal(Sample.OldFaithful.Page, (Sample.OldFaithful with { History = [.. Sample.OldFaithful.History] }).Page);

    [Fact]
    public void The_page_holds_the_history_line_for_line()
    {
        string[] lines = ScriptOf(Sample.Iris.Page, "history").Trim().Split('\n');

        Assert.Equal(Sample.Iris.History.Select(iteration => iteration.ToJson()), lines);
    }

    [Fact]
    public void The_page_holds_the_rows_that_it_draws()
    {
        using var report = JsonDocument.Parse(ScriptOf(Sample.Iris.Page, "report"));
        var rows = report.RootElement.GetProperty("points").GetProperty("rows").EnumerateArray()
            .Select(row => row.EnumerateArray().Select(value => value.GetDouble()));

        Assert.Equal(Enumerable.Range(0, Sample.Iris.Data.Count).Select(row => Sample.Iris.Data.Row(row).ToArray()), rows);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(12)]
    public void The_markup_is_well_formed_and_refers_to_nothing_else(int columns)
    {
        var page = Markup(Sample.Of(Sample.Clouds(60, columns, 2), 2).Page);

        Assert.All(
            page.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "href" or "src"),
            attribute => Assert.True(attribute.Value.StartsWith('#') || attribute.Value == "data:,", attribute.ToString()));
    }

    [Fact]
    public void Names_are_text_wherever_they_stand()
    {
        var data = Sample.Clouds(30, 2, 2).WithColumnNames([Evil, "<b>&amp;"]);
        string page = ReportPage.Of(
            data,
            Sample.Of(data, 2).History,
            [new ReportedRun(1, -1, 1, Evil, IsKept: true)],
            Evil,
            Evil);

        Assert.Equal(3, Regex.Count(page, "</script>", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Contains("{{title}}", page, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(ScriptOf(page, "report"));
        Assert.Equal(Evil[..^1] + "\uFFFD", report.RootElement.GetProperty("columns")[0].GetString());
        using var first = JsonDocument.Parse(ScriptOf(page, "history").Trim().Split('\n')[0]);
        Assert.Equal(Evil, first.RootElement.GetProperty("columns")[0].GetString());
        Assert.Contains("\uFFFD", Markup(page).Descendants("h1").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_are_thinned_and_the_page_says_so()
    {
        string page = Sample.Of(Sample.Clouds(5000, 2, 3), 3, most: 3).Page;

        using var report = JsonDocument.Parse(ScriptOf(page, "report"));
        Assert.Equal(ReportPage.MostPoints, report.RootElement.GetProperty("points").GetProperty("rows").GetArrayLength());
        Assert.Contains("2,000 of 5,000 points are drawn; all are computed with.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("points are drawn", Sample.Iris.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_of_very_many_numbers_is_thinned_and_the_page_says_so()
    {
        var data = Sample.Clouds(300, 150, 2);
        var start = Initial.KMeansPlusPlus(data, 2, seed: 1, CovarianceStructure.Tied);
        string page = new Sample(data, [.. Em.Iterate(data, start).Take(60)]).Page;

        Assert.Matches("[0-9]+ of 60 iterations are shown; all were computed.", page);
        Assert.Contains("The first 30 columns can be drawn.", page, StringComparison.Ordinal);
        Assert.InRange(page.Length, 1, 60_000_000);
    }

    [Fact]
    public void A_table_of_many_runs_shows_some_and_the_one_that_is_kept()
    {
        string page = ReportPage.Of(
            Sample.Galaxies.Data,
            Sample.Galaxies.History,
            Enumerable.Range(0, 1000).Select(i => new ReportedRun(i, -i, i, "converged", IsKept: i == 777)));

        Assert.Equal(201, Markup(page).Descendants("tbody").First().Elements().Count());
        Assert.Contains("201 of 1,000 restarts are shown.", page, StringComparison.Ordinal);
        Assert.Contains("<tr class=\"kept\"><td>777</td>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e-100, 0)]
    [InlineData(1e100, 0)]
    [InlineData(1, 1e8)]
    public void Data_of_any_size_have_a_page(double scale, double offset)
    {
        var data = Dataset.FromValues(new[] { -3, -2.5, -1, 0, 2, 4, 5 }.Select(value => (value * scale) + offset));

        Assert.NotNull(Markup(Sample.Of(data, 2).Page));
    }

    [Fact]
    public void Misuse_is_refused()
    {
        Assert.Throws<ArgumentException>(() => ReportPage.Of(Sample.Iris.Data, [], []));
        Assert.Throws<ArgumentException>(() => ReportPage.Of(Sample.Iris.Data, Sample.Galaxies.History, []));
        Assert.Throws<ArgumentNullException>(() => ReportPage.Of(null!, Sample.Galaxies.History, []));
    }

    /// <summary>The page without what is no markup; names that HTML knows are none in XML.</summary>
    private static XDocument Markup(string page) => XDocument.Parse(
        Regex.Replace(page, "(?<=<script[^>]*>|<style>).*?(?=</script>|</style>)", string.Empty, RegexOptions.Singleline, TimeSpan.FromSeconds(30)));

    private static string ScriptOf(string page, string id)
    {
        string start = $"id=\"{id}\">";
        int from = page.LastIndexOf(start, StringComparison.Ordinal) + start.Length;
        return page[from..page.IndexOf("</script>", from, StringComparison.Ordinal)];
    }
}
