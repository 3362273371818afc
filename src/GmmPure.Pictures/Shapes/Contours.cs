using GmmPure.Pictures.Marks;

namespace GmmPure.Pictures.Shapes;

/// <summary>Lines of equal height, by marching squares.</summary>
internal static class Contours
{
    /// <summary>The lines at one height over a grid, each as long as it can be.</summary>
    /// <param name="box">What the grid covers, its outermost points on the edges.</param>
    /// <param name="heights">The grid, row after row from the top.</param>
    /// <param name="level">The height.</param>
    public static ImmutableArray<ImmutableArray<Point>> At(Box box, Table heights, double level) =>
        Join([.. Segments(heights, level)], edge => Crossing(box, heights, level, edge));

    /// <summary>
    /// Where lines cross the cells, as pairs of the cells' edges. An edge is named by the grid point at its upper or left end:
    /// twice its number if it runs to the right, and one more if it runs down.
    /// </summary>
    private static IEnumerable<(int From, int To)> Segments(Table heights, double level)
    {
        int columns = heights.ColumnCount;
        for (int row = 0; row + 1 < heights.RowCount; row++)
        {
            for (int column = 0; column + 1 < columns; column++)
            {
                double a = heights[row, column];
                double b = heights[row, column + 1];
                double c = heights[row + 1, column + 1];
                double d = heights[row + 1, column];
                int corners = (a > level ? 1 : 0) | (b > level ? 2 : 0) | (c > level ? 4 : 0) | (d > level ? 8 : 0);
                int point = (row * columns) + column;
                var edges = (Top: 2 * point, Right: (2 * (point + 1)) + 1, Bottom: 2 * (point + columns), Left: (2 * point) + 1);
                bool isHigh = (a + b + c + d) / 4 > level;
                foreach (var segment in Cell(corners, isHigh, edges))
                {
                    yield return segment;
                }
            }
        }
    }

    /// <summary>The lines through one cell; on a saddle its middle decides which corners hang together.</summary>
    private static (int From, int To)[] Cell(int corners, bool isHigh, (int Top, int Right, int Bottom, int Left) edge) => corners switch
    {
        1 or 14 => [(edge.Left, edge.Top)],
        2 or 13 => [(edge.Top, edge.Right)],
        4 or 11 => [(edge.Right, edge.Bottom)],
        8 or 7 => [(edge.Bottom, edge.Left)],
        3 or 12 => [(edge.Left, edge.Right)],
        6 or 9 => [(edge.Top, edge.Bottom)],
        5 => isHigh ? [(edge.Top, edge.Right), (edge.Bottom, edge.Left)] : [(edge.Left, edge.Top), (edge.Right, edge.Bottom)],
        10 => isHigh ? [(edge.Left, edge.Top), (edge.Right, edge.Bottom)] : [(edge.Top, edge.Right), (edge.Bottom, edge.Left)],
        _ => [],
    };

    private static Point Crossing(Box box, Table heights, double level, int edge)
    {
        var (row, column) = Math.DivRem(edge / 2, heights.ColumnCount);
        bool isDown = edge % 2 == 1;
        double from = heights[row, column];
        double to = isDown ? heights[row + 1, column] : heights[row, column + 1];
        double share = Math.Clamp((level - from) / (to - from), 0, 1);
        return new Point(
            box.Left + (box.Width * (column + (isDown ? 0 : share)) / (heights.ColumnCount - 1)),
            box.Top + (box.Height * (row + (isDown ? share : 0)) / (heights.RowCount - 1)));
    }

    /// <summary>Follows the segments from edge to edge: first the lines that begin at the border, then the closed ones.</summary>
    private static ImmutableArray<ImmutableArray<Point>> Join(ImmutableArray<(int From, int To)> segments, Func<int, Point> place)
    {
        var ends = segments
            .SelectMany((segment, number) => new[] { (Edge: segment.From, Number: number), (Edge: segment.To, Number: number) })
            .ToLookup(end => end.Edge, end => end.Number);
        var isDrawn = new bool[segments.Length];
        var lines = ImmutableArray.CreateBuilder<ImmutableArray<Point>>();
        foreach (int start in segments.Select(segment => segment.From).Concat(segments.Select(segment => segment.To))
            .OrderBy(edge => ends[edge].Count()))
        {
            ImmutableArray<int> edges = [.. Follow(start)];
            if (edges.Length > 1)
            {
                lines.Add([.. edges.Select(place)]);
            }
        }

        return lines.DrainToImmutable();

        IEnumerable<int> Follow(int edge)
        {
            while (true)
            {
                yield return edge;
                int next = ends[edge].Where(number => !isDrawn[number]).DefaultIfEmpty(-1).First();
                if (next < 0)
                {
                    yield break;
                }

                isDrawn[next] = true;
                edge = segments[next].From == edge ? segments[next].To : segments[next].From;
            }
        }
    }
}
