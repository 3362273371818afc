using System.Text;
using System.Xml.Linq;
using GmmPure.Pictures.Colours;
using GmmPure.Pictures.Marks;

namespace GmmPure.Pictures.Pages;

/// <summary>The colours of a page by day and by night, as properties of CSS; on paper it is always day.</summary>
internal static class PageColours
{
    private static ImmutableArray<(string Name, Colour Light, Colour Dark)> Named =>
    [
        ("ink", Palette.Ink, Colour.Of(0xE6E8EB)),
        ("faint", Palette.Faint, Colour.Of(0xA6ACB3)),
        ("paper", Palette.Paper, Colour.Of(0x17191C)),
        ("raised", Colour.Of(0xF6F7F8), Colour.Of(0x26292E)),
        ("grid", Palette.Grid, Colour.Of(0x33373D)),
        ("axis", Palette.Axis, Colour.Of(0x7D848C)),
        ("bar", Colour.Of(0xDADCE0), Colour.Of(0x3A3F46)),
        ("accent", Colour.Of(0x0B57D0), Colour.Of(0x8AB4F8)),
        ("mark", Colour.Of(0xFFF3C4), Colour.Of(0x4A4220)),
    ];

    /// <summary>The style sheet's properties.</summary>
    public static string Css(int components) => new StringBuilder()
        .Append(":root {").Append(Properties(components, isDark: false)).Append("}\n")
        .Append("@media screen and (prefers-color-scheme: dark) { :root {").Append(Properties(components, isDark: true)).Append("} }")
        .ToString();

    /// <summary>A component's colour by night: light enough to be seen on a dark ground, and in the same order.</summary>
    public static Colour Dark(int component)
    {
        var colour = Oklab.Of(Palette.Of(component));
        return (colour with { Lightness = 0.4 + (0.52 * colour.Lightness) }).ToColour();
    }

    /// <summary>The same drawing in the page's colours, whichever they are.</summary>
    public static XElement Themed(XElement drawing)
    {
        var named = Named;
        foreach (var attribute in drawing.Descendants().Attributes().Where(each => each.Name.LocalName is "fill" or "stroke"))
        {
            string? name = named.FirstOrDefault(each => string.Equals(each.Light.ToString(), attribute.Value, StringComparison.Ordinal)).Name;
            attribute.Value = name is null ? attribute.Value : $"var(--{name})";
        }

        return drawing;
    }

    private static string Properties(int components, bool isDark) => string.Concat(Named
        .Select(each => (each.Name, Colour: isDark ? each.Dark : each.Light))
        .Concat(Enumerable.Range(0, components)
            .Select(k => (Name: FormattableString.Invariant($"component-{k}"), Colour: isDark ? Dark(k) : Palette.Of(k))))
        .Select(each => $" --{each.Name}: {each.Colour};"))
        + " ";
}
