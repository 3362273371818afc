namespace GmmPure.Pictures.Marks;

/// <summary>What a drawing consists of: a closed family of seven. Later marks lie above earlier ones.</summary>
public abstract record Mark
{
    private protected Mark()
    {
    }

    /// <summary>The one case that it is, exhaustively.</summary>
    public TResult Match<TResult>(
        Func<Line, TResult> line,
        Func<Area, TResult> area,
        Func<Circle, TResult> circle,
        Func<Ellipse, TResult> ellipse,
        Func<Rectangle, TResult> rectangle,
        Func<Text, TResult> text,
        Func<Group, TResult> group)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(area);
        ArgumentNullException.ThrowIfNull(circle);
        ArgumentNullException.ThrowIfNull(ellipse);
        ArgumentNullException.ThrowIfNull(rectangle);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(group);
        return this switch
        {
            Line each => line(each),
            Area each => area(each),
            Circle each => circle(each),
            Ellipse each => ellipse(each),
            Rectangle each => rectangle(each),
            Text each => text(each),
            _ => group((Group)this),
        };
    }

    private protected abstract void Closed();
}

/// <summary>A line through points.</summary>
/// <param name="Points">Where it runs; with fewer than two nothing is seen.</param>
/// <param name="Pen">How it is drawn.</param>
public sealed record Line(ImmutableArray<Point> Points, Pen Pen) : Mark
{
    private readonly EqualArray<Point> points = Given.Array(Points);

    /// <summary>Where it runs.</summary>
    public ImmutableArray<Point> Points { get => points; init => points = Given.Array(value); }

    /// <summary>How it is drawn.</summary>
    public Pen Pen { get; init => field = Given.Value(value); } = Given.Value(Pen);

    private protected override void Closed()
    {
    }
}

/// <summary>The inside of a polygon.</summary>
/// <param name="Points">Its corners.</param>
/// <param name="Fill">How it is filled.</param>
public sealed record Area(ImmutableArray<Point> Points, Fill Fill) : Mark
{
    private readonly EqualArray<Point> points = Given.Array(Points);

    /// <summary>Its corners.</summary>
    public ImmutableArray<Point> Points { get => points; init => points = Given.Array(value); }

    /// <summary>How it is filled.</summary>
    public Fill Fill { get; init => field = Given.Value(value); } = Given.Value(Fill);

    private protected override void Closed()
    {
    }
}

/// <summary>A circle: a point of data, or a mean.</summary>
/// <param name="Centre">Its centre.</param>
/// <param name="Radius">Its radius in pixels.</param>
/// <param name="Fill">How it is filled, if it is.</param>
/// <param name="Pen">How its edge is drawn, if it is.</param>
public sealed record Circle(Point Centre, double Radius, Fill? Fill, Pen? Pen = null) : Mark
{
    private protected override void Closed()
    {
    }
}

/// <summary>
/// An ellipse c + cos t·u + sin t·v: the image of the unit circle under the matrix (u v), so that the columns of a
/// covariance's Cholesky factor draw it without angles or eigenvectors.
/// </summary>
/// <param name="Centre">c.</param>
/// <param name="First">u, from the centre.</param>
/// <param name="Second">v, from the centre.</param>
/// <param name="Pen">How its edge is drawn, if it is.</param>
/// <param name="Fill">How it is filled, if it is.</param>
public sealed record Ellipse(Point Centre, Point First, Point Second, Pen? Pen, Fill? Fill = null) : Mark
{
    private protected override void Closed()
    {
    }
}

/// <summary>An upright rectangle.</summary>
/// <param name="Box">Where it is.</param>
/// <param name="Fill">How it is filled, if it is.</param>
/// <param name="Pen">How its edge is drawn, if it is.</param>
public sealed record Rectangle(Box Box, Fill? Fill, Pen? Pen = null) : Mark
{
    private protected override void Closed()
    {
    }
}

/// <summary>Which part of a text stands at its place.</summary>
public enum Anchor
{
    /// <summary>Its beginning.</summary>
    Start,

    /// <summary>Its middle.</summary>
    Middle,

    /// <summary>Its end.</summary>
    End,
}

/// <summary>A line of text; what XML cannot hold of it is drawn as �, and what turns the direction of writing by its number.</summary>
/// <param name="Place">Where it stands, on its base line.</param>
/// <param name="Words">What it says.</param>
/// <param name="Size">The height of its letters in pixels.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="Anchor">Which part of it stands there.</param>
/// <param name="IsUpright">Whether it runs upwards rather than to the right.</param>
/// <param name="IsStrong">Whether it is bold.</param>
public sealed record Text(
    Point Place,
    string Words,
    double Size,
    Colour Colour,
    Anchor Anchor = Anchor.Start,
    bool IsUpright = false,
    bool IsStrong = false) : Mark
{
    /// <summary>What it says.</summary>
    public string Words { get; init => field = Given.Value(value); } = Given.Value(Words);

    private protected override void Closed()
    {
    }
}

/// <summary>Marks that belong together.</summary>
/// <param name="Name">What they are, in one word: SVG's <c>class</c>.</param>
/// <param name="Marks">The marks.</param>
/// <param name="Clip">Outside of it nothing is seen of them, if it is given.</param>
public sealed record Group(string Name, ImmutableArray<Mark> Marks, Box? Clip = null) : Mark
{
    private readonly EqualArray<Mark> marks = Given.Array(Marks);

    /// <summary>What they are, in one word.</summary>
    public string Name { get; init => field = Given.Value(value); } = Given.Value(Name);

    /// <summary>The marks.</summary>
    public ImmutableArray<Mark> Marks { get => marks; init => marks = Given.Array(value); }

    private protected override void Closed()
    {
    }
}
