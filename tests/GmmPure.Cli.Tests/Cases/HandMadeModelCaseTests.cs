using System.Globalization;

namespace GmmPure.Cli.Tests.Cases;

/// <summary>Models that somebody wrote, or another program printed.</summary>
public sealed class HandMadeModelCaseTests
{
    private const string Folder = "42-model-by-hand";

    [Theory]
    [InlineData("rounded.json", "\"weights\": The weights of a mixture sum to 1, not 0.9999: 0.0001 too little")]
    [InlineData("sums-1.2.json", "\"weights\": The weights of a mixture sum to 1, not 1.2: 0.2 too much")]
    [InlineData("diagonal-as-matrices.json", "\"covariances\": component 0: must hold numbers only: a diagonal covariance is written as its variances")]
    [InlineData("sklearn-names.json", "\"format\": is missing, and members are called as in scikit-learn: a model has \"format\": \"gmmpure-model\"")]
    [InlineData("asym-last-digit.json", "\"covariances\": component 0: A covariance is symmetric: entries (1, 0) and (0, 1) are 0.1 and 0.1000001")]
    public void What_is_wrong_with_it_is_said_and_by_how_much(string file, string message)
    {
        string data = Case.File(Folder, "d.csv");
        InProcess.Run([], "predict", Case.File(Folder, file), data).Fails(3, file, message);
        InProcess.Run([], "fit", data, "--start", Case.File(Folder, file)).Fails(3, file, message);
    }

    [Theory]
    [InlineData("0.3333333", "1E-07 too little")]
    [InlineData("0.333333", "1E-06 too little")]
    [InlineData("0.3333336", "8E-07 too much")]
    public void Weights_that_were_rounded_are_divided_by_their_sum_for_a_start(string weight, string off)
    {
        using var work = new Workspace();
        string data = Case.File(Folder, "d.csv");
        string printed = File.ReadAllText(Case.File(Folder, "rounded.json")).Replace("0.3333,", $"{weight},", StringComparison.Ordinal)
            .Replace("0.3333]", $"{weight}]", StringComparison.Ordinal);
        string model = work.Write("m.json", printed);
        double third = double.Parse(weight, CultureInfo.InvariantCulture);
        double share = third / (third + third + third);
        string exact = work.Write("exact.json", printed.Replace(weight, share.ToString("R", CultureInfo.InvariantCulture), StringComparison.Ordinal));

        var fit = InProcess.Run([], "fit", data, "--start", model, "--max-iterations", "3", "--history", work.PathOf("h"));

        fit.AssertCode(0);
        Assert.Contains($"warning: {model}: the weights sum to ", fit.Error, StringComparison.Ordinal);
        Assert.Contains($", {off}, and were divided by that", fit.Error, StringComparison.Ordinal);
        InProcess.Run([], "fit", data, "--start", exact, "--max-iterations", "3", "--history", work.PathOf("e")).AssertCode(0);
        Assert.Equal(work.Read("e"), work.Read("h"));
        InProcess.Run([], "predict", model, data).Fails(3, "\"weights\": The weights of a mixture sum to 1, not ", off);
    }

    [Theory]
    [InlineData("[0.5, 0.499998]")]
    [InlineData("[1.0000005, -0.0000001]")]
    [InlineData("[0.5, \"0.4999999\"]")]
    [InlineData("[0.5, null]")]
    [InlineData("0.9999999")]
    [InlineData("[]")]
    [InlineData("[0.5, 0.4999999], \"weights\": [0.5, 0.5]")]
    public void Other_weights_are_no_rounded_ones(string weights)
    {
        byte[] model = System.Text.Encoding.UTF8.GetBytes(Examples.Model.Replace("[0.5,0.5]", weights, StringComparison.Ordinal));
        using var work = Examples.InFolder();
        InProcess.Run(model, "fit", work.PathOf("d.csv"), "--start", "-").Fails(3, "standard input: \"weights\"");
    }
}
