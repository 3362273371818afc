namespace GmmPure.Tests;

/// <summary>Choosing columns of a nearly singular covariance cannot fail, and does not square its condition.</summary>
public sealed class NearlySingularColumnsTests
{
    [Theory]
    [InlineData(1e-2)]
    [InlineData(1e-3)]
    [InlineData(2.5e-4)]
    public void Marginals_in_any_order_exist(double e)
    {
        var mixture = Mixture(e);

        var reversed = mixture.Marginal([2, 1, 0]);

        Assert.Equal(mixture.Covariances[0][0, 1], reversed.Covariances[0][2, 1]);
        Assert.Equal(mixture.LogDensity([0.1, 0.1, 0]), reversed.LogDensity([0, 0.1, 0.1]), 1e-3 * Math.Abs(mixture.LogDensity([0.1, 0.1, 0])));
    }

    /// <summary>
    /// The last pivot is e² and rounding changes it by up to 3·2⁻⁵³·(2/e)²: it is told from 0 down to e = 1.9·10⁻⁴.
    /// </summary>
    [Theory]
    [InlineData(1.5e-4)]
    [InlineData(1e-4)]
    [InlineData(1e-5)]
    public void A_pivot_that_rounding_may_have_made_is_refused(double e) =>
        Assert.Contains("pivot of column 2", Assert.Throws<ArgumentException>(() => Mixture(e)).Message, StringComparison.Ordinal);

    /// <summary>
    /// The two orders of the known columns share the rounding of Σ and of its factor; making it triangular again is backward
    /// stable, so they part by a few u over the smallest standard deviation, e²: twice that in the variance.
    /// </summary>
    [Theory]
    [InlineData(1e-2)]
    [InlineData(1e-3)]
    public void Conditionals_do_not_depend_on_the_order_of_what_is_known(double e)
    {
        var mixture = Mixture(e);

        double one = mixture.Conditional([1, 2], [1, 1]).Covariances[0][0, 0];
        double other = mixture.Conditional([2, 1], [1, 1]).Covariances[0][0, 0];

        double relative = 2 * 32 * Math.Pow(2, -53) / (e * e);
        Assert.InRange(other / one, 1 - relative, 1 + relative);
    }

    /// <summary>Pivots 1, e² and e².</summary>
    private static GaussianMixture Mixture(double e) => GaussianMixture.Create(
        [1],
        Table.Create(1, 3, [0, 0, 0]),
        [Covariance.Full(Table.FromArray(new[,] { { 1, 1, 0 }, { 1, 1 + (e * e), e }, { 0, e, 1 + (e * e) } }))]);
}
