using GmmPure.Pictures.Axes;
using GmmPure.Pictures.Colours;
using GmmPure.Pictures.Marks;

namespace GmmPure.Pictures.Panels;

/// <summary>An entry of a legend: a line as it is drawn, and what it is.</summary>
/// <param name="Words">What it is.</param>
/// <param name="Pen">How it is drawn.</param>
/// <param name="Component">Whose number stands on the line, if any's.</param>
internal sealed record LegendEntry(string Words, Pen Pen, int? Component = null);

/// <summary>What colours and lines mean: beside the picture, in as many columns as are needed.</summary>
internal static class Legend
{
    public const double ColumnWidth = 100;

    private const double LineHeight = 17;
    private const int MostColumns = 2;

    /// <summary>How wide a legend is that is not higher than this.</summary>
    public static double WidthOf(int entries, double height) => ColumnWidth * Math.Clamp(
        Math.Ceiling(entries / Math.Floor((height / LineHeight) - 1)), 1, MostColumns);

    /// <summary>The entries of a mixture's components, with their weights.</summary>
    public static IEnumerable<LegendEntry> Components(GaussianMixture mixture, bool hasWeights) =>
        mixture.Weights.Select((weight, k) => new LegendEntry(
            hasWeights ? Share(weight) : FormattableString.Invariant($"component {k}"), Palette.PenOf(k, 1.8), k));

    /// <summary>The legend.</summary>
    /// <param name="title">What all entries are.</param>
    /// <param name="entries">The entries; of very many the first.</param>
    /// <param name="box">Where there is room.</param>
    public static Group Draw(string title, IReadOnlyList<LegendEntry> entries, Box box)
    {
        int lines = Math.Max(1, (int)(box.Height / LineHeight) - 1);
        int shown = entries.Count <= MostColumns * lines ? entries.Count : (MostColumns * lines) - 1;
        return new Group(
            "legend",
            [
                new Text(new Point(box.Left, box.Top + 11), title, 11, Palette.Faint),
                .. entries.Take(shown).Select((entry, i) => Draw(entry, At(i))),
                .. shown < entries.Count
                    ? [new Text(At(shown), FormattableString.Invariant($"… {entries.Count - shown} more"), 11, Palette.Faint)]
                    : Array.Empty<Mark>(),
            ]);

        Point At(int i) => new(box.Left + (i / lines * ColumnWidth), box.Top + 15 + (((i % lines) + 1) * LineHeight));
    }

    private static Group Draw(LegendEntry entry, Point place)
    {
        double middle = place.Y - 4;
        return new Group(
            "entry",
            [
                Frame.Straight(place.X, middle, place.X + 30, middle, entry.Pen),
                .. entry.Component is { } component ? [Badge.Of(new Point(place.X + 15, middle), component, 7)] : Array.Empty<Mark>(),
                new Text(new Point(place.X + 37, place.Y), entry.Words, 11, Palette.Ink),
            ]);
    }

    private static string Share(double weight) => weight is > 0 and < 0.0005 ? "< 0.001" : FormattableString.Invariant($"{weight:F3}");
}
