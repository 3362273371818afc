namespace GmmPure.Cli.Verifying;

/// <summary>What is compared, in the order in which one follows from the other.</summary>
internal enum Parameter
{
    /// <summary>π.</summary>
    Weights,

    /// <summary>μ.</summary>
    Means,

    /// <summary>Σ.</summary>
    Covariances,

    /// <summary>N_k.</summary>
    EffectiveCounts,

    /// <summary>ℓ.</summary>
    LogLikelihood,
}

/// <summary>How well a line agrees in a parameter: by the number in it that agrees worst.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Digits">How many decimal digits agree.</param>
/// <param name="Place">Where that number stands.</param>
/// <param name="Found">The number in the history.</param>
/// <param name="Expected">What it should be, to the nearest double.</param>
internal sealed record Comparison(Parameter Parameter, double Digits, Place Place, double Found, double Expected);

/// <summary>Where a number stands.</summary>
/// <param name="Component">The component, counted from 0; null if it belongs to all of them.</param>
/// <param name="Row">The row of a covariance, or the column of a mean.</param>
/// <param name="Column">The column of a covariance.</param>
internal sealed record Place(int? Component = null, int? Row = null, int? Column = null);
