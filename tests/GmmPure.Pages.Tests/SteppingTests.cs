using System.Globalization;

namespace GmmPure.Pages.Tests;

/// <summary>Stepping through the iterations by keys, slider, buttons and clicks: the numbers shown are the history's.</summary>
public sealed class SteppingTests(Browser browser)
{
    [Fact]
    public async Task Every_number_of_every_iteration_is_the_historys_to_the_last_digit()
    {
        await using var page = await browser.Show(Sample.OldFaithful);
        await page.Page.CheckAsync("#exact");
        foreach (var iteration in page.Sample.History)
        {
            await Shows(page, iteration);
            await page.Press("ArrowRight");
        }

        await Shows(page, page.Sample.History[^1]);
    }

    [Fact]
    public async Task Numbers_are_printed_as_the_command_prints_them()
    {
        await using var page = await browser.Show(Sample.Iris);
        await page.Press("End");
        var last = page.Sample.History[^1];

        Assert.Equal(last.LogLikelihood.ToString("F6", CultureInfo.InvariantCulture), await page.Fact("log-likelihood"));
        Assert.Equal(last.LogLikelihoodPerSample.ToString("F6", CultureInfo.InvariantCulture), await page.Fact("per sample"));
        Assert.Equal(
            ((last.LogLikelihood - page.Sample.History[^2].LogLikelihood) / 150).ToString("0.0e-0", CultureInfo.InvariantCulture),
            await page.Fact("gain per sample"));
        Assert.Equal(
            last.Model.Weights.Select(weight => weight.ToString("F4", CultureInfo.InvariantCulture)),
            await page.Texts("#components tr[data-name=weight] td"));
        Assert.Equal(
            Enumerable.Range(0, 3).Select(k => last.Model.Means[k, 0].ToString("F4", CultureInfo.InvariantCulture)),
            await page.Texts("#components tr[data-name=\"mean Sepal.Length\"] td"));
        Assert.Equal("converged", await page.Fact("status"));
    }

    [Theory]
    [InlineData("full")]
    [InlineData("tied")]
    [InlineData("diagonal")]
    [InlineData("spherical")]
    [InlineData("tied-diagonal")]
    [InlineData("tied-spherical")]
    public async Task Covariances_of_every_structure_are_shown(string structure)
    {
        var sample = Sample.Of(Sample.OldFaithful.Data, 2, CovarianceStructure.FromName(structure));
        await using var page = await browser.Show(sample);
        await page.Page.CheckAsync("#exact");
        await page.Press("ArrowRight");

        var expected = sample.History[1].Model.Covariances
            .Take(sample.History[0].Model.Structure.IsShared ? 1 : 2)
            .SelectMany(covariance => covariance.Shape switch
            {
                CovarianceShape.Full => [covariance[0, 0], covariance[1, 0], covariance[1, 1]],
                CovarianceShape.Diagonal => [covariance[0, 0], covariance[1, 1]],
                _ => new[] { covariance[0, 0] },
            });
        Assert.Equal(expected, await page.Numbers("#covariances tbody td:not(:empty)"));
    }

    [Fact]
    public async Task Keys_slider_buttons_and_clicks_go_to_the_same_places()
    {
        await using var page = await browser.Show(Sample.Galaxies);
        int last = page.Sample.History[^1].Index;
        Assert.Equal($"iteration 0 of {last}", await page.State);
        await page.Press("End");
        Assert.Equal($"iteration {last} of {last}", await page.State);
        await page.Press("ArrowLeft", times: 2);
        Assert.Equal($"iteration {last - 2} of {last}", await page.State);
        await page.Press("Home");
        Assert.Equal($"iteration 0 of {last}", await page.State);
        await page.Page.FocusAsync("#slider");
        await page.Press("ArrowRight", times: 3);
        Assert.Equal($"iteration 3 of {last}", await page.State);
        await page.Page.Locator("#slider").FillAsync("5");
        Assert.Equal($"iteration 5 of {last}", await page.State);
        Assert.Equal($"iteration 5 of {last}", await page.Page.GetAttributeAsync("#slider", "aria-valuetext"));
        await page.Page.ClickAsync("#back");
        await page.Page.ClickAsync("#first");
        await page.Page.ClickAsync("#forward");
        Assert.Equal($"iteration 1 of {last}", await page.State);
        var curve = await page.Page.Locator("#curve").BoundingBoxAsync();
        await page.Page.Mouse.ClickAsync(curve!.X + (curve.Width * 0.99f), curve.Y + (curve.Height / 2));
        Assert.Equal($"iteration {last} of {last}", await page.State);
    }

    [Fact]
    public async Task The_space_bar_plays_and_pauses()
    {
        await using var page = await browser.Show(Sample.OldFaithful);
        await page.Press(" ");
        Assert.Equal("Pause", await page.Page.GetAttributeAsync("#play", "aria-label"));
        Assert.Equal("off", await page.Page.GetAttributeAsync("#state", "aria-live"));
        await page.Page.Locator("#state", new() { HasText = "iteration 2 of" }).WaitForAsync();
        await page.Press(" ");
        Assert.Equal("Play", await page.Page.GetAttributeAsync("#play", "aria-label"));
        Assert.Equal("polite", await page.Page.GetAttributeAsync("#state", "aria-live"));
        string? paused = await page.State;
        await page.Page.WaitForTimeoutAsync(900);
        Assert.Equal(paused, await page.State);
    }

    private static async Task Shows(ShownPage page, Iteration<GaussianMixture> iteration)
    {
        var model = iteration.Model;
        Assert.Equal(iteration.LogLikelihood, double.Parse(await page.Fact("log-likelihood"), CultureInfo.InvariantCulture));
        Assert.Equal(model.Weights, await page.Row("weight"));
        Assert.Equal(iteration.EffectiveCounts, await page.Row("N_k, effective count"));
        for (int column = 0; column < model.Dimension; column++)
        {
            string name = model.ColumnNames[column];
            Assert.Equal(Enumerable.Range(0, model.ComponentCount).Select(k => model.Means[k, column]), await page.Row($"mean {name}"));
            Assert.Equal(model.Covariances.Select(each => each.StandardDeviation(column)), await page.Row($"sd {name}"));
        }

        Assert.Equal(
            model.Covariances.SelectMany(each => new[] { each[0, 0], each[1, 0], each[1, 1] }),
            await page.Numbers("#covariances tbody td:not(:empty)"));
    }
}
