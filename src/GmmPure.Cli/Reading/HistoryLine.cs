namespace GmmPure.Cli.Reading;

/// <summary>One line of a history as it stands there; what other software may leave out is null.</summary>
/// <param name="Index">t.</param>
/// <param name="LogLikelihood">What is said of ℓ(θ_t).</param>
/// <param name="Status">Whether it is said to run on, to have converged or to degenerate.</param>
/// <param name="Cause">Which component is said to degenerate, and how.</param>
/// <param name="EffectiveCounts">What is said of N_k (K).</param>
/// <param name="Weights">π (K).</param>
/// <param name="Means">μ (K×D).</param>
/// <param name="Covariances">Σ, one a component (K of D×D), whatever the structure.</param>
internal sealed record HistoryLine(
    int Index,
    double? LogLikelihood,
    LineStatus? Status,
    LineCause? Cause,
    ImmutableArray<double>? EffectiveCounts,
    ImmutableArray<double> Weights,
    Table Means,
    ImmutableArray<Table> Covariances);

/// <summary>What a line says of how it goes on.</summary>
internal enum LineStatus
{
    /// <summary>It goes on.</summary>
    Running,

    /// <summary>It ends, converged.</summary>
    Converged,

    /// <summary>It ends: a component degenerates.</summary>
    Degenerate,
}

/// <summary>What a degenerate line says of the cause.</summary>
/// <param name="Component">The component, counted from 0; null for the covariance that all share.</param>
/// <param name="IsEmptied">Whether it lost its rows, rather than its covariance collapsed.</param>
/// <param name="Column">The column that collapsed, counted from 0; null if none is to blame.</param>
internal sealed record LineCause(int? Component, bool IsEmptied, int? Column);

/// <summary>What the lines of a history have in common.</summary>
/// <param name="Structure">The covariance structure.</param>
/// <param name="ColumnNames">The names of the columns; empty if they have none.</param>
/// <param name="Rows">The number of rows of the data, if it is said.</param>
/// <param name="Ridge">ε.</param>
/// <param name="Variant">What was different from plain EM, in words; null if nothing was.</param>
internal sealed record HistoryHead(
    CovarianceStructure Structure, ImmutableArray<string> ColumnNames, int? Rows, double Ridge, string? Variant);

/// <summary>A history as it was read.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Head">What its lines have in common.</param>
/// <param name="Lines">One or more.</param>
internal sealed record History(string Name, HistoryHead Head, ImmutableArray<HistoryLine> Lines)
{
    /// <summary>K.</summary>
    public int Components => Lines[0].Weights.Length;

    /// <summary>D.</summary>
    public int Dimension => Lines[0].Means.ColumnCount;
}
