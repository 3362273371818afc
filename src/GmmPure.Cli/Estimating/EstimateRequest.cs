using GmmPure.Cli.Kinds;
using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Estimating;

/// <summary>What <c>gmm estimate</c> is to do.</summary>
/// <param name="Family">The family's name.</param>
/// <param name="Data">The data.</param>
/// <param name="Trials">The trials of a binomial distribution.</param>
/// <param name="Structure">The covariance structure of a Gaussian.</param>
/// <param name="Candidates">The values that the family's one parameter may have; null for all.</param>
/// <param name="IsJson">Whether to print JSON.</param>
internal sealed record EstimateRequest(
    string Family,
    DataRequest Data,
    int? Trials,
    CovarianceStructure? Structure,
    ImmutableArray<double>? Candidates,
    bool IsJson)
{
    /// <summary>Every family, and which of the options it takes.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<string>> Options { get; } =
        new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal)
        {
            [FamilyName.Bernoulli] = ["--candidates"],
            [FamilyName.Binomial] = ["--trials", "--candidates"],
            [FamilyName.Categorical] = [],
            [FamilyName.Exponential] = ["--candidates"],
            [FamilyName.Gamma] = [],
            [FamilyName.Gaussian] = ["--covariance"],
            [FamilyName.Normal] = [],
            [FamilyName.Poisson] = ["--candidates"],
            [FamilyName.StudentT] = [],
            [FamilyName.Uniform] = [],
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The same, if its options are the family's.</summary>
    public EstimateRequest Checked()
    {
        (string Name, bool IsGiven)[] options =
            [("--trials", Trials is not null), ("--covariance", Structure is not null), ("--candidates", Candidates is not null)];
        string? strange = options.FirstOrDefault(option => option.IsGiven && !Takes(option.Name)).Name;
        return strange is not null ? throw FailureException.CommandLine($"{Family} takes no {strange}")
            : Trials is null && Takes("--trials") ? throw FailureException.CommandLine($"{Family} needs --trials N")
            : this;
    }

    private bool Takes(string option) => Options[Family].Contains(option, StringComparer.Ordinal);
}
