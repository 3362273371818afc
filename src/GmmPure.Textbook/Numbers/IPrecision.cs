namespace GmmPure.Textbook;

/// <summary>
/// How precise a <see cref="BigFloat{TPrecision}"/> is, said by a type, so that numbers of unlike precision don't mix
/// unseen.
/// </summary>
public interface IPrecision
{
    /// <summary>
    /// The length of the significand in bits, at least 64 (every long and every double is exact) and at most 16384.
    /// </summary>
    static abstract int Bits { get; }
}
