namespace GmmPure;

/// <summary>
/// How unusual observations are under a mixture: the probability P(p(X) ≤ p(x)) that a draw X has no higher density than x. It is
/// uniform in (0, 1) over draws from the mixture itself, and small for outliers. Equal by content.
/// </summary>
public sealed record OutlierLevels
{
    /// <summary>How many draws levels are found from, where they are not computed: of a level of 0.01 the standard error is 0.0003.</summary>
    public const int DefaultDraws = 100_000;

    private readonly EqualArray<double> levels;
    private readonly EqualArray<double> standardErrors;

    internal OutlierLevels(ImmutableArray<double> levels, ImmutableArray<double> standardErrors, int draws) =>
        (this.levels, this.standardErrors, Draws) = (levels, standardErrors, draws);

    /// <summary>The level of every observation (N), in [0, 1]; 0 where the density is 0.</summary>
    public ImmutableArray<double> Levels => levels;

    /// <summary>The standard error of every level (N); 0 where the levels are exact.</summary>
    public ImmutableArray<double> StandardErrors => standardErrors;

    /// <summary>How many draws from the mixture the levels are from; 0 if they are computed.</summary>
    public int Draws { get; }

    /// <summary>Whether the levels are computed and have no error but that of rounding, rather than found from draws.</summary>
    public bool IsExact => Draws == 0;

    /// <summary>Levels without error: 0 of a row that has density 0.</summary>
    /// <param name="logDensities">ln p(x) of every row (N).</param>
    /// <param name="level">The level of another row.</param>
    internal static OutlierLevels Exactly(ImmutableArray<double> logDensities, Func<int, double> level)
    {
        ImmutableArray<double> each =
            [.. logDensities.Select((own, row) => double.IsNegativeInfinity(own) ? 0 : Math.Clamp(level(row), 0, 1))];
        return new OutlierLevels(each, [.. each.Select(_ => 0.0)], draws: 0);
    }
}
