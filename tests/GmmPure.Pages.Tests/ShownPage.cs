using System.Globalization;
using Microsoft.Playwright;

namespace GmmPure.Pages.Tests;

/// <summary>A page in a browser. Whoever is done with it learns whether it complained or asked the network for anything.</summary>
internal sealed class ShownPage : IAsyncDisposable
{
    private readonly List<string> complaints = [];

    private ShownPage(IPage page, Sample sample) => (Page, Sample) = (page, sample);

    public IPage Page { get; }

    public Sample Sample { get; }

    /// <summary>What stands beside the slider.</summary>
    public Task<string?> State => Page.TextContentAsync("#state");

    public static async Task<ShownPage> Open(IPage page, Sample sample, Uri file)
    {
        var shown = new ShownPage(page, sample);
        page.Console += (_, message) => shown.complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => shown.complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (request.Url != file.AbsoluteUri && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                shown.complaints.Add(request.Url);
            }
        };
        await page.GotoAsync(file.AbsoluteUri);
        return shown;
    }

    public Task Press(string key) => Page.Keyboard.PressAsync(key);

    public async Task Press(string key, int times)
    {
        for (int i = 0; i < times; i++)
        {
            await Press(key);
        }
    }

    /// <summary>The words in some elements.</summary>
    public async Task<string[]> Texts(string selector) => [.. await Page.Locator(selector).AllTextContentsAsync()];

    /// <summary>The numbers in some elements.</summary>
    public async Task<double[]> Numbers(string selector) =>
        [.. (await Texts(selector)).Select(text => double.Parse(text, CultureInfo.InvariantCulture))];

    /// <summary>The numbers of a row of the table of components.</summary>
    public Task<double[]> Row(string name) => Numbers($"#components tr[data-name=\"{name}\"] td");

    /// <summary>A fact by its name.</summary>
    public async Task<string> Fact(string name) => (await Texts($"#facts dd[data-name=\"{name}\"]"))[0];

    /// <summary>Leaves a picture of the whole page to be looked at.</summary>
    public Task Photograph(string name) => Page.ScreenshotAsync(new() { Path = Path.Combine(Browser.Pictures, $"{name}.png"), FullPage = true });

    public async ValueTask DisposeAsync()
    {
        await Page.Context.DisposeAsync();
        Assert.Empty(complaints);
    }
}
