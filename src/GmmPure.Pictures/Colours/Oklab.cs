using GmmPure.Pictures.Marks;

namespace GmmPure.Pictures.Colours;

/// <summary>
/// A colour as the eye sees it (Ottosson's Oklab): lightness, green to red, blue to yellow. Means of colours are taken here,
/// where half of two colours looks halfway between them.
/// </summary>
/// <param name="Lightness">From 0, black, to 1, white.</param>
/// <param name="Red">From green to red.</param>
/// <param name="Yellow">From blue to yellow.</param>
internal readonly record struct Oklab(double Lightness, double Red, double Yellow)
{
    public static Oklab Of(Colour colour)
    {
        double red = Linear(colour.Red);
        double green = Linear(colour.Green);
        double blue = Linear(colour.Blue);
        double l = Elementary.Root((0.4122214708 * red) + (0.5363325363 * green) + (0.0514459929 * blue), 3);
        double m = Elementary.Root((0.2119034982 * red) + (0.6806995451 * green) + (0.1073969566 * blue), 3);
        double s = Elementary.Root((0.0883024619 * red) + (0.2817188376 * green) + (0.6299787005 * blue), 3);
        return new Oklab(
            (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s),
            (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s),
            (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s));
    }

    public Colour ToColour()
    {
        double l = Elementary.Power(Lightness + (0.3963377774 * Red) + (0.2158037573 * Yellow), 3);
        double m = Elementary.Power(Lightness - (0.1055613458 * Red) - (0.0638541728 * Yellow), 3);
        double s = Elementary.Power(Lightness - (0.0894841775 * Red) - (1.2914855480 * Yellow), 3);
        return new Colour(
            Encoded((4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s)),
            Encoded((-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s)),
            Encoded((-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s)));
    }

    /// <summary>The mean of colours, each as much as its share.</summary>
    /// <param name="colours">The colours.</param>
    /// <param name="shares">Their shares, which sum to 1.</param>
    public static Colour Mix(ReadOnlySpan<Oklab> colours, ReadOnlySpan<double> shares)
    {
        var mean = default(Oklab);
        for (int i = 0; i < colours.Length; i++)
        {
            mean = new Oklab(
                mean.Lightness + (shares[i] * colours[i].Lightness),
                mean.Red + (shares[i] * colours[i].Red),
                mean.Yellow + (shares[i] * colours[i].Yellow));
        }

        return mean.ToColour();
    }

    /// <summary>From the screen's scale to the light's: ((c + 0.055)/1.055)^(12/5).</summary>
    private static double Linear(byte channel)
    {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Elementary.Root(Elementary.Power((value + 0.055) / 1.055, 12), 5);
    }

    /// <summary>From the light's scale to the screen's: 1.055·c^(5/12) − 0.055.</summary>
    private static byte Encoded(double light)
    {
        double value = light <= 0.0031308 ? light * 12.92 : (1.055 * Elementary.Root(Elementary.Power(light, 5), 12)) - 0.055;
        return (byte)Math.Clamp(Math.Round(value * 255), 0, 255);
    }
}
