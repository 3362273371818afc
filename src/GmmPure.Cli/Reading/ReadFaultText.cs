using GmmPure.Data;

namespace GmmPure.Cli.Reading;

/// <summary>Why data are not read, in words, and with what exit code.</summary>
internal static class ReadFaultText
{
    /// <summary>The end of a command whose data can't be read.</summary>
    public static FailureException Failure(ReadFault fault, DataRequest request)
    {
        string file = request.Name;
        return fault switch
        {
            ReadFault.UnknownColumn unknown => FailureException.CommandLine(
                $"{file} has no column {Display.Field(unknown.Name)}; its columns are {Display.Names(unknown.Columns.Names)}"
                + (unknown.Columns.AreNamed || request.Options.HasHeader is not null ? string.Empty : " (by number, as names were not found)")),
            ReadFault.NoColumnLeft => FailureException.CommandLine($"no column of {file} is left"),
            ReadFault.ColumnInTwoRoles twice => FailureException.CommandLine(
                $"column {Display.Field(twice.Name)} cannot be weight or label and observation at once"),
            ReadFault.OptionIsAboutOther about => FailureException.CommandLine(
                $"{OptionName(about.Option)} is about text, and {file} is {FormatText.Name(about.Format)}"),
            ReadFault.NoSuchArray { Name: { } name } none => FailureException.CommandLine(
                $"{file}: has no array {Display.Field(name)}; its arrays are {Display.Names(none.Names)}"),
            _ => FailureException.Input($"{file}: {Words(fault, request)}{Hint(fault, request)}"),
        };
    }

    /// <summary>What is wrong with a value whose square overflows.</summary>
    public static string TooLarge(string value) => FormattableString.Invariant(
        $"{value} is too large: squares would overflow; rescale to below {Dataset.LargestValue:G3}");

    private static string OptionName(string option) => option switch
    {
        nameof(ReadOptions.Mark) => "--decimal",
        nameof(ReadOptions.HasHeader) => "--header",
        _ => $"--{option.ToLowerInvariant()}",
    };

    /// <summary>What is wrong with the first line may be that it was taken for data.</summary>
    private static string Hint(ReadFault fault, DataRequest request) =>
        fault is ReadFault.BadValue { Place: { IsLine: true, Number: 1 }, Cause: CellFault.NotANumber } && request.Options.HasHeader is null
            ? " (line 1 was taken for data; if it holds names, give --header)"
            : string.Empty;

    private static string Words(ReadFault fault, DataRequest request) => fault switch
    {
        ReadFault.NoRows => "there are no rows",
        ReadFault.NoCompleteRow none => FormattableString.Invariant(
            $"something is missing of each of the {none.Count} rows{(request.IsOfModel ? string.Empty : "; leave out what is empty with --exclude")}"),
        ReadFault.CommentLike comment => FormattableString.Invariant(
            $"line {comment.Line} begins with {comment.Sign}; if such lines are comments, give --comment '{comment.Sign}'"),
        ReadFault.LinesBefore before => FormattableString.Invariant(
            $"the table seems to begin in line {before.First}; delete the lines above it, or begin them with #"),
        ReadFault.OtherFormat other => FormatText.Of(other.Format),
        ReadFault.Damaged damaged => $"not {FormatText.Name(damaged.Format)}: {damaged.Detail}",
        ReadFault.NotText bytes => "not UTF-8 text: " + (bytes.Value < 0
            ? FormattableString.Invariant($"line {bytes.Line} is no text of its encoding")
            : FormattableString.Invariant($"line {bytes.Line} holds the byte 0x{bytes.Value:X2}; of Latin-1 text iconv -f latin1 -t utf-8 makes UTF-8")),
        ReadFault.BlankLine blank => FormattableString.Invariant($"line {blank.Line} is blank; delete it, or give --missing drop if a row is missing there"),
        ReadFault.QuoteNotClosed quote => FormattableString.Invariant($"line {quote.Line}: a quotation mark is opened here and never closed"),
        ReadFault.QuoteMisplaced quote => FormattableString.Invariant(
            $"line {quote.Line}: misplaced quotation mark (a quoted field is quoted whole, and doubles the marks inside)"),
        ReadFault.EndlessRecord record => FormattableString.Invariant($"line {record.Line}: more than {record.Most} characters without a line end"),
        ReadFault.FieldCount count => Fields(count),
        ReadFault.TwinNames twins => FormattableString.Invariant($"line {twins.Line}: two columns are called {Display.Field(twins.Name)}"),
        ReadFault.NamelessColumn nameless => FormattableString.Invariant($"line 1: column {nameless.Column + 1} has no name; ")
            + $"leave it out with --exclude {Display.Argument(nameless.Called)}, or choose with --columns",
        ReadFault.TooManyColumns many => $"{many.Count} columns are more than {many.Most}; choose with --columns",
        ReadFault.Ambiguous ambiguous => FormattableString.Invariant($"line {ambiguous.Line}: ") + Doubt(ambiguous.Doubt),
        ReadFault.Contradiction otherwise => $"is not written as the options say: fields seem to be separated by {Separator(otherwise)}",
        _ => Values(fault, request),
    };

