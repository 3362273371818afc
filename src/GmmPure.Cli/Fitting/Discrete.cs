using GmmPure.Cli.Kinds;
using GmmPure.Families;

namespace GmmPure.Cli.Fitting;

/// <summary>What to do about columns that count or classify, and are fitted as measured ones.</summary>
internal static class Discrete
{
    /// <summary>To leave them out, or to fit a family of which all columns are.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="columns">The columns of few values.</param>
    /// <param name="family">The family that was fitted.</param>
    public static string Advice(Dataset data, ImmutableArray<int> columns, string family)
    {
        string leave = columns.Length < data.Dimension
            ? $"if it holds classes or codes, leave it out (--exclude {Display.Argument(columns.Select(column => data.ColumnNames[column]))})"
            : string.Empty;
        string fit = FamilyOf(data) is { } other && !other.Equals(family, StringComparison.Ordinal) ? $"a family for it is --family {other}" : string.Empty;
        return string.Join(", or ", new[] { leave, fit }.Where(each => each.Length > 0).DefaultIfEmpty("fewer components are safer (-k)"));
    }

    /// <summary>The discrete family that takes all columns, if there is one: of one column it is no mixture of categories, which anything fits.</summary>
    private static string? FamilyOf(Dataset data)
    {
        return data.Dimension == 1
            ? Takes(Family.Poisson, FamilyName.Poisson)
            : Takes(Family.Bernoulli, FamilyName.Bernoulli) ?? (Categories.TrySeenIn(data).IsSuccess ? FamilyName.Categorical : null);

        string? Takes(IFamily family, string name) => SupportFault.Find(family, data) is null ? name : null;
    }
}
