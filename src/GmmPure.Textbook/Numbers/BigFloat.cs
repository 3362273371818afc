namespace GmmPure.Textbook;

/// <summary>
/// A binary floating-point number of any precision: Significand·2^Exponent, where the significand has exactly as many
/// bits as the precision says, or is 0. There is one form for each number, so equality is by content. There is no
/// infinity, no NaN and no −0: what has no value throws, what is too small for the exponent is 0.
/// </summary>
/// <remarks>
/// +, −, ×, ÷, √x, √(x² + y²) and all conversions are correctly rounded: to the nearest number, of two to the even one.
/// Exponentials, logarithms and other roots are less than ½ + 2⁻³² units in the last place from the true value.
/// </remarks>
/// <typeparam name="TPrecision">The precision.</typeparam>
public readonly partial struct BigFloat<TPrecision>
    : IEquatable<BigFloat<TPrecision>>, IComparable<BigFloat<TPrecision>>, IComparable
    where TPrecision : struct, IPrecision
{
    /// <summary>
    /// Exponents stay within ±2^61, so that a sum of two of them, and what rounding adds, never overflows.
    /// </summary>
    private const long ExponentLimit = 1L << 61;

    private BigFloat(BigInteger significand, long exponent)
    {
        Significand = significand;
        Exponent = exponent;
    }

    private static int Bits => Width<TPrecision>.Bits;

    /// <summary>
    /// The significand: an integer of exactly as many bits as the precision says, with the number's sign; or 0.
    /// </summary>
    public BigInteger Significand { get; }

    /// <summary>
    /// The exponent of the significand's last bit: 2^Exponent is one unit in the last place. 0 for 0.
    /// </summary>
    public long Exponent { get; }

    /// <summary>The number significand·2^exponent, correctly rounded.</summary>
    /// <param name="significand">Any integer.</param>
    /// <param name="exponent">The exponent of its last bit.</param>
    /// <exception cref="OverflowException">The number is 2^(2^61) or thereabouts, or larger.</exception>
    public static BigFloat<TPrecision> Create(BigInteger significand, long exponent) =>
        exponent is > 2 * ExponentLimit or < -2 * ExponentLimit
            ? InRange(significand, exponent)
            : Rounded(significand, exponent);

    /// <summary>The same number in another precision, correctly rounded; exact if that one is not smaller.</summary>
    /// <typeparam name="TOther">The other precision.</typeparam>
    public BigFloat<TOther> To<TOther>()
        where TOther : struct, IPrecision => BigFloat<TOther>.Create(Significand, Exponent);

    /// <summary>Whether both are the same number.</summary>
    public static bool operator ==(BigFloat<TPrecision> left, BigFloat<TPrecision> right) => left.Equals(right);

    /// <summary>Whether they are different numbers.</summary>
    public static bool operator !=(BigFloat<TPrecision> left, BigFloat<TPrecision> right) => !left.Equals(right);

    /// <summary>Whether the first is smaller.</summary>
    public static bool operator <(BigFloat<TPrecision> left, BigFloat<TPrecision> right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first is larger.</summary>
    public static bool operator >(BigFloat<TPrecision> left, BigFloat<TPrecision> right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first is not larger.</summary>
    public static bool operator <=(BigFloat<TPrecision> left, BigFloat<TPrecision> right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first is not smaller.</summary>
    public static bool operator >=(BigFloat<TPrecision> left, BigFloat<TPrecision> right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public bool Equals(BigFloat<TPrecision> other) => Exponent == other.Exponent && Significand.Equals(other.Significand);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is BigFloat<TPrecision> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Significand, Exponent);

    /// <summary>−1, 0 or 1 as this number is smaller than, the same as or larger than the other.</summary>
    public int CompareTo(BigFloat<TPrecision> other)
    {
        int sign = Significand.Sign;
        return sign != other.Significand.Sign ? sign.CompareTo(other.Significand.Sign)
            : Exponent == other.Exponent || sign == 0 ? Significand.CompareTo(other.Significand)
            : Exponent > other.Exponent ? sign
            : -sign;
    }

    /// <inheritdoc/>
    int IComparable.CompareTo(object? obj) => obj switch
    {
        null => 1,
        BigFloat<TPrecision> other => CompareTo(other),
        _ => throw new ArgumentException($"A {obj.GetType()} is not a {typeof(BigFloat<TPrecision>)}.", nameof(obj)),
    };

    /// <summary>
    /// The number nearest to value·2^exponent, of two the even one. With h = ½ unit in the last place it is ⌊value + h⌋
    /// in those units; at a tie, when all that the shift drops is one bit in front, this has gone up, and an odd result
    /// goes back down. If it has carried into one bit more, it is a power of two.
    /// </summary>
    private static BigFloat<TPrecision> Rounded(BigInteger value, long exponent)
    {
        var magnitude = BigInteger.Abs(value);
        int excess = (int)magnitude.GetBitLength() - Bits;
        if (excess > 0)
        {
            var rounded = (magnitude + Power(excess - 1)) >> excess;
            bool isTie = !rounded.IsEven && BigInteger.TrailingZeroCount(magnitude) == excess - 1;
            bool isLonger = rounded.GetBitLength() > Bits;
            magnitude = isTie ? rounded - BigInteger.One : isLonger ? Power(Bits - 1) : rounded;
            excess += isLonger ? 1 : 0;
        }
        else if (excess < 0)
        {
            magnitude <<= -excess;
        }

        return InRange(value.Sign < 0 ? -magnitude : magnitude, exponent + excess);
    }

    /// <summary>
    /// The number of a significand of the right length, or of any length if the exponent is out of range.
    /// </summary>
    private static BigFloat<TPrecision> InRange(BigInteger significand, long exponent) =>
        significand.IsZero || exponent < -ExponentLimit ? default
            : exponent <= ExponentLimit ? new BigFloat<TPrecision>(significand, exponent)
            : throw new OverflowException("The number is too large.");

    private static BigInteger Power(int exponent) =>
        exponent < Width<TPrecision>.Powers.Length ? Width<TPrecision>.Powers[exponent] : BigInteger.One << exponent;
}
