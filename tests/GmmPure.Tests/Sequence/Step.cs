namespace GmmPure.Tests;

/// <summary>An element of an imagined algorithm, to test what works for every algorithm.</summary>
internal sealed record Step(int Index, double Objective, bool IsMonotone = true) : IIteration<Step>
{
    public double TotalWeight { get; init; } = 1;

    public double ObjectiveRounding { get; init; }

    public double Change { get; init; } = double.PositiveInfinity;

    public Status Status { get; init; } = new Running();

    public double ParameterChangeSince(Step earlier) => Change;

    public Step WithStatus(Status status) => this with { Status = status };
}
