namespace GmmPure.Cli.Tests.Cases;

/// <summary>Separators, decimal marks, headers and preambles, as programs and people write them.</summary>
public sealed class DialectCaseTests
{
    private const string Two = "120 rows, 2 columns";

    [Fact]
    public void R_writes_blanks_and_a_header_without_a_name_for_the_names_of_rows()
    {
        string[] note = ["the header is one short", "names of rows"];
        Case.Fit("01-r-write-table", "d.txt").Reads(Two, note);
        Case.Fit("03-r-csv-short-header", "d.csv").Reads(Two, note);
        Case.Fit("03-r-csv-short-header", "names.csv").Reads(Two, note);
        Case.Fit("01-r-write-table", "d.txt", "--separator", ",").Fails(3, "d.txt: is not written as the options say", "separated by blanks");
        Case.Fit("03-r-csv-short-header", "d.csv", "--columns", "weight").Reads("120 rows, 1 column");
    }

    [Fact]
    public void Excel_writes_semicolons_and_decimal_commas_where_commas_are_decimal()
    {
        const string Folder = "04-excel-semicolon";
        string commas = Case.Fit(Folder, "de.csv").Reads(Two, "de.csv: commas were taken for decimal commas");
        string points = Case.Fit(Folder, "point.csv").Reads(Two);
        Assert.Equal(points.Split("log-likelihood")[1], commas.Split("log-likelihood")[1]);
        Assert.Equal(commas, Case.Fit(Folder, "de.csv", "--decimal", ",").Reads(Two));
        Assert.Equal(commas, Case.Fit(Folder, "de.csv", "--separator", ";", "--decimal", ",").Reads(Two));
        Case.Fit(Folder, "mixed.csv").Fails(3, "line 2, column \"name\": \"p0\" is not a number", "--exclude name");
        Case.Fit(Folder, "mixed.csv", "--exclude", "name").Reads(Two, "decimal commas");
        Case.Fit(Folder, "de.csv", "--decimal", ".").Fails(3, "separated by semicolons, and numbers to have decimal commas");
        Case.Fit(Folder, "de.csv", "--separator", "tab").Fails(3, "separated by semicolons, and numbers to have decimal commas");
        Case.Fit(Folder, "point.csv", "--decimal", ",").Fails(3, "separated by semicolons, and numbers to have decimal points");
        Case.Fit(Folder, "point.csv", "--decimal", "x").Fails(2, "--decimal is one of . ,");
        Case.Fit(Folder, "point.csv", "--separator", "!").Fails(2, "--separator is one of , ; tab space bar");
        Case.Fit(Folder, "point.csv", "--header", "--no-header").Fails(2, "contradict each other");
    }

    [Fact]
    public void A_file_without_header_loses_no_row()
    {
        const string Folder = "06-uci-no-header";
        string data = Case.File(Folder, "flowers.data");
        Case.Fit(Folder, "flowers.data", "-k", "3").Fails(3, "line 1, column \"x5\": \"I-a\" is not a number", "--exclude x5", "line 1 was taken for data");
        Case.Fit(Folder, "flowers.data", "--exclude", "I-a").Fails(2, "has no column \"I-a\"; its columns are \"x1\"");
        InProcess.Run([], "fit", data, "--init", "labels:I-a").Fails(2, "has no column \"I-a\"");
        string told = Case.Fit(Folder, "flowers.data", "--exclude", "x5").Reads("120 rows, 4 columns", "the first line was taken for data");
        Assert.Equal(told, Case.Fit(Folder, "flowers.data", "--exclude", "x5", "--no-header").Reads("120 rows, 4 columns"));
        Case.Fit(Folder, "flowers.data", "--exclude", "I-a", "--header").Reads("119 rows, 4 columns");
    }

    [Fact]
    public void A_header_in_a_comment_is_one()
    {
        using var work = new Workspace();
        string model = work.PathOf("m.json");
        Case.Fit("08-hash-header", "train.csv", "--out", model).Reads("2 columns", "a comment was taken for the names, \"x\", \"y\"");
        Assert.Equal(["x", "y"], GaussianMixture.Parse(work.Read("m.json")).ColumnNames);
        InProcess.Run([], "predict", model, Case.File("08-hash-header", "new.csv")).Succeeds();
    }

