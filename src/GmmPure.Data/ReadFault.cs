namespace GmmPure.Data;

/// <summary>
/// Why a file is not read: a closed family of cases, each with its fields. Lines count from 1, columns from 0.
/// </summary>
public abstract record ReadFault
{
    private protected ReadFault()
    {
    }

    /// <summary>The fault in words.</summary>
    public string Message => Words;

    /// <summary>What every case says. Nobody outside can say it, which closes the family.</summary>
    private protected abstract string Words { get; }

    /// <summary>There is no row.</summary>
    public sealed record NoRows : ReadFault
    {
        private protected override string Words => "There are no rows.";
    }

    /// <summary>Something is missing of every row.</summary>
    /// <param name="Count">How many rows there are.</param>
    public sealed record NoCompleteRow(long Count) : ReadFault
    {
        private protected override string Words => FormattableString.Invariant($"Something is missing of each of the {Count} rows.");
    }

    /// <summary>A line of another length begins like a comment.</summary>
    /// <param name="Line">The line.</param>
    /// <param name="Sign">What it begins with.</param>
    public sealed record CommentLike(long Line, char Sign) : ReadFault
    {
        private protected override string Words => FormattableString.Invariant($"Line {Line} begins with {Sign}, like a comment.");
    }

    /// <summary>Lines stand before the table that are none of it.</summary>
    /// <param name="First">The first line of the table, by the looks of it.</param>
    public sealed record LinesBefore(long First) : ReadFault
    {
        private protected override string Words => FormattableString.Invariant($"The table begins in line {First}.");
    }

    /// <summary>The file is of another kind than is read here.</summary>
    /// <param name="Format">What it is.</param>
    public sealed record OtherFormat(FileFormat Format) : ReadFault
    {
        private protected override string Words => $"The file is of another kind: {Format}.";
    }

    /// <summary>The file is not what its beginning says, or not whole.</summary>
    /// <param name="Format">What it seems to be.</param>
    /// <param name="Detail">What is wrong with it.</param>
    public sealed record Damaged(FileFormat Format, string Detail) : ReadFault
    {
        private protected override string Words => $"The file is no good {Format}: {Detail}.";
    }

    /// <summary>An option is about another kind of file.</summary>
    /// <param name="Option">The option, a property of <see cref="ReadOptions"/>.</param>
    /// <param name="Format">What the file is.</param>
    public sealed record OptionIsAboutOther(string Option, FileFormat Format) : ReadFault
    {
        private protected override string Words => $"The option {Option} says nothing about {Format}.";
    }

    /// <summary>Bytes that are no UTF-8 text.</summary>
    /// <param name="Line">The line.</param>
    /// <param name="Value">The first such byte; −1 if it is of another encoding.</param>
    public sealed record NotText(long Line, int Value) : ReadFault
    {
        private protected override string Words => FormattableString.Invariant($"Line {Line} is not text.");
    }

    /// <summary>A blank line stands between others.</summary>
    /// <param name="Line">The line.</param>
    public sealed record BlankLine(long Line) : ReadFault
    {
        private protected override string Words => FormattableString.Invariant($"Line {Line} is blank.");
    }

    /// <summary>A quotation mark is opened and never closed.</summary>
    /// <param name="Line">The line where it is opened.</param>
    public sealed record QuoteNotClosed(long Line) : ReadFault
    {
        private protected override string Words => FormattableString.Invariant($"Line {Line} opens a quotation mark that is never closed.");
    }

    /// <summary>A quotation mark stands within a field, or something after a field that is quoted.</summary>
    /// <param name="Line">The line.</param>
    public sealed record QuoteMisplaced(long Line) : ReadFault
    {
        private protected override string Words => FormattableString.Invariant($"Line {Line} has a misplaced quotation mark.");
    }

    /// <summary>A record is longer than may be held in memory.</summary>
    /// <param name="Line">The line on which it begins.</param>
    /// <param name="Most">How many bytes it may have, roughly.</param>
    public sealed record EndlessRecord(long Line, int Most) : ReadFault
    {
        private protected override string Words => FormattableString.Invariant($"Line {Line} has more than {Most} bytes.");
    }

    /// <summary>A line has another number of fields than the first.</summary>
    /// <param name="Line">The line.</param>
    /// <param name="Found">How many it has.</param>
    /// <param name="Expected">How many the first has.</param>
    /// <param name="MayHaveDecimalCommas">Whether commas may both separate fields and be decimal marks there.</param>
    public sealed record FieldCount(long Line, int Found, int Expected, bool MayHaveDecimalCommas) : ReadFault
    {
        private protected override string Words => FormattableString.Invariant($"Line {Line} has {Found} fields, the first line has {Expected}.");
    }

