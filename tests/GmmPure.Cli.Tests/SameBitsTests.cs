namespace GmmPure.Cli.Tests;

/// <summary>The same input and seed give the same bytes whatever the machine's vectors, cores and locale.</summary>
public sealed class SameBitsTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVX512", "0")]
    [InlineData("DOTNET_EnableAVX512F", "0")]
    [InlineData("DOTNET_EnableAVX2", "0")]
    [InlineData("DOTNET_EnableFMA", "0")]
    [InlineData("DOTNET_PROCESSOR_COUNT", "1")]
    [InlineData("DOTNET_TieredCompilation", "0")]
    [InlineData("LANG", "de_DE.UTF-8")]
    public async Task Model_and_history_are_the_same_bytes(string variable, string value)
    {
        using var workspace = new Workspace();
        var changed = new Dictionary<string, string>(StringComparer.Ordinal) { [variable] = value };

        string usual = await Fit(workspace, Gmm.NoEnvironment);
        string other = await Fit(workspace, changed);

        Assert.Equal(usual, other);
    }

    private static async Task<string> Fit(Workspace workspace, IReadOnlyDictionary<string, string> environment)
    {
        var result = await Gmm.RunWith(
            environment,
            string.Empty,
            ["fit", Gmm.Iris, "-k", "3", "--exclude", "Species", "--restarts", "2", "--max-iterations", "12",
                "--out", workspace.PathOf("model.json"), "--history", workspace.PathOf("history.jsonl")]);
        Assert.Equal(0, result.Code);
        return result.Output + workspace.Read("model.json") + workspace.Read("history.jsonl");
    }
}
