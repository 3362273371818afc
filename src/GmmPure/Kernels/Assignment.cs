namespace GmmPure.Kernels;

/// <summary>
/// To whom a tile's samples belong: what turns ln πₖ𝒩ₖ into responsibilities and log-densities. After it the terms times
/// their shares are the responsibilities, and ln p(x) is the largest plus the logarithm of the sum.
/// </summary>
internal abstract class Assignment
{
    /// <summary>Every sample is shared among all components: rₖ = πₖ𝒩ₖ/Σ πⱼ𝒩ⱼ.</summary>
    public static Assignment Soft => new SoftAssignment();

    /// <summary>Every sample is one component's, the most probable one's: of equals the first's.</summary>
    public static Assignment Hard => new HardAssignment(isTotal: false);

    /// <summary>The same of distances, where a sample beyond all reach is the first component's.</summary>
    public static Assignment Nearest => new HardAssignment(isTotal: true);

    /// <summary>Samples of a known label are that component's, and the others as another assignment has it.</summary>
    /// <param name="otherwise">To whom the other samples belong.</param>
    public static Assignment Known(Assignment otherwise) => new KnownAssignment(otherwise);

    /// <summary>Assigns the samples of a tile, whose terms are ln πₖ𝒩ₖ.</summary>
    /// <returns>Whether every sample has a finite ln p(x); if not, the tile is half done.</returns>
    public abstract bool TryAssign(Tile tile, KernelSet kernels);

    /// <summary>Makes terms −∞ where a sample cannot be the component's, whatever its density.</summary>
    public virtual void Exclude(Tile tile, KernelSet kernels)
    {
    }

    private sealed class SoftAssignment : Assignment
    {
        public override bool TryAssign(Tile tile, KernelSet kernels) => kernels.TrySoftmax(tile);
    }

    private sealed class HardAssignment(bool isTotal) : Assignment
    {
        public override bool TryAssign(Tile tile, KernelSet kernels)
        {
            kernels.TakeLargest(tile);
            if (!isTotal && !kernels.AreReached(tile))
            {
                return false;
            }

            kernels.Indicate(tile);
            tile.Sums.Fill(1);
            tile.Share();
            return true;
        }
    }

    private sealed class KnownAssignment(Assignment otherwise) : Assignment
    {
        public override bool TryAssign(Tile tile, KernelSet kernels)
        {
            Exclude(tile, kernels);
            return otherwise.TryAssign(tile, kernels);
        }

        public override void Exclude(Tile tile, KernelSet kernels)
        {
            if (tile.IsLabelled)
            {
                kernels.Exclude(tile);
            }
        }
    }
}
