using GmmPure.Textbook;

namespace GmmPure.Tests;

/// <summary>
/// The running example of MML chapter 11 (examples 11.1 to 11.5): seven points, three components. Every number that the
/// book prints, to the digits that it prints.
/// </summary>
public class WorkedExampleTests
{
    private static readonly Dataset Data = Dataset.FromValues([-3, -2.5, -1, 0, 2, 4, 5]);

    private static readonly GaussianMixture Start =
        GaussianMixture.Univariate([1 / 3.0, 1 / 3.0, 1 / 3.0], [-4, 0, 8], [1, 0.2, 3]);

    [Theory]
    [InlineData(Implementation.Core)]
    [InlineData(Implementation.Textbook)]
    public void The_start_has_the_books_responsibilities_counts_and_log_likelihood(Implementation by)
    {
        var start = History(by)[0];

        Assert.Equal([0.057, 0.943, 0.000], Rounded(ResponsibilitiesOfMinusOne(by), 3));
        Assert.Equal([2.057, 2.009, 2.934], Rounded(start.Counts, 3));

        // 13 decimals are printed. Of 7 log-densities each is a sum of 5 numbers below 16: 7·5·16·2⁻⁵³ < 7e-14.
        Assert.Equal(-28.3255356558546, start.LogLikelihood, 5e-14 + 7e-14);
    }

    [Theory]
    [InlineData(Implementation.Core)]
    [InlineData(Implementation.Textbook)]
    public void One_update_gives_the_books_parameters(Implementation by)
    {
        var first = History(by)[1];

        Assert.Equal([-2.701, -0.403, 3.704], Rounded(first.Means, 3));
        Assert.Equal([0.144, 0.438, 1.527], Rounded(first.Variances, 3));
        Assert.Equal([0.294, 0.287, 0.419], Rounded(first.Weights, 3));
    }

    [Theory]
    [InlineData(Implementation.Core)]
    [InlineData(Implementation.Textbook)]
    public void Five_updates_give_the_books_mixture(Implementation by)
    {
        var fifth = History(by)[5];

        Assert.Equal([0.29, 0.28, 0.43], Rounded(fifth.Weights, 2));
        Assert.Equal([-2.75, -0.50, 3.64], Rounded(fifth.Means, 2));
        Assert.Equal([0.06, 0.25, 1.63], Rounded(fifth.Variances, 2));

        // 13 decimals are printed. A step's sums of 7 terms err by at most γ₁₆ of the largest, and the parameters' error
        // moves each of 7 log-densities by at most Δ² ≤ 16 times as much; five steps: 5·7·16·γ₁₆ < 1e-12.
        Assert.Equal(-13.9733228163721, fifth.LogLikelihood, 5e-14 + (5 * 7 * 16 * Rounding.Gamma(16)));
    }

    private static IEnumerable<double> Rounded(IEnumerable<double> values, int digits) =>
        values.Select(value => Math.Round(value, digits));

    private static IEnumerable<double> ResponsibilitiesOfMinusOne(Implementation by) => by == Implementation.Core
        ? Em.EStep(Data, Start).Responsibilities.Row(2).ToArray()
        : Equations<double>.Responsibilities(TextbookData<double>.From(Data), TextbookMixture<double>.From(Start)).Row(2);

    private static ImmutableArray<Element> History(Implementation by) => by == Implementation.Core
        ? [.. Em.Iterate(Data, Start).Take(6).Select(step =>
            new Element(step.Model, step.LogLikelihood, step.EffectiveCounts))]
        : [.. Equations<double>.Iterate(TextbookData<double>.From(Data), TextbookMixture<double>.From(Start)).Take(6)
            .Select(step => new Element(step.Model.ToGaussianMixture(), step.LogLikelihood, step.EffectiveCounts))];

    private sealed record Element(GaussianMixture Model, double LogLikelihood, ImmutableArray<double> Counts)
    {
        public ImmutableArray<double> Weights => Model.Weights;

        public ImmutableArray<double> Means => Model.Means.Elements;

        public ImmutableArray<double> Variances => [.. Model.Covariances.Select(covariance => covariance[0, 0])];
    }
}
