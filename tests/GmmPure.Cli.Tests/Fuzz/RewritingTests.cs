using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace GmmPure.Cli.Tests.Fuzz;

/// <summary>What is written otherwise and means the same is answered by the same bytes.</summary>
public sealed partial class RewritingTests
{
    private const int Times = 300;

    [Fact]
    public void Data_written_otherwise_give_the_same_answers()
    {
        using var work = Examples.InFolder();
        string[][] commands =
        [
            ["fit", "-", "-k", "2", "--restarts", "1", "--max-iterations", "3", "--json"],
            ["predict", work.PathOf("m.json"), "-"],
            ["score", work.PathOf("m.json"), "-", "--json"],
            ["select", "-", "-k", "1", "--restarts", "1"],
        ];
        var random = new Random(1);
        GmmResult[] expected = [.. commands.Select(command => InProcess.Run(Encoding.UTF8.GetBytes(Examples.Csv), command))];
        Assert.All(expected, result => result.AssertCode(0));
        for (int time = 0; time < Times; time++)
        {
            byte[] rewritten = Encoding.UTF8.GetBytes(Rewritten(Examples.Csv, random));
            int command = time % commands.Length;
            var result = InProcess.Run(rewritten, commands[command]);
            Assert.True(expected[command] == result, $"{Convert.ToBase64String(rewritten)}: {result}");
        }
    }

    [Fact]
    public void A_model_written_otherwise_gives_the_same_answers()
    {
        using var work = Examples.InFolder();
        string[][] commands =
        [
            ["predict", "-", work.PathOf("d.csv")],
            ["score", "-", work.PathOf("d.csv"), "--json"],
            ["sample", "-", "-n", "3"],
            ["fit", work.PathOf("d.csv"), "--start", "-", "--max-iterations", "2", "--json"],
        ];
        var random = new Random(2);
        GmmResult[] expected = [.. commands.Select(command => InProcess.Run(Encoding.UTF8.GetBytes(Examples.Model), command))];
        Assert.All(expected, result => result.AssertCode(0));
        for (int time = 0; time < Times; time++)
        {
            byte[] rewritten = Encoding.UTF8.GetBytes(RewrittenModel(Examples.Model, random));
            int command = time % commands.Length;
            var result = InProcess.Run(rewritten, commands[command]);
            Assert.True(expected[command] == result, $"{Encoding.UTF8.GetString(rewritten)}: {result}");
        }
    }

    private static string Rewritten(string csv, Random random)
    {
        string[] lines = csv.TrimEnd().Split('\n');
        var text = new StringBuilder(Any(["", "", "\ufeff"], random));
        foreach (var (index, line) in lines.Index())
        {
            var fields = line.Split(',').Select(field => Quoted(Blanks(index == 0 ? field : Number(field, random), random), random));
            text.AppendJoin(',', fields).Append(index < lines.Length - 1 ? Any(["\n", "\r\n", "\r"], random) : "");
        }

        return text.Append(Any(["", "\n", "\r\n", "\r", "\n\n\n", "\r\n \t\r\n"], random)).ToString();
    }

    private static string Blanks(string field, Random random) => Any(["", "", " ", "\t "], random) + field + Any(["", "", "  "], random);

    private static string Quoted(string field, Random random) => random.Next(3) == 0 ? $"\"{field}\"" : field;

    /// <summary>The members in another order and others among them, other blanks, other digits of the same numbers.</summary>
    private static string RewrittenModel(string model, Random random)
    {
        string[] members =
        [
            .. JsonElement.Parse(model).EnumerateObject().Select(member => $"\"{member.Name}\":{member.Value.GetRawText()}"),
            "\"note\":{\"by\":[\"a, b\",null,true,{}]}",
        ];
        random.Shuffle(members);
        return Token().Replace($"{{{string.Join(',', members)}}}", token =>
            Any(["", "", " ", "\n\t", "\r\n"], random) + RewrittenToken(token.Value, random)) + Any(["", "\n", " \n "], random);
    }

    private static string RewrittenToken(string token, Random random) => token[0] switch
    {
        '"' when random.Next(3) == 0 => $"\"{string.Concat(token[1..^1].Select(character => $"\\u{(int)character:x4}"))}\"",
        >= '0' and <= '9' when token is not "1" => JsonNumber(Number(token, random)),
        _ => token,
    };

    /// <summary>JSON knows neither plus signs nor leading zeros nor bare points.</summary>
    private static string JsonNumber(string number)
    {
        string digits = number.TrimStart('+', '0');
        return digits.Length == 0 || !char.IsAsciiDigit(digits[0]) ? "0" + digits : digits;
    }

    /// <summary>The same number, exactly, in other digits.</summary>
    private static string Number(string number, Random random)
    {
        string sign = number[0] is '-' ? "-" : Any(["", "", "+"], random);
        string[] parts = number.TrimStart('-').Split('.');
        string fraction = parts.Length > 1 ? parts[1] : "";
        string point = fraction.Length > 0 ? "." : "";
        return sign + random.Next(6) switch
        {
            0 => $"00{parts[0]}{point}{fraction}",
            1 => $"{parts[0]}.{fraction}000",
            2 => $"{parts[0]}{fraction}e-{fraction.Length}",
            3 => $"{parts[0]}{fraction}00E-0{fraction.Length + 2}",
            4 => $"0.{parts[0]}{fraction}e+{parts[0].Length}",
            _ => $"{parts[0]}{point}{fraction}",
        };
    }

    private static string Any(string[] items, Random random) => items[random.Next(items.Length)];

    [GeneratedRegex("\"[^\"]*\"|[0-9.]+|[a-z]+|[^\\s]", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
