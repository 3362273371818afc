using System.Text;
using Apache.Arrow.Ipc;
using Parquet;

namespace GmmPure.Cli.Tests;

/// <summary>Tables by columns say what a CSV file of the same numbers says.</summary>
public sealed class TableFileTests
{
    public static TheoryData<string, byte[]> Same => new()
    {
        { "Parquet", TableFiles.Parquet(CompressionMethod.None) },
        { "Parquet, Snappy, of several groups", TableFiles.Parquet(CompressionMethod.Snappy, groups: 3) },
        { "Parquet, zstd", TableFiles.Parquet(CompressionMethod.Zstd) },
        { "Parquet, gzip", TableFiles.Parquet(CompressionMethod.Gzip) },
        { "Parquet, zipped once more", Npy.Zipped(TableFiles.Parquet(CompressionMethod.None)) },
        { "Arrow", TableFiles.Arrow() },
        { "Arrow as a stream", TableFiles.Arrow(isStream: true) },
        { "Feather, LZ4", TableFiles.Arrow(CompressionCodecType.Lz4Frame) },
        { "Feather, zstd", TableFiles.Arrow(CompressionCodecType.Zstd) },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public void Every_table_of_the_same_numbers_is_read_the_same(string name, byte[] bytes)
    {
        string[][] commands =
        [
            ["fit", "-", "-k", "2", "--exclude", "l", "--missing", "drop", "--restarts", "1"],
            ["fit", "-", "--columns", "n,x", "--init", "labels:l", "--ridge", "0.1"],
            ["fit", "-", "-k", "1", "--columns", "x", "--weights", "n"],
            ["fit", "-", "-k", "1", "--columns", "n,l", "--family", "categorical", "--json"],
            ["fit", "-", "-k", "1", "--columns", "z"],
        ];
        byte[] csv = Encoding.UTF8.GetBytes(TableFiles.Csv);
        Assert.All(commands, command => Assert.Equal((name, InProcess.Run(csv, command)), (name, InProcess.Run(bytes, command))));
        InProcess.Run(bytes, "fit", "-", "-k", "1", "--exclude", "l").Fails(3, "row 5, column \"y\": NaN is not finite; --missing drop leaves out such rows");
        InProcess.Run(bytes, "fit", "-", "-k", "1", "--columns", "x,l").Fails(3, "row 1, column \"l\": \"low\" is not a number", "--exclude l");
        InProcess.Run(bytes, "fit", "-", "-k", "1", "--columns", "x", "--decimal", ",").Fails(2, "--decimal is about text");
    }

    [Fact]
    public async Task A_table_is_read_as_a_file_too()
    {
        using var work = Examples.InFolder();
        string file = work.Write("d.parquet", TableFiles.Parquet(CompressionMethod.Snappy));
        string feather = work.Write("d.feather", TableFiles.Arrow(CompressionCodecType.Lz4Frame));
        string[] fit = ["-k", "2", "--columns", "x,n", "--restarts", "1", "--json"];
        var expected = await Gmm.Run(["fit", file, .. fit]);
        expected.AssertCode(0);
        Assert.Equal(expected, await Gmm.Run(["fit", feather, .. fit]));
        (await Gmm.Run("fit", work.Write("text.parquet", Examples.Csv), "-k", "1")).Fails(3, "not a Parquet file: it does not begin like one");
    }
}
