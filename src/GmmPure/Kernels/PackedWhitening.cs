namespace GmmPure.Kernels;

/// <summary>W = L⁻¹ in the order in which <see cref="FullDensities{T}"/> and <see cref="SmallDensities{T, TRows}"/> read it.</summary>
internal static class PackedWhitening
{
    private const int Block = 4;

    /// <summary>The W of every component, made once where all have one factor.</summary>
    public static double[][] OfAll(ImmutableArray<Table> factors) => factors.All(factor => ReferenceEquals(factor, factors[0]))
        ? [.. Enumerable.Repeat(Of(factors[0]), factors.Length)]
        : [.. factors.Select(Of)];

    private static double[] Of(Table factor)
    {
        double[] whitening = Cholesky.Whitening(factor);
        int dimension = factor.RowCount;
        var packed = new List<double>(Table.SizeOf(dimension, dimension + Block));
        for (int start = 0; start < dimension; start += BlockAt(start, dimension))
        {
            int rows = BlockAt(start, dimension);
            for (int column = 0; column < start + rows; column++)
            {
                for (int row = start; row < start + rows; row++)
                {
                    packed.Add(whitening[(row * dimension) + column]);
                }
            }
        }

        return [.. packed];
    }

    /// <summary>Four rows while there are four; a small matrix is one block.</summary>
    private static int BlockAt(int row, int dimension) =>
        dimension < Block ? dimension : dimension - row < Block ? 1 : Block;
}
