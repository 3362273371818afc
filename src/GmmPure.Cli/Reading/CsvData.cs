using System.Globalization;
using System.Runtime.InteropServices;

namespace GmmPure.Cli.Reading;

/// <summary>Data from CSV text: the numbers of the chosen columns, row by row.</summary>
internal sealed class CsvData
{
    private static readonly ImmutableHashSet<string> WordsForMissing =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "NA", "N/A", "null", "none", "missing", "?", "-", ".");

    private readonly string file;
    private readonly FileColumns columns;
    private readonly ColumnRoles roles;
    private readonly ImmutableArray<double>.Builder values;
    private readonly List<double> weights = [];
    private readonly ImmutableArray<string>.Builder labels = ImmutableArray.CreateBuilder<string>();

    private CsvData(string file, FileColumns columns, ColumnRoles roles, Room room)
    {
        (this.file, this.columns, this.roles) = (file, columns, roles);
        values = ImmutableArray.CreateBuilder<double>((int)Math.Min(room.NumbersIn(roles.Observation.Length), Array.MaxLength));
    }

    /// <summary>
    /// Reads the columns that are chosen once the header is known. The lines of a file are counted first, which takes a small
    /// part of the time to read them, so that the numbers are written where they stay, and are never held twice.
    /// </summary>
    public static FileData Read(BegunStream stream, DataRequest request, Func<FileColumns, ColumnRoles> choose)
    {
        var room = new Room(stream.CountLines() - (request.HasHeader ? 1 : 0) ?? 0, stream.Remaining ?? 0);
        using var reader = InputFile.Text(stream);
        return From(CsvRecords.Read(reader, request.Name), room, request, choose);
    }

    private static FileData From(
        IEnumerable<CsvRecord> records, Room room, DataRequest request, Func<FileColumns, ColumnRoles> choose)
    {
        CsvData? data = null;
        bool looksLikeData = false;
        foreach (var record in records)
        {
            if (data is null)
            {
                var found = request.HasHeader
                    ? FileColumns.From(record, request.Name)
                    : FileColumns.Generate(record.Fields.Length);
                data = new CsvData(request.Name, found, choose(found), room);
                looksLikeData = request.HasHeader && record.Fields.All(field => Numbers.TryReal(field, out _));
                if (request.HasHeader)
                {
                    continue;
                }
            }

            data.Add(record);
        }

        return data is null || data.values.Count == 0
            ? throw FailureException.Input($"{request.Name}: there are no rows")
            : data.ToFileData(looksLikeData);
    }

    private void Add(CsvRecord record)
    {
        if (record.Fields.Length != columns.Names.Length)
        {
            string found = Display.Count(record.Fields.Length, "field");
            throw FailureException.Input(
                $"{file}: line {record.Line} has {found}, the first line has {columns.Names.Length}");
        }

        foreach (int column in roles.Observation)
        {
            values.Add(Numbers.TryReal(record.Fields[column], out double value) && Math.Abs(value) <= Dataset.LargestValue
                ? value
                : throw Refusal(record, column, ValueFault(record.Fields[column], columns.Names[column])));
        }

        if (roles.Weights is { } weightColumn)
        {
            weights.Add(Weight(record, weightColumn));
        }

        if (roles.Labels is { } labelColumn)
        {
            string label = record.Fields[labelColumn].Trim();
            labels.Add(label.Length > 0 || roles.MayLackLabels ? label : throw Refusal(record, labelColumn, "the label is missing"));
        }
    }

    private double Weight(CsvRecord record, int column)
    {
        string field = record.Fields[column];
        return Numbers.TryReal(field, out double weight) && weight >= 0 && double.IsFinite(weight)
            ? weight
            : throw Refusal(
                record,
                column,
                string.IsNullOrWhiteSpace(field) ? "the weight is missing" : DataFile.BadWeight(Display.Field(field)));
    }

    private FailureException Refusal(CsvRecord record, int column, string fault) =>
        FailureException.Input($"{file}: line {record.Line}, column {Display.Field(columns.Names[column])}: {fault}");

    private static string ValueFault(string field, string name) => Numbers.TryReal(field, out double value) switch
    {
        true when double.IsFinite(value) => DataFile.TooLarge(Display.Field(field)),
        true => $"{Display.Field(field)} is beyond double precision",
        _ when string.IsNullOrWhiteSpace(field) =>
            $"the value is missing; leave out its row, or the column with --exclude {Display.Argument(name)}",
        _ when WordsForMissing.Contains(field.Trim()) =>
            $"the value is missing ({Display.Field(field)}); leave out its row, or the column with --exclude {Display.Argument(name)}",
        _ when IsInfiniteOrNaN(field) => $"{Display.Field(field)} is not finite",
        _ when HasOtherSeparator(field) && HasOtherSeparator(name) =>
            $"{Display.Field(field)} is not a number; fields are separated by commas, not by semicolons or tabs",
        _ => $"{Display.Field(field)} is not a number; a column of labels is left out with --exclude {Display.Argument(name)}",
    };

    private static bool HasOtherSeparator(string field) => field.AsSpan().Trim().ContainsAny(';', '\t');

    private static bool IsInfiniteOrNaN(string field)
    {
        string word = field.Trim().TrimStart('+', '-');
        return word.Equals("inf", StringComparison.OrdinalIgnoreCase)
            || (double.TryParse(word, CultureInfo.InvariantCulture, out double value) && !double.IsFinite(value));
    }

    private FileData ToFileData(bool headerLooksLikeData)
    {
        int width = roles.Observation.Length;
        var table = Table.Create(values.Count / width, width, values.DrainToImmutable());
        return new FileData(
            DataFile.ToDataset(file, columns, roles, table, CollectionsMarshal.AsSpan(weights)),
            labels.DrainToImmutable(),
            columns,
            headerLooksLikeData);
    }

    /// <summary>How much there is to read. Lines may be empty, but a number has a digit and something after it.</summary>
    private sealed record Room(long Lines, long Bytes)
    {
        public long NumbersIn(int columns) => Math.Clamp(Lines * columns, 0, (Bytes / 2) + 1);
    }
}
