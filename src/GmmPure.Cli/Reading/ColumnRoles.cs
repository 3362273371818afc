namespace GmmPure.Cli.Reading;

/// <summary>Which columns of a file are what, counted from 0.</summary>
/// <param name="Observation">One or more, in the order wanted.</param>
/// <param name="Weights">The row weights, if there are any.</param>
/// <param name="Labels">The rows' labels, if there are any.</param>
/// <param name="MayLackLabels">Whether the label of a row may be missing.</param>
internal sealed record ColumnRoles(ImmutableArray<int> Observation, int? Weights, int? Labels, bool MayLackLabels);
