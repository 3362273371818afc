using System.Runtime.CompilerServices;

namespace GmmPure.Kernels;

/// <summary>
/// Σ w·r·d and Σ w·r·‖d‖² about one common point c: ‖x − c‖² serves all components. If the components share their variance,
/// Σₙ (Σₖ w·r)·‖d‖² is summed once, whatever K.
/// </summary>
/// <typeparam name="T">The register.</typeparam>
internal sealed class CommonSphericalMoments<T>(CovarianceStructure structure, Table reference)
    : MomentAccumulator(structure, reference, 1)
    where T : struct, IRegister<T>
{
    private readonly ProductSums<T> products = new(reference.RowCount, reference.ColumnCount);
    private readonly ProductSums<T> squares = new(structure.IsShared ? 1 : reference.RowCount, 1);
    private readonly Slab norms = new(1, Tile.Stride);
    private readonly Slab totals = new(1, Tile.Stride);

    protected override void AddMoments(Tile tile)
    {
        products.Sum(ref tile.Terms, ref tile.Columns, Reference.Row(0));
        products.AddTo(First);
        Measure(tile, Reference.Row(0));
        if (Structure.IsShared)
        {
            TermTotals<T>.Sum(tile, ref totals.First);
            squares.Sum(ref totals.First, ref norms.First, [0]);
        }
        else
        {
            squares.Sum(ref tile.Terms, ref norms.First, [0]);
        }

        squares.AddTo(Second);
    }

    /// <summary>‖x − c‖² of every sample.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Measure(Tile tile, ReadOnlySpan<double> centre)
    {
        for (nuint sample = 0; sample < Tile.Samples; sample += (nuint)T.Count)
        {
            var sum = T.All(0);
            nuint at = sample;
            foreach (double shift in centre)
            {
                var d = T.At(ref tile.Columns, at) - T.All(shift);
                sum = T.MultiplyAdd(d, d, sum);
                at += Tile.Stride;
            }

            sum.Put(ref norms.First, sample);
        }
    }
}
