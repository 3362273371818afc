using System.Text;

namespace GmmPure.Cli.Tests.Fuzz;

public sealed class HistoryFuzzTests
{
    private const int Times = 600;

    private static readonly int[] Documented = [0, 2, 3, 5];

    private static readonly string[] Tokens =
    [
        "\"", "{", "}", "[", "]", ",", ":", "\\", "\\ud800", "\n", "\0", "\ufeff", "null", "[]", "{}", "-", ".", "e9", "0", "1", "-1", "1e400",
        "1e-400", "1e300", "1e-300", "1e150", "1e-150", "NaN", "99999999999999999999", "[0,1],", "\"ridge\":1e200,", "\"ridge\":1e-9,",
        "\"status\":\"degenerate\",", "\"cause\":{},", "\"covariance\":\"tied\",", "\"iteration\":1,", "\"log_likelihood\":1e308,",
    ];

    private static readonly string[][] Options = [[], ["--step"], ["--as", "n-1,late"], ["--as", "unbiased", "--json"], ["--ridge", "1e-6"]];

    [Fact]
    public void No_accident_to_a_history_makes_verify_crash()
    {
        using var work = Examples.InFolder();
        var random = new Random(5);
        byte[] whole = Encoding.UTF8.GetBytes(string.Concat(
            Em.Iterate(Dataset.FromRows(Examples.Rows), GaussianMixture.Parse(Examples.Model).WithColumnNames(["x", "y"]))
                .Take(3).Select(iteration => iteration.ToJson() + "\n")));
        InProcess.Run(whole, "verify", "-", work.PathOf("d.csv")).Succeeds();
        for (int time = 0; time < Times; time++)
        {
            byte[] input = Mutation.Of(whole, Tokens, random);
            string[] arguments = ["verify", "-", work.PathOf("d.csv"), .. Options[time % Options.Length]];
            var result = InProcess.Run(input, arguments);
            bool isSaid = result.Code == 0
                || (result.Error.StartsWith("gmm: ", StringComparison.Ordinal) && result.Error.IndexOf('\n') == result.Error.Length - 1);
            Assert.True(
                isSaid && Documented.Contains(result.Code) && (result.Code is 0 or 5) == (result.Output.Length > 0),
                $"gmm {string.Join(' ', arguments)} < {Convert.ToBase64String(input)}: {result}");
        }
    }
}
