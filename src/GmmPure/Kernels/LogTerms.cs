namespace GmmPure.Kernels;

/// <summary>
/// The E-step's input as numbers, whatever they come from: a_k(x) = c_k − ½·‖W_k·(x − m_k)‖² with the centres m (K×D) and the
/// constants c (K). For a mixture W = L⁻¹ whitens, and a_k(x) = ln π_k·N(x | μ_k, Σ_k).
/// </summary>
internal abstract record LogTerms(Table Centres, ImmutableArray<double> Constants)
{
    /// <summary>W_k = L_k⁻¹ for lower triangular factors L (K, each D×D); one object K times where they are the same.</summary>
    public sealed record Triangular(Table Centres, ImmutableArray<double> Constants, ImmutableArray<Table> Factors)
        : LogTerms(Centres, Constants);

    /// <summary>W_k = diag(1/σ_k) for deviations σ, given as scales 1/σ (K×D).</summary>
    public sealed record Scaled(Table Centres, ImmutableArray<double> Constants, Table Scales)
        : LogTerms(Centres, Constants);

    /// <summary>W_k = I/σ_k for variances σ² (K).</summary>
    public sealed record Uniform(Table Centres, ImmutableArray<double> Constants, ImmutableArray<double> Variances)
        : LogTerms(Centres, Constants);
}
