namespace GmmPure.Tests;

/// <summary>A mean that jumps by many of its new standard deviations takes no digits of the covariance with it.</summary>
public sealed class JumpTests
{
    /// <summary>
    /// A component of width 1e4 and weight 1e−8 falls onto ten points that are s apart. Moments about its old mean would
    /// lose (1e4/s)² in digits: all of them for the smallest s, and more than all for one that then looks singular.
    /// </summary>
    [Theory]
    [InlineData(1e-3, 1e3)]
    [InlineData(1e-4, 1e4)]
    [InlineData(1e-5, 1e4)]
    [InlineData(1e-5, 1.1e4)]
    [InlineData(1e-5, 1.3e4)]
    public void The_fused_step_keeps_the_digits_of_the_composed_one(double spacing, double mean)
    {
        var near = Enumerable.Range(0, 10).Select(i => 0.1 + (i * spacing));
        var data = Dataset.FromValues([.. near, 4.999, 5, 5.001]);
        var start = GaussianMixture.Univariate([1 - 1e-8, 1e-8], [5, mean], [1e-6, 1e8]);

        var composed = Em.MStep(data, Em.EStep(data, start).Responsibilities);
        var fused = Em.Step(data, start);

        Assert.True(composed.TryGet(out var expected, out _));
        Assert.True(fused.TryGet(out var found, out var cause), cause?.Message);
        Assert.False(Em.Iterate(data, start).First().IsDegenerate);

        // Σ about a mean that is rounded to u·5 moves by (u·5)²; sums of 13 terms of deviations rounded to u·5 from
        // values of 5 by 13·u and twice u·5/s.
        double unit = Math.Pow(2, -53);
        double relative = (64 * unit) + (16 * unit * 5 / spacing);
        Assert.InRange(found.Covariances[1][0, 0] / expected.Covariances[1][0, 0], 1 - relative, 1 + relative);
    }

    [Fact]
    public void Clusters_far_from_where_their_means_start_have_all_digits_after_one_step()
    {
        double[] offsets = [-1.5e-5, -0.5e-5, 0.5e-5, 1.5e-5];
        var data = Dataset.FromValues([.. offsets, .. offsets.Select(offset => 100 + offset)]);
        var start = GaussianMixture.Univariate([0.5, 0.5], [30, 70], [1, 1]);

        Assert.True(Em.Step(data, start).TryGet(out var next, out _));

        // The variance of the offsets is 1.25e−10; those about 100 are rounded to 2⁻⁴⁷ and so is their mean.
        Assert.Equal(1.25e-10, next.Covariances[0][0, 0], 1.25e-10 * 64 * Math.Pow(2, -53));
        Assert.Equal(1.25e-10, next.Covariances[1][0, 0], 4 * 1.5e-5 * Math.Pow(2, -47));
    }

    /// <summary>
    /// The rows ±2 have mean 0 and variance 4: a mean is near them while its square times its weight is at most 16. The middle of
    /// 8 and −4, by weights of ¼ and ¾, is −1; the one is 9 away from it and the other 3.
    /// </summary>
    [Theory]
    [InlineData("full", 8, 1, 8, -4)]
    [InlineData("full", 8.001, 1, 0, -4)]
    [InlineData("spherical", 8, 4, -1, -1)]
    [InlineData("spherical", 8, 1, 8, -4)]
    [InlineData("spherical", 8.001, 4, 0, -4)]
    [InlineData("diagonal", 8, 1, 8, -4)]
    [InlineData("tied-spherical", 8, 1, -1, -1)]
    [InlineData("tied", 8, 1, -1, -1)]
    public void Moments_are_about_the_middle_where_that_loses_little(string name, double mean, double variance, double first, double second)
    {
        var mixture = Pair(name, mean, -4, variance);

        Assert.Equal([first, second], ReferencePoints.For(Dataset.FromValues([-2, 2]).Summary, mixture).Elements);
    }

    /// <summary>One component falls onto two rows of eight, with variance 1; where the covariance is shared, its weight counts.</summary>
    [Theory]
    [InlineData("full", 8, 1)]
    [InlineData("full", 8.001, 2)]
    [InlineData("tied", 16, 1)]
    [InlineData("tied", 16.001, 2)]
    public void A_jump_of_more_than_eight_deviations_takes_a_second_pass(string name, double jump, int passes)
    {
        var data = Dataset.FromValues([jump - 1, jump + 1, -999, -1001, -999, -1001, -999, -1001]);
        int made = 0;
        var map = Em.Map(data.Summary, (mixture, reference) =>
        {
            made++;
            return Em.Pass(data, mixture, reference: reference);
        });

        Assert.True(map.Step(Pair(name, 0, -1000, variance: 1)).IsSuccess);
        Assert.Equal(passes, made);
    }

    private static GaussianMixture Pair(string name, double first, double second, double variance)
    {
        var structure = Examples.Structure(name);
        var covariance = structure.Shape switch
        {
            CovarianceShape.Full => Covariance.Full(Table.FromRows([[variance]])),
            CovarianceShape.Diagonal => Covariance.Diagonal([variance]),
            _ => Covariance.Spherical(1, variance),
        };
        return GaussianMixture.Create([0.25, 0.75], Table.FromRows([[first], [second]]), [covariance, covariance], structure);
    }
}
