namespace GmmPure.Cli.Verifying;

/// <summary>By what a component's scatter Σ_n w_n·r_nk·(x_n − μ_k)(x_n − μ_k)ᵀ is divided.</summary>
internal enum Divisor
{
    /// <summary>By N_k = Σ_n w_n·r_nk: maximum likelihood.</summary>
    Count,

    /// <summary>By N_k − 1; a covariance that all components share by N − 1.</summary>
    CountLessOne,

    /// <summary>
    /// By N_k − Σ_n (w_n·r_nk)²/N_k, as R's cov.wt and NumPy's cov with aweights; a shared one by the sum of these.
    /// </summary>
    Unbiased,
}

/// <summary>How software may deviate from the textbook, and be right in its own way.</summary>
/// <param name="Divisor">By what covariances are divided.</param>
/// <param name="IsLate">Whether a line tells the log-likelihood and the effective counts of the parameters of the line before.</param>
/// <param name="IsPerSample">Whether the log-likelihood is divided by N.</param>
/// <param name="Ridge">ε, added to the covariances' diagonals.</param>
internal sealed record Deviation(Divisor Divisor, bool IsLate, bool IsPerSample, double Ridge)
{
    public const string CountLessOneName = "n-1";
    public const string UnbiasedName = "unbiased";
    public const string LateName = "late";
    public const string PerSampleName = "per-sample";

    /// <summary>All names but the ridge's, which is a number.</summary>
    public static ImmutableArray<string> AllNames => [CountLessOneName, UnbiasedName, LateName, PerSampleName];

    /// <summary>None.</summary>
    public static Deviation None => new(Divisor.Count, IsLate: false, IsPerSample: false, Ridge: 0);

    /// <summary>The names of those that apply.</summary>
    public ImmutableArray<string> Names =>
    [
        .. Divisor switch
        {
            Divisor.CountLessOne => [CountLessOneName],
            Divisor.Unbiased => [UnbiasedName],
            _ => Array.Empty<string>(),
        },
        .. IsLate ? [LateName] : Array.Empty<string>(),
        .. IsPerSample ? [PerSampleName] : Array.Empty<string>(),
    ];

    /// <summary>Whether each M-step maximises what the log-likelihood climbs by.</summary>
    public bool Climbs => Divisor == Divisor.Count && Ridge == 0;

    /// <summary>The deviations of some names; null if they contradict each other or are no names.</summary>
    public static Deviation? FromNames(IReadOnlyCollection<string> names, double ridge)
    {
        bool isKnown = names.All(name => AllNames.Contains(name, StringComparer.Ordinal)) && names.Distinct(StringComparer.Ordinal).Count() == names.Count;
        bool isLessOne = names.Contains(CountLessOneName, StringComparer.Ordinal);
        bool isUnbiased = names.Contains(UnbiasedName, StringComparer.Ordinal);
        return !isKnown || (isLessOne && isUnbiased)
            ? null
            : new Deviation(
                isLessOne ? Divisor.CountLessOne : isUnbiased ? Divisor.Unbiased : Divisor.Count,
                names.Contains(LateName, StringComparer.Ordinal),
                names.Contains(PerSampleName, StringComparer.Ordinal),
                ridge);
    }

    /// <summary>In how many ways two differ.</summary>
    public int DistanceTo(Deviation other) =>
        (Divisor == other.Divisor ? 0 : 1)
        + (IsLate == other.IsLate ? 0 : 1)
        + (IsPerSample == other.IsPerSample ? 0 : 1)
        + (Ridge.Equals(other.Ridge) ? 0 : 1);
}
