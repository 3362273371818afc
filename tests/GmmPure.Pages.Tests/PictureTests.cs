using System.Globalization;
using GmmPure.Pictures.Colours;
using Microsoft.Playwright;

namespace GmmPure.Pages.Tests;

/// <summary>What is seen: the colours of points, what changed, axes that stay, and the page by night, on paper and on a phone.</summary>
public sealed class PictureTests(Browser browser, ITestOutputHelper output)
{
    [Fact]
    public async Task Points_have_the_colours_of_their_responsibilities()
    {
        await using var page = await browser.Show(Sample.Iris);
        await page.Press("ArrowRight", times: 4);
        string[] fills = await page.Page.Locator("#picture .point").EvaluateAllAsync<string[]>(
            "points => points.map(point => point.getAttribute('fill'))");

        var expected = Palette.Mix(Em.EStep(page.Sample.Data, page.Sample.History[4].Model).Responsibilities);
        Assert.Equal(expected.Length, fills.Length);
        Assert.All(fills.Zip(expected), pair =>
        {
            int[] channels = [.. pair.First[4..^1].Split(' ').Select(channel => int.Parse(channel, CultureInfo.InvariantCulture))];
            Assert.InRange(channels[0] - pair.Second.Red, -1, 1);
            Assert.InRange(channels[1] - pair.Second.Green, -1, 1);
            Assert.InRange(channels[2] - pair.Second.Blue, -1, 1);
        });
    }

    [Fact]
    public async Task The_parts_of_an_iteration_change_one_at_a_time()
    {
        await using var page = await browser.Show(Sample.OldFaithful);
        var (now, next) = (page.Sample.History[0].Model, page.Sample.History[1].Model);
        await page.Page.CheckAsync("#exact");
        await page.Page.CheckAsync("#apart");
        foreach (int part in Enumerable.Range(0, 4))
        {
            Assert.Equal((part < 1 ? now : next).Means[0, 0], (await page.Row("mean eruptions"))[0]);
            Assert.Equal((part < 2 ? now : next).Covariances[0][0, 0], (await page.Numbers("#covariances tbody td:not(:empty)"))[0]);
            Assert.Equal((part < 3 ? now : next).Weights[0], (await page.Row("weight"))[0]);
            string[] changed = ["N_k, effective count", "mean eruptions", "sd eruptions", "weight"];
            Assert.Equal(2, await page.Page.Locator($"#components tr[data-name=\"{changed[part]}\"] td.changed").CountAsync());
            Assert.Equal(1, await page.Page.Locator($"#parts li:nth-child({part + 1})[aria-current=step]").CountAsync());
            await page.Photograph($"part-{part}");
            await page.Press("ArrowRight");
        }

        Assert.EndsWith(": E-step", await page.State, StringComparison.Ordinal);
        await page.Page.UncheckAsync("#apart");
        Assert.StartsWith("iteration 1 of", await page.State, StringComparison.Ordinal);
        Assert.Equal(0, await page.Page.Locator(".changed").CountAsync());
    }

