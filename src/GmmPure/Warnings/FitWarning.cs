namespace GmmPure;

/// <summary>
/// What there is to know of a fit before it is believed, or of the data that made it collapse. A closed family of cases, each with
/// its fields: components, rows and columns count from 0. Rows of weight 0 are not there.
/// </summary>
public abstract partial record FitWarning
{
    private protected FitWarning()
    {
    }

    /// <summary>The warning in words.</summary>
    public string Message => Words;

    /// <summary>What every case says. Nobody outside can say it, which closes the family.</summary>
    private protected abstract string Words { get; }

    /// <summary>The one case that it is, exhaustively.</summary>
    public TResult Match<TResult>(
        Func<NotConverged, TResult> notConverged,
        Func<NearlySame, TResult> nearlySame,
        Func<Spurious, TResult> spurious,
        Func<LoneRow, TResult> loneRow,
        Func<FewRows, TResult> fewRows,
        Func<RepeatedValue, TResult> repeatedValue,
        Func<FewDistinctValues, TResult> fewDistinctValues,
        Func<FewNumbers, TResult> fewNumbers,
        Func<DeterminedColumn, TResult> determinedColumn,
        Func<TooFewRows, TResult> tooFewRows)
    {
        ArgumentNullException.ThrowIfNull(notConverged);
        ArgumentNullException.ThrowIfNull(nearlySame);
        ArgumentNullException.ThrowIfNull(spurious);
        ArgumentNullException.ThrowIfNull(loneRow);
        ArgumentNullException.ThrowIfNull(fewRows);
        ArgumentNullException.ThrowIfNull(repeatedValue);
        ArgumentNullException.ThrowIfNull(fewDistinctValues);
        ArgumentNullException.ThrowIfNull(fewNumbers);
        ArgumentNullException.ThrowIfNull(determinedColumn);
        ArgumentNullException.ThrowIfNull(tooFewRows);
        return this switch
        {
            NotConverged iterations => notConverged(iterations),
            NearlySame components => nearlySame(components),
            Spurious spike => spurious(spike),
            LoneRow row => loneRow(row),
            FewRows rows => fewRows(rows),
            RepeatedValue value => repeatedValue(value),
            FewDistinctValues values => fewDistinctValues(values),
            FewNumbers numbers => fewNumbers(numbers),
            DeterminedColumn column => determinedColumn(column),
            _ => tooFewRows((TooFewRows)this),
        };
    }

    /// <summary>The run was stopped before a convergence rule was met.</summary>
    /// <param name="Iterations">t of its last element.</param>
    public sealed record NotConverged(int Iterations) : FitWarning
    {
        private protected override string Words => FormattableString.Invariant($"not converged after {Iterations} iteration{(Iterations == 1 ? string.Empty : "s")}");
    }

    /// <summary>
    /// Two components are nearly the same distribution: EM leaves such a point only slowly, or never, and may be taken to have
    /// converged before they part.
    /// </summary>
    /// <param name="One">The first.</param>
    /// <param name="Other">The second.</param>
    /// <param name="Overlap">The Bhattacharyya coefficient ∫√(p·q) of the two, at most 1.</param>
    public sealed record NearlySame(int One, int Other, double Overlap) : FitWarning
    {
        private protected override string Words =>
            FormattableString.Invariant($"components {One} and {Other} are nearly the same (overlap {Overlap:G4})");
    }

    /// <summary>A component is legal but probably spurious: <see cref="Iteration{TMixture}.SpuriousComponents"/>.</summary>
    public sealed record Spurious : FitWarning
    {
        private readonly EqualArray<long> rows;

        internal Spurious(int component, double effectiveCount, ImmutableArray<long> rows) =>
            (Component, EffectiveCount, this.rows) = (component, effectiveCount, rows);

        /// <summary>The component.</summary>
        public int Component { get; }

        /// <summary>N_k, in rows.</summary>
        public double EffectiveCount { get; }

