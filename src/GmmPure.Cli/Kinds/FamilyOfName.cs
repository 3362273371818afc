using GmmPure.Families;

namespace GmmPure.Cli.Kinds;

/// <summary>From the names of families to the families.</summary>
internal static class FamilyOfName
{
    /// <summary>A family that is not Gaussian.</summary>
    /// <param name="family">Its name.</param>
    /// <param name="trials">How many trials each count of successes comes from, where the family needs to know.</param>
    /// <param name="data">N×D, which tell how many categories each column has.</param>
    public static Kind Of(string family, int? trials, Dataset data) => new(family switch
    {
        FamilyName.Bernoulli => Family.Bernoulli,
        FamilyName.Binomial => Family.Binomial(trials!.Value),
        FamilyName.Categorical => Family.Categorical(LevelsOf(data)),
        FamilyName.Exponential => Family.Exponential,
        FamilyName.Gamma => Family.Gamma,
        FamilyName.Poisson => Family.Poisson,
        FamilyName.StudentT => Family.StudentT,
        _ => throw new ArgumentOutOfRangeException(nameof(family), family, "There is no such family."),
    });

    /// <summary>As many categories in each column as its largest number asks for.</summary>
    public static IEnumerable<int> LevelsOf(Dataset data) => Enumerable.Range(0, data.Dimension).Select(column =>
        1 + (int)Math.Clamp(Enumerable.Range(0, data.Count).Max(row => data[row, column]), 0, Family.MostCategories - 1));
}
