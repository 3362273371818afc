using GmmPure.Pages.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser))]

namespace GmmPure.Pages.Tests;

/// <summary>The browser of this machine, started once; without one its tests are skipped, and say so.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Programs =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/opt/google/chrome/chrome"];

    private readonly string directory = Directory.CreateTempSubdirectory("gmm-pages-").FullName;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Where pictures of the pages are left to be looked at.</summary>
    public static string Pictures { get; } = Path.Combine(AppContext.BaseDirectory, "screenshots");

    public async ValueTask InitializeAsync()
    {
        if (Programs.FirstOrDefault(File.Exists) is not { } program)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = ["--no-sandbox"] });
        Directory.CreateDirectory(Pictures);
    }

    /// <summary>Shows a sample's page as a file of its own.</summary>
    internal async Task<ShownPage> Show(Sample sample, BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(browser is null, $"No browser: none of {string.Join(", ", Programs)} is installed.");
        string file = Path.Combine(directory, $"{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, sample.Page, TestContext.Current.CancellationToken);
        var context = await browser!.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        return await ShownPage.Open(await context.NewPageAsync(), sample, new Uri(file));
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        Directory.Delete(directory, recursive: true);
    }
}
