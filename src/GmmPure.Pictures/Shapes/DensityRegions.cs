using GmmPure.Pictures.Marks;

namespace GmmPure.Pictures.Shapes;

/// <summary>The outlines of the smallest regions that hold given shares of a mixture.</summary>
internal static class DensityRegions
{
    private const int Draws = 4000;
    private const double Cell = 5;

    /// <summary>The shares.</summary>
    public static ImmutableArray<double> Shares { get; } = [0.95, 0.75, 0.5, 0.25];

    /// <summary>
    /// The outlines, share by share. The density that a share of the mixture exceeds is found among the densities of draws
    /// from it (Hyndman, American Statistician 50, 1996): so a spike too narrow for the grid counts for what it holds.
    /// </summary>
    public static ImmutableArray<Line> Of(Box box, ImmutableArray<Placed> components, Func<double, Pen> penOf)
    {
        if (components.IsEmpty)
        {
            return [];
        }

        var mixture = Placed.Mixture(components);
        double[] drawn = [.. mixture.LogDensities(mixture.Sample(Draws, seed: 1).Data).Order()];
        var heights = Grid(box, mixture);
        return
        [
            .. from share in Shares
               let level = drawn[(int)((1 - share) * (drawn.Length - 1))]
               from points in Contours.At(box, heights, level)
               select new Line(points, penOf(share)),
        ];
    }

    private static Table Grid(Box box, GaussianMixture mixture)
    {
        int columns = Math.Max(2, (int)(box.Width / Cell) + 1);
        int rows = Math.Max(2, (int)(box.Height / Cell) + 1);
        var places = Dataset.FromRows(
            from row in Enumerable.Range(0, rows)
            from column in Enumerable.Range(0, columns)
            select new[] { box.Left + (box.Width * column / (columns - 1)), box.Top + (box.Height * row / (rows - 1)) });
        return Table.Create(rows, columns, mixture.LogDensities(places));
    }
}
