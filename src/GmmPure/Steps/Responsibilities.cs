namespace GmmPure;

/// <summary>
/// For each of N rows the probability of each of K components, r_nk: every row is in [0, 1] and sums to 1. Immutable,
/// equal by content.
/// </summary>
public sealed record Responsibilities
{
    /// <summary>How far from 1 a given row may sum.</summary>
    public const double RowSumTolerance = 1e-9;

    internal Responsibilities(Table values) => Values = values;

    /// <summary>N×K.</summary>
    public Table Values { get; }

    /// <summary>N.</summary>
    public int Count => Values.RowCount;

    /// <summary>K.</summary>
    public int ComponentCount => Values.ColumnCount;

    /// <summary>r_nk.</summary>
    public double this[int row, int component] => Values[row, component];

    /// <summary>Responsibilities from a table, which it shares.</summary>
    /// <param name="values">N×K numbers in [0, 1], each row summing to 1 within 1e−9.</param>
    /// <exception cref="ArgumentException">A value is not in [0, 1], or a row does not sum to 1 within 1e−9; the row is named.</exception>
    public static Responsibilities FromTable(Table values) => TryFromTable(values).OrThrow();

    /// <summary>Responsibilities from a table, which it shares; or the first row that is not valid.</summary>
    /// <param name="values">N×K numbers in [0, 1], each row summing to 1 within 1e−9.</param>
    public static Outcome<Responsibilities, ValueFault> TryFromTable(Table values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.ColumnCount == 0)
        {
            return new ValueFault(nameof(values), "Responsibilities need at least one component.");
        }

        for (int row = 0; row < values.RowCount; row++)
        {
            if (FaultOf(values, row) is { } fault)
            {
                return fault;
            }
        }

        return new Responsibilities(values);
    }

    /// <summary>Certain responsibilities: 1 for each row's label, 0 elsewhere.</summary>
    /// <param name="labels">One component a row, counted from 0.</param>
    /// <param name="components">K.</param>
    /// <exception cref="ArgumentException">A label is not in 0 … K − 1.</exception>
    public static Responsibilities FromLabels(IEnumerable<int> labels, int components) =>
        TryFromLabels(labels, components).OrThrow();

    /// <summary>Certain responsibilities, or the first row whose label there is not.</summary>
    /// <param name="labels">One component a row, counted from 0.</param>
    /// <param name="components">K.</param>
    public static Outcome<Responsibilities, ValueFault> TryFromLabels(IEnumerable<int> labels, int components)
    {
        if (Valid.Positive(components) is { } fault)
        {
            return fault;
        }

        var each = Given.Each(labels);
        double[] values = new double[Table.SizeOf(each.Length, components)];
        for (int row = 0; row < each.Length; row++)
        {
            if (each[row] < 0 || each[row] >= components)
            {
                return new ValueFault(
                    nameof(labels), $"Row {row}: there is no component {each[row]} among {components}.", row, value: each[row]);
            }

            values[(row * components) + each[row]] = 1;
        }

        return new Responsibilities(Table.Wrap(each.Length, components, values));
    }

    /// <summary>One row's probabilities, readable in place (K).</summary>
    public ReadOnlySpan<double> Row(int row) => Values.Row(row);

    /// <summary>The component most probable for a row; of equals the first.</summary>
    public int MostProbable(int row)
    {
        var probabilities = Row(row);
        int best = 0;
        for (int component = 1; component < probabilities.Length; component++)
        {
            best = probabilities[component] > probabilities[best] ? component : best;
        }

        return best;
    }

    /// <summary>A short description: the shape.</summary>
    public override string ToString() => FormattableString.Invariant($"Responsibilities {Count}×{ComponentCount}");

    private static ValueFault? FaultOf(Table values, int row)
    {
        double sum = 0;
        for (int component = 0; component < values.ColumnCount; component++)
        {
            double value = values[row, component];
            if (value is not (>= 0 and <= 1 + RowSumTolerance))
            {
                return new ValueFault(
                    nameof(values), FormattableString.Invariant($"Row {row}: {value} is not a probability."), row, component, value);
            }

            sum += value;
        }

        return Math.Abs(sum - 1) <= RowSumTolerance
            ? null
            : new ValueFault(nameof(values), FormattableString.Invariant($"Row {row} sums to {sum}, not to 1."), row);
    }
}
