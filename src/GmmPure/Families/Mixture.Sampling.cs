namespace GmmPure.Families;

/// <content>Draws from a mixture.</content>
public sealed partial record Mixture<TDistribution>
{
    /// <summary>
    /// Independent draws, with the component of each: the first of <see cref="Draws"/>, as a data set. The same seed gives
    /// the same draws.
    /// </summary>
    /// <param name="count">N, at least 1.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive.</exception>
    /// <exception cref="ArgumentException">The draws are too extreme for a data set.</exception>
    /// <exception cref="NotSupportedException">The family is no <see cref="ISampler{TDistribution}"/>.</exception>
    public LabelledSample Sample(int count, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ImmutableArray<Draw> draws = [.. Draws(seed).Take(count)];
        var data = Dataset.FromRows(draws.Select(draw => draw.Observation.AsEnumerable()));
        return new LabelledSample(
            ColumnNames.IsEmpty ? data : data.WithColumnNames(ColumnNames), [.. draws.Select(draw => draw.Component)]);
    }

    /// <summary>
    /// Independent draws, one by one, as an endless lazy sequence: each is drawn when it is pulled, nothing is kept, and
    /// enumerating again gives equal draws.
    /// </summary>
    /// <param name="seed">The seed.</param>
    /// <exception cref="NotSupportedException">At once: the family is no <see cref="ISampler{TDistribution}"/>.</exception>
    public IEnumerable<Draw> Draws(long seed) => SamplerOf(Family) is { } sampler
        ? Endless(sampler, seed)
        : throw new NotSupportedException(
            $"The family {Family.Name} cannot be drawn from: it does not implement {nameof(ISampler<>)}.");

    private IEnumerable<Draw> Endless(ISampler<TDistribution> sampler, long seed)
    {
        var random = new RandomStream(seed);
        double Uniform() => random.NextInside();
        while (true)
        {
            int component = random.NextIndex(Weights.AsSpan());
            yield return new Draw(component, FamilyAnswer.Draw(Family, sampler, Components[component], Uniform, Dimension));
        }
    }

    /// <summary>Candidates are drawn from as their family is.</summary>
    private static ISampler<TDistribution>? SamplerOf(IEstimator<TDistribution> family) =>
        Candidates.FamilyOf(family) as ISampler<TDistribution>;
}
