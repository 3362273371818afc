using GmmPure.Pictures.Axes;
using GmmPure.Pictures.Colours;
using GmmPure.Pictures.Marks;

namespace GmmPure.Pictures.Panels;

/// <summary>What stands around the plots of a picture: title, subtitle, notes, and the paper.</summary>
internal static class Page
{
    /// <summary>Where plots begin below the heading.</summary>
    public const double Top = 68;

    /// <summary>What is left free at the edges.</summary>
    public const double Margin = 20;

    private const double NoteSize = 10.5;
    private const double NoteHeight = 15;

    /// <summary>The picture.</summary>
    /// <param name="width">In pixels.</param>
    /// <param name="bottom">Where the plots, with their axes, end.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="subtitle">Of what.</param>
    /// <param name="notes">What there is to know besides; empty ones are left out.</param>
    /// <param name="marks">The plots.</param>
    public static Drawing Of(
        double width, double bottom, string title, string subtitle, IEnumerable<string> notes, IEnumerable<Mark> marks)
    {
        ImmutableArray<string> lines = [.. Wrapped(string.Join("  ", notes.Where(note => note.Length > 0)), width - (2 * Margin))];
        double height = bottom + 12 + (lines.Length * NoteHeight) + 6;
        return new Drawing(
            width,
            height,
            $"{title} — {subtitle}",
            [
                new Rectangle(new Box(0, 0, width, height), new Fill(Palette.Paper)),
                new Text(new Point(Margin, 28), Fitted(title, 16), 16, Palette.Ink, IsStrong: true),
                new Text(new Point(Margin, 47), Fitted(subtitle, 12), 12, Palette.Faint),
                .. marks,
                .. lines.Select((line, i) =>
                    new Text(new Point(Margin, bottom + 18 + (i * NoteHeight)), line, NoteSize, Palette.Faint)),
            ]);

        string Fitted(string words, double size) => TextWidth.Fitted(words, size, width - (2 * Margin));
    }

    private static IEnumerable<string> Wrapped(string words, double width)
    {
        string line = string.Empty;
        foreach (string word in words.Split(' '))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            if (TextWidth.Of(longer, NoteSize) > width && line.Length > 0)
            {
                yield return line;
                longer = word;
            }

            line = longer;
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }
}
