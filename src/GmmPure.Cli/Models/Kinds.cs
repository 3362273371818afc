using GmmPure.Families;

namespace GmmPure.Cli.Models;

/// <summary>From the names of families to their kinds of mixtures.</summary>
internal static class Kinds
{
    /// <summary>A family that is not Gaussian.</summary>
    /// <param name="family">Its name.</param>
    /// <param name="trials">How many trials each count of successes comes from, where the family needs to know.</param>
    /// <param name="levels">How many categories each column has, likewise.</param>
    public static IFamilyKind Of(string family, Func<int> trials, Func<IEnumerable<int>> levels) => family switch
    {
        FamilyName.Bernoulli => Of(Family.Bernoulli, Notations.Bernoulli),
        FamilyName.Binomial => Binomial(trials()),
        FamilyName.Categorical => Categorical([.. levels()]),
        FamilyName.Exponential => Of(Family.Exponential, Notations.Exponential),
        FamilyName.Gamma => Of(Family.Gamma, Notations.Gamma),
        FamilyName.Poisson => Of(Family.Poisson, Notations.Poisson),
        FamilyName.StudentT => Of(Family.StudentT, Notations.StudentT),
        _ => throw new ArgumentOutOfRangeException(nameof(family), family, "There is no such kind."),
    };

    /// <summary>As many categories in each column as its largest number asks for.</summary>
    public static IEnumerable<int> LevelsOf(Dataset data) => Enumerable.Range(0, data.Dimension).Select(column =>
        1 + (int)Math.Clamp(Enumerable.Range(0, data.Count).Max(row => data[row, column]), 0, Family.MostCategories - 1));

    private static FamilyKind<TDistribution> Of<TDistribution>(IFamily<TDistribution> family, Notation<TDistribution> notation)
        where TDistribution : notnull, IEquatable<TDistribution> => new(family, notation);

    private static FamilyKind<Binomial> Binomial(int trials) => Of(Family.Binomial(trials), Notations.Binomial(trials));

    private static FamilyKind<Categorical> Categorical(ImmutableArray<int> levels) =>
        Of(Family.Categorical(levels), Notations.Categorical(levels));
}
