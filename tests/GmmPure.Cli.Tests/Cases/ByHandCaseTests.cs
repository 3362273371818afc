namespace GmmPure.Cli.Tests.Cases;

/// <summary>Two iterations that somebody computed by hand, with a slip.</summary>
public sealed class ByHandCaseTests : IDisposable
{
    private const string Folder = "36-by-hand";

    private readonly Workspace work = new();

    public void Dispose() => work.Dispose();

    [Fact]
    public void A_trace_shows_what_should_come_out()
    {
        var fit = InProcess.Run(
            [], "fit", Case.File(Folder, "d.csv"), "--start", Case.File(Folder, "start.json"), "--max-iterations", "2", "--trace");

        string output = fit.Reads("3 rows, 1 column; 2 components, full covariance", "not converged after 2 iterations");
        Assert.Matches(@"\n +0 +-4\.389254\n +1 +-3\.549215 +2\.8e-1\n +2 +-3\.486789 +2\.1e-2\n", output);
    }

    [Fact]
    public void Verify_names_the_first_wrong_number()
    {
        var verify = Verify(File.ReadAllText(Case.File(Folder, "mine.jsonl")));

        verify.AssertCode(5);
        Assert.Equal("iteration 1 diverges: the log-likelihood is -3.6766, expected -3.5492151091779767 (1.4 digits)", verify.Value("verdict"));
        Assert.Equal("iteration 2: the log-likelihood falls from -3.6766 to -3.9", verify.Value("broken promise"));
        Assert.Contains("line 2: iteration 1 diverges: the log-likelihood is -3.6766", verify.Error, StringComparison.Ordinal);

        // By symmetry both covariances are equal; a wrong log-likelihood is no reason to take them for one.
        Assert.DoesNotContain("tied", verify.Output + verify.Error, StringComparison.Ordinal);
    }

    /// <summary>The same slip in another place is named there.</summary>
    [Theory]
    [InlineData("-3.6766", "-3.5492", "iteration 2 diverges: the mean of component 0 in column \"x\" is 1.3361")]
    [InlineData("[[1.492], [2.508]]", "[[1.592], [2.508]]", "iteration 1 diverges: the mean of component 0 in column \"x\" is 1.592")]
    [InlineData("[[0.409]], [[0.409]]", "[[0.409]], [[0.509]]", "iteration 1 diverges: the variance of component 1 in column \"x\" is 0.509")]
    [InlineData("-4.3893", "-4.4893", "iteration 0 diverges: the log-likelihood is -4.4893")]
    public void Another_slip_is_named_in_its_place(string right, string wrong, string verdict)
    {
        var verify = Verify(File.ReadAllText(Case.File(Folder, "mine.jsonl")).Replace(right, wrong, StringComparison.Ordinal));

        verify.AssertCode(5);
        Assert.StartsWith(verdict, verify.Value("verdict"), StringComparison.Ordinal);
    }

    private GmmResult Verify(string history) =>
        InProcess.Run([], "verify", work.Write("mine.jsonl", history), Case.File(Folder, "d.csv"), "--digits", "3");
}
