namespace GmmPure;

/// <summary>Why data have no fit: a closed family of cases, each with its fields.</summary>
public abstract record FitFault
{
    private protected FitFault()
    {
    }

    /// <summary>The fault in words.</summary>
    public string Message => Words;

    /// <summary>What every case says. Nobody outside can say it, which closes the family.</summary>
    private protected abstract string Words { get; }

    /// <summary>The one case that it is, exhaustively.</summary>
    public TResult Match<TResult>(
        Func<TooFewDistinctRows, TResult> tooFewDistinctRows,
        Func<TooFewForCovariance, TResult> tooFewForCovariance,
        Func<NoStart, TResult> noStart,
        Func<AllDegenerate, TResult> allDegenerate)
    {
        ArgumentNullException.ThrowIfNull(tooFewDistinctRows);
        ArgumentNullException.ThrowIfNull(tooFewForCovariance);
        ArgumentNullException.ThrowIfNull(noStart);
        ArgumentNullException.ThrowIfNull(allDegenerate);
        return this switch
        {
            TooFewDistinctRows rows => tooFewDistinctRows(rows),
            TooFewForCovariance rows => tooFewForCovariance(rows),
            NoStart start => noStart(start),
            _ => allDegenerate((AllDegenerate)this),
        };
    }

    /// <summary>There are fewer distinct rows than components to choose a start from.</summary>
    /// <param name="Count">How many there are.</param>
    /// <param name="Components">K.</param>
    public sealed record TooFewDistinctRows(int Count, int Components) : FitFault
    {
        private protected override string Words =>
            FormattableString.Invariant($"{Components} components need as many distinct rows, and there are {Count}.");
    }

    /// <summary>There are fewer rows that differ than full covariances of so many columns take, whatever the start.</summary>
    /// <param name="Count">How many distinct rows there are.</param>
    /// <param name="Needed">D + 1.</param>
    public sealed record TooFewForCovariance(int Count, long Needed) : FitFault
    {
        private protected override string Words =>
            FormattableString.Invariant($"A full covariance takes {Needed} rows that differ, and there are {Count}.");
    }

    /// <summary>No start has an estimate, as with families whose maximum may not exist.</summary>
    /// <param name="Cause">Why the first has none.</param>
    public sealed record NoStart(Degeneracy Cause) : FitFault
    {
        /// <summary>Why the first has none.</summary>
        public Degeneracy Cause { get; init => field = Given.Value(value); } = Given.Value(Cause);

        private protected override string Words => $"There is no start: {Cause.Message}";
    }

    /// <summary>Every run degenerated, or was given up beside one that then did.</summary>
    public sealed record AllDegenerate : FitFault
    {
        private readonly EqualArray<Attempt<IMixture>> attempts;

        internal AllDegenerate(ImmutableArray<Attempt<IMixture>> attempts) => this.attempts = attempts;

        /// <summary>All starts that were tried: one or more.</summary>
        public ImmutableArray<Attempt<IMixture>> Attempts => attempts;

        /// <summary>The first that degenerated.</summary>
        public Attempt<IMixture> First => Attempts.First(attempt => attempt.Run.Last.Status is Degenerate);

        /// <summary>How the first run degenerated.</summary>
        public Degeneracy Cause => ((Degenerate)First.Run.Last.Status).Cause;

        /// <summary>Equal starts share one run.</summary>
        private int Runs => Attempts.DistinctBy(attempt => attempt.Start).Count();

        private protected override string Words => (Runs == 1 ? "The run is degenerate," : FormattableString.Invariant($"All {Runs} runs are degenerate, the first"))
            + FormattableString.Invariant($" at iteration {First.Run.Last.Index}: {Cause.Message}");
    }
}
