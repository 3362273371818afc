using Apache.Arrow;
using Apache.Arrow.Compression;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using Parquet;
using Parquet.Schema;
using Array = System.Array;
using Field = Apache.Arrow.Field;

namespace GmmPure.Cli.Tests;

/// <summary>The small data as tables by columns: x of double precision, y of single precision that may be missing, n whole, l text.</summary>
internal static class TableFiles
{
    public static int Count => Examples.Rows.Length;

    private static double[] X => [.. Examples.Rows.Select(row => row[0])];

    private static float?[] Y => [.. Examples.Rows.Select((row, index) => index == 4 ? (float?)null : (float)row[1])];

    private static int[] N => [.. Enumerable.Range(0, Count).Select(row => (row * 7) % 3)];

    private static string[] L => [.. Enumerable.Range(0, Count).Select(row => row < 5 ? "low" : "high")];

    /// <summary>As CSV, with the same cell missing.</summary>
    public static string Csv => "x,y,n,l\n" + string.Concat(Enumerable.Range(0, Count).Select(row =>
        FormattableString.Invariant($"{X[row]},{Y[row]},{N[row]},{L[row]}\n")));

    public static byte[] Parquet(CompressionMethod compression, int groups = 1)
    {
        var x = new DataField<double>("x");
        var y = new DataField<float?>("y");
        var n = new DataField<int>("n");
        var l = new DataField<string>("l");
        return Written().GetAwaiter().GetResult();

        async Task<byte[]> Written()
        {
            using var file = new MemoryStream();
            await using (var writer = await ParquetWriter.CreateAsync(
                new ParquetSchema(x, y, n, l), file, new ParquetOptions { CompressionMethod = compression }))
            {
                foreach (int[] rows in Enumerable.Range(0, Count).Chunk((Count + groups - 1) / groups))
                {
                    using var group = writer.CreateRowGroup();
                    await group.WriteAsync<double>(x, Array.ConvertAll(rows, row => X[row]).AsMemory());
                    await group.WriteAsync<float>(y, Array.ConvertAll(rows, row => Y[row]).AsMemory());
                    await group.WriteAsync<int>(n, Array.ConvertAll(rows, row => N[row]).AsMemory());
                    await group.WriteAsync(l, Array.ConvertAll(rows, row => L[row]));
                }
            }

            return file.ToArray();
        }
    }

    public static byte[] Arrow(CompressionCodecType? compression = null, bool isStream = false)
    {
        using var file = new MemoryStream();
        var schema = new Schema(
            [
                new Field("x", DoubleType.Default, nullable: false),
                new Field("y", FloatType.Default, nullable: true),
                new Field("n", Int32Type.Default, nullable: false),
                new Field("l", StringType.Default, nullable: false),
            ],
            []);
        var options = new IpcOptions { CompressionCodec = compression, CompressionCodecFactory = new CompressionCodecFactory() };
        using (var writer = isStream
            ? new ArrowStreamWriter(file, schema, leaveOpen: true, options)
            : new ArrowFileWriter(file, schema, leaveOpen: true, options))
        {
            foreach (int[] rows in Enumerable.Range(0, Count).Chunk(6))
            {
                using var batch = Batch(schema, rows);
                writer.WriteRecordBatch(batch);
            }

            writer.WriteEnd();
        }

        return file.ToArray();
    }

    private static RecordBatch Batch(Schema schema, int[] rows)
    {
        var y = new FloatArray.Builder();
        foreach (int row in rows)
        {
            _ = Y[row] is { } number ? y.Append(number) : y.AppendNull();
        }

        return new RecordBatch(
            schema,
            [
                new DoubleArray.Builder().AppendRange(rows.Select(row => X[row])).Build(),
                y.Build(),
                new Int32Array.Builder().AppendRange(rows.Select(row => N[row])).Build(),
                new StringArray.Builder().AppendRange(rows.Select(row => L[row])).Build(),
            ],
            rows.Length);
    }
}
