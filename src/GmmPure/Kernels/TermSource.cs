using System.Runtime.CompilerServices;

namespace GmmPure.Kernels;

/// <summary>Where a tile's responsibilities come from, when they are not computed from a mixture.</summary>
internal interface ITermSource
{
    /// <summary>Sets the tile's Terms to the responsibilities of its rows, and to 0 beyond the last row.</summary>
    void Fill(Tile tile);
}

/// <summary>Responsibilities from a table, N×K.</summary>
internal sealed class TableTerms(Table responsibilities) : ITermSource
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(Tile tile)
    {
        var source = responsibilities.Elements.AsSpan();
        for (int k = 0; k < responsibilities.ColumnCount; k++)
        {
            var terms = tile.TermsOf(k);
            terms.Clear();
            for (int sample = 0; sample < tile.Count; sample++)
            {
                terms[sample] = source[((tile.Begin + sample) * responsibilities.ColumnCount) + k];
            }
        }
    }
}

/// <summary>Certain responsibilities: 1 for each row's label. No N×K is stored.</summary>
internal sealed class LabelTerms(ImmutableArray<int> labels, int components) : ITermSource
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(Tile tile)
    {
        for (int k = 0; k < components; k++)
        {
            tile.TermsOf(k).Clear();
        }

        for (int sample = 0; sample < tile.Count; sample++)
        {
            tile.TermsOf(labels[tile.Begin + sample])[sample] = 1;
        }
    }
}

/// <summary>Certain responsibilities of one component, which has all rows. Nothing is stored.</summary>
internal sealed class WholeTerms : ITermSource
{
    public void Fill(Tile tile)
    {
        var terms = tile.TermsOf(0);
        terms.Clear();
        terms[..tile.Count].Fill(1);
    }
}
