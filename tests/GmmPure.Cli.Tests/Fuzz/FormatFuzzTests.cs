using System.Text;
using Apache.Arrow.Ipc;
using Parquet;

namespace GmmPure.Cli.Tests.Fuzz;

/// <summary>Every kind of file, hurt in every way.</summary>
public sealed class FormatFuzzTests
{
    private const int Times = 500;

    private static readonly string[] Tokens =
    [
        "\0", "\0\0\0\0", "\u0001", "\u007f", "PAR1", "ARROW1", "PK\u0003\u0004", "\u0093NUMPY", "x", "y", "\n", ",", ";", "'<f8'", "9999999", "\"",
        "\u0010\0\0\0", "\u00ff\u00ff\u00ff\u007f", "\u0000\u0000\u0000\u0080",
    ];

    private static readonly string[][] Commands =
    [
        ["fit", "-", "-k", "2", "--exclude", "l", "--missing", "drop", "--restarts", "1", "--max-iterations", "2"],
        ["fit", "-", "-k", "1", "--columns", "x", "--weights", "n", "--json"],
        ["fit", "-", "--columns", "n,x", "--init", "labels:l", "--ridge", "0.1", "--max-iterations", "2"],
        ["fit", "-", "-k", "1", "--columns", "l,n", "--family", "categorical", "--restarts", "1"],
        ["predict", "MODEL", "-", "--keep", "l,n", "--missing", "drop"],
        ["predict", "MODEL", "-", "--keep", "x", "--weights", "n", "--json"],
    ];

    public static TheoryData<string, byte[]> Whole => new()
    {
        { "Parquet", TableFiles.Parquet(CompressionMethod.None) },
        { "Parquet, Snappy", TableFiles.Parquet(CompressionMethod.Snappy, groups: 2) },
        { "Arrow", TableFiles.Arrow() },
        { "Arrow stream", TableFiles.Arrow(isStream: true) },
        { "Feather, LZ4", TableFiles.Arrow(CompressionCodecType.Lz4Frame) },
        { "CSV, zipped", Npy.Zipped(Encoding.UTF8.GetBytes(TableFiles.Csv)) },
        { "decimal commas", Encoding.UTF8.GetBytes(TableFiles.Csv.Replace(',', ';').Replace('.', ',')) },
        { "tabs", Encoding.UTF8.GetBytes(TableFiles.Csv.Replace(',', '\t')) },
        { "blanks", Encoding.UTF8.GetBytes("# from R\n" + TableFiles.Csv.Replace(",,", ",NA,", StringComparison.Ordinal).Replace(',', ' ')) },
    };

    public static TheoryData<string, byte[]> Arrays => new()
    {
        { "npz", Npy.Archive(("a", Npy.Of(Examples.Rows))) },
        { "Fortran order", Npy.Of(Npy.Header(">f4", "(10, 2)", "True"), Npy.Singles(Examples.Rows.SelectMany(row => row))) },
        { "bytes", Npy.Of(Npy.Header("|u1", "(10, 2)"), [.. Enumerable.Range(0, 20).Select(number => (byte)(number * number))]) },
        { "float16, zipped", Npy.Zipped(Npy.Of(Npy.Header("<f2", "(10, 2)"), [.. Enumerable.Range(0, 20).SelectMany(number => BitConverter.GetBytes((Half)(number % 7)))])) },
    };

    [Theory]
    [MemberData(nameof(Whole))]
    public void No_accident_to_a_table_makes_a_command_crash(string name, byte[] whole)
    {
        InProcess.Run(whole, Commands[0]).AssertCode(0);
        Hurt(name, whole, Commands);
    }

    [Theory]
    [MemberData(nameof(Arrays))]
    public void No_accident_to_an_array_makes_a_command_crash(string name, byte[] whole)
    {
        string[][] commands = [["fit", "-", "-k", "1", "--ridge", "1"], ["fit", "-", "-k", "1", "--columns", "x2", "--weights", "x1", "--missing", "drop"], ["predict", "MODEL", "-", "--keep", "x1"]];
        InProcess.Run(whole, commands[0]).AssertCode(0);
        Hurt(name, whole, commands);
    }

    private static void Hurt(string name, byte[] whole, string[][] commands)
    {
        using var work = Examples.InFolder();
        var random = new Random(name.Length);
        for (int time = 0; time < Times; time++)
        {
            byte[] input = Mutation.Of(whole, Tokens, random);
            string[] arguments = [.. commands[time % commands.Length].Select(each => each is "MODEL" ? work.PathOf("m.json") : each)];
            Outcome.Check(InProcess.Run(input, arguments), input, arguments);
        }
    }
}
