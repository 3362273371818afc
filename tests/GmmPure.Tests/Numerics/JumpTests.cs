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
}
