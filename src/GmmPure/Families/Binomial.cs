namespace GmmPure.Families;

/// <summary>A binomial distribution, p(x) = C(n, x)·pˣ·(1 − p)ⁿ⁻ˣ.</summary>
public sealed record Binomial
{
    /// <param name="trials">n.</param>
    /// <param name="probability">p.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no trial, or the probability is not in [0, 1].</exception>
    public Binomial(int trials, double probability)
    {
        FaultOf(trials, probability).Refuse();
        (Trials, Probability) = (trials, probability);
    }

    /// <summary>n.</summary>
    public int Trials { get; }

    /// <summary>p, of a success in one trial.</summary>
    public double Probability { get; }

    /// <summary>The distribution, or why there is none.</summary>
    /// <param name="trials">n, positive.</param>
    /// <param name="probability">p, in [0, 1].</param>
    public static Outcome<Binomial, ValueFault> TryCreate(int trials, double probability) =>
        FaultOf(trials, probability) is { } fault ? fault : new Binomial(trials, probability);

    private static ValueFault? FaultOf(int trials, double probability) => Valid.Positive(trials) ?? Valid.Probability(probability);
}

internal sealed record BinomialFamily(int Trials) : ITabulatedFamily<Binomial>, ISampler<Binomial>
{
    public string Name => "binomial";

    public string Estimator => "the share of successes in all trials";

    public Support SupportOf(int column) => Support.CountsTo(Trials);

    public bool Contains(Binomial distribution) => distribution.Trials == Trials;

    public Outcome<Binomial, Degeneracy> Estimate(double count, ReadOnlySpan<double> sums) =>
        new Binomial(Trials, Math.Clamp(sums[0] / count / Trials, 0, 1));

    public double LogDensity(Binomial distribution, ReadOnlySpan<double> observation) => LogDensity(distribution, 0, observation[0]);

    /// <summary>Of successes and failures the rarer are counted: 1 − p is exact where p is ½ or more.</summary>
    public double LogDensity(Binomial distribution, int column, double value)
    {
        var (trials, probability) = (distribution.Trials, distribution.Probability);
        return probability > 0.5
            ? CountDensities.LogBinomial(trials - value, trials, 1 - probability)
            : CountDensities.LogBinomial(value, trials, probability);
    }

    /// <summary>Of successes and failures the rarer are drawn.</summary>
    public ImmutableArray<double> Draw(Binomial distribution, Func<double> uniform)
    {
        var (trials, probability) = (distribution.Trials, distribution.Probability);
        return [probability > 0.5 ? trials - Rarer(trials, 1 - probability, uniform) : Rarer(trials, probability, uniform)];
    }

    public ImmutableArray<Parameter> Parameters(Binomial distribution, double totalWeight) =>
        [Parameter.Probability("probability", distribution.Probability, totalWeight * distribution.Trials)];

    private static double Rarer(double trials, double probability, Func<double> uniform) => probability == 0
        ? 0
        : LogConcave.Draw(
            Math.Floor((trials + 1) * probability), count => CountDensities.LogBinomial(count, trials, probability), uniform);
}
