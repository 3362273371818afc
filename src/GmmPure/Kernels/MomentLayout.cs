namespace GmmPure.Kernels;

/// <summary>Which second moments are summed: what must be known of S = Σ w·r·d·dᵀ, by component or pooled.</summary>
internal enum MomentShape
{
    /// <summary>The whole symmetric matrix.</summary>
    Full,

    /// <summary>Its diagonal.</summary>
    Diagonal,

    /// <summary>Its trace.</summary>
    Trace,
}

/// <summary>What a pass has to sum up, beside counts and first moments.</summary>
/// <param name="Shape">Which second moments.</param>
/// <param name="IsPooled">Whether those of all components are summed together.</param>
internal readonly record struct MomentLayout(MomentShape Shape, bool IsPooled)
{
    /// <summary>The least that a pass sums: where only counts and means are wanted.</summary>
    public static MomentLayout Fewest => new(MomentShape.Trace, IsPooled: true);
}
