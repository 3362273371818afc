using System.Globalization;
using GmmPure.Pictures.Colours;
using GmmPure.Pictures.Marks;

namespace GmmPure.Pictures.Panels;

/// <summary>A component's number in a small circle of its colour: it is told apart without any colour.</summary>
internal static class Badge
{
    /// <summary>The badge at a place.</summary>
    /// <param name="place">Its centre.</param>
    /// <param name="component">Counted from 0.</param>
    /// <param name="radius">In pixels.</param>
    public static Group Of(Point place, int component, double radius) => new(
        "component",
        [
            new Circle(place, radius, new Fill(Palette.Paper, 0.92), new Pen(Palette.Of(component), radius / 5)),
            new Text(
                new Point(place.X, place.Y + (radius * 0.46)),
                component.ToString(NumberFormatInfo.InvariantInfo),
                radius * 1.3,
                Palette.Ink,
                Anchor.Middle,
                IsStrong: true),
        ]);
}
