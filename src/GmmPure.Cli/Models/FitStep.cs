namespace GmmPure.Cli.Models;

/// <summary>An iteration of a fit of any kind, as the command sees it.</summary>
internal abstract record FitStep : IIteration<FitStep>
{
    public abstract int Index { get; }

    public abstract double Objective { get; }

    public abstract bool IsMonotone { get; }

    public abstract double ObjectiveRounding { get; }

    public abstract double TotalWeight { get; }

    public abstract Status Status { get; }

    /// <summary>θ_t.</summary>
    public abstract IModel Model { get; }

    /// <summary>N_k under θ_t (K), in rows.</summary>
    public abstract ImmutableArray<double> EffectiveCounts { get; }

    /// <summary>The components that are spikes on a few rows.</summary>
    public virtual ImmutableArray<int> SuspiciousComponents => [];

    /// <summary>What EM climbs: the log-likelihood, or of hard EM the classification log-likelihood.</summary>
    public double LogLikelihood => Objective;

    public double LogLikelihoodPerSample => LogLikelihood / TotalWeight;

    public double Aic => Criteria.Aic(LogLikelihood, Model.FreeParameters);

    public double Bic => Criteria.Bic(LogLikelihood, Model.FreeParameters, TotalWeight);

    public bool IsConverged => Status is Converged;

    public abstract double ParameterChangeSince(FitStep earlier);

    public abstract FitStep WithStatus(Status status);

    /// <summary>A line of a history file.</summary>
    public abstract string ToJson();
}

/// <summary>An iteration of one of the library's sequences.</summary>
/// <param name="Iteration">It.</param>
internal abstract record FitStep<TIteration>(TIteration Iteration) : FitStep
    where TIteration : class, IIteration<TIteration>
{
    public override int Index => Iteration.Index;

    public override double Objective => Iteration.Objective;

    public override bool IsMonotone => Iteration.IsMonotone;

    public override double ObjectiveRounding => Iteration.ObjectiveRounding;

    public override double TotalWeight => Iteration.TotalWeight;

    public override Status Status => Iteration.Status;

    public override double ParameterChangeSince(FitStep earlier) =>
        Iteration.ParameterChangeSince(((FitStep<TIteration>)earlier).Iteration);

    public override FitStep WithStatus(Status status) => this with { Iteration = Iteration.WithStatus(status) };
}
