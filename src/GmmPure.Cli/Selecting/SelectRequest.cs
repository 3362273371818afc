using GmmPure.Cli.Options;
using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Selecting;

/// <summary>What <c>gmm select</c> is asked to do: the command line as a value.</summary>
/// <param name="Data">The data.</param>
/// <param name="Components">The numbers of components.</param>
/// <param name="Structures">The covariance structures.</param>
/// <param name="Criterion">By what the best is chosen.</param>
/// <param name="Options">How to search for each model's best fit.</param>
/// <param name="IsJson">Whether to print JSON.</param>
/// <param name="Model">The file for the best model, if wanted.</param>
/// <param name="Plot">The file for the picture of the criteria, if wanted.</param>
internal sealed record SelectRequest(
    DataRequest Data,
    ComponentCounts Components,
    ImmutableArray<CovarianceStructure> Structures,
    Criterion Criterion,
    FitOptions Options,
    bool IsJson,
    string? Model,
    string? Plot);
