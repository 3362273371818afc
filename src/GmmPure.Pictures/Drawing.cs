using GmmPure.Pictures.Marks;

namespace GmmPure.Pictures;

/// <summary>A picture as a value: its size, its title, and the marks on it. Immutable, equal by content.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Title">What it shows, in a line, for who cannot see it.</param>
/// <param name="Marks">What is on it; later ones lie above earlier ones.</param>
public sealed record Drawing(double Width, double Height, string Title, ImmutableArray<Mark> Marks)
{
    private readonly EqualArray<Mark> marks = Given.Array(Marks);

    /// <summary>What it shows, in a line.</summary>
    public string Title { get; init => field = Given.Value(value); } = Given.Value(Title);

    /// <summary>What is on it.</summary>
    public ImmutableArray<Mark> Marks { get => marks; init => marks = Given.Array(value); }

    /// <summary>The drawing as a text of SVG.</summary>
    public string ToSvg() => Svg.Of(this);
}