    private static string Values(ReadFault fault, DataRequest request) => fault switch
    {
        ReadFault.BadValue value => At(value.Place, value.Column) + CellFaultText.Of(value, request.IsOfModel),
        ReadFault.BadWeight weight => At(weight.Place, weight.Column)
            + (string.IsNullOrWhiteSpace(weight.Field) ? "the weight is missing" : BadWeight(Display.Field(weight.Field))),
        ReadFault.MissingLabel { Place.IsLine: true } label => At(label.Place, label.Column) + "the label is missing",
        ReadFault.MissingLabel label => $"{label.Place}: the label is missing",
        ReadFault.NoDataset numbers => Numbers(numbers),
        _ => ArrayFaultText.Of(fault, request.Name),
    };

    private static string Fields(ReadFault.FieldCount count) =>
        $"line {count.Line} has {Display.Count(count.Found, "field")}, the first line has {count.Expected}"
        + (count.MayHaveDecimalCommas ? "; if numbers have decimal commas, separate them by semicolons, and give --decimal ," : string.Empty);

    private static string Doubt(ReadDoubt doubt) => doubt switch
    {
        ReadDoubt.NamesOrData => "some of it could be names and some numbers of a row; say --header or --no-header",
        ReadDoubt.FieldsOrDecimals => "commas could separate fields, or be decimal commas; say --separator , or --decimal ,",
        ReadDoubt.FieldsOrThousands => "blanks could separate fields, or thousands; say --separator space, or take the thousands separators out",
        _ => "commas could be decimal commas, or separate thousands; say --decimal , or take the thousands separators out",
    };

    private static string Separator(ReadFault.Contradiction otherwise) => otherwise.Separator switch
    {
        FieldSeparator.Semicolon => "semicolons",
        FieldSeparator.Tab => "tabs",
        FieldSeparator.Blanks => "blanks",
        FieldSeparator.Bar => "bars",
        _ => "commas",
    } + (otherwise.Mark is DecimalMark.Comma ? ", and numbers to have decimal commas" : ", and numbers to have decimal points");

    private static string Numbers(ReadFault.NoDataset numbers)
    {
        string Column(int column) => numbers.Columns.Names[numbers.Roles.Observation[column]];
        string weight = numbers.Roles.Weights is { } column ? numbers.Columns.Names[column] : string.Empty;
        return numbers.Fault switch
        {
            DataFault.Empty => "there are no rows",
            DataFault.NotFinite value => At(numbers.Before + value.Row, Column(value.Column)) + $"{Number(value.Value)} is not finite"
                + (double.IsNaN(value.Value) ? "; --missing drop leaves out such rows" : string.Empty),
            DataFault.TooLarge value => At(numbers.Before + value.Row, Column(value.Column)) + TooLarge(Number(value.Value)),
            DataFault.TooNarrow narrow =>
                $"column {Display.Field(Column(narrow.Column))} varies by {Number(narrow.Spread)} only: squares would underflow; "
                + FormattableString.Invariant($"rescale to above {Dataset.SmallestSpread:G3}"),
            DataFault.BadWeight bad => At(numbers.Before + bad.Row, weight) + BadWeight(Number(bad.Weight)),
            DataFault.BadTotalWeight => $"column {Display.Field(weight)}: {numbers.Fault.Message.TrimEnd('.')}",
            _ => numbers.Fault.Message,
        };
    }

    private static string BadWeight(string value) => $"a weight is a number from 0 on, not {value}";

    private static string At(ReadPlace place, string column) => $"{place}, column {Display.Field(column)}: ";

    private static string At(long row, string column) => At(new ReadPlace(row + 1, IsLine: false), column);

    private static string Number(double value) => FormattableString.Invariant($"{value:R}");
}
