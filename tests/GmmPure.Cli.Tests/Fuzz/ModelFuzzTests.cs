using System.Text;

namespace GmmPure.Cli.Tests.Fuzz;

public sealed class ModelFuzzTests
{
    private const int Times = 3000;
    private const string Categorical = "categorical";
    private const string Categories = "x,y\nlow,4\nhigh,1\nhigh,1\nhigh,4\nlow,1\nhigh,4\n";

    private static readonly string[] Tokens =
    [
        "\"", "{", "}", "[", "]", ",", ":", "\\", "\\u0000", "\\ud800", "\n", "\0", "\ufeff", "null", "true", "[]", "{}", "\"x\"", "-", ".", "e9",
        "0", "00", "1", "-1", "1e400", "1e-400", "1e300", "1e-300", "1e150", "1e-150", "NaN", "99999999999999999999", "//", "/**/",
        "\"weights\":", "\"means\":", "\"covariances\":", "\"version\":2,", "\"full\"", "\"tied\"", "\"diagonal\"", "[0,1],", "[[1,0],[0,1]],",
        "\"categories\":", "[[\"low\"],[1]],", "\"low\",",
    ];

    private static readonly string[][] Commands =
    [
        ["predict", "-", "DATA", "--out", "OUT"],
        ["predict", "-", "DATA", "--no-header", "--exclude", "x9"],
        ["score", "-", "DATA"],
        ["sample", "-", "-n", "5", "--with-component"],
        ["fit", "DATA", "--start", "-", "--max-iterations", "2", "--out", "OUT"],
    ];

    public static TheoryData<string, string> Whole => new()
    {
        { "full", Examples.Model },
        { "tied", Model("tied", "[[1,0.5],[0.5,2]]") },
        { "diagonal", Model("diagonal", "[[1,0.5],[0.5,2]]") },
        { "tied-diagonal", Model("tied-diagonal", "[1,0.5]") },
        { "spherical", Model("spherical", "[1,0.5]") },
        { "tied-spherical", Model("tied-spherical", "0.5") },
        { "student-t", Family("student-t", T("0,1"), T("8,3")) },
        { Categorical, Family("categorical", "{\"probabilities\":[[0.5,0.5],[0.25,0.75]]}", "{\"probabilities\":[[1,0],[0.5,0.5]]}")
            .Replace("\"columns\"", "\"categories\":[[\"high\",\"low\"],[1,4]],\"columns\"", StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(Whole))]
    public void No_accident_to_a_model_makes_a_command_crash_or_lose_a_file(string name, string model)
    {
        using var work = Examples.InFolder();
        work.Write("d.csv", name is Categorical ? Categories : Examples.Csv);
        var random = new Random(name.Length);
        byte[] whole = Encoding.UTF8.GetBytes(model);
        for (int time = 0; time < Times; time++)
        {
            byte[] input = time < Commands.Length ? whole : Mutation.Of(whole, Tokens, random);
            string[] arguments = Commands[time % Commands.Length];
            work.Write("out", "before");
            var result = InProcess.Run(input, [.. arguments.Select(argument => Named(argument, work))]);
            Outcome.Check(result, input, arguments);
            Assert.True(time >= Commands.Length || result.Code == 0 || arguments.Contains("--no-header"), result.Error);
            string output = work.Read("out");
            Assert.Equal(result.Code == 0 && arguments.Contains("OUT"), output is not "before");
        }

        Assert.Equal(["d.csv", "m.json", "out"], work.Files);
    }

    private static string Model(string structure, string covariances) => $$"""
        {"format":"gmmpure-model","version":1,"covariance":"{{structure}}","columns":["x","y"],"weights":[0.25,0.75],"means":[[0,1],[8,3]],"covariances":{{covariances}}}
        """;

    private static string Family(string family, params string[] components) => $$"""
        {"format":"gmmpure-model","version":1,"family":"{{family}}","columns":["x","y"],"weights":[0.25,0.75],"components":[{{string.Join(',', components)}}]}
        """;

    private static string T(string location) =>
        $"{{\"location\":[{location}],\"scatter\":[[1,0],[0,1]],\"degrees_of_freedom\":5}}";

    private static string Named(string argument, Workspace work) => argument switch
    {
        "DATA" => work.PathOf("d.csv"),
        "OUT" => work.PathOf("out"),
        _ => argument,
    };
}
