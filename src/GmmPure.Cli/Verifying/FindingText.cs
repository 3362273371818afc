using GmmPure.Cli.Writing;
using GmmPure.Textbook;

namespace GmmPure.Cli.Verifying;

/// <summary>Findings in words, with components by number and columns by name.</summary>
internal static class FindingText
{
    /// <summary>Where a history leaves the path.</summary>
    public static string Of(Divergence divergence, VerificationReport report) => divergence.Comparison is { } comparison
        ? $"{Name(comparison, report)} is {Digits.Exact(comparison.Found)}, expected {Digits.Exact(comparison.Expected)} "
            + $"({Number(comparison)} digits)"
        : Of(divergence.Ending!, report);

    /// <summary>A promise that is broken.</summary>
    public static string Of(Violation violation) => violation.Promise switch
    {
        Promise.WeightsSumToOne => $"the weights sum to {Digits.Exact(violation.Value)}, not to 1",
        Promise.CountsSumToN =>
            $"the effective counts sum to {Digits.Exact(violation.Value)}, not to {Digits.Exact(violation.Expected ?? 0)}",
        Promise.WeightsAreShares =>
            $"the weight of component {violation.Component} is {Digits.Exact(violation.Value)}, "
            + $"its share of the rows {Digits.Exact(violation.Expected ?? 0)}",
        Promise.Symmetric =>
            $"the covariance of component {violation.Component} is not symmetric, by {Digits.Exact(violation.Value)}",
        Promise.PositiveDefinite =>
            $"the covariance of component {violation.Component} has collapsed (relative pivot {Digits.Exponential(violation.Value)})",
        _ => $"the log-likelihood falls from {Digits.Exact(violation.Expected ?? 0)} to {Digits.Exact(violation.Value)}",
    };

    /// <summary>How many digits agree, rounded down, so that 9.99 are not taken for 10.</summary>
    public static string Number(Comparison comparison) => Digits.Fixed(Math.Floor(comparison.Digits * 10) / 10, 1);

    /// <summary>What a comparison compares, where it agrees worst.</summary>
    public static string Name(Comparison comparison, VerificationReport report)
    {
        var place = comparison.Place;
        string who = place.Component is { } component ? $"of component {Digits.Whole(component)}" : "of all components";
        bool isBall = report.Input.History.Head.Structure.Shape == CovarianceShape.Spherical;
        return comparison.Parameter switch
        {
            Parameter.Weights => $"the weight {who}",
            Parameter.Means => $"the mean {who} in column {Column(place.Row, report)}",
            Parameter.EffectiveCounts => $"the effective count {who}",
            Parameter.LogLikelihood => "the log-likelihood",
            _ when isBall && place.Row == place.Column => $"the variance {who}",
            _ when place.Row == place.Column => $"the variance {who} in column {Column(place.Row, report)}",
            _ => $"the covariance {who} in columns {Column(place.Row, report)} and {Column(place.Column, report)}",
        };
    }

    /// <summary>How software was taken to deviate; nothing if it does not.</summary>
    public static IEnumerable<string> Deviations(Deviation deviation) => deviation.Ridge > 0
        ? deviation.Names.Append($"ridge {Digits.Exact(deviation.Ridge)}")
        : deviation.Names;

    /// <summary>A deviation as one types it.</summary>
    /// <param name="deviation">The deviation.</param>
    /// <param name="assumed">The one that was taken for granted, with a ridge that may be the history's own.</param>
    public static string Options(Deviation deviation, Deviation assumed) => string.Join(' ', new[]
    {
        deviation.Names.IsEmpty ? string.Empty : $"--as {string.Join(',', deviation.Names)}",
        deviation.Ridge == 0 && assumed.Ridge == 0 ? string.Empty : $"--ridge {Digits.Exact(deviation.Ridge)}",
    }.Where(option => option.Length > 0).DefaultIfEmpty("no --as"));

    private static string Of(Ending ending, VerificationReport report) => ending.Kind switch
    {
        EndingKind.GoesOn => $"it should not be there, as {Of(ending.Cause!, report)} in the step to it",
        EndingKind.Unsaid => $"it does not say that {Of(ending.Cause!, report)} in the step from it",
        EndingKind.Unfounded => "it says that a component degenerates, and none does",
        _ => $"it gives another cause, where {Of(ending.Cause!, report)}",
    };

    private static string Of(TextbookDegeneracy cause, VerificationReport report)
    {
        string who = cause.Component is { } component ? $"component {Digits.Whole(component)}" : "the covariance of all components";
        return cause.IsEmptied ? $"{who} loses its rows"
            : cause.Column is { } column ? $"{who} collapses in column {Column(column, report)}"
            : $"{who} collapses";
    }

    private static string Column(int? column, VerificationReport report) =>
        Display.Field(report.Input.Data.ColumnNames[column ?? 0]);
}
