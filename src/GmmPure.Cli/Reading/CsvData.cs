using System.Globalization;
using System.Runtime.InteropServices;

namespace GmmPure.Cli.Reading;

/// <summary>Data as a file gives them.</summary>
/// <param name="Data">The chosen columns, with their names.</param>
/// <param name="Header">The file's columns.</param>
/// <param name="HeaderLooksLikeData">Whether what was taken for a header consists of numbers only.</param>
internal sealed record CsvData(Dataset Data, CsvHeader Header, bool HeaderLooksLikeData)
{
    /// <summary>Reads the columns that are chosen once the header is known.</summary>
    public static CsvData Read(DataRequest request, Func<CsvHeader, ImmutableArray<int>> choose) =>
        InputFile.Read(request.Path, reader =>
            From(CsvRecords.Read(reader, request.Name), request.Name, request.HasHeader, choose));

    private static CsvData From(
        IEnumerable<CsvRecord> records, string file, bool hasHeader, Func<CsvHeader, ImmutableArray<int>> choose)
    {
        CsvHeader? header = null;
        ImmutableArray<int> chosen = [];
        bool suspicious = false;
        var values = new List<double>();
        foreach (var record in records)
        {
            if (header is null)
            {
                header = hasHeader ? CsvHeader.From(record, file) : CsvHeader.Generate(record.Fields.Length);
                chosen = choose(header);
                suspicious = hasHeader && record.Fields.All(field => Numbers.TryReal(field, out _));
                if (hasHeader)
                {
                    continue;
                }
            }

            AddRow(values, record, header, chosen, file);
        }

        return header is null || values.Count == 0
            ? throw FailureException.Input($"{file}: there are no rows")
            : new CsvData(ToDataset(values, header, chosen, file), header, suspicious);
    }

    private static void AddRow(
        List<double> values, CsvRecord record, CsvHeader header, ImmutableArray<int> chosen, string file)
    {
        if (record.Fields.Length != header.Names.Length)
        {
            string found = Display.Count(record.Fields.Length, "field");
            throw FailureException.Input(
                $"{file}: line {record.Line} has {found}, the first line has {header.Names.Length}");
        }

        foreach (int column in chosen)
        {
            values.Add(Numbers.TryReal(record.Fields[column], out double value) && Math.Abs(value) <= Dataset.LargestValue
                ? value
                : throw Refusal(record, column, header.Names[column], file));
        }
    }

    private static FailureException Refusal(CsvRecord record, int column, string name, string file)
    {
        string field = Display.Field(record.Fields[column]);
        string fault = Numbers.TryReal(record.Fields[column], out double value) switch
        {
            true when double.IsFinite(value) => FormattableString.Invariant(
                $"{field} is too large: squares would overflow; rescale to below {Dataset.LargestValue:G3}"),
            true => $"{field} is beyond double precision",
            _ when string.IsNullOrWhiteSpace(record.Fields[column]) => "the value is missing",
            _ when IsInfiniteOrNaN(record.Fields[column]) => $"{field} is not finite",
            _ => $"{field} is not a number; a column of labels is left out with --exclude {name}",
        };
        return FailureException.Input($"{file}: line {record.Line}, column \"{name}\": {fault}");
    }

    private static bool IsInfiniteOrNaN(string field) =>
        double.TryParse(field, CultureInfo.InvariantCulture, out double value) && !double.IsFinite(value);

    private static Dataset ToDataset(List<double> values, CsvHeader header, ImmutableArray<int> chosen, string file)
    {
        ImmutableArray<string> names = [.. chosen.Select(column => header.Names[column])];
        var table = Table.Create(values.Count / chosen.Length, chosen.Length, CollectionsMarshal.AsSpan(values));
        return Dataset.TryCreate(table)
            .Or(fault => throw FailureException.Input($"{file}: {Words(fault, names)}"))
            .WithColumnNames(names);
    }

    private static string Words(DataFault fault, ImmutableArray<string> names) => fault is not DataFault.TooNarrow narrow
        ? fault.Message
        : $"column \"{names[narrow.Column]}\" "
            + FormattableString.Invariant($"varies by {narrow.Spread} only: squares would underflow; ")
            + FormattableString.Invariant($"rescale to above {Dataset.SmallestSpread:G3}");
}
