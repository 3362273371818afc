using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Fitting;

/// <summary>What to try where a fit collapsed, by what made it collapse: each is something that works, and not a guess.</summary>
/// <param name="data">N×D.</param>
/// <param name="structure">The covariance structure; null of other families.</param>
/// <param name="components">K.</param>
/// <param name="request">How the data are read.</param>
internal sealed class Remedies(Dataset data, CovarianceStructure? structure, int components, DataRequest request)
{
    /// <summary>A ridge is a thousandth of what a column varies; of the typical column.</summary>
    private const double RidgeShare = 1e-3;

    /// <summary>And this much of what the most varying column does, so that it is no rounding there.</summary>
    private const double LeastRidgeShare = 1e-10;

    /// <summary>What to try, in words; null where nothing better is known than another start.</summary>
    /// <param name="causes">What made it collapse, the first first.</param>
    public string? Of(ImmutableArray<FitWarning> causes)
    {
        ImmutableArray<int> determined = [.. causes.OfType<FitWarning.DeterminedColumn>().Select(each => each.Column)];
        var few = causes.OfType<FitWarning.TooFewRows>().FirstOrDefault();
        return !determined.IsEmpty ? Without(determined, few)
            : causes.OfType<FitWarning.FewDistinctValues>().FirstOrDefault() is { } levels
                ? $"{Discrete.Advice(data, [levels.Column], "gaussian")}{Fewer(", or try fewer components (-k)")}"
            : few is not null ? $"try {Either([.. Structures(few.Rows), .. FewerOf(few.Rows, data.Dimension), .. few.Rows < components ? [] : Ridge()])}"
            : causes.OfType<FitWarning.RepeatedValue>().FirstOrDefault() is { } repeated
                ? $"leave them out{LeavingOut.Rows(data, repeated.Column, repeated.Value, request)}{Fewer(", or try fewer components (-k)")}"
            : causes.OfType<FitWarning.LoneRow>().FirstOrDefault() is { } lone
                ? $"correct it, or leave it out{LeavingOut.Rows(data, lone.Column, lone.Value, request)}{Fewer(", or try fewer components (-k)")}"
            : null;
    }

    /// <summary>Without the columns that others determine; of few rows the components must be fewer too.</summary>
    private string Without(ImmutableArray<int> determined, FitWarning.TooFewRows? few)
    {
        string names = Display.Argument(determined.Select(column => data.ColumnNames[column]));
        int left = data.Dimension - determined.Length;
        string exclude = few is not null && FewerOf(few.Rows, left) is [var fewer] ? $"--exclude {names} with {fewer}" : $"--exclude {names}";
        bool hasConstant = determined.Any(column => data.ColumnVariances[column] == 0);
        return $"try {Either([exclude, .. hasConstant || few is not null ? Array.Empty<string>() : ["--covariance diagonal"], .. Ridge()])}";
    }

    /// <summary>The simpler structures for which there are rows enough; of those first that have no more parameters than the data tell.</summary>
    private IEnumerable<string> Structures(int rows)
    {
        ImmutableArray<CovarianceStructure> possible =
            [.. CovarianceStructure.All.Where(each => each != structure && (components > 1 || !each.IsShared) && each.LeastRows(components, data.Dimension) <= rows)];
        ImmutableArray<CovarianceStructure> sound = [.. possible.Where(each => Numbers >= 2 * (Parameters(each) + 1.0))];
        return possible.IsEmpty && rows > 1
            ? [FormattableString.Invariant($"--covariance diagonal with -k {Math.Min(components, rows / CovarianceStructure.Diagonal.LeastRows(1, data.Dimension))}")]
            : (sound.IsEmpty ? possible : sound).OrderByDescending(Parameters).Take(2).Select(each => $"--covariance {each.Name}");
    }

    private double Numbers => Math.Max(data.TotalWeight, data.Count) * data.Dimension;

    private long Parameters(CovarianceStructure each) =>
        components - 1 + ((long)components * data.Dimension) + each.FreeParameters(components, data.Dimension);

    /// <summary>The number of components for which there are rows enough, if it is one at least; else fewer columns.</summary>
    private ImmutableArray<string> FewerOf(int rows, int dimension)
    {
        int most = structure is null || dimension < 1 ? components
            : Enumerable.Range(1, components).TakeWhile(count => structure.LeastRows(count, dimension) <= rows).LastOrDefault();
        return most == components ? [] : most < 1 ? ["fewer columns (--columns)"] : [FormattableString.Invariant($"-k {most}")];
    }

    private string Fewer(string advice) => components > 1 ? advice : string.Empty;

    /// <summary>A ridge of a size that helps and hardly shows.</summary>
    private IEnumerable<string> Ridge()
    {
        ImmutableArray<double> variances = [.. data.ColumnVariances.Where(variance => variance > 0).Order()];
        double ridge = variances.IsEmpty ? 1 : Math.Max(RidgeShare * variances[variances.Length / 2], LeastRidgeShare * variances[^1]);
        return structure is null ? [] : [FormattableString.Invariant($"--ridge {ridge:G1}")];
    }

    private static string Either(ImmutableArray<string> ways) =>
        ways.Length == 1 ? ways[0] : $"{string.Join(", ", ways[..^1])}, or {ways[^1]}";
}