    [Fact]
    public void What_stands_before_the_data_is_skipped_or_named()
    {
        const string Folder = "09-preamble";
        string plain = Case.Fit(Folder, "sep.csv").Reads(Two);
        string commented = Case.Fit(Folder, "comment.csv").Reads(Two, "2 lines at the top skipped as comments");
        Assert.Equal(plain.Split("log-likelihood")[1], commented.Split("log-likelihood")[1]);
        Case.Fit(Folder, "comment.csv", "--comment", "#").Reads(Two);
        Case.Fit(Folder, "comment.csv", "--comment", "x1").Fails(2, "--comment is one sign");
        Case.Fit(Folder, "units.csv").Fails(3, "line 2, column \"height\": \"cm\" is not a number: the line below the names holds no numbers", "delete it");
        Case.Fit(Folder, "sep.csv", "--separator", ";").Fails(3, "is not written as the options say", "separated by commas");
    }

    [Theory]
    [InlineData("0,976\n-1,092\n5,086\n0,546\n", "line 1: commas could separate fields, or be decimal commas; say --separator , or --decimal ,")]
    [InlineData("height\n1,5\n2,7\n3,9\n", "line 2: commas could separate fields, or be decimal commas")]
    [InlineData("x;y\n1,234;5,678\n2,345;6,789\n", "line 2: commas could be decimal commas, or separate thousands; say --decimal ,")]
    [InlineData("income\n38 786\n20 170\n34 918\n", "blanks could separate fields, or thousands; say --separator space")]
    [InlineData("38,786\n20,170\n34,918\n", "line 1: commas could separate fields, or be decimal commas")]
    [InlineData("income\n38,786\n20,170\n34,918\n", "line 2: commas could be decimal commas, or separate thousands")]
    [InlineData("x,2\n1,3\n2,4\n", "line 1: some of it could be names and some numbers of a row; say --header or --no-header")]
    [InlineData("x,y\n0,5,1,5\n1,5,2,5\n", "line 2 has 4 fields, the first line has 2; if numbers have decimal commas")]
    [InlineData("x;y\n1.234,56;7,5\n2,5;8,5\n", "line 2, column \"x\": \"1.234,56\" is not a number here: it has a thousands separator")]
    [InlineData("x;y\n1,5;7,5\n2.5;8,5\n", "line 3, column \"x\": \"2.5\" is not a number here: it has a decimal point")]
    [InlineData("x,y\n1 2\n3 4\n5 7\n", "line 2 has 2 fields, the first line has 1")]
    [InlineData("Station 7\nmeasured: 2024\n\nx,y\n1,2\n3,5\n4,4\n7,7\n", "the table seems to begin in line 4; delete the lines above it")]
    [InlineData("x,y\n1,\n,2\n", "line 2, column \"y\": the value is missing")]
    [InlineData("a!b\n1!2\n3!5\n", "\"1!2\" is not a number")]
    [InlineData("a,b\n1|2\n3|5\n", "line 2 has 2 fields, the first line has 1")]
    [InlineData("x,y\n1,2\n3,5\n# end\n4,1\n", "line 4 begins with #; if such lines are comments, give --comment '#'")]
    [InlineData("x y\n1 2\n3 5\n# end\n", "line 4 begins with #; if such lines are comments, give --comment '#'")]
    [InlineData("% x y\n1 2\n3 5\n4 1\n", "line 1 begins with %; if such lines are comments, give --comment '%'")]
    [InlineData("x,y\n1,2\n3,5\nx,y\n4,1\n", "line 4, column \"x\": \"x\" is not a number: the line names the columns once more")]
    [InlineData("Title\nx,y,z\n1,2,3\n3,5,1\n4,4,4\n7,7,1\n", "the table seems to begin in line 2; delete the lines above it")]
    [InlineData("x\n1,2,3.5\n3,5,1\n4,4,4\n7,7,1\n", "line 2 has 3 fields, the first line has 1")]
    public void What_is_doubtful_is_said_and_never_guessed(string text, string message) =>
        InProcess.Run(System.Text.Encoding.UTF8.GetBytes(text), "fit", "-", "-k", "1").Fails(3, message);

