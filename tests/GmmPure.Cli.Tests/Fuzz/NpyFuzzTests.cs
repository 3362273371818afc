namespace GmmPure.Cli.Tests.Fuzz;

public sealed class NpyFuzzTests
{
    private const int Times = 3000;

    private static readonly string[] Tokens =
    [
        "'", "{", "}", "(", ")", ",", ":", "[", "]", " ", "\n", "\0", "True", "False", "None", "'<f8'", "'<f4'", "'>f8'", "'<i8'", "'|O'",
        "'shape': (2, 2), ", "'descr': '<f8', ", "0", "1", "9", "10, 2", "20", "5, 4", "99999999999", "99999999999999999999999999", "-1", "L",
        "\u0093NUMPY", "NUMPY",
    ];

    private static readonly string[][] Commands =
    [
        ["fit", "-", "-k", "2", "--columns", "x1,x2", "--weights", "x3", "--restarts", "1", "--max-iterations", "2", "--json"],
        ["fit", "-", "-k", "1", "--restarts", "1"],
        ["fit", "-", "--columns", "x2,x1", "--init", "labels:x3", "--covariance", "spherical", "--max-iterations", "2"],
        ["predict", "MODEL", "-", "--columns", "x1,x2"],
        ["score", "MODEL", "-", "--weights", "x3", "--json"],
        ["select", "-", "-k", "1..2", "--covariance", "diagonal,tied-spherical", "--restarts", "1", "--max-iterations", "2"],
    ];

    public static TheoryData<string, byte[]> Whole => new()
    {
        { "float64", Npy.Of(WithWeights()) },
        { "float32", Npy.Of(Npy.Header("<f4", "(10, 3)"), Npy.Singles(WithWeights().SelectMany(row => row)), version: 2) },
    };

    [Theory]
    [MemberData(nameof(Whole))]
    public void No_accident_to_a_NumPy_file_makes_a_command_crash(string name, byte[] whole)
    {
        using var work = Examples.InFolder();
        var random = new Random(name.Length);
        for (int time = 0; time < Times; time++)
        {
            byte[] input = time < Commands.Length ? whole : Mutated(whole, random);
            string[] arguments = Commands[time % Commands.Length];
            var result = InProcess.Run(
                input, [.. arguments.Select(argument => argument is "MODEL" ? work.PathOf("m.json") : argument)]);
            Outcome.Check(result, input, arguments);
            Assert.True(time >= Commands.Length || result.Code == 0, result.Error);
        }
    }

    /// <summary>In half of the cases the accident is to the header, which would otherwise go mostly unhurt.</summary>
    private static byte[] Mutated(byte[] whole, Random random)
    {
        const int Header = 100;
        return random.Next(2) == 0
            ? Mutation.Of(whole, Tokens, random)
            : [.. Mutation.Of(whole[..Header], Tokens, random), .. whole[Header..]];
    }

    private static double[][] WithWeights() =>
        [.. Examples.Rows.Select((row, index) => new[] { row[0], row[1], (index % 2) + 1 })];
}
