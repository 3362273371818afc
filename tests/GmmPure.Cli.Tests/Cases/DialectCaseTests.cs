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
        Case.Fit(Folder, "point.csv", "--separator", "!").Fails(2, "--separator is one of , ; tab space");
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

    [Fact]
    public void A_long_row_is_no_column()
    {
        string[] message = ["1 row for 2 components", "200 columns", "one to a line"];
        Case.Fit("45-one-long-row", "row.csv").Fails(3, message);
        Case.Fit("45-one-long-row", "row.csv", "--no-header").Fails(3, message);
        InProcess.Run([], "select", Case.File("45-one-long-row", "row.csv"), "-k", "2").Fails(3, message);
    }
}
