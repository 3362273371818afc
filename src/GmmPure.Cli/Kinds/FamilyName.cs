namespace GmmPure.Cli.Kinds;

/// <summary>The families' names, as they are typed and written.</summary>
internal static class FamilyName
{
    public const string Bernoulli = "bernoulli";
    public const string Binomial = "binomial";
    public const string Categorical = "categorical";
    public const string Exponential = "exponential";
    public const string Gamma = "gamma";
    public const string Gaussian = "gaussian";
    public const string Normal = "normal";
    public const string Poisson = "poisson";
    public const string StudentT = "student-t";
    public const string Uniform = "uniform";

    /// <summary>Those whose mixtures are not Gaussian.</summary>
    public static ImmutableArray<string> OfOtherMixtures { get; } =
        [Bernoulli, Binomial, Categorical, Exponential, Gamma, Poisson, StudentT];

    /// <summary>Those that have mixtures; a normal one is a Gaussian one in one column.</summary>
    public static ImmutableArray<string> OfMixtures { get; } = [.. OfOtherMixtures.Add(Gaussian).Add(Normal).Order(StringComparer.Ordinal)];

    /// <summary>Those that have an estimator.</summary>
    public static ImmutableArray<string> All { get; } = OfMixtures.Add(Uniform);
}
