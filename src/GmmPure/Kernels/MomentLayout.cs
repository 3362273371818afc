namespace GmmPure;

/// <summary>What must be known of S = Σ w·r·d·dᵀ, the second moments: each of these tells all that those before it tell.</summary>
public enum MomentShape
{
    /// <summary>Nothing: counts and first moments are enough.</summary>
    None,

    /// <summary>Its trace (1 number).</summary>
    Trace,

    /// <summary>Its diagonal (D numbers).</summary>
    Diagonal,

    /// <summary>The whole symmetric matrix (D×D numbers).</summary>
    Full,
}

/// <summary>
/// Which second moments a pass sums up, beside the counts and the first moments. Several covariance structures may need the
/// same. The default value is <see cref="None"/>.
/// </summary>
/// <param name="Shape">What of each matrix.</param>
/// <param name="IsPooled">Whether those of all components are summed together; false where there are none.</param>
/// <exception cref="ArgumentOutOfRangeException">There is no such shape.</exception>
public readonly record struct MomentLayout(MomentShape Shape, bool IsPooled)
{
    /// <summary>Counts and first moments only: what weights and means are made of.</summary>
    public static MomentLayout None => default;

    /// <summary>What of each matrix.</summary>
    public MomentShape Shape { get; } =
        Enum.IsDefined(Shape) ? Shape : throw new ArgumentOutOfRangeException(nameof(Shape));

    /// <summary>Whether those of all components are summed together; false where there are none.</summary>
    public bool IsPooled { get; } = IsPooled && Shape != MomentShape.None;

    /// <summary>The layout in words: "full second moments", say, or "no second moments".</summary>
    public override string ToString() => Shape == MomentShape.None
        ? "no second moments"
        : $"{(IsPooled ? "pooled " : "")}{Shape.ToString().ToLowerInvariant()} second moments";

    /// <summary>How many of the second moments differ, a matrix being symmetric: at most some 2⁹², so that a long may be too short.</summary>
    /// <param name="components">K.</param>
    /// <param name="dimension">D.</param>
    internal Int128 Count(int components, int dimension) => (Int128)(IsPooled ? 1 : components) * Shape switch
    {
        MomentShape.None => 0,
        MomentShape.Trace => 1,
        MomentShape.Diagonal => dimension,
        _ => dimension * (dimension + 1L) / 2,
    };
}
