namespace GmmPure.Cli.Tests;

/// <summary>
/// The same input, options and seed give the same bytes whatever the machine's vectors, cores and locale, and on any number
/// of threads.
/// </summary>
public sealed class SameBitsTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVX512", "0")]
    [InlineData("DOTNET_EnableAVX512F", "0")]
    [InlineData("DOTNET_EnableAVX2", "0")]
    [InlineData("DOTNET_EnableFMA", "0")]
    [InlineData("DOTNET_PROCESSOR_COUNT", "1")]
    [InlineData("DOTNET_TieredCompilation", "0")]
    [InlineData("LC_ALL", "de_DE.UTF-8")]
    public async Task Every_command_gives_the_same_bytes_on_any_machine(string variable, string value)
    {
        using var workspace = new Workspace();
        var changed = new Dictionary<string, string>(StringComparer.Ordinal) { [variable] = value };

        string usual = await Everything(workspace, Gmm.NoEnvironment);
        string other = await Everything(workspace, changed);

        Assert.Equal(usual, other);
    }

    [Fact]
    public async Task Threads_change_no_bit()
    {
        using var workspace = new Workspace();

        // More rows than one segment of the parallel passes holds, so that there is something to share out.
        string model = await Fitted(workspace, Gmm.NoEnvironment);
        string data = workspace.PathOf("data.csv");
        (await Gmm.Run("sample", model, "-n", "20000", "--out", data)).Succeeds();
        string[][] commands =
        [
            ["fit", data, "-k", "3", "--restarts", "3", "--max-iterations", "8", "--json", "--trace"],
            ["fit", data, "-k", "3", "--restarts", "1", "--max-iterations", "8", "--init", "random", "--json"],
            ["select", data, "-k", "2..3", "--covariance", "tied,diagonal", "--restarts", "2", "--max-iterations", "5"],
        ];
        foreach (string[] command in commands)
        {
            var results = await Task.WhenAll(new[] { "1", "2", "3", "8", "500" }
                .Select(threads => Gmm.Run([.. command, "--threads", threads])));
            Assert.Equal(0, results[0].Code);
            Assert.All(results, result => Assert.Equal(results[0], result));
            Assert.Equal(results[0], await Gmm.Run(command));
        }
    }

    /// <summary>What every command prints and writes.</summary>
    private static async Task<string> Everything(Workspace workspace, IReadOnlyDictionary<string, string> environment)
    {
        string model = await Fitted(workspace, environment);
        string[][] commands =
        [
            ["predict", model, Gmm.Iris],
            ["score", model, Gmm.Iris, "--json"],
            ["sample", model, "-n", "50", "--with-component"],
            ["select", Gmm.Iris, "-k", "1..2", "--exclude", "Species", "--restarts", "2", "--max-iterations", "20"],
        ];
        var results = await Task.WhenAll(commands.Select(command => Gmm.RunWith(environment, string.Empty, command)));
        Assert.All(results, result => result.AssertCode(0));
        return workspace.Read("model.json") + workspace.Read("history.jsonl")
            + string.Concat(results.Select(result => result.Output));
    }

    private static async Task<string> Fitted(Workspace workspace, IReadOnlyDictionary<string, string> environment)
    {
        var result = await Gmm.RunWith(
            environment,
            string.Empty,
            ["fit", Gmm.Iris, "-k", "3", "--exclude", "Species", "--restarts", "2", "--max-iterations", "12",
                "--out", workspace.PathOf("model.json"), "--history", workspace.PathOf("history.jsonl")]);
        result.AssertCode(0);
        return workspace.PathOf("model.json");
    }
}
