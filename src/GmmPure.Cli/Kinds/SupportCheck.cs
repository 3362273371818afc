using GmmPure.Families;

namespace GmmPure.Cli.Kinds;

/// <summary>Refuses data that a family cannot have made.</summary>
internal static class SupportCheck
{
    /// <param name="family">The family.</param>
    /// <param name="data">N×D.</param>
    /// <param name="file">What messages call the data.</param>
    public static void Refuse(IEstimator family, Dataset data, string file)
    {
        if (family.Columns is { } columns && columns != data.Dimension)
        {
            throw FailureException.Input(
                $"{file}: {family.Name} takes {(columns == 1 ? "one column" : Display.Count(columns, "column"))}, "
                + $"of {Display.Names(data.ColumnNames)}; choose with --columns");
        }

        if (SupportFault.Find(family, data) is { } fault)
        {
            throw Failure(fault, family.Name, data, file);
        }
    }

    /// <summary>The end of a command whose data a family cannot have made.</summary>
    /// <param name="fault">The value.</param>
    /// <param name="family">The family's name.</param>
    /// <param name="data">N×D.</param>
    /// <param name="file">What messages call the data.</param>
    public static FailureException Failure(SupportFault fault, string family, Dataset data, string file) =>
        FailureException.Input(FormattableString.Invariant(
            $"{file}: row {fault.Row + 1}, column {Display.Field(data.ColumnNames[fault.Column])}: {fault.Value:R} is not {fault.Support.Description}, as {family} needs"));
}
