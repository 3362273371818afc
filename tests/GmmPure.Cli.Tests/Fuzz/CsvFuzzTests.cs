using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GmmPure.Cli.Tests.Reading;

namespace GmmPure.Cli.Tests.Fuzz;

public sealed partial class CsvFuzzTests
{
    private const int Times = 3000;

    private const string Csv = """"
        x,y,"w",l
        0.25,1.5,1,a
        -1,0.5,0.5,a
        0.5,"2",2,"b ""c"""
        1.25,1.75,1,a
        -5e-1,-0.5,0,a
        8.5,3,1,"b ""c"""
        7,+4.5,1e0,a
        9.25,2.5,1,a

        """";

    private static readonly string[] Tokens =
    [
        "\"", "\"\"", ",", ",,", "\n", "\r", "\r\n", "\n\n", " ", "\t", "\0", "\ufeff", "nan", "inf", "-", "+", ".", "e", "e9", "e-9", "e300", "e400",
        "1e135", "1e-300", "0", "00", "1_000", "0x1", "٣", "\u00a0", "\u2028", "x", "y", "w", "99999999999999999999", "1,2,1,a\n", "x,y,w,l\n",
    ];

    private static readonly string[][] Commands =
    [
        ["fit", "-", "-k", "2", "--columns", "x,y", "--weights", "w", "--restarts", "1", "--max-iterations", "3", "--out", "OUT"],
        ["fit", "-", "-k", "1", "--exclude", "l", "--covariance", "diagonal", "--restarts", "1", "--json", "--out", "OUT"],
        ["fit", "-", "-k", "1", "--columns", "x,y", "--weights", "w", "--weights-kind", "precision", "--ridge", "0.1", "--max-iterations", "2"],
        ["fit", "-", "--columns", "x,y", "--init", "labels:l", "--covariance", "tied", "--ridge", "0.01", "--max-iterations", "2", "--trace"],
        ["fit", "-", "--start", "MODEL", "--max-iterations", "2", "--history", "HISTORY"],
        ["fit", "-", "-k", "2", "--no-header", "--init", "random", "--restarts", "2", "--max-iterations", "2"],
        ["predict", "MODEL", "-", "--out", "OUT"],
        ["predict", "MODEL", "-", "--json", "--weights", "w"],
        ["predict", "MODEL", "-", "--keep", "l,x", "--missing", "drop"],
        ["score", "MODEL", "-"],
        ["select", "-", "-k", "1..2", "--columns", "y,x", "--covariance", "full,spherical", "--restarts", "1", "--max-iterations", "2", "--out", "OUT"],
    ];

    [Fact]
    public void No_accident_to_a_file_of_data_makes_a_command_crash_or_lose_a_file()
    {
        using var work = Examples.InFolder();
        var random = new Random(20);
        byte[] whole = Encoding.UTF8.GetBytes(Csv);
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
            Assert.EndsWith(output is "before" ? "before" : "\n", output, StringComparison.Ordinal);
        }

        Assert.Equal(["d.csv", "history", "m.json", "out"], work.Files);
    }

    [Fact]
    public void What_is_read_is_what_the_text_says_and_nothing_else_is()
    {
        var random = new Random(30);
        byte[] whole = Encoding.UTF8.GetBytes(Examples.Csv);
        string[] fit = ["fit", "-", "-k", "1", "--covariance", "spherical", "--ridge", "1", "--restarts", "1", "--json"];
        int valid = 0;
        for (int time = 0; time < Times; time++)
        {
            byte[] input = Mutation.Of(whole, Tokens, random);
            var result = InProcess.Run(input, fit);
            Outcome.Check(result, input, fit);
            bool isFirstData = result.Error.Contains("the first line was taken for data", StringComparison.Ordinal);
            var meant = Meaning(input, isFirstData);
            bool isDoubtful = result.Error.Contains("--header or --no-header", StringComparison.Ordinal);
            bool isLess = result.Error.Contains("left out", StringComparison.Ordinal);
            Assert.True(isDoubtful || isLess || result.Code == (meant is null ? 3 : 0), $"{result} < {Convert.ToBase64String(input)}");
            if (meant is not null && result.Code == 0 && !isLess)
            {
                valid++;
                AssertRead(meant, JsonElement.Parse(result.Output));
            }
        }

        // Otherwise there is nothing to see here.
        Assert.InRange(valid, Times / 10, Times * 9 / 10);
    }

    private static string Named(string argument, Workspace work) => argument switch
    {
        "MODEL" => work.PathOf("m.json"),
        "OUT" => work.PathOf("out"),
        "HISTORY" => work.PathOf("history"),
        _ => argument,
    };

    private static void AssertRead(double[][] meant, JsonElement fit)
    {
        Assert.Equal(meant.Length, fit.GetProperty("rows").GetInt32());
        double[] means = [.. fit.GetProperty("model").GetProperty("means")[0].EnumerateArray().Select(mean => mean.GetDouble())];
        Assert.Equal(meant[0].Length, means.Length);
        for (int column = 0; column < means.Length; column++)
        {
            double largest = meant.Max(row => Math.Abs(row[column]));
            double mean = meant.Sum(row => row[column] / meant.Length);
            Assert.True(Math.Abs(mean - means[column]) <= 1e-14 * largest);
        }
    }

    /// <summary>The numbers in a text whose columns are all numeric; null if it is not one.</summary>
    private static double[][]? Meaning(byte[] bytes, bool isFirstData)
    {
        if (Decoded(bytes) is not { } text || CsvDefinition.Read(text) is not ({ Count: > 0 } records, null) || records.Count < (isFirstData ? 1 : 2))
        {
            return null;
        }

        string[] names = [.. records[0].Fields.Select((name, column) => name.Trim() is { Length: > 0 } given ? given : $"x{column + 1}")];
        bool isNamed = records[0].Fields.All(name => name.Trim().Length > 0) && names.Distinct().Count() == names.Length;
        var rows = records.Skip(isFirstData ? 0 : 1).ToArray();
        if (!(isNamed || isFirstData) || !rows.All(row => row.Fields.Length == names.Length && row.Fields.All(field => Number().IsMatch(field))))
        {
            return null;
        }

        double[][] numbers = [.. rows.Select(row => row.Fields.Select(field => double.Parse(field, CultureInfo.InvariantCulture)).ToArray())];
        bool isFinite = numbers.All(row => row.All(number => Math.Abs(number) <= Dataset.LargestValue));
        return isFinite && Enumerable.Range(0, names.Length).All(column => IsWide([.. numbers.Select(row => row[column])])) ? numbers : null;
    }

    private static bool IsWide(double[] column) =>
        column.Max(number => Math.Abs(number - column[0])) is 0 or >= Dataset.SmallestSpread;

    private static string? Decoded(byte[] bytes)
    {
        try
        {
            var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
            return utf8.GetString(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^[ \t]*[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?[ \t]*\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
