using System.Numerics;
using GmmPure.Textbook;

namespace GmmPure.Tests;

/// <summary>The textbook in high precision.</summary>
public class PreciseEquationsTests
{
    /// <summary>The running example of MML chapter 11: five steps in 256 bits and in double precision.</summary>
    [Fact]
    public void The_seven_points_come_out_as_in_double_precision() =>
        AssertAgree(
            Dataset.FromValues([-3, -2.5, -1, 0, 2, 4, 5]),
            GaussianMixture.Univariate([1 / 3.0, 1 / 3.0, 1 / 3.0], [-4, 0, 8], [1, 0.2, 3]),
            steps: 5);

    [Fact]
    public void Old_Faithful_comes_out_as_in_double_precision() =>
        AssertAgree(
            Files.OldFaithful,
            GaussianMixture.Create(
                [0.5, 0.5],
                Table.Create(2, 2, [2, 55, 4.5, 80]),
                [Covariance.Full(Table.Create(2, 2, [1, 0, 0, 40])), Covariance.Full(Table.Create(2, 2, [1, 0, 0, 40]))]),
            steps: 1);

    /// <summary>Twice as many bits change nothing that is seen in the first 70 digits.</summary>
    [Fact]
    public void More_bits_change_the_last_digits_only()
    {
        var narrow = LogLikelihood<Bits256>();
        var wide = LogLikelihood<Bits320>();

        Assert.Equal(wide.ToString(70), narrow.ToString(70));
        Assert.StartsWith("-1.397332281637", narrow.ToString(40), StringComparison.Ordinal);

        static BigFloat<TPrecision> LogLikelihood<TPrecision>()
            where TPrecision : struct, IPrecision => Equations<BigFloat<TPrecision>>.Iterate(
                TextbookData<BigFloat<TPrecision>>.From(Dataset.FromValues([-3, -2.5, -1, 0, 2, 4, 5])),
                TextbookMixture<BigFloat<TPrecision>>.From(
                    GaussianMixture.Univariate([1 / 3.0, 1 / 3.0, 1 / 3.0], [-4, 0, 8], [1, 0.2, 3])))
            .ElementAt(5).LogLikelihood;
    }

    private static void AssertAgree(Dataset data, GaussianMixture start, int steps)
    {
        var (ours, theirs) = (At<BigFloat<Bits256>>(data, start, steps), At<double>(data, start, steps));
        var (model, expected) = (ours.Model.ToGaussianMixture(), theirs.Model.ToGaussianMixture());

        AssertNear(theirs.LogLikelihood, (double)ours.LogLikelihood);
        Assert.All(Enumerable.Range(0, expected.ComponentCount), k => AssertNear(expected.Weights[k], model.Weights[k]));
        Assert.All(expected.Means.Elements.Zip(model.Means.Elements), pair => AssertNear(pair.First, pair.Second));
    }

    private static TextbookIteration<T> At<T>(Dataset data, GaussianMixture start, int steps)
        where T : IExponentialFunctions<T>, ILogarithmicFunctions<T>, IComparisonOperators<T, T, bool> =>
        Equations<T>.Iterate(TextbookData<T>.From(data), TextbookMixture<T>.From(start)).ElementAt(steps);

    private static void AssertNear(double expected, double actual) =>
        Assert.Equal(expected, actual, 1e-13 * Math.Max(1, Math.Abs(expected)));
}
