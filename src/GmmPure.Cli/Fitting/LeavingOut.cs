using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Fitting;

/// <summary>How to go on without some rows.</summary>
internal static class LeavingOut
{
    /// <summary>The options that leave out the rows with a value, or nothing where these would leave out others too.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="column">The column.</param>
    /// <param name="value">The value.</param>
    /// <param name="request">How the data are read.</param>
    public static string Rows(Dataset data, int column, double value, DataRequest request) =>
        Enumerable.Range(0, data.Count).All(row => data[row, column] == value || !data.Row(row).Contains(value))
            ? FormattableString.Invariant(
                $" (--missing-values {string.Concat(request.Options.MissingValues.Select(each => each + ","))}{value:R} --missing drop)")
            : string.Empty;
}