    /// <summary>Two columns have one name.</summary>
    /// <param name="Line">Where they are named.</param>
    /// <param name="Name">The name.</param>
    public sealed record TwinNames(long Line, string Name) : ReadFault
    {
        private protected override string Words => $"Two columns are called \"{Name}\".";
    }

    /// <summary>A column of the observation has no name.</summary>
    /// <param name="Column">The column.</param>
    /// <param name="Called">What it is called for want of one.</param>
    public sealed record NamelessColumn(int Column, string Called) : ReadFault
    {
        private protected override string Words => FormattableString.Invariant($"Column {Column} has no name.");
    }

    /// <summary>There is no column of a name that is chosen.</summary>
    /// <param name="Name">The name.</param>
    /// <param name="Columns">The columns that there are.</param>
    public sealed record UnknownColumn(string Name, FileColumns Columns) : ReadFault
    {
        private protected override string Words => $"There is no column \"{Name}\".";
    }

    /// <summary>No column is left for the observation.</summary>
    public sealed record NoColumnLeft : ReadFault
    {
        private protected override string Words => "No column is left.";
    }

    /// <summary>A column is to be weight or label and observation at once.</summary>
    /// <param name="Name">The column.</param>
    public sealed record ColumnInTwoRoles(string Name) : ReadFault
    {
        private protected override string Words => $"Column \"{Name}\" cannot be weight or label and observation at once.";
    }

    /// <summary>There are more columns than can be computed with.</summary>
    /// <param name="Count">How many.</param>
    /// <param name="Most">How many there may be.</param>
    public sealed record TooManyColumns(int Count, int Most) : ReadFault
    {
        private protected override string Words => FormattableString.Invariant($"{Count} columns are more than {Most}.");
    }

    /// <summary>A value of the observation is no number that can be computed with.</summary>
    /// <param name="Place">Where it stands.</param>
    /// <param name="Column">The name of its column.</param>
    /// <param name="Field">What stands there.</param>
    /// <param name="Cause">What is wrong with it.</param>
    public sealed record BadValue(ReadPlace Place, string Column, string Field, CellFault Cause) : ReadFault
    {
        private protected override string Words => $"\"{Field}\" in {Place}, column \"{Column}\": {Cause}.";
    }

    /// <summary>The weight of a row is none.</summary>
    /// <param name="Place">Where it stands.</param>
    /// <param name="Column">The name of its column.</param>
    /// <param name="Field">What stands there; blank if it is missing.</param>
    public sealed record BadWeight(ReadPlace Place, string Column, string Field) : ReadFault
    {
        private protected override string Words => $"\"{Field}\" in {Place}, column \"{Column}\" is no weight.";
    }

    /// <summary>The label of a row is missing.</summary>
    /// <param name="Place">Where it should stand.</param>
    /// <param name="Column">The name of its column.</param>
    public sealed record MissingLabel(ReadPlace Place, string Column) : ReadFault
    {
        private protected override string Words => $"The label in {Place}, column \"{Column}\" is missing.";
    }

    /// <summary>The numbers are no data set.</summary>
    /// <param name="Fault">Why; its columns are those of the observation.</param>
    /// <param name="Roles">Which columns these are.</param>
    /// <param name="Columns">The file's columns.</param>
    /// <param name="Before">How many rows stand before those that the fault counts.</param>
    public sealed record NoDataset(DataFault Fault, ColumnRoles Roles, FileColumns Columns, long Before = 0) : ReadFault
    {
        private protected override string Words => Fault.Message;
    }

    /// <summary>What is written can be understood in two ways.</summary>
    /// <param name="Line">Where.</param>
    /// <param name="Doubt">In which.</param>
    public sealed record Ambiguous(long Line, ReadDoubt Doubt) : ReadFault
    {
        private protected override string Words => FormattableString.Invariant($"Line {Line} can be understood in two ways: {Doubt}.");
    }

    /// <summary>The file is not written as it was said to be.</summary>
    /// <param name="Separator">What separates the fields, by the looks of it.</param>
    /// <param name="Mark">What stands before decimals.</param>
    public sealed record Contradiction(FieldSeparator Separator, DecimalMark Mark) : ReadFault
    {
        private protected override string Words => $"The file seems to be written otherwise: separator {Separator}, decimal mark {Mark}.";
    }

