namespace GmmPure;

/// <summary>What an algorithm climbs.</summary>
public enum ObjectiveKind
{
    /// <summary>ℓ(θ) = Σ w_n·ln p(x_n): plain EM. Of rows with a known label k, ln π_k·p_k(x_n).</summary>
    LogLikelihood,

    /// <summary>Σ w_n·max_k ln π_k·p_k(x_n), the classification log-likelihood: hard EM.</summary>
    Classification,

    /// <summary>ℓ(θ) + ln p(θ): maximum a posteriori.</summary>
    LogPosterior,

    /// <summary>A lower bound of the log-evidence ln p(X): variational Bayes.</summary>
    LowerBound,

    /// <summary>−Σ w_n·min_k |x_n − μ_k|²: k-means.</summary>
    MinusInertia,
}

/// <summary>What an algorithm climbs, at one of its elements: the number, and how far it can be trusted.</summary>
/// <param name="Value">
/// The objective, a total over the data; in nats, but for <see cref="ObjectiveKind.MinusInertia"/>. −∞ where a row has density 0.
/// </param>
/// <param name="Kind">What it is.</param>
/// <param name="TotalWeight">N, the total weight of the data, by which it is divided per sample.</param>
/// <param name="Rounding">How far rounding may have moved the value; it grows with the model's condition.</param>
/// <param name="IsMonotone">Whether it never falls from one element to the next, but by rounding.</param>
/// <exception cref="ArgumentOutOfRangeException">There is no such kind, or the total weight is not positive.</exception>
public sealed record Objective(double Value, ObjectiveKind Kind, double TotalWeight, double Rounding, bool IsMonotone = true)
{
    /// <summary>What it is.</summary>
    public ObjectiveKind Kind { get; init => field = Known(value); } = Known(Kind);

    /// <summary>N, the total weight of the data.</summary>
    public double TotalWeight { get; init => field = Weight(value); } = Weight(TotalWeight);

    /// <summary>The objective per unit of weight.</summary>
    public double PerSample => Value / TotalWeight;

    /// <summary>The objective of a well-conditioned model, whose <see cref="Rounding"/> is <see cref="RoundingOf"/>.</summary>
    /// <param name="value">A total over the data.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="totalWeight">N.</param>
    public static Objective Of(double value, ObjectiveKind kind, double totalWeight) =>
        new(value, kind, totalWeight, RoundingOf(value, totalWeight));

    /// <summary>How far rounding moves a sum over the data: 2⁻⁴⁰ of the size of what is added up.</summary>
    /// <param name="value">The sum.</param>
    /// <param name="totalWeight">N: of each row, something of the size of 1 is added even where the rows cancel.</param>
    internal static double RoundingOf(double value, double totalWeight) =>
        double.IsFinite(value) ? Negligible.Rounding * (Math.Abs(value) + totalWeight) : 0;

    private static ObjectiveKind Known(ObjectiveKind kind) =>
        Enum.IsDefined(kind) ? kind : throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such objective.");

    private static double Weight(double totalWeight) => totalWeight > 0
        ? totalWeight
        : throw new ArgumentOutOfRangeException(nameof(totalWeight), totalWeight, "A total weight is positive.");

    /// <summary>Whether this falls below an earlier objective by no more than rounding, which for one that climbs is no fall.</summary>
    internal bool FallsByRounding(Objective earlier) =>
        IsMonotone && Value < earlier.Value && earlier.Value - Value <= Rounding;
}
