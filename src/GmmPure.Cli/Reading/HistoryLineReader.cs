using System.Text.Json;
using GmmPure.Cli.Kinds;

namespace GmmPure.Cli.Reading;

/// <summary>One line of a history file, from its members.</summary>
internal static class HistoryLineReader
{
    private const string Structure = "covariance";
    private const string Weights = "weights";
    private const string Means = "means";

    /// <summary>
    /// By how much weights may miss their sum, and a matrix its symmetry, and still be called so: what has been printed with
    /// three digits or more is read, and how far it is off is a finding.
    /// </summary>
    private const double Sloppiness = 0.01;

    /// <summary>2⁵⁰⁰ and 2^±1000: beyond, squares of doubles overflow.</summary>
    private const double LargestMean = 3.273390607896142E150;
    private const double LargestVariance = LargestMean * LargestMean;

    /// <summary>What the first line says of all lines, or else the command line.</summary>
    public static HistoryHead Head(JsonMembers members, CovarianceStructure? structure, double? ridge)
    {
        string? family = members.FindString("family");
        Check(family is null or FamilyName.Gaussian, "family", $"is {Display.Field(family ?? string.Empty)}, not gaussian");
        double? itsRidge = members.FindNumber("ridge");
        if (itsRidge is < 0 or > EmOptions.LargestRidge)
        {
            throw new MemberException("ridge", "must not be negative, nor so large that squares overflow");
        }

        var itsStructure = FindStructure(members);
        if (structure is { } given && itsStructure is { } its && given != its)
        {
            throw FailureException.CommandLine($"--covariance {given.Name} contradicts the history, which is {its.Name}");
        }

        double[] weights = [.. JsonMembers.Numbers(members.Require(Weights), Weights)];
        var means = JsonMembers.Rows(members.Require(Means), Means);
        var names = members.FindStrings("columns") ?? [];
        Check(names.IsEmpty || names.Length == means.ColumnCount, "columns", $"{means.ColumnCount} columns need as many names");
        Check(names.Distinct(StringComparer.Ordinal).Count() == names.Length, "columns", "two columns have the same name");
        return new HistoryHead(
            structure ?? itsStructure ?? CovarianceLayout.Infer(members, weights.Length, means.ColumnCount),
            names,
            members.FindWhole("rows"),
            ridge ?? itsRidge ?? 0,
            Variant(members));
    }

    /// <summary>ℓ(θ_t), if it is there, and not null for −∞; beyond 1e300 differences are no numbers.</summary>
    private static double? LogLikelihood(JsonMembers members)
    {
        if (members.Find("log_likelihood") is { ValueKind: JsonValueKind.Null })
        {
            return null;
        }

        double? logLikelihood = members.FindNumber("log_likelihood");
        Check(!(Math.Abs(logLikelihood ?? 0) > 1e300), "log_likelihood", "is beyond 1e300");
        return logLikelihood;
    }

    /// <summary>What was different from plain EM, in words.</summary>
    private static string? Variant(JsonMembers members) =>
        members.Find("hard")?.ValueKind == JsonValueKind.True ? "hard EM"
        : members.Find("keeps_weights")?.ValueKind == JsonValueKind.True ? "EM with fixed weights"
        : members.FindWhole("labelled_rows") is > 0 ? "EM with known labels"
        : null;

    /// <summary>A line, which must be of the same kind as those before it.</summary>
    /// <param name="members">What stands in it.</param>
    /// <param name="index">Its place, counted from 0.</param>
    /// <param name="head">What it has in common with the others.</param>
    /// <param name="first">The first line; null if this is it.</param>
    /// <param name="previous">The line before it, likewise.</param>
    public static HistoryLine Line(
        JsonMembers members, int index, HistoryHead head, HistoryLine? first, HistoryLine? previous)
    {
        CheckPlace(members, index, head, previous);
        var weights = JsonMembers.Numbers(members.Require(Weights), Weights);
        var means = JsonMembers.Rows(members.Require(Means), Means);
        CheckMixture(weights, means, first);
        var covariances = CovarianceLayout.Read(members.Require(CovarianceLayout.Member), head.Structure, weights.Length, means.ColumnCount);
        foreach (var (component, covariance) in covariances.Index())
        {
            CheckCovariance(covariance, component);
        }

        var counts = members.FindNumbers("effective_counts");
        Check(
            counts is null || (counts.Value.Length == weights.Length && counts.Value.All(count => count >= 0)),
            "effective_counts",
            $"{weights.Length} components need as many counts, from 0 on");
        return new HistoryLine(
            index, LogLikelihood(members), Status(members), Cause(members), counts, weights, means, covariances);
    }

