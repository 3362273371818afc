namespace GmmPure.Kernels;

/// <summary>
/// The E-step of one tile: the components' densities, and to whom the samples belong. Samples that no component reaches are set
/// aside: they have no share in any sum, and are told.
/// </summary>
/// <param name="densities">Of K components.</param>
/// <param name="assignment">To whom the samples belong.</param>
/// <param name="kernels">The kernels for one width of registers.</param>
internal sealed class TileExpectation(Densities densities, Assignment assignment, KernelSet kernels)
{
    /// <summary>Terms become responsibilities over shares.</summary>
    /// <returns>The samples that are set aside; hardly ever one.</returns>
    public ImmutableArray<Unreached> Run(Tile tile)
    {
        densities.Evaluate(tile);
        return assignment.TryAssign(tile, kernels) ? [] : SetAside(tile);
    }

    /// <summary>The same once more, for the attempt has overwritten the terms, with samples whose ln p(x) is not finite set aside.</summary>
    private ImmutableArray<Unreached> SetAside(Tile tile)
    {
        densities.Evaluate(tile);
        assignment.Exclude(tile, kernels);
        kernels.TakeLargest(tile);
        ImmutableArray<Unreached> aside =
        [
            .. Enumerable.Range(0, Tile.Samples)
                .Where(sample => !double.IsFinite(tile.Largest[sample]))
                .Select(sample => new Unreached(sample, tile.First + sample, tile.KnownLabel(sample), tile.Largest[sample])),
        ];
        foreach (var each in aside)
        {
            tile.FillTerms(each.Sample, _ => 0);
        }

        assignment.TryAssign(tile, kernels);
        foreach (var each in aside)
        {
            tile.Ignore(each.Sample);
        }

        return [.. aside.Where(each => each.Sample < tile.Count)];
    }
}

/// <summary>A sample that no component reaches, or not the one of its label.</summary>
/// <param name="Sample">Its place in the tile.</param>
/// <param name="Row">Its row in the data.</param>
/// <param name="Label">Its label, if that is known.</param>
/// <param name="LogDensity">−∞, or ∞ where a family calls its density infinite.</param>
internal readonly record struct Unreached(int Sample, long Row, int? Label, double LogDensity);
