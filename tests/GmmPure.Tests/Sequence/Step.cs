namespace GmmPure.Tests;

/// <summary>An element of an imagined algorithm, to test what works for every algorithm.</summary>
internal sealed record Step(int Index, double Objective, bool IsMonotone = true) : IIteration<Step>
{
    public double TotalWeight { get; init; } = 1;

    /// <summary>That of a well-conditioned model, unless it is given.</summary>
    public double? ObjectiveRounding { get; init; }

    Objective IIteration<Step>.Objective => new(
        Objective,
        ObjectiveKind.LogLikelihood,
        TotalWeight,
        ObjectiveRounding ?? GmmPure.Objective.RoundingOf(Objective, TotalWeight),
        IsMonotone);

    public double Change { get; init; } = double.PositiveInfinity;

    public Status Status { get; init; } = new Running();

    public double ParameterChangeSince(Step earlier) => Change;

    public Step WithStatus(Status status) => this with { Status = status };
}
