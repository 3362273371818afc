namespace GmmPure;

/// <summary>What an E-step gives.</summary>
public sealed record EStepResult
{
    internal EStepResult(Responsibilities responsibilities, double logLikelihood) =>
        (Responsibilities, LogLikelihood) = (responsibilities, logLikelihood);

    /// <summary>r_nk (N×K).</summary>
    public Responsibilities Responsibilities { get; }

    /// <summary>ℓ(θ) of the parameters that went in: a total over the rows, weighted, in nats.</summary>
    public double LogLikelihood { get; }

    /// <summary>Both, as <c>var (responsibilities, logLikelihood) = Em.EStep(data, mixture)</c>.</summary>
    /// <param name="responsibilities">r_nk (N×K).</param>
    /// <param name="logLikelihood">ℓ(θ), a total in nats.</param>
    public void Deconstruct(out Responsibilities responsibilities, out double logLikelihood) =>
        (responsibilities, logLikelihood) = (Responsibilities, LogLikelihood);
}
