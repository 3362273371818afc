namespace GmmPure.Cli.Applying;

/// <summary>What a mixture says of one row.</summary>
/// <param name="Share">Its row among the responsibilities; null if no component reaches it.</param>
/// <param name="LogDensity">ln p(x), in nats.</param>
internal readonly record struct PredictedRow((Responsibilities Table, int Row)? Share, double LogDensity)
{
    public bool IsReached => Share is not null;

    /// <summary>The most probable component, counted from 0.</summary>
    public int? Component => Share is var (table, row) ? table.MostProbable(row) : null;

    /// <summary>Of the components (K); none if no component reaches it.</summary>
    public ReadOnlySpan<double> Responsibilities => Share is var (table, row) ? table.Row(row) : [];

    /// <summary>Whether the largest responsibility is at least so large; never of a row that no component reaches.</summary>
    public bool IsCertain(double threshold) => Share is var (table, row) && table[row, table.MostProbable(row)] >= threshold;
}
