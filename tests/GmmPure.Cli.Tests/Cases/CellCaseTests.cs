namespace GmmPure.Cli.Tests.Cases;

/// <summary>Cells that are empty, missing, or written for people.</summary>
public sealed class CellCaseTests
{
    private const string Two = "120 rows, 2 columns";

    [Fact]
    public void What_is_empty_throughout_holds_nothing()
    {
        const string Folder = "10-empty-cells";
        Case.Fit(Folder, "right.csv").Reads(Two, "2 columns without name or value left out");
        Case.Fit(Folder, "datacomma.csv").Reads(Two, "1 column without name or value left out");
        Case.Fit(Folder, "bottom.csv").Reads(Two, "3 rows without a value at the end left out");
        Case.Fit(Folder, "between.csv").Fails(3, "line 62 is blank; delete it, or give --missing drop");
        Case.Fit(Folder, "between.csv", "--missing", "drop").Reads(Two, "rows are incomplete and were left out");
    }

    [Theory]
    [InlineData("r.csv", " (\"NA\")")]
    [InlineData("numpy.csv", " (\"nan\")")]
    [InlineData("pandas.csv", "")]
    [InlineData("excel.csv", " (\"#N/A\")")]
    [InlineData("div.csv", " (\"#DIV/0!\")")]
    [InlineData("value.csv", " (\"#VALUE!\")")]
    [InlineData("mysql.csv", " (\"\\N\")")]
    [InlineData("dash.csv", " (\"--\")")]
    [InlineData("sas.csv", " (\".\")")]
    [InlineData("weka.csv", " (\"?\")")]
    [InlineData("tableau.csv", " (\"Null\")")]
    public void Every_marker_of_a_missing_value_is_known(string file, string marker)
    {
        const string Folder = "11-missing-markers";
        Case.Fit(Folder, file).Fails(3, $"column \"y\": the value is missing{marker}; --missing drop leaves out its row, --exclude y the column");
        Case.Fit(Folder, file, "--missing", "drop").Reads("113 rows, 2 columns", $"{file}: 7 of 120 rows are incomplete and were left out (--missing drop)");
        Case.Fit(Folder, file, "--exclude", "y").Reads("120 rows, 1 column");
        Case.Fit(Folder, file, "--missing", "keep").Fails(2, "--missing is one of error drop, not \"keep\"");
    }

    [Fact]
    public void Other_markers_are_known_where_they_are_named()
    {
        byte[] data = "x,y\n1,2\n3,-999\n-999.0,4\n5,n.d.\n6,1\n7,9\n"u8.ToArray();
        string[] fit = ["fit", "-", "-k", "1"];
        InProcess.Run(data, [.. fit, "--missing-values", "n.d."]).Fails(3, "line 5, column \"y\": the value is missing (\"n.d.\")");
        InProcess.Run(data, [.. fit, "--missing-values", "n.d.,-999"]).Fails(3, "line 3, column \"y\": the value is missing (\"-999\")");
        InProcess.Run(data, [.. fit, "--missing-values", "n.d.", "--missing", "drop"]).Reads("5 rows", "1 of 6 rows");
        InProcess.Run(data, [.. fit, "--missing-values", "n.d.,-999", "--missing", "drop"]).Reads("3 rows", "3 of 6 rows");
        InProcess.Run("x,y\n1,\n2,\n"u8.ToArray(), [.. fit, "--missing", "drop"]).Fails(3, "something is missing of each of the 2 rows");
        InProcess.Run(data, [.. fit, "--missing-values", ""]).Fails(2, "--missing-values takes");
    }

    [Fact]
    public void Weights_and_labels_go_with_their_rows()
    {
        byte[] data = "x,w,l\n1,1,a\nNA,2,b\n3,1,b\n4,NA,a\n5,2,\n8,1,a\n"u8.ToArray();
        string[] fit = ["fit", "-", "--init", "labels:l", "--weights", "w", "--json", "--ridge", "0.1"];
        var result = InProcess.Run(data, [.. fit, "--missing", "drop"]);
        result.Reads("\"rows\":3", "3 of 6 rows");
        Assert.Contains("\"total_weight\":3", result.Output, StringComparison.Ordinal);
        InProcess.Run(data, fit).Fails(3, "line 3, column \"x\": the value is missing (\"NA\")");
    }

