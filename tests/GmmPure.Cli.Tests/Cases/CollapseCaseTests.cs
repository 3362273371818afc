namespace GmmPure.Cli.Tests.Cases;

/// <summary>Fits that cannot be, or that collapse: the message names rows and values, and what it advises works.</summary>
public sealed class CollapseCaseTests : IDisposable
{
    private readonly Workspace work = new();

    public void Dispose() => work.Dispose();

    [Fact]
    public void A_spike_on_repeated_values_never_wins()
    {
        var fit = Case.Fit("23-repeated-values", "v.csv");
        fit.AssertCode(0);
        Assert.DoesNotContain("NaN", fit.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"degenerate[^\n]*kept", fit.Output);
        var select = InProcess.Run([], "select", Case.File("23-repeated-values", "v.csv"), "-k", "1..4", "--restarts", "4");
        select.AssertCode(0);
        Assert.DoesNotContain("NaN", select.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_at_which_a_detector_saturates_is_named_with_its_rows()
    {
        string[] fit = ["fit", Case.File("25-saturated", "events1.csv"), "-k", "3", "--init", "random", "--restarts", "3"];
        var result = InProcess.Run([], fit);
        result.Fails(4, "component 2 collapsed in column \"fsc\"", "112 rows have the value 262143 in column \"fsc\"");
        Works(fit, result, "--missing-values 262143 --missing drop").Reads("1388 rows, 1 column", "112 of 1500 rows");
        InProcess.Run([], [.. fit[..2], "-k", "2"]).Reads("1500 rows", "112 rows have the value 262143");
        InProcess.Run([], fit[..4]).Reads("1500 rows", "112 rows have the value 262143");
    }

    [Fact]
    public void A_row_that_stands_alone_is_named_with_its_value()
    {
        string[] fit = ["fit", Case.File("27-one-typo", "typo.csv"), "-k", "2", "--restarts", "4"];
        foreach (string[] options in new[] { fit, [.. fit, "--ridge", "1e-6"], [.. fit, "--covariance", "diagonal"] })
        {
            var result = InProcess.Run([], options);
            result.Fails(4, "row 77 stands alone, \"y\" is 3100000 there");
            Works(options, result, "--missing-values 3100000 --missing drop").Reads("119 rows, 2 columns", "1 of 120 rows");
            Assert.Contains("or try fewer components (-k)", result.Error, StringComparison.Ordinal);
            Assert.Equal(0, InProcess.Run([], [.. options.Where(each => each is not ("-k" or "2" or "--restarts" or "4")), "-k", "1"]).Code);
        }
    }

    [Fact]
    public void Too_few_rows_for_each_component_are_told_with_structures_that_work()
    {
        string[] fit = ["fit", Case.File("32-seven-rows-five-columns", "s.csv"), "-k", "2"];
        var result = InProcess.Run([], fit);
        result.Fails(4, "7 distinct rows are too few, where 12 are needed");
        foreach (string option in new[] { "--covariance tied-diagonal", "--covariance spherical", "-k 1", "--ridge 0.006" })
        {
            Works(fit, result, option);
        }

        Assert.Empty(InProcess.Run([], [.. fit, "--covariance", "tied-diagonal"]).Error);
        InProcess.Run([], [.. fit, "--covariance", "tied"]).Reads("7 rows", "26 free parameters are estimated from 35 numbers, which is no evidence");
        InProcess.Run([], "select", fit[1], "-k", "1..3", "--restarts", "2").Reads("7 rows", "are estimated from 35 numbers");
    }

    [Fact]
    public void Shares_that_sum_to_100_name_the_column_that_is_determined()
    {
        string[] fit = ["fit", Case.File("34-percentages", "exact.csv"), "-k", "2", "--restarts", "2"];
        var result = InProcess.Run([], fit);
        result.Fails(4, "column \"other\" is a linear combination of \"sand\", \"silt\", \"clay\"");
        foreach (string option in new[] { "--exclude other", "--covariance diagonal", "--ridge 0.2" })
        {
            Works(fit, result, option);
        }

        Case.Fit("34-percentages", "rounded.csv").Reads("250 rows, 4 columns");
    }

    [Fact]
    public void Fewer_rows_than_columns_are_refused_at_once()
    {
        string[] fit = ["fit", Case.File("43-wide", "genes250.csv"), "-k", "2", "--restarts", "2"];
        var result = InProcess.Run([], fit);
        result.Fails(4, "60 rows are too few for a full covariance of 250 columns, which takes 251");
        foreach (string option in new[] { "--covariance diagonal", "--covariance tied-diagonal", "--ridge 0.001" })
        {
            Works(fit, result, option);
        }

        InProcess.Run([], [.. fit, "--exclude", "g59"]).Fails(4, "60 rows are too few for a full covariance of 249 columns");
        InProcess.Run([], [.. fit, "--covariance", "tied"]).Fails(4, "60 rows are too few");
        InProcess.Run([], "estimate", "gaussian", fit[1]).Fails(4, "60 rows are too few for a full covariance of 250 columns", "--columns");
        var selected = InProcess.Run([], "select", fit[1], "-k", "2", "--restarts", "1", "--covariance", "full,diagonal");
        Assert.Matches("\n +2 +full +degenerate", selected.Reads("60 rows"));
    }

    [Fact]
    public void Columns_that_are_proportional_and_distinct_rows_that_are_few_are_both_told()
    {
        string[] fit = ["fit", Case.File("50-four-distinct-rows", "d.csv"), "-k", "4", "--restarts", "2"];
        var result = InProcess.Run([], fit);
        result.Fails(4, "column \"b\" is a linear combination of \"a\"", "column \"c\" is a linear combination of \"a\"", "4 distinct rows are too few");
        Works(fit, result, "--exclude b,c with -k 2");
        Works(fit, result, "--ridge 0.2");
    }

    [Fact]
    public void Counts_are_told_to_be_counts()
    {
        string[] fit = ["fit", Case.File("56-nine-counts", "c.csv"), "-k", "2", "--restarts", "2"];
        var result = InProcess.Run([], fit);
        result.Fails(4, "6 rows have the value 1 in column \"n\", which has 3 distinct values", "(-k)");
        Works(fit, result, "--family poisson");
        Assert.Equal(0, InProcess.Run([], [.. fit[..2], "-k", "1"]).Code);
    }

    [Fact]
    public void Dry_days_are_outside_a_gamma_distribution_and_a_spike_for_Gaussians()
    {
        Case.Fit("49-rain", "rain.csv", "--family", "gamma").Fails(3, "row 1, column \"mm\": 0 is not a number above 0, as gamma needs");
        Case.Fit("49-rain", "rain.csv", "-k", "1").Reads("300 rows", "rows have the value 0 in column \"mm\"");
        string[] fit = ["fit", Case.File("49-rain", "rain.csv"), "-k", "2", "--restarts", "2"];
        var result = InProcess.Run([], fit);
        result.Fails(4, "rows have the value 0 in column \"mm\"");
        Works(fit, result, "--missing-values 0 --missing drop");
    }

    [Fact]
    public void Two_markers_are_left_out_together()
    {
        string data = work.Write("d.csv", "x,y\n" + string.Concat(Enumerable.Range(0, 60).Select(i => FormattableString.Invariant(
            $"{(i % 3 == 0 ? -999 : i % 10 == 1 ? 999 : Math.Sin(i * i) + (i % 2 * 9)):R},{Math.Cos(i * i):R}\n"))));
        string[] fit = ["fit", data, "-k", "1", "--missing", "drop", "--missing-values"];
        InProcess.Run([], [.. fit, "999"]).Reads(
            "56 rows", "20 rows have the value -999 in column \"x\"", "(--missing-values 999,-999 --missing drop)");
        InProcess.Run([], [.. fit, "999,-999"]).Reads("36 rows", "24 of 60 rows");
    }

    [Fact]
    public void A_value_that_other_columns_have_too_is_not_left_out_by_an_option()
    {
        string data = work.Write("d.csv", "x,y\n" + string.Concat(Enumerable.Range(0, 60).Select(i => FormattableString.Invariant(
            $"{(i % 3 == 0 ? 0 : Math.Sin(i * i) + 9):R},{(i == 7 ? 0 : Math.Cos(i * i)):R}\n"))));
        var result = InProcess.Run([], "fit", data, "-k", "1");
        result.Reads("60 rows", "20 rows have the value 0 in column \"x\"");
        Assert.EndsWith("leave them out\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_a_component_is_left_with_are_named()
    {
        string data = work.Write("d.csv", "x,y\n0,0\n1,0.5\n0.2,1\n0.7,0.1\n0.4,0.8\n0.9,0.9\n0.1,0.3\n1.5,1.2\n1.6,1.5\n");
        string start = work.Write("start.json", """
            {"format": "gmmpure-model", "version": 1, "covariance": "full", "weights": [0.8, 0.2],
             "means": [[0.5, 0.5], [1.55, 1.35]], "covariances": [[[0.1, 0], [0, 0.1]], [[0.01, 0], [0, 0.01]]]}
            """);
        InProcess.Run([], "fit", data, "--start", start).Fails(4, "rows 8, 9 are all that component 1 holds", "try ");
    }

    /// <summary>The message advises it, and who does it gets a fit.</summary>
    private static GmmResult Works(string[] arguments, GmmResult failed, string advice)
    {
        Assert.Contains(advice, failed.Error, StringComparison.Ordinal);
        var options = advice.Split(' ').Where(word => word != "with").Chunk(2).ToDictionary(each => each[0], each => each[1], StringComparer.Ordinal);
        string[] kept = [.. arguments.Select((each, place) => (each, place))
            .Where(each => !options.ContainsKey(each.each) && !(each.place > 0 && options.ContainsKey(arguments[each.place - 1])))
            .Select(each => each.each)];
        var result = InProcess.Run([], [.. kept, .. options.SelectMany(each => new[] { each.Key, each.Value })]);
        result.AssertCode(0);
        return result;
    }
}
