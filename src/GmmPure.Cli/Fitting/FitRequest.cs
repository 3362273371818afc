using GmmPure.Cli.Kinds;
using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Fitting;

/// <summary>What <c>gmm fit</c> is asked to do: the command line as a value.</summary>
/// <param name="Data">The data.</param>
/// <param name="Components">K, if given.</param>
/// <param name="Family">What to fit a mixture of.</param>
/// <param name="Start">A model file with the exact start, if given.</param>
/// <param name="Init">How starts are made otherwise.</param>
/// <param name="IsHard">Whether every row belongs to one component.</param>
/// <param name="Options">How to search for the best fit.</param>
/// <param name="Output">What to print and to write.</param>
internal sealed record FitRequest(
    DataRequest Data,
    int? Components,
    FamilyChoice Family,
    string? Start,
    InitMethod Init,
    bool IsHard,
    FitOptions Options,
    FitOutput Output);

/// <summary>What to print, and the files to write.</summary>
/// <param name="IsJson">Whether to print JSON.</param>
/// <param name="IsTraced">Whether to print the iterations of the kept run.</param>
/// <param name="Model">For the model, if wanted.</param>
/// <param name="History">For every iteration of the kept run, if wanted.</param>
/// <param name="Plot">For the picture of the fit, if wanted.</param>
/// <param name="Drawn">What draws Gaussian mixtures and no others, if anything does.</param>
internal sealed record FitOutput(
    bool IsJson, bool IsTraced = false, string? Model = null, string? History = null, string? Plot = null, string? Drawn = null);
