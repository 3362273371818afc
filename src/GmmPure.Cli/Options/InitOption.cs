using System.CommandLine;
using GmmPure.Cli.Fitting;

namespace GmmPure.Cli.Options;

/// <summary>The option <c>--init</c>.</summary>
internal static class InitOption
{
    private const string Mixed = "mixed";
    private const string Labels = "labels:";

    /// <param name="takesLabels">Whether labels may give the start.</param>
    public static Option<InitMethod?> Create(bool takesLabels) => new("--init")
    {
        Description = $"{Choices(takesLabels)}; {Mixed} by default.",
        HelpName = "M",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            switch (text)
            {
                case Mixed:
                    return InitMethod.Default;
                case var name when StartText.KindOf(name) is { } kind:
                    return new InitMethod(kind);
                case var labels when takesLabels
                    && labels.StartsWith(Labels, StringComparison.Ordinal)
                    && !string.IsNullOrWhiteSpace(labels[Labels.Length..]):
                    return new InitMethod(LabelColumn: labels[Labels.Length..].Trim());
                default:
                    result.AddError($"--init takes {Choices(takesLabels)}, not {Display.Field(text)}");
                    return null;
            }
        },
    };

    private static string Choices(bool takesLabels)
    {
        string kinds = $"{Mixed} (all kinds in turn), {StartText.Of(StartKind.KMeans)} (then k-means), "
            + $"{StartText.Of(StartKind.WhitenedKMeans)} (the same on whitened rows), {StartText.Of(StartKind.Hierarchical)} (Ward), "
            + $"{StartText.Of(StartKind.NearestRows)} (drawn rows and what is near)";
        string random = $"{StartText.Of(StartKind.Random)} (responsibilities)";
        return takesLabels ? $"{kinds}, {random} or {Labels}COLUMN (a component a label)" : $"{kinds} or {random}";
    }
}
