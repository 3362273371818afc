namespace GmmPure.Textbook;

/// <summary>What rounding needs of a precision.</summary>
/// <typeparam name="TPrecision">The precision.</typeparam>
internal static class Width<TPrecision>
    where TPrecision : struct, IPrecision
{
    /// <summary>How many bits a significand has.</summary>
    public static readonly int Bits = TPrecision.Bits is >= 64 and <= 16384
        ? TPrecision.Bits
        : throw new NotSupportedException($"A precision of {TPrecision.Bits} bits; there are 64 to 16384.");

    /// <summary>
    /// 2^0 … 2^(2·Bits + 3): half a unit in the last place of what an addition or a multiplication gives.
    /// </summary>
    public static readonly ImmutableArray<BigInteger> Powers =
        [.. Enumerable.Range(0, (2 * Bits) + 4).Select(power => BigInteger.One << power)];
}
