namespace GmmPure.Families;

/// <summary>What lies on either side of a number: each computed by itself, so that the smaller keeps its digits.</summary>
/// <param name="Lower">P(X ≤ x).</param>
/// <param name="Upper">P(X &gt; x).</param>
internal readonly record struct Tails(double Lower, double Upper)
{
    private const double Half = 0.5;

    /// <summary>All is above.</summary>
    public static Tails Below => new(0, 1);

    /// <summary>All is below.</summary>
    public static Tails Above => new(1, 0);

    /// <summary>The tails of which one is known.</summary>
    public static Tails OfLower(double lower) => new(lower, 1 - lower);

    /// <summary>The tails of which one is known.</summary>
    public static Tails OfUpper(double upper) => new(1 - upper, upper);

    /// <summary>P(x &lt; X ≤ y), from the tails of x and of y ≥ x: by those that cancel least.</summary>
    public static double Between(Tails x, Tails y) => Math.Max(
        0,
        y.Lower <= Half ? y.Lower - x.Lower
        : x.Upper <= Half ? x.Upper - y.Upper
        : 1 - x.Lower - y.Upper);
}
