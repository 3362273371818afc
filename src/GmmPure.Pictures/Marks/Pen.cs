namespace GmmPure.Pictures.Marks;

/// <summary>How a line is broken, so that lines can be told apart without their colours.</summary>
public enum Dash
{
    /// <summary>Not at all.</summary>
    Solid,

    /// <summary>Into dashes.</summary>
    Dashed,

    /// <summary>Into dots.</summary>
    Dotted,

    /// <summary>Into dashes and dots by turns.</summary>
    DashDotted,

    /// <summary>Into long dashes.</summary>
    LongDashed,

    /// <summary>Into dashes and pairs of dots by turns.</summary>
    DashDotDotted,
}

/// <summary>How a line is drawn.</summary>
/// <param name="Colour">Its colour.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Dash">How it is broken.</param>
/// <param name="Opacity">From 0, invisible, to 1.</param>
public sealed record Pen(Colour Colour, double Width, Dash Dash = Dash.Solid, double Opacity = 1);

/// <summary>How an area is filled.</summary>
/// <param name="Colour">Its colour.</param>
/// <param name="Opacity">From 0, invisible, to 1.</param>
public sealed record Fill(Colour Colour, double Opacity = 1);
