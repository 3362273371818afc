using GmmPure.Pictures.Marks;

namespace GmmPure.Pictures.Colours;

/// <summary>
/// The colours of components: Okabe and Ito's, which can be told apart with any common deficiency of colour vision. From
/// the eighth on they come again, darker and lighter by turns; lines are broken differently from one to the next, so that
/// they can be told apart in grey as well.
/// </summary>
public static class Palette
{
    /// <summary>Blue, orange, green, vermilion, sky, purple, and for their yellow, which is hardly seen on white, brown.</summary>
    private static readonly ImmutableArray<Colour> Hues =
    [
        Colour.Of(0x0072B2), Colour.Of(0xE69F00), Colour.Of(0x009E73), Colour.Of(0xD55E00), Colour.Of(0x56B4E9),
        Colour.Of(0xCC79A7), Colour.Of(0x5D3A00),
    ];

    /// <summary>By how much a round through the hues is lighter than the first.</summary>
    private static readonly ImmutableArray<double> Rounds = [0, -0.16, 0.12, -0.26, 0.06, -0.08];

    /// <summary>What is written.</summary>
    public static Colour Ink => Colour.Of(0x222222);

    /// <summary>What is written beside it.</summary>
    public static Colour Faint => Colour.Of(0x5F6368);

    /// <summary>What lies behind everything.</summary>
    public static Colour Paper => Colour.Of(0xFFFFFF);

    /// <summary>The lines of a grid.</summary>
    public static Colour Grid => Colour.Of(0xE8EAED);

    /// <summary>The lines of axes, and bars.</summary>
    public static Colour Axis => Colour.Of(0x80868B);

    /// <summary>Where something has gone down that should go up.</summary>
    public static Colour Alarm => Colour.Of(0xC5221F);

    /// <summary>A component's colour.</summary>
    /// <param name="component">Counted from 0.</param>
    public static Colour Of(int component)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(component);
        var colour = Oklab.Of(Hues[component % Hues.Length]);
        int round = component / Hues.Length % Rounds.Length;
        return round == 0
            ? Hues[component % Hues.Length]
            : (colour with { Lightness = colour.Lightness + Rounds[round] }).ToColour();
    }

    /// <summary>How a component's lines are broken.</summary>
    /// <param name="component">Counted from 0.</param>
    public static Dash DashOf(int component)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(component);
        return (Dash)(component % 6);
    }

    /// <summary>A component's pen.</summary>
    /// <param name="component">Counted from 0.</param>
    /// <param name="width">In pixels.</param>
    public static Pen PenOf(int component, double width) => new(Of(component), width, DashOf(component));

    /// <summary>A row's colour: its components' colours mixed by its responsibilities, as the eye mixes them.</summary>
    /// <param name="responsibilities">One a component; they sum to 1.</param>
    public static Colour Mix(ReadOnlySpan<double> responsibilities) => Oklab.Mix(Components(responsibilities.Length), responsibilities);

    /// <summary>Each row's colour.</summary>
    /// <param name="responsibilities">N×K.</param>
    public static ImmutableArray<Colour> Mix(Responsibilities responsibilities)
    {
        ArgumentNullException.ThrowIfNull(responsibilities);
        var components = Components(responsibilities.ComponentCount);
        return [.. Enumerable.Range(0, responsibilities.Count).Select(row => Oklab.Mix(components, responsibilities.Row(row)))];
    }

    private static Oklab[] Components(int count) => [.. Enumerable.Range(0, count).Select(component => Oklab.Of(Of(component)))];
}
