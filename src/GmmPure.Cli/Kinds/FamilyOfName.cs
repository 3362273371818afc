using GmmPure.Data;
using GmmPure.Families;

namespace GmmPure.Cli.Kinds;

/// <summary>From the names of families to the families.</summary>
internal static class FamilyOfName
{
    /// <summary>A family that is not Gaussian.</summary>
    /// <param name="family">Its name.</param>
    /// <param name="trials">How many trials each count of successes comes from, where the family needs to know.</param>
    /// <param name="read">N×D, which tell the categories of each column.</param>
    /// <param name="file">What messages call the data.</param>
    public static Kind Of(string family, int? trials, ReadData read, string file) => new(family switch
    {
        FamilyName.Bernoulli => Family.Bernoulli,
        FamilyName.Binomial => Family.Binomial(trials!.Value),
        FamilyName.Categorical => Family.CategoricalOf(CategoriesOf(read, file)),
        FamilyName.Exponential => Family.Exponential,
        FamilyName.Gamma => Family.Gamma,
        FamilyName.Poisson => Family.Poisson,
        FamilyName.StudentT => Family.StudentT,
        _ => throw new ArgumentOutOfRangeException(nameof(family), family, "There is no such family."),
    });

    /// <summary>The categories of each column: those that rows have, by the words that the numbers stand for.</summary>
    /// <param name="read">N×D, as they were read.</param>
    /// <param name="file">What messages call the data.</param>
    public static ImmutableArray<Categories> CategoriesOf(ReadData read, string file)
    {
        var seen = Categories.TrySeenIn(read.Data).Or(fault => throw (fault is { Index: { } row, Column: { } column, Value: { } value }
            ? SupportCheck.Failure(new SupportFault(row, column, value, Support.WholeNumbers), FamilyName.Categorical, read.Data, file)
            : FailureException.Input($"{file}: {fault.Message}")));
        return [.. seen.Zip(read.Words, (numbers, words) => words.IsEmpty ? numbers : Categories.Named(words))];
    }
}
