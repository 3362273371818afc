namespace GmmPure;

/// <summary>
/// Why an iteration gives no next model: how a component of a mixture degenerated in the M-step, or which row the E-step found
/// out of every component's reach. A closed family of cases. The rule for components is defined once, here,
/// is independent of units, and holds at any working precision, because in exact arithmetic a collapse has no end.
/// </summary>
/// <remarks>
/// A component is degenerate when N_k ≤ 2⁻⁵²·N (<see cref="Emptied"/>), or when a Cholesky pivot of its covariance is
/// at most D·2⁻⁵⁰ of the larger of that column's variance in the data and in the component, and D·2⁻⁵³ of
/// (|w|, 1)ᵀ·|Σ|·(|w|, 1) − Σⱼⱼ, w being the coefficients of the regression of the column on those before it
/// (<see cref="Singular"/>): below that, a pivot computed in double precision cannot be told from zero, because the second term
/// bounds what becomes of the rounding of Σ's entries where earlier pivots are small; a column that is constant in the data counts
/// as singular whatever rounding leaves of its variance, unless there is a ridge. For a spherical covariance the only pivot
/// is the variance itself, and it is compared with the mean of the columns' variances. Components of other families degenerate
/// where their likelihood has no maximum (<see cref="NoMaximum"/>). A row that has density 0 makes ℓ = −∞
/// (<see cref="Unreachable"/>).
/// </remarks>
public abstract partial record Degeneracy
{
    /// <summary>The share of the total weight at which a component counts as empty, 2⁻⁵².</summary>
    public const double SmallestShare = Negligible.Share;

    private protected Degeneracy()
    {
    }

    /// <summary>The component, counted from 0; null if it is not one alone: the covariance that all share, or all that do not reach a row.</summary>
    public abstract int? Component { get; }

    /// <summary>The cause in words.</summary>
    public abstract string Message { get; }

    /// <summary>The relative pivot at which a D×D covariance counts as singular, D·2⁻⁵⁰.</summary>
    public static double SmallestRelativePivot(int dimension) => dimension * 8.881784197001252E-16;

    /// <summary>The one case that it is, exhaustively.</summary>
    public TResult Match<TResult>(
        Func<Emptied, TResult> emptied,
        Func<Singular, TResult> singular,
        Func<NoMaximum, TResult> noMaximum,
        Func<Unreachable, TResult> unreachable)
    {
        ArgumentNullException.ThrowIfNull(emptied);
        ArgumentNullException.ThrowIfNull(singular);
        ArgumentNullException.ThrowIfNull(noMaximum);
        ArgumentNullException.ThrowIfNull(unreachable);
        return this switch
        {
            Emptied empty => emptied(empty),
            Singular flat => singular(flat),
            NoMaximum none => noMaximum(none),
            _ => unreachable((Unreachable)this),
        };
    }

    /// <summary>The first component with N_k ≤ 2⁻⁵²·N; null if there is none.</summary>
    /// <param name="effectiveCounts">N_k (K).</param>
    internal static Emptied? FirstEmptied(ImmutableArray<double> effectiveCounts)
    {
        double floor = SmallestShare * effectiveCounts.Sum();
        for (int k = 0; k < effectiveCounts.Length; k++)
        {
            if (!(effectiveCounts[k] > floor))
            {
                return new Emptied(k, effectiveCounts[k]);
            }
        }

        return null;
    }

    private protected abstract void Closed();

    /// <summary>A component is responsible for nothing any more.</summary>
    public sealed record Emptied : Degeneracy
    {
        internal Emptied(int component, double effectiveCount) =>
            (EmptyComponent, EffectiveCount) = (component, effectiveCount);

        /// <summary>The component, counted from 0.</summary>
        public int EmptyComponent { get; }

        /// <summary>N_k, in rows.</summary>
        public double EffectiveCount { get; }

        /// <inheritdoc/>
        public override int? Component => EmptyComponent;

        /// <inheritdoc/>
        public override string Message => FormattableString.Invariant(
            $"component {EmptyComponent} lost all its rows (effective count {EffectiveCount:G3})");

        private protected override void Closed()
        {
        }
    }

    /// <summary>
    /// The likelihood has no maximum: it rises as a parameter goes to where there is no distribution any more (the rate of a
    /// Poisson distribution to 0, if all counts are 0).
    /// </summary>
    public sealed record NoMaximum : Degeneracy
    {
        internal NoMaximum(int? component, string parameter, double limit) =>
            (Component, Parameter, Limit) = (component, parameter, limit);

        /// <summary>The component, counted from 0; null for a distribution that stands alone.</summary>
        public override int? Component { get; }

        /// <summary>The parameter's name.</summary>
        public string Parameter { get; }

        /// <summary>Where it goes; not a number if it goes nowhere, because whatever it is, the data are impossible.</summary>
        public double Limit { get; }

        /// <inheritdoc/>
        public override string Message => FormattableString.Invariant(
            $"the likelihood{(Component is { } component ? $" of component {component}" : "")} {(double.IsNaN(Limit) ? $"is 0 whatever the {Parameter}" : $"has no maximum: it rises as the {Parameter} goes to {(double.IsPositiveInfinity(Limit) ? "infinity" : $"{Limit:G6}")}")}");

        private protected override void Closed()
        {
        }
    }

    /// <summary>
    /// A row has density 0 under every component, or under the one of its label: it is so far away that squared distances overflow,
    /// or a family calls it impossible. (Or a family calls its density infinite.)
    /// </summary>
    public sealed record Unreachable : Degeneracy
    {
        internal Unreachable(long row, int? label, double logDensity) => (Row, Label, LogDensity) = (row, label, logDensity);

        /// <summary>The first such row, counted from 0.</summary>
        public long Row { get; }

        /// <summary>The row's label, if that is known.</summary>
        public int? Label { get; }

        /// <summary>ln p(x): −∞, or ∞.</summary>
        public double LogDensity { get; }

        /// <inheritdoc/>
        public override int? Component => Label;

        /// <inheritdoc/>
        public override string Message => FormattableString.Invariant(
            $"row {Row} has {(LogDensity > 0 ? "an infinite density" : "density 0")} under {(Label is { } label ? $"component {label}, its label" : "every component")}");

        private protected override void Closed()
        {
        }
    }

    /// <summary>A covariance collapsed onto a point, a line or another flat.</summary>
    public sealed record Singular : Degeneracy
    {
        internal Singular(int? component, int? column, double relativePivot) =>
            (Component, Column, RelativePivot) = (component, column, relativePivot);

        /// <inheritdoc/>
        public override int? Component { get; }

        /// <summary>
        /// The column that varies no more, given the columns before it; counted from 0. Null for a spherical covariance,
        /// which collapses in all columns at once.
        /// </summary>
        public int? Column { get; }

        /// <summary>The pivot over the larger of the column's variances in the data and in the component.</summary>
        public double RelativePivot { get; }

        /// <inheritdoc/>
        public override string Message => FormattableString.Invariant(
            $"{(Component is { } component ? $"the covariance of component {component}" : "the shared covariance")} collapsed {(Column is { } column ? $"in column {column}" : "to a point")} (relative pivot {RelativePivot:G3})");

        private protected override void Closed()
        {
        }
    }
}
