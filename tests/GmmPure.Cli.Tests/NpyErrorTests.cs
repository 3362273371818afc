namespace GmmPure.Cli.Tests;

/// <summary>NumPy files that cannot be read, from a file, whose length is known, and from a pipe, whose length is not.</summary>
public sealed class NpyErrorTests
{
    private static readonly byte[] FourNumbers = Npy.Doubles(1, 2, 3, 5);

    public static TheoryData<string, string, byte[]> Wrong => new()
    {
        { "nothing", "not a .npy file", [] },
        { "magic only", "cut short within its header", [0x93, .. "NUMPY"u8] },
        { "cut in the header", "cut short within its header", Npy.Of([1, 2], [3, 5])[..40] },
        { "garbage header", "its .npy header makes no sense", Npy.Of("what is this?\n", FourNumbers) },
        { "no shape", "its .npy header makes no sense", Npy.Of("{'descr': '<f8', 'fortran_order': False, }\n", FourNumbers) },
        { "two shapes", "its .npy header makes no sense", Npy.Of("{'descr': '<f8', 'shape': (4,), 'shape': (4,)}\n", FourNumbers) },
        { "negative shape", "its .npy header makes no sense", Npy.Of(Npy.Header("<f8", "(-2, 2)"), FourNumbers) },
        { "huge header", "its .npy header makes no sense", [0x93, .. "NUMPY"u8, 2, 0, 0xFF, 0xFF, 0xFF, 0xFF, .. FourNumbers] },
        { "version 9", ".npy version 9 is not known here, only 1 to 3", Npy.Of(Npy.Header("<f8", "(2, 2)"), FourNumbers, version: 9) },
        { "version 0", ".npy version 0 is not known here", Npy.Of(Npy.Header("<f8", "(2, 2)"), FourNumbers, version: 0) },
        { "long double", "elements of type '<f16', not real numbers; save array.astype(\"<f8\")", Npy.Of(Npy.Header("<f16", "(2, 1)"), FourNumbers) },
        { "a cube of bytes", "has 3 dimensions; 1 (one column) or 2 (rows, columns) are read; save array.reshape(-1, 4) for 4 columns", Npy.Of(Npy.Header("|u1", "(4, 2, 4)"), FourNumbers) },
        { "complex", "complex numbers", Npy.Of(Npy.Header("<c16", "(2, 1)"), FourNumbers) },
        { "objects", "elements of type '|O'", Npy.Of(Npy.Header("|O", "(2, 2)"), FourNumbers) },
        { "structured", "records of several fields", Npy.Of("{'descr': [('a', '<f8'), ('b', [('c', '<f8', (1,))])], 'fortran_order': False, 'shape': (2,), }\n", FourNumbers) },
        { "three dimensions", "has 3 dimensions; 1 (one column) or 2 (rows, columns) are read", Npy.Of(Npy.Header("<f8", "(2, 2, 1)"), FourNumbers) },
        { "no dimension", "has 0 dimensions", Npy.Of(Npy.Header("<f8", "()"), FourNumbers[..8]) },
        { "no rows", "there are no rows", Npy.Of(Npy.Header("<f8", "(0, 2)"), []) },
        { "no columns", "there are no columns", Npy.Of(Npy.Header("<f8", "(2, 0)"), []) },
        { "neither", "there are no rows", Npy.Of(Npy.Header("<f8", "(0,)"), []) },
        { "numbers missing", "cut short: 24 of 32 bytes of numbers", Npy.Of(Npy.Header("<f8", "(2, 2)"), FourNumbers[..24]) },
        { "half a number", "cut short: 31 of 32 bytes of numbers", Npy.Of(Npy.Header("<f8", "(2, 2)"), FourNumbers[..31]) },
        { "no numbers", "cut short: 0 of 16000000000 bytes of numbers", Npy.Of(Npy.Header("<f8", "(1000000000, 2)"), []) },
        { "huge shape", "1000000000×1000000000 numbers are more than fit into memory", Npy.Of(Npy.Header("<f8", "(1000000000, 1000000000)"), FourNumbers) },
        { "endless shape", "more than fit into memory", Npy.Of(Npy.Header("<f8", "(99999999999999999999999, 2)"), FourNumbers) },
        { "trailing", "its header announces", Npy.Of(Npy.Header("<f8", "(1, 2)"), FourNumbers) },
        { "NaN", "row 2, column \"x1\": NaN is not finite", Npy.Of([1, 2], [double.NaN, 5]) },
        { "infinite", "row 1, column \"x2\": -Infinity is not finite", Npy.Of([1, double.NegativeInfinity], [3, 5]) },
        { "single", "row 2, column \"x2\": Infinity is not finite", Npy.Of(Npy.Header("<f4", "(2, 2)"), Npy.Singles(1, 2, 3, 1e40)) },
        { "too large", "row 2, column \"x1\": 1E+200 is too large", Npy.Of([1, 2], [1e200, 5]) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_NumPy_would_not_read_as_numbers_is_exit_3(string name, string text, byte[] bytes)
    {
        using var work = Examples.InFolder();
        work.Write("d.npy", bytes);
        (await Gmm.Run("fit", work.PathOf("d.npy"), "-k", "1", "--out", work.PathOf("out"))).Fails(3, "d.npy: ", text);
        InProcess.Run([], "select", work.PathOf("d.npy"), "-k", "1").Fails(3, "d.npy: ", text);
        foreach (string command in name switch { "nothing" => [], "too large" => ["score"], _ => new[] { "predict", "score" } })
        {
            InProcess.Run(bytes, command, work.PathOf("m.json"), "-").Fails(3, "standard input: ", text);
        }

        Assert.Equal(["d.csv", "d.npy", "m.json"], work.Files);
    }

    [Fact]
    public async Task Weights_and_columns_go_by_number()
    {
        using var work = Examples.InFolder();
        string data = work.Write("d.npy", Npy.Of([1, 2], [3, -5]));
        (await Gmm.Run("fit", data, "-k", "1", "--weights", "x2")).Fails(3, "row 2, column \"x2\": a weight is a number from 0 on, not -5");
        (await Gmm.Run("fit", data, "-k", "1", "--columns", "x3")).Fails(2, "has no column \"x3\"; its columns are \"x1\", \"x2\"");
        (await Gmm.Run("predict", work.PathOf("m.json"), data, "--columns", "x1")).Fails(3, "m.json has 2 columns", "has 1");
        (await Gmm.Run("fit", work.Write("text.npy", Examples.Csv), "-k", "1")).Fails(3, "not a .npy file: it does not begin like one");
    }
}