    [Theory]
    [InlineData("height\n0,976\n-1,092\n0,086\n0,546\n", "4 rows, 1 column", "decimal commas")]
    [InlineData("\"0,976\",\"1,5\"\n\"-1,092\",\"2,5\"\n\"5,086\",\"0,5\"\n", "3 rows, 2 columns", "the first line was taken for data", "decimal commas")]
    [InlineData("0,1\n1.5,2.5\n3.5,0.5\n2.5,2.25\n", "3 rows, 2 columns", "the first line counts, and was taken for names")]
    [InlineData(",0,1\n0,1.5,2.5\n1,3.5,0.5\n2,2.5,2.25\n", "3 rows, 2 columns", "the first line counts, and was taken for names", "column \"x1\" numbers rows and was left out")]
    [InlineData("x|y\n1|2\n3|5\n4|1\n", "3 rows, 2 columns")]
    [InlineData("sep=|\nx|y\n1|2\n3|5\n4|1\n", "3 rows, 2 columns")]
    [InlineData("2001,2002\n1.5,2.5\n3.5,0.5\n", "3 rows, 2 columns", "the first line was taken for data")]
    [InlineData("first name\n1.5\n2.5\n", "2 rows, 1 column")]
    [InlineData("sepal length,sepal width\n1.5,2.5\n2.5,4\n3,1\n", "3 rows, 2 columns")]
    [InlineData("x\ty\n1,5\t2,5\n0,25\t1,5\n7\t0,5\n", "3 rows, 2 columns", "decimal commas")]
    [InlineData("1,2,,\n3,5,,\n4,1,,\n  , ,\t,\n", "3 rows, 2 columns", "the first line was taken for data", "2 columns without name or value left out", "1 row without a value")]
    [InlineData("1,2,\n3,5,\n4,1,\n", "3 rows, 2 columns", "the first line was taken for data", "1 column without name or value left out")]
    public void What_is_guessed_is_told_unless_it_is_plain(string text, string size, params string[] warnings) =>
        InProcess.Run(System.Text.Encoding.UTF8.GetBytes(text), "fit", "-", "-k", "1", "--ridge", "0.1").Reads(size, warnings);

    /// <summary>The beginning decides how all of it is written; what contradicts it much later is no less a fault.</summary>
    [Fact]
    public void What_comes_late_is_held_against_what_was_decided()
    {
        string many = string.Concat(Enumerable.Range(0, 40_000).Select(row => $"{row % 7};{row % 11}\n"));
        Fit("x;y\n" + many + "1,5;2\n").Fails(3, "line 40002, column \"x\": \"1,5\" is not a number here: it has a decimal comma");
        Fit("x;y;\n" + many.Replace("\n", ";\n", StringComparison.Ordinal) + "1;2;3\n").Fails(3, "column 3 has no name");
        Fit("x;y\n" + many + ";\n;\n").Reads("40000 rows, 2 columns", "2 rows without a value at the end left out");
        Fit("x;y\n" + many + ";\n1;2\n").Fails(3, "line 40002, column \"x\": the value is missing");
        Fit(many.Replace('\n', '\r')).Reads("40000 rows, 2 columns", "the first line was taken for data");

        static GmmResult Fit(string text) => InProcess.Run(System.Text.Encoding.UTF8.GetBytes(text), "fit", "-", "-k", "1");
    }

    [Fact]
    public void A_long_row_is_no_column()
    {
        string[] message = ["1 row for 2 components", "200 columns", "one to a line"];
        Case.Fit("45-one-long-row", "row.csv").Fails(3, message);
        Case.Fit("45-one-long-row", "row.csv", "--no-header").Fails(3, message);
        InProcess.Run([], "select", Case.File("45-one-long-row", "row.csv"), "-k", "2").Fails(3, message);
    }
}
