using GmmPure.Kernels;

namespace GmmPure;

/// <summary>
/// Random responsibilities, uniform on the simplex for each row: K standard exponential numbers over their sum. A row's depend on
/// the seed and on its number alone, so that no N×K is stored.
/// </summary>
/// <param name="seed">The seed.</param>
/// <param name="components">K.</param>
internal sealed class RandomTerms(long seed, int components) : ITermSource
{
    public void Fill(Tile tile)
    {
        double[] shares = new double[components];
        for (int k = 0; k < components; k++)
        {
            tile.TermsOf(k).Clear();
        }

        for (int sample = 0; sample < tile.Count; sample++)
        {
            Draw(tile.First + sample, shares);
            for (int k = 0; k < components; k++)
            {
                tile.TermsOf(k)[sample] = shares[k];
            }
        }
    }

    /// <summary>All of them (N×K).</summary>
    public Table ToTable(int rows)
    {
        double[] shares = new double[Table.SizeOf(rows, components)];
        for (int row = 0; row < rows; row++)
        {
            Draw(row, shares.AsSpan(row * components, components));
        }

        return Table.Wrap(rows, components, shares);
    }

    private void Draw(long row, Span<double> shares)
    {
        var random = new RandomStream(seed);
        random.Skip(row * components);
        double sum = 0;
        for (int k = 0; k < components; k++)
        {
            shares[k] = random.NextExponential();
            sum += shares[k];
        }

        for (int k = 0; k < components; k++)
        {
            shares[k] = sum > 0 ? shares[k] / sum : 1.0 / components;
        }
    }
}
