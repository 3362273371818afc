namespace GmmPure;

/// <summary>
/// Why numbers are not a data set: a closed family of cases, each with its fields. Rows and columns count from 0.
/// </summary>
public abstract record DataFault
{
    private protected DataFault()
    {
    }

    /// <summary>The fault in words.</summary>
    public abstract string Message { get; }

    /// <summary>The one case that it is, exhaustively.</summary>
    public TResult Match<TResult>(
        Func<Empty, TResult> empty,
        Func<Ragged, TResult> ragged,
        Func<NotFinite, TResult> notFinite,
        Func<TooLarge, TResult> tooLarge,
        Func<TooNarrow, TResult> tooNarrow,
        Func<BadWeight, TResult> badWeight,
        Func<BadTotalWeight, TResult> badTotalWeight)
    {
        ArgumentNullException.ThrowIfNull(empty);
        ArgumentNullException.ThrowIfNull(ragged);
        ArgumentNullException.ThrowIfNull(notFinite);
        ArgumentNullException.ThrowIfNull(tooLarge);
        ArgumentNullException.ThrowIfNull(tooNarrow);
        ArgumentNullException.ThrowIfNull(badWeight);
        ArgumentNullException.ThrowIfNull(badTotalWeight);
        return this switch
        {
            Empty nothing => empty(nothing),
            Ragged row => ragged(row),
            NotFinite value => notFinite(value),
            TooLarge value => tooLarge(value),
            TooNarrow column => tooNarrow(column),
            BadWeight weight => badWeight(weight),
            _ => badTotalWeight((BadTotalWeight)this),
        };
    }

    private protected abstract void Closed();

    /// <summary>There is no row, or no column.</summary>
    public sealed record Empty : DataFault
    {
        internal Empty()
        {
        }

        /// <inheritdoc/>
        public override string Message => "A data set needs at least one row and one column.";

        private protected override void Closed()
        {
        }
    }

    /// <summary>A row has another number of values than the first.</summary>
    public sealed record Ragged : DataFault
    {
        internal Ragged(int row, int found, int expected) => (Row, Found, Expected) = (row, found, expected);

        /// <summary>The row.</summary>
        public int Row { get; }

        /// <summary>How many values it has.</summary>
        public int Found { get; }

        /// <summary>How many the first row has.</summary>
        public int Expected { get; }

        /// <inheritdoc/>
        public override string Message => $"Row {Row} has {Found} values, the first row has {Expected}.";

        private protected override void Closed()
        {
        }
    }

    /// <summary>A value is NaN or infinite.</summary>
    public sealed record NotFinite : DataFault
    {
        internal NotFinite(long row, int column, double value) => (Row, Column, Value) = (row, column, value);

        /// <summary>The row.</summary>
        public long Row { get; }

        /// <summary>The column.</summary>
        public int Column { get; }

        /// <summary>The value.</summary>
        public double Value { get; }

        /// <inheritdoc/>
        public override string Message =>
            FormattableString.Invariant($"Row {Row}, column {Column}: {Value} is not a finite number.");

        private protected override void Closed()
        {
        }
    }

    /// <summary>A value is so large that its square would overflow.</summary>
    public sealed record TooLarge : DataFault
    {
        internal TooLarge(long row, int column, double value) => (Row, Column, Value) = (row, column, value);

        /// <summary>The row.</summary>
        public long Row { get; }

        /// <summary>The column.</summary>
        public int Column { get; }

        /// <summary>The value.</summary>
        public double Value { get; }

        /// <inheritdoc/>
        public override string Message => FormattableString.Invariant(
            $"Row {Row}, column {Column}: {Value} is too large, sums of squares would overflow. Rescale the column to below {Dataset.LargestValue:G3}.");

        private protected override void Closed()
        {
        }
    }

    /// <summary>A column varies, but so little that the squares of its deviations would underflow.</summary>
    public sealed record TooNarrow : DataFault
    {
        internal TooNarrow(int column, double spread) => (Column, Spread) = (column, spread);

        /// <summary>The column.</summary>
        public int Column { get; }

        /// <summary>The largest deviation from the column's first value.</summary>
        public double Spread { get; }

        /// <inheritdoc/>
        public override string Message => FormattableString.Invariant(
            $"Column {Column} varies by {Spread} only, squared deviations would underflow. Rescale it to above {Dataset.SmallestSpread:G3}.");

        private protected override void Closed()
        {
        }
    }

    /// <summary>A row's weight is negative, NaN or infinite.</summary>
    public sealed record BadWeight : DataFault
    {
        internal BadWeight(long row, double weight) => (Row, Weight) = (row, weight);

        /// <summary>The row.</summary>
        public long Row { get; }

        /// <summary>The weight.</summary>
        public double Weight { get; }

        /// <inheritdoc/>
        public override string Message =>
            FormattableString.Invariant($"Row {Row}: a weight must be finite and not negative, not {Weight}.");

        private protected override void Closed()
        {
        }
    }

    /// <summary>The weights sum to nothing, or to a number so extreme that products with squares would fail.</summary>
    public sealed record BadTotalWeight : DataFault
    {
        internal BadTotalWeight(double totalWeight) => TotalWeight = totalWeight;

        /// <summary>The sum of all weights.</summary>
        public double TotalWeight { get; }

        /// <inheritdoc/>
        public override string Message => TotalWeight == 0
            ? "Every row has weight 0: at least one must count."
            : FormattableString.Invariant(
                $"The weights sum to {TotalWeight}, which must lie between {Dataset.SmallestTotalWeight:G3} and {Dataset.LargestTotalWeight:G3}.");

        private protected override void Closed()
        {
        }
    }
}
