namespace GmmPure.Pictures.Marks;

/// <summary>A place in a drawing, in pixels from its upper left corner; y grows downwards.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Down.</param>
public readonly record struct Point(double X, double Y);

/// <summary>An upright rectangle in a drawing.</summary>
/// <param name="Left">Its left edge.</param>
/// <param name="Top">Its upper edge.</param>
/// <param name="Width">Not negative.</param>
/// <param name="Height">Not negative.</param>
public readonly record struct Box(double Left, double Top, double Width, double Height)
{
    /// <summary>Its right edge.</summary>
    public double Right => Left + Width;

    /// <summary>Its lower edge.</summary>
    public double Bottom => Top + Height;

    /// <summary>Its centre.</summary>
    public Point Centre => new(Left + (Width / 2), Top + (Height / 2));

    /// <summary>Whether a point lies in it or on its edge.</summary>
    public bool Contains(Point point) => point.X >= Left && point.X <= Right && point.Y >= Top && point.Y <= Bottom;
}
