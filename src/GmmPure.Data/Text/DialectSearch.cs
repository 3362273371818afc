using System.Text.RegularExpressions;

namespace GmmPure.Data.Text;

/// <summary>Finds how the fields and the decimals of a text are written.</summary>
internal static partial class DialectSearch
{
    /// <summary>Fewer rows may look like something by accident.</summary>
    private const int FewRows = 3;

    private static readonly ImmutableArray<FieldSeparator> Separators =
        [FieldSeparator.Comma, FieldSeparator.Semicolon, FieldSeparator.Tab, FieldSeparator.Bar, FieldSeparator.Blanks];

    /// <summary>The way to understand a text that fits best, of those that the options allow.</summary>
    /// <exception cref="ReadException">Two fit equally well, or what the options say doesn't fit at all.</exception>
    public static Dialect Of(TextSample sample, ReadOptions options)
    {
        var separator = options.Separator ?? sample.Declared;
        var best = Best(sample, separator, options.Mark, options);
        if (separator is not null || options.Mark is not null)
        {
            CheckAgreement(best, sample, options);
        }

        CheckCommas(best, separator, options.Mark);
        return best;
    }

    private static Dialect Best(TextSample sample, FieldSeparator? separator, DecimalMark? mark, ReadOptions options)
    {
        var best = separator is null && mark is DecimalMark.Comma ? null : Trial(separator ?? FieldSeparator.Comma, mark ?? DecimalMark.Point);
        if (best is { IsPerfect: true } || (separator is not null && mark is not null))
        {
            return best!;
        }

        foreach (var each in Separators.Where(each => separator is null ? Occurs(each, sample) : each == separator))
        {
            foreach (var decimals in Marks(each, separator is not null, mark, sample))
            {
                var trial = Trial(each, decimals);
                bool isPossible = (trial.Width > 1 || separator is not null) && (mark is not null || IsUsual(trial));
                best = isPossible && (best is null || trial.Fit.CompareTo(best.Fit) > 0) ? trial : best;
            }
        }

        return separator is null && mark is not DecimalMark.Point && sample.Has(',') ? OneColumn(best) : best ?? Trial(FieldSeparator.Semicolon, DecimalMark.Comma);

        Dialect Trial(FieldSeparator between, DecimalMark before) =>
            new(between, before, sample.Records(between), new MissingMarkers(options.MissingValues, before));

        // A column of numbers with decimal commas needs no separator: any will do that does not occur.
        Dialect OneColumn(Dialect? other)
        {
            var unused = Separators.FirstOrDefault(each => each is not FieldSeparator.Comma && !Occurs(each, sample), FieldSeparator.Semicolon);
            var one = Trial(unused, DecimalMark.Comma);
            return other is null || IsOneColumn(one, other) ? one : other;
        }
    }

    /// <summary>Where commas separate fields, most numbers must have decimal commas, if any has.</summary>
    private static bool IsUsual(Dialect trial) =>
        (trial.Separator, trial.Mark) != (FieldSeparator.Comma, DecimalMark.Comma) || 2 * trial.CommaCount > trial.FieldsTotal;

    /// <summary>Whether all numbers of one column have a comma, and the header, if there is one, is one name.</summary>
    private static bool IsOneColumn(Dialect one, Dialect other) =>
        one is { Width: 1, Numeric: 1 } && one.CommaCount == one.FieldsTotal
        && !one.Records[0].Fields[0].Contains(',', StringComparison.Ordinal)
        && other is { Separator: FieldSeparator.Comma, PointCount: 0 };

    private static bool Occurs(FieldSeparator separator, TextSample sample) => separator switch
    {
        FieldSeparator.Comma => sample.Has(','),
        FieldSeparator.Semicolon => sample.Has(';'),
        FieldSeparator.Tab => sample.Has('\t'),
        FieldSeparator.Bar => sample.Has('|'),
        _ => sample.Has(' ') || sample.Has('\t'),
    };

    /// <summary>Where commas separate fields, decimal commas stand in quotation marks, and are not guessed of a few.</summary>
    private static IEnumerable<DecimalMark> Marks(FieldSeparator separator, bool isGiven, DecimalMark? mark, TextSample sample) =>
        mark is { } given ? separator is not FieldSeparator.Comma || given is DecimalMark.Point || isGiven || sample.Has('"') ? [given] : []
        : separator is FieldSeparator.Comma && !sample.Has('"') ? [DecimalMark.Point]
        : [DecimalMark.Point, DecimalMark.Comma];

