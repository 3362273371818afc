namespace GmmPure.Tests;

/// <summary>What each covariance structure says of itself.</summary>
public class CovarianceStructureTests
{
    [Theory]
    [InlineData("full", "VVV", "full second moments", 30)]
    [InlineData("tied", "EEE", "pooled full second moments", 10)]
    [InlineData("diagonal", "VVI", "diagonal second moments", 12)]
    [InlineData("tied-diagonal", "EEI", "pooled diagonal second moments", 4)]
    [InlineData("spherical", "VII", "trace second moments", 3)]
    [InlineData("tied-spherical", "EII", "pooled trace second moments", 1)]
    public void It_has_a_name_in_mclust_moments_and_parameters(string name, string mclust, string moments, long parameters)
    {
        var structure = Examples.Structure(name);

        Assert.Equal(mclust, structure.MclustName);
        Assert.Equal(moments, structure.Moments.ToString());
        Assert.Equal(parameters, structure.FreeParameters(components: 3, dimension: 4));
        Assert.Equal(name, structure.ToString());
    }

    [Fact]
    public void The_kind_of_matrix_and_sharing_tell_the_six_apart()
    {
        Assert.All(CovarianceStructure.All, structure =>
            Assert.Equal(structure, CovarianceStructure.Of(structure.Shape, structure.IsShared)));
        Assert.Throws<ArgumentOutOfRangeException>(() => CovarianceStructure.Of((CovarianceShape)3, isShared: false));
    }

    [Fact]
    public void The_simplest_that_is_the_same_model_has_as_many_parameters() => Assert.All(CovarianceStructure.All, structure =>
    {
        Assert.Equal(structure, structure.Simplify(components: 3, dimension: 4));
        Assert.Equal(CovarianceStructure.Full, structure.Simplify(components: 1, dimension: 1));
        Assert.False(structure.Simplify(components: 1, dimension: 4).IsShared);
        Assert.Equal(CovarianceShape.Full, structure.Simplify(components: 3, dimension: 1).Shape);
        Assert.All(new[] { (1, 1), (1, 4), (3, 1), (3, 4) }, size => Assert.Equal(
            structure.FreeParameters(size.Item1, size.Item2),
            structure.Simplify(size.Item1, size.Item2).FreeParameters(size.Item1, size.Item2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => structure.Simplify(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => structure.Simplify(1, 0));
    });

    [Fact]
    public void A_layout_has_a_shape_that_there_is_and_pools_nothing_if_it_has_nothing()
    {
        Assert.Equal("no second moments", MomentLayout.None.ToString());
        Assert.Equal(MomentLayout.None, new MomentLayout(MomentShape.None, IsPooled: true));
        Assert.Equal(MomentLayout.None, default);
        Assert.Throws<ArgumentOutOfRangeException>(() => new MomentLayout((MomentShape)4, IsPooled: false));
    }
}
