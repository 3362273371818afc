using System.Text.Json;

namespace GmmPure.Cli.Tests.Cases;

/// <summary>Fits that succeed, and are not to be believed before something is known; and such as are clean.</summary>
public sealed class WarningCaseTests : IDisposable
{
    private readonly Workspace work = new();

    public void Dispose() => work.Dispose();

    [Fact]
    public void Scores_from_one_to_five_are_told_to_be_few_values_and_ages_are_not()
    {
        Case.Fit("24-rounded", "likert.csv", "-k", "3").Reads(
            "300 rows, 3 columns", "columns \"q1\", \"q2\", \"q3\" have 5 distinct values each", "--family categorical");
        Case.Fit("24-rounded", "likert.csv", "--family", "categorical").Reads("300 rows, 3 columns");
        InProcess.Run([], "select", Case.File("24-rounded", "ages.csv"), "-k", "1..3", "--restarts", "2").Reads("400 rows, 1 column");
    }

    [Fact]
    public void A_class_that_is_coded_as_a_number_is_told()
    {
        InProcess.Run([], "fit", Case.File("33-class-as-number", "c.csv"), "-k", "3").Reads(
            "120 rows", "column \"class\" has 3 distinct values", "(--exclude class)");
        var json = InProcess.Run([], "fit", Case.File("33-class-as-number", "c.csv"), "-k", "3", "--json");
        Assert.Equal([json.Error["gmm: warning: ".Length..].TrimEnd()], JsonElement.Parse(json.Output).GetProperty("warnings").EnumerateArray().Select(each => each.GetString()));
        Case.Fit("33-class-as-number", "c.csv", "-k", "3", "--exclude", "class").Reads("120 rows");
        Case.Fit("33-class-as-number", "c.csv", "-k", "3", "--covariance", "diagonal").Fails(4, "in column \"class\", which has 3 distinct values", "--exclude class");
        InProcess.Run([], "fit", Case.File("33-class-as-number", "c.csv"), "--init", "labels:class").Reads("120 rows");
    }

    [Fact]
    public void Components_that_start_equal_are_told_to_be_the_same()
    {
        string start = Case.File("35-equal-start", "start.json");
        InProcess.Run([], "fit", Case.File("35-equal-start", "d.csv"), "--start", start)
            .Reads("120 rows", "components 0 and 1 are nearly the same", "another start");
        Case.Fit("56-nine-counts", "c.csv", "--family", "poisson").Reads("9 rows", "components 0 and 1 are nearly the same");
    }

    /// <summary>Two parallel cigars: no column tells them apart, both together do.</summary>
    [Fact]
    public void Components_whose_columns_are_nearly_the_same_are_not_told_to_be()
    {
        string data = work.Write("d.csv", "x,y\n" + string.Concat(Enumerable.Range(0, 400).Select(i =>
        {
            double along = 20 * Math.Sin(i * 12.9898), across = 0.2 * Math.Cos(i * 78.233);
            return FormattableString.Invariant($"{along:R},{along + across + (i % 2 * 4):R}\n");
        })));
        InProcess.Run([], "fit", data, "-k", "2", "--restarts", "4").Reads("400 rows");
    }

    [Theory]
    [InlineData("-999", 12)]
    [InlineData("0", 60)]
    [InlineData("262143", 20)]
    public void A_value_that_stands_for_something_else_is_told_though_the_fit_succeeds(string value, int rows)
    {
        string data = work.Write("d.csv", "x,y\n" + string.Concat(Enumerable.Range(0, 120).Select(i => FormattableString.Invariant(
            $"{(i < rows ? value : (50 + Math.Sin(i * i)).ToString("R", System.Globalization.CultureInfo.InvariantCulture))},{Math.Cos(i * i):R}\n"))));
        InProcess.Run([], "fit", data, "-k", "1").Reads(
            "120 rows", $"{rows} rows have the value {value} in column \"x\"", $"(--missing-values {value} --missing drop)");
        InProcess.Run([], "fit", data, "-k", "1", "--missing-values", value, "--missing", "drop").Reads($"{120 - rows} rows", $"{rows} of 120 rows");
    }

    [Fact]
    public void Of_many_warnings_of_a_kind_the_first_are_told()
    {
        string data = work.Write("d.csv", string.Join(',', Enumerable.Range(0, 6).Select(j => $"c{j}")) + "\n" + string.Concat(
            Enumerable.Range(0, 90).Select(i => string.Join(',', Enumerable.Range(0, 6).Select(j =>
                (i + j) % 3 == 0 ? "0" : Math.Sin((i * i) + j).ToString("R", System.Globalization.CultureInfo.InvariantCulture))) + "\n")));
        var result = InProcess.Run([], "fit", data, "-k", "1");
        Assert.Equal(4, result.Error.TrimEnd('\n').Split('\n').Length);
        Assert.EndsWith("gmm: warning: there are 3 more warnings like the last\n", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("old-faithful.csv", "2")]
    [InlineData("old-faithful.csv", "3")]
    [InlineData("galaxies.csv", "3")]
    [InlineData("iris.csv", "3", "--exclude", "Species")]
    public void Clean_data_are_not_warned_of(string file, string components, params string[] options) => Assert.Empty(
        InProcess.Run([], ["fit", Path.Combine(Path.GetDirectoryName(Gmm.OldFaithful)!, file), "-k", components, "--restarts", "3", .. options]).Error);
}
