using GmmPure.Cli.Tests.Cases;

namespace GmmPure.Cli.Tests;

/// <summary>NumPy files say what a CSV file of the same numbers says.</summary>
public sealed class NpyTests
{
    private const string Shape = "(10, 2)";

    private static readonly double[] Numbers = [.. Examples.Rows.SelectMany(row => row)];

    private static readonly double[] InColumns =
        [.. Enumerable.Range(0, 2).SelectMany(column => Examples.Rows.Select(row => row[column]))];

    public static TheoryData<string, byte[]> Same => new()
    {
        { "as NumPy writes it", Npy.Of(Examples.Rows) },
        { "version 2", Npy.Of(Npy.Header("<f8", Shape), Npy.Doubles(Numbers), version: 2) },
        { "version 3", Npy.Of(Npy.Header("<f8", Shape), Npy.Doubles(Numbers), version: 3) },
        { "native order", Npy.Of(Npy.Header("=f8", Shape), Npy.Doubles(Numbers)) },
        { "float32", Npy.Of(Npy.Header("<f4", Shape), Npy.Singles(Numbers)) },
        { "big-endian", Npy.Of(Npy.Header(">f8", Shape), Npy.Reversed(Npy.Doubles(Numbers), 8)) },
        { "float16", Npy.Of(Npy.Header("<f2", Shape), [.. Numbers.SelectMany(number => BitConverter.GetBytes((Half)number))]) },
        { "Fortran order", Npy.Of(Npy.Header("<f8", Shape, "True"), Npy.Doubles(InColumns)) },
        { "float32 in Fortran order, big-endian", Npy.Of(Npy.Header(">f4", Shape, "True"), Npy.Reversed(Npy.Singles(InColumns), 4)) },
        { "gzip", Npy.Zipped(Npy.Of(Examples.Rows)) },
        { "npz", Npy.Archive(("arr_0", Npy.Of(Examples.Rows))) },
        { "other order", Npy.Of("{'shape': (10, 2), 'descr': '<f8', 'fortran_order': False, }\n", Npy.Doubles(Numbers)) },
        { "without blanks", Npy.Of("{'descr':'<f8','fortran_order':False,'shape':(10,2)}", Npy.Doubles(Numbers)) },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public async Task Every_way_to_write_the_same_numbers_is_read_the_same(string name, byte[] bytes)
    {
        using var work = Examples.InFolder();
        work.Write("d.npy", bytes);
        string expected = InProcess.Run([], "predict", work.PathOf("m.json"), work.PathOf("d.csv")).Succeeds();
        Assert.Equal((name, expected), (name, InProcess.Run(bytes, "predict", work.PathOf("m.json"), "-").Succeeds()));
        Assert.Equal(expected, (await Gmm.Run("predict", work.PathOf("m.json"), work.PathOf("d.npy"))).Succeeds());
    }

    [Theory]
    [InlineData("<i1", 1)]
    [InlineData("|u1", 1)]
    [InlineData("<i2", 2)]
    [InlineData(">u2", 2)]
    [InlineData("<i4", 4)]
    [InlineData(">i4", 4)]
    [InlineData("<u4", 4)]
    [InlineData(">i8", 8)]
    [InlineData("<u8", 8)]
    [InlineData("|b1", 1)]
    public void Whole_numbers_and_truth_values_are_numbers(string type, int size)
    {
        byte[] numbers = [.. new[] { 0, 1, 1, 0, 1, 1 }.SelectMany(number => BitConverter.GetBytes((long)number)[..size])];
        byte[] bytes = Npy.Of(Npy.Header(type, "(3, 2)"), type[0] is '>' ? Npy.Reversed(numbers, size) : numbers);
        byte[] csv = "x1,x2\n0,1\n1,0\n1,1\n"u8.ToArray();
        string[] fit = ["fit", "-", "-k", "1", "--json"];
        Assert.Equal(InProcess.Run(csv, fit).Succeeds(), InProcess.Run(bytes, fit).Succeeds());
    }

    [Fact]
    public async Task An_array_is_chosen_by_its_name()
    {
        using var work = Examples.InFolder();
        string data = work.Write("d.npz", Npy.Archive(("other", Npy.Of([1, 2], [3, 4])), ("x", Npy.Of(Examples.Rows))));
        string[] predict = ["predict", work.PathOf("m.json")];
        Assert.Equal((await Gmm.Run([.. predict, work.PathOf("d.csv")])).Succeeds(), (await Gmm.Run([.. predict, $"{data}:x"])).Succeeds());
        (await Gmm.Run([.. predict, data])).Fails(3, "d.npz: holds several arrays, \"other\", \"x\"; choose one: ", "d.npz:other");
        (await Gmm.Run([.. predict, $"{data}:y"])).Fails(2, "has no array \"y\"; its arrays are \"other\", \"x\"");
        (await Gmm.Run([.. predict, work.PathOf("none.npz:x")])).Fails(3, "no such file");
    }

    [Fact]
    public void Rows_with_a_number_missing_are_left_out_if_that_is_said()
    {
        byte[] data = Npy.Of([1, 2, 1], [double.NaN, 4, 1], [3, -999, 1], [4, 4, 1], [5, 1, double.NaN], [7, 7, 2]);
        var dropped = InProcess.Run(data, "fit", "-", "-k", "1", "--weights", "x3", "--missing", "drop", "--missing-values", "-999");
        Assert.Equal((0, "gmm: warning: standard input: 3 of 6 rows are incomplete and were left out (--missing drop)\n"), (dropped.Code, dropped.Error));
        Assert.Contains("3 rows, 2 columns", dropped.Output, StringComparison.Ordinal);
        InProcess.Run(data, "fit", "-", "-k", "1").Fails(3, "row 2, column \"x1\": NaN is not finite; --missing drop leaves out such rows");
    }

    [Fact]
    public async Task One_dimension_is_one_column_and_columns_can_be_chosen_weighted_and_labelled()
    {
        using var work = Examples.InFolder();
        double[] column = [.. Examples.Rows.Select(row => row[0])];
        string one = work.Write("one.npy", Npy.Of(Npy.Header("<f8", "(10,)"), Npy.Doubles(column)));
        string two = work.Write("two.npy", Npy.Of(Examples.Rows));
        string three = work.Write("three.npy", Npy.Of([.. Examples.Rows.Select((row, index) => new[] { index % 2, row[0], 2.0 })]));
        string[] fit = ["--restarts", "1", "--json"];
        var expected = await Gmm.Run(["fit", one, "-k", "2", .. fit]);
        expected.Reads("\"rows\":10", "5 free parameters are estimated from 10 numbers");
        Assert.Equal(expected, await Gmm.Run(["fit", two, "-k", "2", "--columns", "x1", .. fit]));
        string weighted = (await Gmm.Run(["fit", three, "--columns", "x2", "--weights", "x3", "--init", "labels:x1", .. fit])).Succeeds();
        Assert.Contains("\"components\":2,", weighted, StringComparison.Ordinal);
        Assert.Contains("\"total_weight\":20,", weighted, StringComparison.Ordinal);
    }
}