    /// <summary>An array is of a kind that is no table of numbers.</summary>
    /// <param name="Cause">What is wrong with it.</param>
    /// <param name="Detail">Its type, shape or version.</param>
    public sealed record BadArray(ArrayFault Cause, string Detail) : ReadFault
    {
        private protected override string Words => $"{Cause}: {Detail}.";
    }

    /// <summary>An array has not the length that its header announces.</summary>
    /// <param name="Found">How many bytes of numbers there are; null if that is not known, but too many.</param>
    /// <param name="Expected">How many are announced.</param>
    public sealed record ArrayLength(long? Found, long Expected) : ReadFault
    {
        private protected override string Words => FormattableString.Invariant($"There are {Found} bytes of numbers, not {Expected}.");
    }

    /// <summary>A file of several arrays, of which none was chosen, or one that isn't there.</summary>
    public sealed record NoSuchArray : ReadFault
    {
        private readonly EqualArray<string> names;

        internal NoSuchArray(string? name, ImmutableArray<string> names) => (Name, this.names) = (name, names);

        /// <summary>The one that was chosen.</summary>
        public string? Name { get; }

        /// <summary>Those that there are.</summary>
        public ImmutableArray<string> Names => names;

        private protected override string Words => $"Of the arrays {string.Join(", ", Names)} none is {Name ?? "chosen"}.";
    }
}

/// <summary>What is wrong with a value.</summary>
public enum CellFault
{
    /// <summary>It is not a number: a label, perhaps.</summary>
    NotANumber,

    /// <summary>Nothing stands there, or something that says so.</summary>
    Missing,

    /// <summary>It is infinite.</summary>
    NotFinite,

    /// <summary>It is beyond double precision.</summary>
    BeyondDouble,

    /// <summary>Its square would overflow.</summary>
    TooLarge,

    /// <summary>It is of a kind that has no text to carry through: a list, say.</summary>
    NoText,

    /// <summary>Something separates thousands.</summary>
    ThousandsSeparator,

    /// <summary>It has a decimal comma, where points are expected.</summary>
    DecimalComma,

    /// <summary>It has a decimal point, where commas are expected.</summary>
    DecimalPoint,

    /// <summary>It has a minus sign or a dash that is not the one of the keyboard.</summary>
    TypographicMinus,

    /// <summary>It has a per cent sign.</summary>
    PerCent,

    /// <summary>It has a sign of currency.</summary>
    Currency,

    /// <summary>It has a blank that is not the one of the keyboard.</summary>
    OddBlank,

    /// <summary>Its exponent is written with a D.</summary>
    FortranExponent,

    /// <summary>It is hexadecimal.</summary>
    Hexadecimal,

    /// <summary>Its digits are other than 0 to 9.</summary>
    OtherDigits,

    /// <summary>A unit stands after the number.</summary>
    Unit,

    /// <summary>It is a negative number in brackets.</summary>
    Brackets,

    /// <summary>It is a date or a time.</summary>
    Date,

    /// <summary>It is TRUE or FALSE.</summary>
    Truth,

    /// <summary>It stands below the names, where every later value is a number: a unit or a description.</summary>
    BelowNames,

    /// <summary>It stands in a line that names the columns once more.</summary>
    NamesAgain,

    /// <summary>It holds what separates fields elsewhere.</summary>
    HoldsSeparator,
}

/// <summary>In which two ways something can be understood.</summary>
public enum ReadDoubt
{
    /// <summary>The first line holds names, or data.</summary>
    NamesOrData,

    /// <summary>Commas separate fields, or are decimal marks.</summary>
    FieldsOrDecimals,

    /// <summary>Commas are decimal marks, or separate thousands.</summary>
    DecimalsOrThousands,

    /// <summary>Blanks separate fields, or thousands.</summary>
    FieldsOrThousands,
}

/// <summary>What is wrong with an array.</summary>
public enum ArrayFault
{
    /// <summary>It does not begin like one.</summary>
    NotOne,

    /// <summary>Its format has a version that is not known here.</summary>
    Version,

    /// <summary>Its header makes no sense.</summary>
    Header,

    /// <summary>Its header is cut short.</summary>
    HeaderCutShort,

    /// <summary>Its elements are no real numbers.</summary>
    ElementType,

    /// <summary>It has neither one nor two dimensions.</summary>
    Dimensions,

    /// <summary>It has no columns.</summary>
    NoColumns,

    /// <summary>It is larger than memory.</summary>
    TooLarge,
}
