namespace GmmPure.Cli.Tests;

/// <summary>NumPy files say what a CSV file of the same numbers says.</summary>
public sealed class NpyTests
{
    private const string Shape = "(10, 2)";

    private static readonly double[] Numbers = [.. Examples.Rows.SelectMany(row => row)];

    public static TheoryData<string, byte[]> Same => new()
    {
        { "as NumPy writes it", Npy.Of(Examples.Rows) },
        { "version 2", Npy.Of(Npy.Header("<f8", Shape), Npy.Doubles(Numbers), version: 2) },
        { "version 3", Npy.Of(Npy.Header("<f8", Shape), Npy.Doubles(Numbers), version: 3) },
        { "native order", Npy.Of(Npy.Header("=f8", Shape), Npy.Doubles(Numbers)) },
        { "float32", Npy.Of(Npy.Header("<f4", Shape), Npy.Singles(Numbers)) },
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

    [Fact]
    public async Task One_dimension_is_one_column_and_columns_can_be_chosen_weighted_and_labelled()
    {
        using var work = Examples.InFolder();
        double[] column = [.. Examples.Rows.Select(row => row[0])];
        string one = work.Write("one.npy", Npy.Of(Npy.Header("<f8", "(10,)"), Npy.Doubles(column)));
        string two = work.Write("two.npy", Npy.Of(Examples.Rows));
        string three = work.Write("three.npy", Npy.Of([.. Examples.Rows.Select((row, index) => new[] { index % 2, row[0], 2.0 })]));
        string[] fit = ["--restarts", "1", "--json"];
        string expected = (await Gmm.Run(["fit", one, "-k", "2", .. fit])).Succeeds();
        Assert.Equal(expected, (await Gmm.Run(["fit", two, "-k", "2", "--columns", "x1", .. fit])).Succeeds());
        string weighted = (await Gmm.Run(["fit", three, "--columns", "x2", "--weights", "x3", "--init", "labels:x1", .. fit])).Succeeds();
        Assert.Contains("\"components\":2,", weighted, StringComparison.Ordinal);
        Assert.Contains("\"total_weight\":20,", weighted, StringComparison.Ordinal);
    }
}
