namespace GmmPure;

/// <summary>Which models to compare, beyond their numbers of components, and how.</summary>
public sealed record SelectOptions
{
    private readonly EqualArray<CovarianceStructure> structures = CovarianceStructure.All;

    /// <summary>What holds where nothing else is said.</summary>
    public static SelectOptions Default { get; } = new();

    /// <summary>The covariance structures; all six by default. Where two are the same model, the first of them stands for both.</summary>
    /// <exception cref="ArgumentException">There is none, or one is null.</exception>
    public ImmutableArray<CovarianceStructure> Structures
    {
        get => structures;
        init => structures = Given.Each(value) is { IsEmpty: false } each
            ? each
            : throw new ArgumentException("There is at least one structure.", nameof(value));
    }

    /// <summary>By what the best is chosen; BIC by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such criterion.</exception>
    public Criterion Criterion
    {
        get;
        init => field = Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "There is no such criterion.");
    }

    /// <summary>How each model is fitted; its structure plays no part.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public FitOptions Fit { get; init => field = Given.Value(value); } = FitOptions.Default;
}
