using GmmPure.Pictures.Marks;

namespace GmmPure.Pictures;

/// <summary>
/// Marks cut to what can be seen of them, with some room around. A mark that reaches very far has numbers that programs lose
/// count of, and with numbers made smaller it would run elsewhere.
/// </summary>
internal static class Clipping
{
    /// <summary>So far, in pixels, a mark may reach beyond what is seen before it is cut.</summary>
    private const double Room = 1000;

    /// <summary>How far the corners of a cut ellipse may lie beside it, in pixels.</summary>
    private const double Flatness = 0.02;

    /// <summary>So many corners a quarter of an ellipse has at most.</summary>
    private const int MostCorners = 25_000;

    /// <summary>What is left of a mark where only a part of a drawing is seen: the mark itself if it is all there.</summary>
    public static IEnumerable<Mark> Of(Mark mark, Box seen)
    {
        var box = new Box(seen.Left - Room, seen.Top - Room, seen.Width + (2 * Room), seen.Height + (2 * Room));
        return mark.Match(
            line => IsWithin(line.Points, box) ? [line] : Pieces(line.Points, box).Select(piece => line with { Points = piece }),
            area => IsWithin(area.Points, box) ? [area] : Filled(area, box),
            circle => IsNear(circle.Centre, circle.Radius, circle.Radius, box) ? [circle] : [],
            ellipse => Of(ellipse, box),
            rectangle => Common(rectangle.Box, box) is { } common ? [rectangle with { Box = common }] : [],
            text => IsNear(text.Place, 0, 0, box) ? [text] : [],
            IEnumerable<Mark> (group) => [group with { Marks = [.. group.Marks.SelectMany(each => Of(each, seen))] }]);
    }

    private static IEnumerable<Mark> Of(Ellipse ellipse, Box box)
    {
        double across = double.Hypot(ellipse.First.X, ellipse.Second.X);
        double up = double.Hypot(ellipse.First.Y, ellipse.Second.Y);
        var (x, y) = ellipse.Centre;
        if (!IsNear(ellipse.Centre, across, up, box))
        {
            return [];
        }

        if (!double.IsFinite(across + up) || (box.Contains(new Point(x - across, y - up)) && box.Contains(new Point(x + across, y + up))))
        {
            return [ellipse];
        }

        double quarter = 2 / Math.Sqrt(8 * Flatness / Math.Max(across, up));
        int corners = 4 * (int)Math.Min(MostCorners, Math.Ceiling(quarter));
        ImmutableArray<Point> points = [.. Enumerable.Range(0, corners).Append(0).Select(i => At(ellipse, 4.0 * i / corners))];
        var filled = ellipse.Fill is { } fill ? Filled(new Area(points, fill), box) : [];
        return ellipse.Pen is { } pen ? filled.Concat(Pieces(points, box).Select(piece => new Line(piece, pen))) : filled;
    }

    /// <summary>The point of an ellipse after so many quarters of a turn, about: rational, as sine and cosine differ among machines.</summary>
    private static Point At(Ellipse ellipse, double quarters)
    {
        double share = quarters - Math.Floor(quarters);
        double length = 1 + (share * share);
        var (along, beside) = ((1 - (share * share)) / length, 2 * share / length);
        var (first, second) = (int)quarters switch
        {
            0 => (along, beside),
            1 => (-beside, along),
            2 => (-along, -beside),
            _ => (beside, -along),
        };
        return new(
            ellipse.Centre.X + (first * ellipse.First.X) + (second * ellipse.Second.X),
            ellipse.Centre.Y + (first * ellipse.First.Y) + (second * ellipse.Second.Y));
    }

    /// <summary>Of what is no number nothing can be cut.</summary>
    private static bool IsWithin(ImmutableArray<Point> points, Box box) =>
        points.All(box.Contains) || !points.All(point => double.IsFinite(point.X + point.Y));

    private static bool IsNear(Point centre, double across, double up, Box box) => !(
        centre.X + across < box.Left || centre.X - across > box.Right || centre.Y + up < box.Top || centre.Y - up > box.Bottom);

    private static Box? Common(Box one, Box other)
    {
        var (left, top) = (Math.Max(one.Left, other.Left), Math.Max(one.Top, other.Top));
        var (right, bottom) = (Math.Min(one.Right, other.Right), Math.Min(one.Bottom, other.Bottom));
        return right < left || bottom < top ? null
            : one.Left == left && one.Top == top && one.Right == right && one.Bottom == bottom ? one
            : new Box(left, top, right - left, bottom - top);
    }

    /// <summary>The parts of a line that lie within.</summary>
    private static IEnumerable<ImmutableArray<Point>> Pieces(ImmutableArray<Point> points, Box box)
    {
        var piece = new List<Point>();
        foreach (var (start, end) in points.Zip(points.Skip(1)))
        {
            var part = Part(start, end, box);
            if (piece.Count > 0 && part?.From != piece[^1])
            {
                yield return [.. piece];
                piece.Clear();
            }

            if (part is { } seen)
            {
                piece.AddRange(piece.Count == 0 ? [seen.From, seen.To] : [seen.To]);
            }
        }

        if (piece.Count > 0)
        {
            yield return [.. piece];
        }
    }

    /// <summary>The part of a segment that lies within: between the last edge that it enters by and the first that it leaves by.</summary>
    private static (Point From, Point To)? Part(Point start, Point end, Box box)
    {
        var (dx, dy) = (end.X - start.X, end.Y - start.Y);
        double entered = 0;
        double left = 1;
        foreach (var (speed, distance) in new[]
        {
            (-dx, start.X - box.Left), (dx, box.Right - start.X), (-dy, start.Y - box.Top), (dy, box.Bottom - start.Y),
        })
        {
            if (speed == 0 && distance < 0)
            {
                return null;
            }

            entered = speed < 0 ? Math.Max(entered, distance / speed) : entered;
            left = speed > 0 ? Math.Min(left, distance / speed) : left;
        }

        Point Along(double share) => share is 0 ? start : share is 1 ? end : new Point(start.X + (share * dx), start.Y + (share * dy));
        return entered <= left ? (Along(entered), Along(left)) : null;
    }

    private static IEnumerable<Mark> Filled(Area area, Box box)
    {
        var corners = area.Points;
        corners = Cut(corners, point => point.X - box.Left);
        corners = Cut(corners, point => box.Right - point.X);
        corners = Cut(corners, point => point.Y - box.Top);
        corners = Cut(corners, point => box.Bottom - point.Y);
        return corners.IsEmpty ? [] : [area with { Points = corners }];
    }

    /// <summary>A polygon without what lies beyond a straight edge.</summary>
    /// <param name="corners">Its corners.</param>
    /// <param name="inside">How far inside a point lies; negative beyond the edge.</param>
    private static ImmutableArray<Point> Cut(ImmutableArray<Point> corners, Func<Point, double> inside)
    {
        var kept = ImmutableArray.CreateBuilder<Point>(corners.Length + 1);
        for (int i = 0; i < corners.Length; i++)
        {
            var (from, to) = (corners[i == 0 ? corners.Length - 1 : i - 1], corners[i]);
            var (before, after) = (inside(from), inside(to));
            if ((before < 0) != (after < 0))
            {
                double share = before / (before - after);
                kept.Add(new Point(from.X + (share * (to.X - from.X)), from.Y + (share * (to.Y - from.Y))));
            }

            if (after >= 0)
            {
                kept.Add(to);
            }
        }

        return kept.ToImmutable();
    }
}
