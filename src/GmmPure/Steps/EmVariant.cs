using GmmPure.Kernels;

namespace GmmPure;

/// <summary>
/// What is different from plain EM: in the E-step, who belongs to whom; in the M-step, whether weights change. Rows whose label
/// is known (<see cref="Dataset.Labels"/>) belong to its component in every variant.
/// </summary>
public sealed record EmVariant
{
    /// <summary>Nothing.</summary>
    public static EmVariant Plain { get; } = new();

    /// <summary>
    /// Classification EM (Celeux and Govaert 1992): between the steps every row is given to its most probable component, of equals
    /// the first. It climbs the classification log-likelihood, Σ w_n·max_k ln π_k·p_k(x_n).
    /// </summary>
    public static EmVariant Hard { get; } = new() { IsHard = true };

    /// <summary>Whether every row belongs to one component, its most probable; then Σ w_n·max_k ln π_k·p_k(x_n) is climbed.</summary>
    public bool IsHard { get; init; }

    /// <summary>Whether the mixing weights stay as they are: with one ball and equal weights, hard EM is k-means.</summary>
    public bool KeepsWeights { get; init; }

    /// <summary>How a pass assigns rows to components.</summary>
    internal Assignment Assignment => Assignment.Known(IsHard ? Assignment.Hard : Assignment.Soft);
}
