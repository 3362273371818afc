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
    /// <param name="labels">One a row of the data, counted from 0; −1 where it is not known.</param>
    /// <param name="otherwise">To whom the other samples belong.</param>
    public static Assignment Known(ImmutableArray<int> labels, Assignment otherwise) => new KnownAssignment(labels, otherwise);

    /// <summary>Assigns the samples of a tile, whose terms are ln πₖ𝒩ₖ.</summary>
    /// <exception cref="UnreachableRowException">A row has no logarithm of its density.</exception>
    public abstract void Assign(Tile tile, KernelSet kernels);

    private sealed class SoftAssignment : Assignment
    {
        public override void Assign(Tile tile, KernelSet kernels) => kernels.Softmax(tile);
    }

    private sealed class HardAssignment(bool isTotal) : Assignment
    {
        public override void Assign(Tile tile, KernelSet kernels)
        {
            kernels.TakeLargest(tile);
            int unreachable = tile.Largest[..tile.Count].IndexOfAnyExceptInRange(double.MinValue, double.MaxValue);
            if (unreachable >= 0 && !isTotal)
            {
                throw new UnreachableRowException(tile.First + unreachable);
            }

            kernels.Indicate(tile);
            tile.Sums.Fill(1);
            tile.Share();
        }
    }

    private sealed class KnownAssignment(ImmutableArray<int> labels, Assignment otherwise) : Assignment
    {
        public override void Assign(Tile tile, KernelSet kernels)
        {
            var own = labels.AsSpan(tile.First, tile.Count);
            var known = tile.Known;
            for (int sample = 0; sample < own.Length; sample++)
            {
                known[sample] = own[sample] < 0 ? 0 : tile.TermsOf(own[sample])[sample];
            }

            int impossible = known[..own.Length].IndexOfAnyExceptInRange(double.MinValue, double.MaxValue);
            if (impossible >= 0)
            {
                throw Unreachable(tile, impossible, own[impossible]);
            }

            otherwise.Assign(tile, kernels);
            for (int sample = 0; sample < own.Length; sample++)
            {
                if (own[sample] >= 0)
                {
                    Give(tile, sample, own[sample], known[sample]);
                }
            }
        }

        /// <summary>The row of a label that cannot be, unless one before it is out of every component's reach.</summary>
        private static UnreachableRowException Unreachable(Tile tile, int sample, int label)
        {
            int earlier = Enumerable.Range(0, sample).FirstOrDefault(
                other => !Enumerable.Range(0, tile.Components).Any(k => double.IsFinite(tile.TermsOf(k)[other])), -1);
            return earlier >= 0
                ? new UnreachableRowException(tile.First + earlier)
                : UnreachableRowException.Impossible(tile.First + sample, "Gaussian", label);
        }

        private static void Give(Tile tile, int sample, int label, double term)
        {
            for (int k = 0; k < tile.Components; k++)
            {
                tile.TermsOf(k)[sample] = k == label ? 1 : 0;
            }

            (tile.Largest[sample], tile.Sums[sample], tile.Shares[sample]) = (term, 1, 1);
        }
    }
}
