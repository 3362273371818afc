namespace GmmPure.Cli.Tests.Fuzz;

/// <summary>How every run must end, whatever it is fed.</summary>
internal static class Outcome
{
    private const int LongestLine = 3000;

    private static readonly int[] Documented = [0, 2, 3, 4];

    /// <summary>
    /// With a documented exit code: if it is 0, with a result and at most warnings; else with one line that says why, and
    /// nothing else.
    /// </summary>
    /// <param name="result">How it ended.</param>
    /// <param name="input">What it was fed.</param>
    /// <param name="arguments">How it was called.</param>
    public static void Check(GmmResult result, byte[] input, params string[] arguments)
    {
        string[] lines = result.Error.Split('\n')[..^1];
        bool isSaid = result.Error.Length == 0 || result.Error.EndsWith('\n');
        bool isRight = result.Code == 0
            ? lines.All(line => line.StartsWith("gmm: warning: ", StringComparison.Ordinal))
            : lines is [var only] && only.StartsWith("gmm: ", StringComparison.Ordinal) && result.Output.Length == 0;
        Assert.True(
            isSaid && isRight && Documented.Contains(result.Code) && lines.All(line => line.Length <= LongestLine),
            $"gmm {string.Join(' ', arguments)} < {Convert.ToBase64String(input)}: {result}");
    }
}