        /// <summary>The rows that it holds: of which it is the most probable.</summary>
        public ImmutableArray<long> Rows => rows;

        private protected override string Words => FormattableString.Invariant(
            $"component {Component} is a narrow spike on {EffectiveCount:F1} rows: {string.Join(", ", Rows)}");
    }

    /// <summary>A component holds one row alone, which stands far from all others: an outlier has made a component.</summary>
    /// <param name="Component">The component.</param>
    /// <param name="Row">The row.</param>
    /// <param name="Column">The column in which it stands farthest from the others, in units of their range.</param>
    /// <param name="Value">Its value there.</param>
    public sealed record LoneRow(int Component, long Row, int Column, double Value) : FitWarning
    {
        private protected override string Words => FormattableString.Invariant(
            $"row {Row} stands alone, with {Value:R} in column {Column}, and makes component {Component}");
    }

    /// <summary>A component holds fewer rows that differ than its covariance takes.</summary>
    public sealed record FewRows : FitWarning
    {
        private readonly EqualArray<long> rows;

        internal FewRows(int component, ImmutableArray<long> rows) => (Component, this.rows) = (component, rows);

        /// <summary>The component.</summary>
        public int Component { get; }

        /// <summary>The rows that it holds.</summary>
        public ImmutableArray<long> Rows => rows;

        private protected override string Words =>
            FormattableString.Invariant($"component {Component} holds {Rows.Length} rows: {string.Join(", ", Rows)}");
    }

    /// <summary>A column whose values are measured has one that is repeated exactly, far more often than measuring would repeat it.</summary>
    /// <param name="Column">The column.</param>
    /// <param name="Value">The value.</param>
    /// <param name="Count">How many rows have it.</param>
    public sealed record RepeatedValue(int Column, double Value, int Count) : FitWarning
    {
        private protected override string Words =>
            FormattableString.Invariant($"{Count} rows have the value {Value:R} in column {Column}");
    }

    /// <summary>A column has so few distinct values, each of many rows, that it counts or classifies rather than measures.</summary>
    /// <param name="Column">The column.</param>
    /// <param name="Count">How many distinct values it has.</param>
    public sealed record FewDistinctValues(int Column, int Count) : FitWarning
    {
        private protected override string Words => FormattableString.Invariant($"column {Column} has {Count} distinct values");
    }

    /// <summary>There are hardly more numbers than parameters.</summary>
    /// <param name="Parameters">p, the number of free parameters.</param>
    /// <param name="Numbers">N·D, the number of numbers that they are estimated from; N is the total weight, or the number of rows if that is more.</param>
    public sealed record FewNumbers(long Parameters, double Numbers) : FitWarning
    {
        private protected override string Words =>
            FormattableString.Invariant($"{Parameters} free parameters are estimated from {Numbers:G15} numbers");
    }

    /// <summary>A column is a linear combination of others, to rounding, or constant.</summary>
    public sealed record DeterminedColumn : FitWarning
    {
        private readonly EqualArray<int> by;

        internal DeterminedColumn(int column, ImmutableArray<int> by) => (Column, this.by) = (column, by);

        /// <summary>The column.</summary>
        public int Column { get; }

        /// <summary>The columns before it that it is a linear combination of; none if it is constant.</summary>
        public ImmutableArray<int> By => by;

        private protected override string Words => By.IsEmpty
            ? FormattableString.Invariant($"column {Column} is constant")
            : FormattableString.Invariant($"column {Column} is a linear combination of {string.Join(", ", By)}");
    }

    /// <summary>There are fewer rows that differ than the covariances take.</summary>
    /// <param name="Rows">How many distinct rows there are.</param>
    /// <param name="Needed">How many are needed.</param>
    public sealed record TooFewRows(int Rows, long Needed) : FitWarning
    {
        private protected override string Words => FormattableString.Invariant($"{Rows} distinct rows are fewer than {Needed}");
    }
}
