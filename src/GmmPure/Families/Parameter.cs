namespace GmmPure.Families;

/// <summary>A parameter of a distribution, as a number.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Value">Its value.</param>
/// <param name="StandardError">Its standard error by the Fisher information; null where there is none.</param>
/// <param name="Column">The column that it belongs to, counted from 0; null if to no single one.</param>
/// <param name="OtherColumn">The other column of a covariance.</param>
/// <param name="IsBoundary">
/// Whether it lies at the edge of what it may be. The derivative of the likelihood need not vanish at a maximum there, and the
/// Fisher information says nothing of its error.
/// </param>
public sealed record Parameter(
    string Name,
    double Value,
    double? StandardError = null,
    int? Column = null,
    int? OtherColumn = null,
    bool IsBoundary = false)
{
    /// <summary>What it is called.</summary>
    public string Name { get; init => field = Given.Value(value); } = Given.Value(Name);

    /// <summary>A probability estimated from so many observations: its standard error is √(p·(1 − p)/N), but at 0 and 1.</summary>
    internal static Parameter Probability(string name, double probability, double totalWeight, int? column = null) =>
        probability is > 0 and < 1
            ? new Parameter(name, probability, Math.Sqrt(probability * (1 - probability) / totalWeight), column)
            : new Parameter(name, probability, null, column, IsBoundary: true);
}