    private static void CheckPlace(JsonMembers members, int index, HistoryHead head, HistoryLine? previous)
    {
        if (members.Find("iteration") is not null && members.FindWhole("iteration") is { } iteration && iteration != index)
        {
            throw new MemberException("iteration", FormattableString.Invariant($"is {iteration}, where {index} is expected"));
        }

        Check(previous?.Status != LineStatus.Degenerate, "status", "the line before is degenerate, so that none can follow");
        Check(FindStructure(members) is not { } its || its == head.Structure, Structure, $"is not {head.Structure.Name}, as before");
    }

    private static CovarianceStructure? FindStructure(JsonMembers members) => members.FindString(Structure) is { } name
        ? CovarianceStructure.FromName(name) ?? throw new MemberException(Structure, $"there is no structure {Display.Field(name)}")
        : null;

    private static void CheckMixture(ImmutableArray<double> weights, Table means, HistoryLine? first)
    {
        Check(weights.Length > 0, Weights, "is empty");
        Check(
            first is null || weights.Length == first.Weights.Length,
            Weights,
            $"there are {weights.Length}, where there were {first?.Weights.Length} before");
        Check(means.RowCount == weights.Length, Means, $"{weights.Length} weights need as many means, not {means.RowCount}");
        Check(
            first is null || means.ColumnCount == first.Means.ColumnCount,
            Means,
            $"have {means.ColumnCount} columns, where they had {first?.Means.ColumnCount} before");
        Check(means.Elements.All(mean => Math.Abs(mean) <= LargestMean), Means, "must be below 2^500");
        Check(weights.All(weight => weight is >= 0 and <= 1 + Sloppiness), Weights, "must be in [0, 1]");
        Check(
            Math.Abs(weights.Sum() - 1) <= Sloppiness,
            Weights,
            FormattableString.Invariant($"sum to {weights.Sum():G6}, not to 1"));
    }

    private static void CheckCovariance(Table covariance, int component)
    {
        for (int i = 0; i < covariance.RowCount; i++)
        {
            Check(
                covariance[i, i] is >= 1 / LargestVariance and <= LargestVariance,
                CovarianceLayout.Member,
                $"component {component}: a variance must be positive, and within 2^±1000");
        }

        for (int i = 0; i < covariance.RowCount; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double scale = Math.Sqrt(covariance[i, i]) * Math.Sqrt(covariance[j, j]);
                Check(
                    Math.Abs(covariance[i, j] - covariance[j, i]) <= Sloppiness * scale,
                    CovarianceLayout.Member,
                    FormattableString.Invariant($"component {component}: a covariance is symmetric: ")
                    + FormattableString.Invariant($"entries ({i}, {j}) and ({j}, {i}) are {covariance[i, j]:R} and {covariance[j, i]:R}"));
            }
        }
    }

    private static LineStatus? Status(JsonMembers members) => members.FindString("status") switch
    {
        null => null,
        "running" => LineStatus.Running,
        "converged" => LineStatus.Converged,
        "degenerate" => LineStatus.Degenerate,
        _ => throw new MemberException("status", "must be \"running\", \"converged\" or \"degenerate\""),
    };

    private static LineCause? Cause(JsonMembers members)
    {
        if (members.Find("cause") is not { } cause)
        {
            return null;
        }

        Check(cause.ValueKind == JsonValueKind.Object, "cause", "must be an object");
        return cause.TryGetProperty("kind", out var kind) && kind.ValueKind == JsonValueKind.String
            ? new LineCause(Whole(cause, "component"), kind.ValueEquals("emptied"), Whole(cause, "column"))
            : throw new MemberException("cause", "has no \"kind\"");
    }

    private static int? Whole(JsonElement cause, string name) =>
        cause.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Number && member.TryGetInt32(out int number)
            ? number
            : null;

    private static void Check(bool holds, string member, string otherwise)
    {
        if (!holds)
        {
            throw new MemberException(member, otherwise);
        }
    }
}
