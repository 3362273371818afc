namespace GmmPure;

/// <summary>The end of a history as far as it has been pulled: what Aitken's estimate needs.</summary>
/// <param name="BeforePrevious">The element two before the last, if there is one.</param>
/// <param name="Previous">The element before the last, if there is one.</param>
/// <param name="Last">The last element; null before the first.</param>
internal readonly record struct Trail<TIteration>(TIteration? BeforePrevious, TIteration? Previous, TIteration? Last)
    where TIteration : class, IIteration<TIteration>
{
    /// <summary>Aitken's estimate of what further iterations would still gain; infinite where it cannot be told.</summary>
    public double RemainingGain => BeforePrevious is null
        ? double.PositiveInfinity
        : Aitken.RemainingGain(BeforePrevious, Previous!, Last!);

    /// <summary>The trail one element on.</summary>
    public Trail<TIteration> Then(TIteration next) => new(Previous, Last, next);

    /// <summary>A restart that ends here.</summary>
    /// <param name="seed">Its seed.</param>
    /// <param name="parameter">The caller's parameter by which the history came.</param>
    /// <exception cref="ArgumentException">There was no element.</exception>
    public Restart<TIteration> ToRestart(long seed, string parameter) =>
        new(seed, Last ?? throw new ArgumentException("A history has at least its start.", parameter), RemainingGain);
}
