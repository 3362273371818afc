namespace GmmPure;

/// <summary>What one pass over the data gives: all that EM needs of them for one iteration.</summary>
public sealed record DataPass
{
    internal DataPass(double logLikelihood, SufficientStatistics statistics) =>
        (LogLikelihood, Statistics) = (logLikelihood, statistics);

    /// <summary>ℓ(θ) of the parameters that went in: a total over the rows, weighted, in nats.</summary>
    public double LogLikelihood { get; }

    /// <summary>The sufficient statistics of the responsibilities.</summary>
    public SufficientStatistics Statistics { get; }
}
