namespace GmmPure.Pictures.Axes;

/// <summary>An axis's scale: from the numbers of the data to the pixels of a drawing, linearly.</summary>
public sealed record Scale
{
    /// <summary>The narrowest that a scale can be, against its numbers' magnitude: some fifty of their last digits.</summary>
    private const double Narrowest = 1e-14;

    /// <summary>The narrowest that it can be at all: its inverse can be multiplied with any standard deviation.</summary>
    private const double Smallest = 1e-140;

    /// <summary>A scale.</summary>
    /// <param name="low">The number at the beginning.</param>
    /// <param name="high">The number at the end; if it is not above the other, or hardly, both are moved apart.</param>
    /// <param name="from">The pixel at the beginning.</param>
    /// <param name="to">The pixel at the end.</param>
    /// <exception cref="ArgumentException">A number or a pixel is not finite.</exception>
    public Scale(double low, double high, double from, double to)
    {
        if (!(double.IsFinite(low) && double.IsFinite(high) && double.IsFinite(high - low) && double.IsFinite(from) && double.IsFinite(to)))
        {
            throw new ArgumentException("A scale is between finite numbers.", nameof(low));
        }

        double least = Math.Max(Math.Max(Math.Abs(low), Math.Abs(high)) * Narrowest, Smallest);
        double missing = Math.Max(0, (least - (high - low)) / 2);
        (Low, High, From, To) = (low - missing, high + missing, from, to);
    }

    /// <summary>The number at the beginning.</summary>
    public double Low { get; }

    /// <summary>The number at the end, above the one at the beginning.</summary>
    public double High { get; }

    /// <summary>The pixel at the beginning.</summary>
    public double From { get; }

    /// <summary>The pixel at the end.</summary>
    public double To { get; }

    /// <summary>How many pixels a unit of the data is; negative if the numbers run against the pixels.</summary>
    public double PixelsPerUnit => (To - From) / (High - Low);

    /// <summary>Where a number is.</summary>
    public double this[double value] => From + ((value - Low) / (High - Low) * (To - From));

    /// <summary>The same numbers at other pixels.</summary>
    public Scale At(double from, double to) => new(Low, High, from, to);
}
