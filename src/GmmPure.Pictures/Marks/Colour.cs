namespace GmmPure.Pictures.Marks;

/// <summary>A colour of a screen (sRGB).</summary>
/// <param name="Red">From 0 to 255.</param>
/// <param name="Green">From 0 to 255.</param>
/// <param name="Blue">From 0 to 255.</param>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>The colour as SVG and CSS write it: <c>#0072b2</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"#{Red:x2}{Green:x2}{Blue:x2}");

    /// <summary>The colour of a number like 0x0072B2.</summary>
    internal static Colour Of(int number) => new((byte)(number >> 16), (byte)(number >> 8), (byte)number);
}
