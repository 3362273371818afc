using System.CommandLine;
using GmmPure.Cli.Fitting;

namespace GmmPure.Cli.Options;

/// <summary>The option <c>--init</c>.</summary>
internal static class InitOption
{
    private const string KMeansPlusPlus = "kmeans++";
    private const string Random = "random";
    private const string Labels = "labels:";

    /// <param name="takesLabels">Whether labels may give the start.</param>
    public static Option<InitMethod?> Create(bool takesLabels) => new("--init")
    {
        Description = $"{Choices(takesLabels)}; {KMeansPlusPlus} by default.",
        HelpName = "M",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            switch (text)
            {
                case KMeansPlusPlus:
                    return InitMethod.Default;
                case Random:
                    return new InitMethod(IsRandom: true);
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

    private static string Choices(bool takesLabels) => takesLabels
        ? $"{KMeansPlusPlus} (then k-means), {Random} (responsibilities) or {Labels}COLUMN (a component a label)"
        : $"{KMeansPlusPlus} (then k-means) or {Random} (responsibilities)";
}