    private static void CheckAgreement(Dialect chosen, TextSample sample, ReadOptions options)
    {
        var free = Best(sample, null, null, options);
        bool isOther = (free.Separator, free.Mark) != (chosen.Separator, chosen.Mark);
        bool isWorse = chosen.Numeric == 0
            || (free.Numeric > chosen.Numeric && ((free.HeaderFits && !chosen.HeaderFits) || (free.Width > 1 && chosen.Width == 1)));
        if (isOther && free.IsRegular && free.Numeric > 0.5 && isWorse)
        {
            throw new ReadException(new ReadFault.Contradiction(free.Separator, free.Mark));
        }

        if (options.Separator is { } given && sample.Declared is { } declared && given != declared)
        {
            throw new ReadException(new ReadFault.Contradiction(declared, chosen.Mark));
        }
    }

    private static void CheckCommas(Dialect chosen, FieldSeparator? separator, DecimalMark? mark)
    {
        if (mark is null && chosen.Mark is DecimalMark.Comma
            && chosen.Records.SelectMany(record => record.Fields).Where(field => field.Contains(',', StringComparison.Ordinal))
                .Where(field => NumberText.TryReal(field, DecimalMark.Comma, out _)).All(field => Thousands().IsMatch(field.Trim())))
        {
            throw new ReadException(new ReadFault.Ambiguous(LineOfFirstComma(chosen), ReadDoubt.DecimalsOrThousands));
        }

        if (separator is null && chosen.Records.Count > 0 && MayBeThousands(chosen))
        {
            throw new ReadException(new ReadFault.Ambiguous(chosen.Records[^1].Line, ReadDoubt.FieldsOrThousands));
        }

        if (separator is null && mark is null && (MayBeDecimals(chosen) || MayBeRowNames(chosen)))
        {
            throw new ReadException(new ReadFault.Ambiguous(LineOfFirstComma(chosen), ReadDoubt.FieldsOrDecimals));
        }
    }

    /// <summary>Whether all rows are one number whose thousands are set apart, if blanks do that, and no second name says otherwise.</summary>
    private static bool MayBeThousands(Dialect chosen)
    {
        var rows = chosen.Records.Skip(chosen.Records[0].Fields.Length == 1 ? 1 : 0).ToArray();
        return chosen is { Separator: FieldSeparator.Blanks, Width: 2 } && rows.Length >= FewRows && Array.TrueForAll(
            rows, row => row.Fields is [var first, var second] && Head().IsMatch(first) && Tail().IsMatch(second));
    }

    private static long LineOfFirstComma(Dialect chosen) => chosen.Records
        .FirstOrDefault(record => record.Fields.Any(field => field.Contains(',', StringComparison.Ordinal)), chosen.Records[0]).Line;

    /// <summary>
    /// Whether there are no names, and what stands after every second comma begins with a 0, like decimals, or has three digits,
    /// like thousands.
    /// </summary>
    private static bool MayBeDecimals(Dialect chosen) =>
        chosen is { Separator: FieldSeparator.Comma, Numeric: 1, PointCount: 0 }
        && chosen.Width % 2 == 0
        && chosen.Records.TrueForAll(record => record.Fields.Length == chosen.Width
            && record.Fields.Where((_, column) => column % 2 == 1).All(field => field.Length > 0 && field.All(char.IsAsciiDigit))
            && record.Fields.Where((_, column) => column % 2 == 0).All(field => Whole().IsMatch(field)))
        && (chosen.Records.Exists(record => record.Fields.Where((_, column) => column % 2 == 1).Any(field => field is ['0', _, ..]))
            || (chosen.Records.Count >= FewRows
                && chosen.Records.TrueForAll(record => record.Fields.Where((_, column) => column % 2 == 1).All(field => field.Length == 3))));

    /// <summary>Whether decimal commas were found in one column whose whole parts could as well be names of rows.</summary>
    private static bool MayBeRowNames(Dialect chosen) =>
        chosen is { Width: 1, Mark: DecimalMark.Comma } && chosen.Records.Count > 2
        && chosen.Records.Skip(1).Select(record => record.Fields[0].Split(',')[0]).GroupBy(whole => whole, StringComparer.Ordinal).All(group => group.Count() == 1);

    [GeneratedRegex(@"^[+-]?[1-9]\d{0,2}(,\d{3})+$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^[+-]?[1-9]\d{0,2}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Head();

    [GeneratedRegex(@"^\d{3}([.,]\d*)?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Tail();

    [GeneratedRegex(@"^[+-]?\d+$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Whole();
}
