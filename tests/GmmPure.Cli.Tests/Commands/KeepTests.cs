using System.Text;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using GmmPure.Cli.Tests.Cases;
using Parquet;
using Parquet.Schema;
using Field = Apache.Arrow.Field;

namespace GmmPure.Cli.Tests.Commands;

/// <summary>Columns that predict carries through as they stand in the file.</summary>
public sealed class KeepTests : IDisposable
{
    private const string Csv = """"
        id,x,y,name
        007,0.25,1.5,"Doe, Jane"
         08 ,8.5,3,"say ""x"""
        NA,-1,5e-1,
        +1e3,7,4.50,"two
        lines"

        """";

    private readonly Workspace work = Examples.InFolder();

    private string Model => work.PathOf("m.json");

    public void Dispose() => work.Dispose();

    [Fact]
    public void Kept_columns_come_first_and_are_the_same_to_the_last_character()
    {
        byte[] data = Encoding.UTF8.GetBytes(Csv);

        string usual = InProcess.Run(data, "predict", Model, "-").Succeeds();
        string kept = InProcess.Run(data, "predict", Model, "-", "--keep", "name,id,y").Succeeds();

        Assert.Equal(
            $""""
            name,id,y,{Line(usual, 0)}
            "Doe, Jane",007,1.5,{Line(usual, 1)}
            "say ""x"""," 08 ",3,{Line(usual, 2)}
            ,NA,5e-1,{Line(usual, 3)}
            "two
            lines",+1e3,4.50,{Line(usual, 4)}

