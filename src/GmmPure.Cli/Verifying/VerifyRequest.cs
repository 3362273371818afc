using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Verifying;

/// <summary>What <c>gmm verify</c> is asked to do: the command line as a value.</summary>
/// <param name="History">The history file.</param>
/// <param name="Data">The data.</param>
/// <param name="Digits">How many digits must agree.</param>
/// <param name="IsStep">Whether each line is compared with what follows from the one before it.</param>
/// <param name="Deviations">The names of what the software does in its own way.</param>
/// <param name="Structure">The covariance structure, if given.</param>
/// <param name="Ridge">The ridge, if given.</param>
/// <param name="IsJson">Whether to print JSON.</param>
internal sealed record VerifyRequest(
    string History,
    DataRequest Data,
    int Digits,
    bool IsStep,
    ImmutableArray<string> Deviations,
    CovarianceStructure? Structure,
    double? Ridge,
    bool IsJson);
