using System.Globalization;
using System.Text.Json;

namespace GmmPure.Cli.Tests.Cases;

/// <summary>The value at which another component takes over.</summary>
public sealed class CutOffCaseTests : IDisposable
{
    private const string Folder = "57-cut-off";

    private readonly Workspace work = new();

    public void Dispose() => work.Dispose();

    [Fact]
    public void A_threshold_between_two_groups_is_where_their_densities_cross()
    {
        Case.Fit(Folder, "signal.csv", "--out", work.PathOf("m")).Succeeds();

        string table = InProcess.Run([], "cutoff", work.PathOf("m")).Succeeds();
        using var json = JsonDocument.Parse(InProcess.Run([], "cutoff", work.PathOf("m"), "--json").Succeeds());

        Assert.Matches(@"\n +1\.55\d+ +0 +1 +0\.675\d\n", table);
        var between = json.RootElement.GetProperty("cut_offs").EnumerateArray().Single(each => each.GetProperty("below").GetInt32() == 0);
        double value = between.GetProperty("value").GetDouble();
        Assert.Equal(1.55, value, 0.01);
        Assert.Equal(["0", "1"], Labels(value - 1e-9, value + 1e-9));
    }

    [Fact]
    public void A_single_group_has_no_threshold_and_two_columns_have_none()
    {
        Case.Fit(Folder, "signal.csv", "-k", "1", "--out", work.PathOf("one")).Succeeds();
        Assert.Contains("component 0 is the most probable everywhere", InProcess.Run([], "cutoff", work.PathOf("one")).Succeeds(), StringComparison.Ordinal);
        Case.Fit("37-anomalies", "train.csv", "--out", work.PathOf("two")).Succeeds();
        InProcess.Run([], "cutoff", work.PathOf("two")).Fails(3, "the model has 2 columns, and a cut-off is a value of one");
    }

    [Fact]
    public void Predict_tells_of_thresholds() =>
        Assert.Contains("--threshold", InProcess.Run([], "predict", "--help").Succeeds(), StringComparison.Ordinal);

    private string[] Labels(params double[] values)
    {
        string data = work.Write("v.csv", "signal\n" + string.Concat(values.Select(value => value.ToString("R", CultureInfo.InvariantCulture) + "\n")));
        return InProcess.Run([], "predict", work.PathOf("m"), data, "--labels-only").Succeeds().TrimEnd().Split('\n')[1..];
    }
}
