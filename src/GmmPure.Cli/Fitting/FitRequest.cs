using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Fitting;

/// <summary>What <c>gmm fit</c> is asked to do: the command line as a value.</summary>
/// <param name="Data">The data.</param>
/// <param name="Components">K, if given.</param>
/// <param name="Structure">The covariance structure, if given.</param>
/// <param name="Start">A model file with the exact start, if given.</param>
/// <param name="Seed">The seed of the first restart, from which the others' are derived.</param>
/// <param name="Restarts">How many starts to try.</param>
/// <param name="Stopping">When a run stops.</param>
/// <param name="Ridge">What is added to every covariance's diagonal.</param>
/// <param name="Output">The files to write.</param>
internal sealed record FitRequest(
    DataRequest Data,
    int? Components,
    CovarianceStructure? Structure,
    string? Start,
    long Seed,
    int Restarts,
    Stopping Stopping,
    double Ridge,
    FitOutput Output);

/// <summary>When a run stops.</summary>
/// <param name="Tolerance">The gain in log-likelihood per sample of one iteration at which to stop; 0: never early.</param>
/// <param name="MaxIterations">The most EM iterations after iteration 0.</param>
internal sealed record Stopping(double Tolerance, int MaxIterations)
{
    /// <summary>As much of an endless history as is wanted.</summary>
    public IEnumerable<Iteration> Of(IEnumerable<Iteration> history)
    {
        var bounded = history.Take(MaxIterations + 1);
        return Tolerance > 0 ? bounded.TakeUntilConverged(Convergence.GainPerSample(Tolerance)) : bounded;
    }
}

/// <summary>The files to write.</summary>
/// <param name="Model">For the model, if wanted.</param>
/// <param name="History">For every iteration of the kept run, if wanted.</param>
internal sealed record FitOutput(string? Model, string? History);