            """",
            kept);
        Assert.Equal(
            "id,component\n007,0\n\" 08 \",1\nNA,0\n+1e3,1\n",
            InProcess.Run(data, "predict", Model, "-", "--keep", "id", "--labels-only").Succeeds());
        Assert.StartsWith(
            """{"rows":4,"kept":{"id":["007"," 08 ","NA","+1e3"],"name":["Doe, Jane","say \"x\"","","two\nlines"]},"component":[0,1,0,1],""",
            InProcess.Run(data, "predict", Model, "-", "--keep", "id,name", "--json").Succeeds(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_are_left_out_take_what_is_kept_along()
    {
        byte[] data = "id,x,y,w\na,0,1,1\nb,,1,1\n\nc,8,3,1\nd,8,NA,1\ne,9,3,\n"u8.ToArray();

        var result = InProcess.Run(data, "predict", Model, "-", "--keep", "id", "--labels-only", "--missing", "drop", "--weights", "w");

        Assert.Equal("id,component\na,0\nc,1\n", result.Reads("id,component", "4 of 6 rows are incomplete"));
    }

    /// <summary>Where a model does not name its columns, what is kept is none of them; an index that is kept is not left out a second time.</summary>
    [Fact]
    public void Kept_columns_are_no_part_of_the_observation_unless_they_are_named()
    {
        string nameless = work.Write("n.json", Examples.Model.Replace("\"columns\":[\"x\",\"y\"],", "", StringComparison.Ordinal));
        byte[] data = "a,id,b\n0,7,1\n8,8,3\n"u8.ToArray();

        Assert.Equal("id,component\n7,0\n8,1\n", InProcess.Run(data, "predict", nameless, "-", "--keep", "id", "--labels-only").Succeeds());
        Assert.Equal(
            "b,component\n1,0\n3,1\n",
            InProcess.Run(data, "predict", nameless, "-", "--keep", "b", "--columns", "a,b", "--labels-only").Succeeds());
        InProcess.Run(data, "predict", nameless, "-", "--keep", "b").Fails(3, "n.json has 2 columns", "has 1");
        Assert.Equal("a,component\n0,0\n8,1\n", InProcess.Run(data, "predict", nameless, "-", "--keep", "a", "--columns", "a,b", "--labels-only").Succeeds());
    }

    [Fact]
    public void Names_that_are_none_or_would_come_twice_are_refused()
    {
        byte[] data = "x,y,component\n0,1,a\n"u8.ToArray();
        InProcess.Run(data, "predict", Model, "-", "--keep", "id").Fails(2, "standard input has no column \"id\"; its columns are \"x\", \"y\", \"component\"");
        InProcess.Run(data, "predict", Model, "-", "--keep", "component").Fails(2, "--keep: predict has a column \"component\" of its own");
        InProcess.Run(data, "predict", Model, "-", "--keep", "x,x").Fails(2, "--keep names a column twice");
        InProcess.Run(data, "predict", Model, "-", "--keep", "").Fails(2, "--keep takes column names");
    }

    [Fact]
    public void An_array_keeps_numbers_as_short_as_they_are()
    {
        string[] predict = ["predict", Model, "-", "--columns", "x1,x2", "--keep", "x3", "--labels-only"];
        Assert.Equal("x3,component\n0.1,0\n100000,1\n", InProcess.Run(Npy.Of([0, 1, 0.1], [8, 3, 1e5]), predict).Succeeds());
        byte[] singles = Npy.Singles(0, 1, 0.1f, 8, 3, 1e5f);
        Assert.Equal("x3,component\n0.1,0\n100000,1\n", InProcess.Run(Npy.Of(Npy.Header("<f4", "(2, 3)"), singles), predict).Succeeds());
        byte[] whole = [.. new long[] { 0, 8, 1, 3, 1L << 53, -7 }.SelectMany(BitConverter.GetBytes)];
        Assert.Equal(
            "x3,component\n9007199254740992,0\n-7,1\n",
            InProcess.Run(Npy.Of(Npy.Header("<i8", "(2, 3)", "True"), whole), predict).Succeeds());
    }

    [Fact]
    public async Task Parquet_and_Arrow_keep_what_stands_there()
    {
        string[] expected =
        [
            "id,day,l,flag,component", "9007199254740993,2024-02-29,low,true,0", "-1,2024-03-01T12:30:00,,false,1", ",2024-03-01,\"a, b\",,1",
        ];
        string[] predict = ["predict", Model, "-", "--keep", "id,day,l,flag", "--labels-only"];

        Assert.Equal(expected, Lines(InProcess.Run(await Parquet(), predict)));
        Assert.Equal(expected[1..].Select(line => line.Replace("T12:30:00", "", StringComparison.Ordinal)), Lines(InProcess.Run(Arrow(), predict))[1..]);
        InProcess.Run(Arrow(), "predict", Model, "-", "--keep", "list").Fails(3, "column \"list\"", "cannot be carried through");

        static string[] Lines(GmmResult result) => result.Succeeds().TrimEnd('\n').Split('\n');
    }

    private static string Line(string text, int index) => text.Split('\n')[index];

    private static async Task<byte[]> Parquet()
    {
        var id = new DataField<long?>("id");
        var day = new DataField<DateTime>("day");
        var l = new DataField<string>("l");
        var flag = new DataField<bool?>("flag");
        var x = new DataField<double>("x");
        var y = new DataField<double>("y");
        using var file = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(id, day, l, flag, x, y), file))
        {
            using var group = writer.CreateRowGroup();
            await group.WriteAsync<long>(id, new long?[] { 9007199254740993, -1, null }.AsMemory());
            await group.WriteAsync<DateTime>(
                day,
                new[] { new DateTime(2024, 2, 29, 0, 0, 0, DateTimeKind.Utc), new DateTime(2024, 3, 1, 12, 30, 0, DateTimeKind.Utc), new DateTime(2024, 3, 1, 0, 0, 0, DateTimeKind.Utc) }.AsMemory());
            await group.WriteAsync(l, ["low", null!, "a, b"]);
            await group.WriteAsync<bool>(flag, new bool?[] { true, false, null }.AsMemory());
            await group.WriteAsync<double>(x, new double[] { 0, 8, 8 }.AsMemory());
            await group.WriteAsync<double>(y, new double[] { 1, 3, 3 }.AsMemory());
        }

        return file.ToArray();
    }

    private static byte[] Arrow()
    {
        var schema = new Schema(
            [
                new Field("id", Int64Type.Default, nullable: true),
                new Field("day", Date32Type.Default, nullable: false),
                new Field("l", StringType.Default, nullable: true),
                new Field("flag", BooleanType.Default, nullable: true),
                new Field("x", DoubleType.Default, nullable: false),
                new Field("y", DoubleType.Default, nullable: false),
                new Field("list", new ListType(Int32Type.Default), nullable: true),
            ],
            []);
        var lists = new ListArray.Builder(Int32Type.Default);
        _ = lists.Append().AppendNull().AppendNull();
        using var batch = new RecordBatch(
            schema,
            [
                new Int64Array.Builder().Append(9007199254740993).Append(-1).AppendNull().Build(),
                new Date32Array.Builder().AppendRange([new DateTime(2024, 2, 29), new DateTime(2024, 3, 1), new DateTime(2024, 3, 1)]).Build(),
                new StringArray.Builder().Append("low").AppendNull().Append("a, b").Build(),
                new BooleanArray.Builder().Append(true).Append(false).AppendNull().Build(),
                new DoubleArray.Builder().AppendRange([0, 8, 8]).Build(),
                new DoubleArray.Builder().AppendRange([1, 3, 3]).Build(),
                lists.Build(),
            ],
            3);
        using var file = new MemoryStream();
        using (var writer = new ArrowFileWriter(file, schema, leaveOpen: true))
        {
            writer.WriteRecordBatch(batch);
            writer.WriteEnd();
        }

        return file.ToArray();
    }
}