    [Fact]
    public async Task Nothing_moves_but_what_is_drawn()
    {
        await using var page = await browser.Show(Sample.Galaxies);
        string[] still = ["#picture", "#curve", "#components", "#covariances", "#runs"];
        string before = await Places(page, still);
        for (int i = 0; i < page.Sample.History.Length; i++)
        {
            await page.Press("ArrowRight");
            Assert.Equal(before, await Places(page, still));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(10)]
    public async Task Pages_of_any_dimension_fit_a_phone_a_laptop_and_a_wide_screen(int columns)
    {
        var sample = Sample.Of(Sample.Clouds(200, columns, 3), 3);
        foreach (var (width, height) in new[] { (390, 844), (1280, 900), (1920, 1080) })
        {
            await using var page = await browser.Show(sample, new()
            {
                ViewportSize = new() { Width = width, Height = height },
                ColorScheme = width == 1280 ? ColorScheme.Dark : ColorScheme.Light,
            });
            await page.Press("ArrowRight");
            Assert.Equal(width, await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            await page.Photograph($"{columns}-columns-{width}");
        }
    }

    [Theory]
    [InlineData(1e-100, 0)]
    [InlineData(1e100, 0)]
    [InlineData(1, 1e8)]
    public async Task Data_of_any_size_are_drawn(double scale, double offset)
    {
        var clouds = Sample.Clouds(60, 2, 2);
        var sample = Sample.Of(
            Dataset.FromRows(Enumerable.Range(0, clouds.Count).Select(row => clouds.Row(row).ToArray().Select(value => (value * scale) + offset))), 2);
        await using var page = await browser.Show(sample);
        foreach (string key in new[] { "Home", "ArrowRight", "End" })
        {
            await page.Press(key);
            Assert.DoesNotMatch("NaN|Infinity|undefined", await page.Page.InnerHTMLAsync("main"));
        }
    }

    [Fact]
    public async Task A_start_alone_is_a_page_of_one_iteration()
    {
        var start = Sample.Of(Sample.Galaxies.Data, 1, most: 0);
        await using var page = await browser.Show(start);
        foreach (string key in new[] { "ArrowRight", "End", "ArrowLeft", "Home", " ", " " })
        {
            await page.Press(key);
            Assert.Equal("iteration 0 of 0", await page.State);
        }

        await page.Page.CheckAsync("#apart");
        await page.Press("ArrowRight");
        Assert.Equal("iteration 0 of 0: E-step", await page.State);
        Assert.DoesNotMatch("NaN|Infinity|undefined", await page.Page.InnerHTMLAsync("main"));
    }

    [Fact]
    public async Task Axes_can_be_chosen()
    {
        await using var page = await browser.Show(Sample.Iris);
        await page.Page.SelectOptionAsync("#across", "2");
        Assert.Equal(1, await page.Page.Locator("#picture use[href='#across-2']").CountAsync());
        await page.Page.SelectOptionAsync("#up", "2");
        Assert.Equal(1, await page.Page.Locator("#picture use[href='#density-2']").CountAsync());
        Assert.Equal(3, await page.Page.Locator("#picture .bell").CountAsync());
        await page.Press("Escape");
        await page.Photograph("one-column-of-four");
    }

    [Fact]
    public async Task On_paper_stand_some_iterations_and_the_tables()
    {
        await using var page = await browser.Show(Sample.OldFaithful, new() { ColorScheme = ColorScheme.Dark });
        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(6, await page.Page.Locator("#print figure:visible").CountAsync());
        Assert.False(await page.Page.IsVisibleAsync("#slider"));
        Assert.True(await page.Page.IsVisibleAsync("#runs"));
        Assert.Equal("rgb(255, 255, 255)", await page.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        await page.Photograph("paper");
        Assert.True((await page.Page.PdfAsync()).Length > 10_000);
    }

    [Fact]
    public async Task Everything_has_a_name_and_can_be_reached_by_keys()
    {
        await using var page = await browser.Show(Sample.Iris);
        Assert.Empty(await page.Page.Locator("button:not([aria-label]), svg[role=img]:not([aria-label]):not([aria-labelledby])").AllAsync());
        Assert.Equal(1, await page.Page.GetByRole(AriaRole.Slider, new() { Name = "Iteration" }).CountAsync());
        var reached = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < 20; i++)
        {
            await page.Press("Tab");
            reached.Add(await page.Page.EvaluateAsync<string>("document.activeElement.id"));
        }

        Assert.Superset(new HashSet<string>(StringComparer.Ordinal) { "first", "back", "play", "forward", "last", "slider", "apart", "exact", "across", "up" }, reached);
    }

    [Fact]
    public async Task Five_thousand_points_and_two_hundred_iterations_do_not_stutter()
    {
        var data = Sample.Clouds(5000, 2, 5);
        var sample = new Sample(data, [.. Em.Iterate(data, Initial.KMeansPlusPlus(data, 5, seed: 1, CovarianceStructure.Full)).Take(201)]);
        await using var page = await browser.Show(sample);
        double[] times = await page.Page.EvaluateAsync<double[]>(
            """
            async () => {
              const times = [];
              for (let i = 0; i < 60; i++) {
                const start = performance.now();
                document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
                await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
                times.push(performance.now() - start);
              }
              return times;
            }
            """);
        double median = times.Order().ElementAt(times.Length / 2);
        output.WriteLine(FormattableString.Invariant(
            $"{sample.Page.Length / 1024} KiB; from key to frame: median {median:F0} ms, longest {times.Max():F0} ms"));
        Assert.InRange(sample.Page.Length, 1, 2_000_000);
        Assert.True(median < 500, FormattableString.Invariant($"{median} ms"));
    }

    private static Task<string> Places(ShownPage page, string[] selectors) => page.Page.EvaluateAsync<string>(
        "selectors => JSON.stringify(selectors.map(each => document.querySelector(each).getBoundingClientRect()))", selectors);
}
