using System.CommandLine;
using GmmPure.Cli.Options;
using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Verifying;

/// <summary>The options of <c>gmm verify</c>: from what was typed to a <see cref="VerifyRequest"/>.</summary>
internal sealed class VerifyOptions
{
    private const int DefaultDigits = 10;

    /// <summary>A double has no more.</summary>
    private const int MostDigits = 15;

    private readonly Argument<string> history =
        FileOption.Argument("HISTORY", "A history file (JSON Lines), as gmm fit --history or other software writes it; - is standard input.");

    private readonly DataOptions data = new();

    private readonly Option<int?> digits = NumberOption.Count(
        "--digits", "D", 1, $"How many decimal digits must agree; {DefaultDigits} by default.", MostDigits);

    private readonly Option<bool> step = new("--step")
    {
        Description = "Compare each line with what follows from the line before it, so that rounding does not add up.",
    };

    private readonly Option<ImmutableArray<string>?> deviations = DeviationOption.Create();

    private readonly Option<double?> ridge = NumberOption.NonNegative(
        "--ridge",
        "E",
        "What the M-steps add to every covariance's diagonal; by default what the history says, or else 0.",
        EmOptions.LargestRidge);

    private readonly Option<CovarianceStructure?> covariance = StructureOption.One("by default what the history says, or its numbers' shape");

    public void AddTo(Command command)
    {
        command.Arguments.Add(history);
        data.AddTo(command);
        foreach (var option in new Option[] { digits, step, deviations, ridge, covariance })
        {
            command.Options.Add(option);
        }
    }

    public VerifyRequest Read(ParseResult parsed)
    {
        var request = new VerifyRequest(
            parsed.GetRequiredValue(history),
            data.Read(parsed),
            parsed.GetValue(digits) ?? DefaultDigits,
            parsed.GetValue(step),
            parsed.GetValue(deviations) ?? [],
            parsed.GetValue(covariance),
            parsed.GetValue(ridge),
            parsed.GetValue(data.Json));
        return InputFile.IsStandardInput(request.History) && InputFile.IsStandardInput(request.Data.Path)
            ? throw FailureException.CommandLine("only one of the history and the data can be standard input")
            : request;
    }
}
