using GmmPure.Pictures.Marks;
using GmmPure.Pictures.Shapes;

namespace GmmPure.Pictures.Panels;

/// <summary>The rows that are drawn: which, in what colours, and how large.</summary>
/// <param name="Data">All rows.</param>
/// <param name="Rows">The rows that are drawn.</param>
/// <param name="Colours">Each one's colour, by its responsibilities.</param>
/// <param name="Sizes">Each one's share of the largest circle's radius: the root of its weight's.</param>
internal sealed record Dots(Dataset Data, ImmutableArray<int> Rows, ImmutableArray<Colour> Colours, ImmutableArray<double> Sizes)
{
    /// <summary>At most so many rows of a data set, coloured by a mixture.</summary>
    public static Dots Of(Dataset data, GaussianMixture mixture, int most)
    {
        var rows = Thinning.Rows(data, most);
        double heaviest = rows.Max(data.WeightOf);
        return new Dots(
            data,
            rows,
            Certainty.Colours(data, rows, mixture),
            [.. rows.Select(row => Math.Max(0.3, Math.Sqrt(data.WeightOf(row) / heaviest)))]);
    }

    /// <summary>Whether some rows are not drawn, in words; empty if all that weigh something are.</summary>
    public string Note
    {
        get
        {
            int all = Enumerable.Range(0, Data.Count).Count(row => Data.WeightOf(row) > 0);
            return Rows.Length < all ? FormattableString.Invariant($"{Rows.Length:N0} of {all:N0} points are drawn.") : string.Empty;
        }
    }

    /// <summary>The rows as circles.</summary>
    /// <param name="place">Where a row is.</param>
    /// <param name="radius">The largest circle's.</param>
    public Group Circles(Func<int, Point> place, double radius) => new(
        "points",
        [.. Rows.Select((row, i) => new Circle(place(row), radius * Sizes[i], new Fill(Colours[i], Opacity)))]);

    /// <summary>The rows as short lines upwards, as long as they weigh.</summary>
    /// <param name="place">Where a row is.</param>
    /// <param name="length">The longest line's.</param>
    public Group Rug(Func<int, Point> place, double length) => new(
        "points",
        [
            .. Rows.Select((row, i) => new Line(
                [place(row), place(row) with { Y = place(row).Y - (length * Sizes[i]) }], new Pen(Colours[i], 1.2, Opacity: Opacity))),
        ]);

    /// <summary>A radius that leaves as many rows apart as may be.</summary>
    public double RadiusIn(Box box) => Math.Clamp(Math.Sqrt(box.Width * box.Height / Rows.Length) / 6, 1.1, 3.6);

    private double Opacity => Rows.Length > 1000 ? 0.6 : 0.8;
}