    [Theory]
    [InlineData("thousands.csv", "line 2, column \"income\": \"38,786.19\" is not a number here: it has a thousands separator")]
    [InlineData("minus.csv", "line 3, column \"x\"", "typographic minus", "U+2212")]
    [InlineData("percent.csv", "line 2, column \"share\": \"59.8%\" is not a number: it has a per cent sign")]
    [InlineData("dollar.csv", "line 2, column \"price\": \"$59.76\" is not a number: it has a sign of currency")]
    [InlineData("nbsp.csv", "\"38\\u00A0786.19\" is not a number", "no-break", "U+00A0")]
    [InlineData("fortran-d.csv", "\"9.762429D-01\" is not a number: its exponent is written with D")]
    public void A_number_written_for_people_is_told_what_is_wrong_with_it(string file, params string[] message) =>
        Case.Fit("13-written-numbers", file).Fails(3, message);

    [Fact]
    public void Numbers_in_quotation_marks_are_numbers() => Case.Fit("13-written-numbers", "quoted.csv").Reads(Two);

    [Fact]
    public void Words_are_numbers_where_a_family_takes_them()
    {
        const string Folder = "39-yes-no";
        using var work = new Workspace();
        string model = work.PathOf("m.json");
        Case.Fit(Folder, "tf.csv", "--family", "bernoulli", "--out", model).Reads("400 rows, 2 columns");
        InProcess.Run([], "score", model, Case.File(Folder, "tf.csv")).Succeeds();
        Case.Fit(Folder, "words.csv", "--family", "categorical").Reads("400 rows, 2 columns", "in column \"b\" \"high\" is 0, \"low\" is 1, \"mid\" is 2");
        Case.Fit(Folder, "words.csv", "--family", "bernoulli").Fails(3, "line 2, column \"b\": \"mid\" is not a number");
        Case.Fit(Folder, "tf.csv").Fails(3, "\"TRUE\" is not a number: it is a truth value; write 1 and 0");
    }

    [Fact]
    public void Columns_that_number_rows_are_not_fitted_unseen()
    {
        string rows = string.Concat(Enumerable.Range(0, 20).Select(row => $"{row},{row * 7 % 11}.5,{row * row % 13}.25\n"));
        Fit("Unnamed: 0,x,y\n").Reads("20 rows, 2 columns", "column \"Unnamed: 0\" numbers rows and was left out (--columns takes it in)");
        Fit(",x,y\n").Reads("20 rows, 2 columns", "column \"x1\" numbers rows and was left out");
        Fit("id,x,y\n").Reads("20 rows, 2 columns", "column \"id\" numbers rows and was left out");
        Fit("t,x,y\n").Reads("20 rows, 3 columns", "column \"t\" numbers rows; --exclude t leaves it out");
        Fit("id,x,y\n", "--exclude", "id").Reads("20 rows, 2 columns");
        Fit("id,x,y\n", "--columns", "x,y").Reads("20 rows, 2 columns");
        Fit("id,x,y\n", "--columns", "id,x").Reads("20 rows, 2 columns", "column \"id\" numbers rows");
        Case.Fit("16-ids", "patients.csv").Fails(3, "line 2, column \"patient\": \"P000\" is not a number");
        Case.Fit("16-ids", "patients.csv", "--exclude", "patient").Fails(3, "column \"visit\": \"2024-01-01\" is not a number: it is a date or a time");
        Case.Fit("16-ids", "patients.csv", "--exclude", "patient,visit").Reads(Two);
        Case.Fit("33-class-as-number", "c.csv", "-k", "3", "--exclude", "class").Reads("120 rows, 4 columns");

        GmmResult Fit(string header, params string[] options) =>
            InProcess.Run(System.Text.Encoding.UTF8.GetBytes(header + rows), ["fit", "-", "-k", "1", .. options]);
    }
}
