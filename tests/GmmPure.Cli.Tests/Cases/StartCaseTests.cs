using System.Globalization;

namespace GmmPure.Cli.Tests.Cases;

/// <summary>Whether a fit by default finds the groups that are there.</summary>
public sealed class StartCaseTests
{
    [Theory]
    [InlineData("21-grid-of-25", "grid.csv", "25", "-7939.381")]
    [InlineData("22-well-apart", "twelve.csv", "12", "-2353.989")]
    [InlineData("40-scales", "facs.csv", "2", "-1333.193")]
    [InlineData("48-strong-cigars", "strong3.csv", "3", "-3320.448")]
    public void The_groups_are_found_as_from_their_labels(string folder, string file, string groups, string best)
    {
        string path = Case.File(folder, file);
        string fit = InProcess.Run([], "fit", path, "-k", groups, "--exclude", "truth").Succeeds();
        string labelled = InProcess.Run([], "fit", path, "--init", "labels:truth").Succeeds();

        Assert.Contains($"\n  log-likelihood   {best}\n", labelled, StringComparison.Ordinal);
        Assert.Contains($"\n  log-likelihood   {best}\n", fit, StringComparison.Ordinal);
    }

    [Fact]
    public void The_search_beside_a_kind_of_start_that_collapses_fits() =>
        InProcess.Run([], "fit", Case.File("21-grid-of-25", "grid.csv"), "-k", "25", "--exclude", "truth", "--init", "rows", "--restarts", "3").AssertCode(0);

    [Theory]
    [InlineData("31-one-or-two", "one.csv", "1..3", "1 component")]
    [InlineData("41-bimodal-tail", "intensity.csv", "1..4", "3 components")]
    public void As_many_components_are_chosen_as_there_are(string folder, string file, string range, string best)
    {
        var result = InProcess.Run([], "select", Case.File(folder, file), "-k", range);

        result.AssertCode(0);
        Assert.Contains($"\n  best by BIC: {best}, ", result.Output, StringComparison.Ordinal);
    }

    /// <summary>Three thin groups are three components for BIC, and no larger model is fitted worse than a smaller one.</summary>
    [Fact]
    public void A_larger_model_is_never_below_a_smaller_one()
    {
        var result = InProcess.Run([], "select", Case.File("48-strong-cigars", "strong3.csv"), "--exclude", "truth", "-k", "1..5", "--covariance", "full");
        double[] likelihoods =
        [
            .. result.Output.Split('\n').Where(line => line.Contains("   full ", StringComparison.Ordinal))
                .Select(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2], CultureInfo.InvariantCulture)),
        ];

        result.AssertCode(0);
        Assert.Equal(5, likelihoods.Length);
        Assert.Equal(likelihoods.Order(), likelihoods);
        Assert.Contains("\n  best by BIC: 3 components, full covariance\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_the_seed_two_components_of_bimodal_intensities_are_the_same()
    {
        string[] fits =
        [
            .. Enumerable.Range(1, 5).Select(seed => InProcess.Run(
                [], "fit", Case.File("41-bimodal-tail", "intensity.csv"), "-k", "2", "--seed", $"{seed}").Succeeds()),
        ];

        Assert.All(fits, fit => Assert.Contains("\n  log-likelihood   807.572\n", fit, StringComparison.Ordinal));
    }

    [Fact]
    public void Eighteen_values_and_two_are_fitted_or_told_by_every_seed() =>
        Assert.All(Enumerable.Range(1, 10), seed =>
        {
            var result = InProcess.Run([], "fit", Case.File("52-eighteen-and-two", "d.csv"), "-k", "2", "--seed", $"{seed}", "--restarts", "1");
            Assert.Contains(result.Code, new[] { 0, 4 });
            Assert.DoesNotContain("NaN", result.Output + result.Error, StringComparison.Ordinal);
        });

    /// <summary>A component is what its label says.</summary>
    [Fact]
    public void Few_labels_name_the_components()
    {
        var fit = InProcess.Run([], "fit", Case.File("53-few-labels", "d.csv"), "--labels", "state");

        fit.AssertCode(0);
        Assert.Matches("\n  labels +0 \"high\", 1 \"low\"\n", fit.Output);
    }

    /// <summary>Seconds since 1970, nanoseconds since then, and degrees that differ in the fourth decimal keep their digits.</summary>
    [Theory]
    [InlineData("t.csv", "-2669.839")]
    [InlineData("ns.csv", "-8887.647")]
    [InlineData("places.csv", "5038.115")]
    public void Large_and_close_numbers_keep_their_digits(string file, string best)
    {
        string fit = InProcess.Run([], "fit", Case.File("54-time-stamps", file), "-k", "2").Succeeds();

        Assert.Contains($"\n  log-likelihood   {best}\n", fit, StringComparison.Ordinal);
    }
}
