namespace GmmPure.Cli.Reading;

/// <summary>Reading a data file of either kind, which is told by its first bytes.</summary>
internal static class DataFile
{
    /// <summary>How many columns can be computed with.</summary>
    private const int MostColumns = 1 << 22;

    /// <summary>Reads the columns that are chosen once it is known which there are.</summary>
    public static FileData Read(Shell shell, DataRequest request, Func<FileColumns, ColumnRoles> choose) =>
        InputFile.Read(shell, request.Path, stream =>
        {
            var begun = new BegunStream(stream, NpyHeader.Magic.Length);
            bool isNpy = begun.Beginning.SequenceEqual(NpyHeader.Magic);
            if (!isNpy && request.Path.EndsWith(".npy", StringComparison.OrdinalIgnoreCase))
            {
                throw FailureException.Input($"{request.Name}: not a .npy file: it does not begin like one");
            }

            return isNpy ? NpyData.Read(begun, request, choose) : CsvData.Read(begun, request, choose);
        });

    /// <summary>Makes the data set, or says what is wrong with the numbers and where.</summary>
    /// <param name="file">What messages call the file.</param>
    /// <param name="columns">The file's columns.</param>
    /// <param name="roles">Which of them are what.</param>
    /// <param name="values">The observation's values (N×D).</param>
    /// <param name="weights">The row weights, or none.</param>
    public static Dataset ToDataset(
        string file, FileColumns columns, ColumnRoles roles, Table values, ReadOnlySpan<double> weights)
    {
        if (roles.Observation.Length > MostColumns)
        {
            throw FailureException.Input(
                $"{file}: {roles.Observation.Length} columns are more than {MostColumns}; choose with --columns");
        }

        ImmutableArray<string> names = [.. roles.Observation.Select(column => columns.Names[column])];
        string weightName = roles.Weights is { } column ? columns.Names[column] : string.Empty;
        return Dataset.TryCreate(values, weights)
            .Or(fault => throw FailureException.Input($"{file}: {Words(fault, names, weightName)}"))
            .WithColumnNames(names);
    }

    private static string Words(DataFault fault, ImmutableArray<string> names, string weightName) => fault switch
    {
        DataFault.Empty => "there are no rows",
        DataFault.NotFinite value => Place(value.Row, names[value.Column]) + $"{Number(value.Value)} is not finite",
        DataFault.TooLarge value => Place(value.Row, names[value.Column]) + TooLarge(Number(value.Value)),
        DataFault.TooNarrow column =>
            $"column {Display.Field(names[column.Column])} varies by {Number(column.Spread)} only: squares would underflow; "
            + FormattableString.Invariant($"rescale to above {Dataset.SmallestSpread:G3}"),
        DataFault.BadWeight weight => Place(weight.Row, weightName) + BadWeight(Number(weight.Weight)),
        DataFault.BadTotalWeight => $"column {Display.Field(weightName)}: {fault.Message.TrimEnd('.')}",
        _ => fault.Message,
    };

    /// <summary>What is wrong with a value whose square overflows.</summary>
    public static string TooLarge(string value) => FormattableString.Invariant(
        $"{value} is too large: squares would overflow; rescale to below {Dataset.LargestValue:G3}");

    /// <summary>What is wrong with a weight.</summary>
    public static string BadWeight(string value) => $"a weight is a number from 0 on, not {value}";

    private static string Place(long row, string column) =>
        FormattableString.Invariant($"row {row + 1}, column {Display.Field(column)}: ");

    private static string Number(double value) => FormattableString.Invariant($"{value:R}");
}
