namespace GmmPure.Textbook;

/// <summary>
/// A power of five, between Lower·2^Exponent and Upper·2^Exponent; if these are the same, it is that.
/// </summary>
internal readonly record struct PowerOfFive(BigInteger Lower, BigInteger Upper, long Exponent)
{
    /// <summary>5^power, by squarings, each cut to so many bits below and above.</summary>
    public static PowerOfFive Of(long power, int bits)
    {
        var result = new PowerOfFive(1, 1, 0);
        for (int bit = 63 - (int)long.LeadingZeroCount(power); bit >= 0; bit--)
        {
            var (lower, upper, exponent) = result;
            int factor = ((power >> bit) & 1) == 0 ? 1 : 5;
            result = new PowerOfFive(factor * lower * lower, factor * upper * upper, 2 * exponent).Cut(bits);
        }

        return result;
    }

    private PowerOfFive Cut(int bits)
    {
        int excess = (int)Upper.GetBitLength() - bits;
        return excess <= 0 ? this : new PowerOfFive(Lower >> excess, -(-Upper >> excess), Exponent + excess);
    }
}
