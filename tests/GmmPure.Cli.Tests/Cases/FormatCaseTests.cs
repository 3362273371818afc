namespace GmmPure.Cli.Tests.Cases;

/// <summary>Files of other kinds than CSV.</summary>
public sealed class FormatCaseTests
{
    private const string Two = "120 rows, 2 columns";

    [Theory]
    [InlineData("c.npy", Two)]
    [InlineData("polars-fortran.npy", Two)]
    [InlineData("big-endian.npy", Two)]
    [InlineData("int64.npy", Two)]
    [InlineData("float16.npy", Two)]
    [InlineData("two.npz", Two)]
    [InlineData("column-fortran.npy", "120 rows, 1 column")]
    [InlineData("vector-fortran.npy", "120 rows, 1 column")]
    [InlineData("vector.npy", "120 rows, 1 column")]
    public void Every_array_of_one_or_two_dimensions_is_read(string file, string size) => Case.Fit("14-npy", file).Reads(size);

    [Fact]
    public void An_array_in_another_order_is_the_same_array()
    {
        string plain = Case.Fit("14-npy", "c.npy").Reads(Two).Split('\n', 2)[1];
        Assert.Equal(plain, Case.Fit("14-npy", "polars-fortran.npy").Reads(Two).Split('\n', 2)[1]);
        Assert.Equal(plain, Case.Fit("14-npy", "big-endian.npy").Reads(Two).Split('\n', 2)[1]);
    }

    [Fact]
    public void Truth_values_are_1_and_0_and_other_shapes_are_told_what_to_do()
    {
        InProcess.Run([], "fit", Case.File("14-npy", "bool.npy"), "-k", "2", "--family", "bernoulli", "--restarts", "1").AssertCode(0);
        Case.Fit("14-npy", "image-uint8.npy").Fails(3, "has 3 dimensions", "save array.reshape(-1, 3) for 3 columns");
        Case.Fit("14-npy", "row.npy").Fails(3, "1 row for 2 components are too few: it has 120 columns", "one to a line");
        Case.Fit("14-npy", "c.npy", "--separator", ";").Fails(2, "--separator is about text", "is a .npy file");
        Case.Fit("14-npy", "c.npy", "--header").Fails(2, "--header is about text");
    }

    [Theory]
    [InlineData("d.csv.gz")]
    [InlineData("tab.tsv")]
    [InlineData("unicode.txt")]
    public void What_can_be_read_is(string file) => Case.Fit("15-other-formats", file).Reads(Two);

    [Theory]
    [InlineData("book.xlsx", "is an Excel workbook (.xlsx); save the sheet as CSV UTF-8")]
    [InlineData("d.parquet", "not a Parquet file: it is cut short, or makes no sense")]
    [InlineData("weka.arff", "is an ARFF file of Weka; save it as CSV")]
    [InlineData("svm.txt", "holds sparse rows of libsvm")]
    [InlineData("rows.jsonl", "holds JSON lines", "makes CSV of them")]
    [InlineData("latin1.csv", "not UTF-8 text: line 1 holds the byte 0xF6", "iconv -f latin1 -t utf-8")]
    public void What_cannot_be_read_is_named(string file, params string[] message) => Case.Fit("15-other-formats", file).Fails(3, message);

    [Theory]
    [InlineData("PK\u0003\u0004", "not a zip archive: it is cut short")]
    [InlineData("PK\u0005\u0006\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "is a zip archive without a NumPy array in it")]
    [InlineData("x\0,\0y\0\n\0" + "1\0,\0" + "2\0\n\0", "is UTF-16 text without a byte order mark")]
    [InlineData("{\"x\": [1, 2],\n \"y\": [3, 4]}\n", "is JSON")]
    [InlineData("[[1, 2], [3, 4]]\n", "is JSON")]
    [InlineData("<!DOCTYPE html>\n<html>", "is XML or HTML")]
    [InlineData("SQLite format 3\0", "is an SQLite database")]
    [InlineData("%PDF-1.7\n", "is a PDF document")]
    [InlineData("FEA1\0\0", "is a Feather file of version 1")]
    [InlineData("RDX3\n", "holds data of R")]
    public void Other_kinds_are_named(string content, string message) =>
        InProcess.Run(System.Text.Encoding.Latin1.GetBytes(content), "fit", "-", "-k", "1").Fails(3, "standard input: ", message);
}
