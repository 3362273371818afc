using GmmPure.Families;

namespace GmmPure.Tests;

/// <summary>
/// How far rounding may move an objective: exactly what is documented, for every consumer of it is as wide. The sums of
/// powers of two here are exact but where a comment says otherwise.
/// </summary>
public class ObjectiveRoundingTests
{
    private static readonly double Share = Math.ScaleB(1, -40);

    [Fact]
    public void A_fall_by_the_share_of_what_is_added_up_is_rounding_and_the_next_number_below_is_not()
    {
        // |−15| + 1 = 16 units of 2⁻⁴⁰.
        var current = new Step(1, -15);
        var within = new Step(0, -15 + (16 * Share));
        var beyond = new Step(0, Math.BitIncrement(within.Objective));

        Assert.Equal(new Converged(0), Convergence.TotalGain(0).Judge(null, within, current));
        Assert.Null(Convergence.TotalGain(0).Judge(null, beyond, current));
        Assert.Equal(0, Aitken.RemainingGain(new Step(-1, -20), within, current));
        Assert.Equal(double.PositiveInfinity, Aitken.RemainingGain(new Step(-1, -20), beyond, current));
    }

    [Fact]
    public void The_weight_counts_where_the_objective_is_0()
    {
        var current = new Step(1, 0) { TotalWeight = 8 };
        double fall = 8 * Share;

        Assert.Equal(new Converged(0), Convergence.TotalGain(0).Judge(null, new Step(0, fall), current));
        Assert.Null(Convergence.TotalGain(0).Judge(null, new Step(0, Math.BitIncrement(fall)), current));
    }

    [Fact]
    public void Every_mixture_rounds_by_2_to_the_minus_40_of_what_is_added_up()
    {
        var counts = Dataset.FromValues([0, 1, 1, 2]);
        var family = Em.Iterate(counts, Mixture.Of(Family.Poisson, [1], [new Poisson(1)])).First();
        var any = Em.Iterate(3.0, eStep: mean => (mean, -mean), mStep: Outcome.Of, parameters: mean => [mean], totalWeight: 1).First();

        Assert.Equal(Share * (Math.Abs(family.LogLikelihood) + 4), family.Objective.Rounding);
        Assert.Equal(Share * 4, any.Objective.Rounding);
        Assert.Equal(family.LogLikelihood / 4, family.LogLikelihoodPerSample);
    }

    [Theory]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_infinite_is_not_rounded(double value) =>
        Assert.Equal(0, Objective.Of(value, ObjectiveKind.LogLikelihood, 4).Rounding);

    [Fact]
    public void The_inertia_rounds_by_2_to_the_minus_40_of_that_about_the_mean()
    {
        // About their mean 2 both rows have the square 4.
        var step = Clustering.KMeans(Dataset.FromValues([0, 4]), Table.FromRows([[0], [4]])).First();

        Assert.Equal(0, step.Inertia);
        Assert.Equal(8 * Share, step.Objective.Rounding);
    }

    /// <summary>
    /// L = (1 0; 1 2⁻ᵖ) makes the pivot 2⁻²ᵖ of a variance 1 + 2⁻²ᵖ: each row may be off by D·2⁻⁵⁰ over the quotient.
    /// A quotient, a product and three sums round, each by u.
    /// </summary>
    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(20)]
    public void A_Gaussian_mixture_adds_what_its_smallest_relative_pivot_costs(int power)
    {
        double pivot = Math.ScaleB(1, -2 * power);
        var narrow = Covariance.Full(Table.FromRows([[1, 1], [1, 1 + pivot]]));
        var wide = Covariance.Full(Table.FromRows([[4, 0], [0, 4]]));
        var model = GaussianMixture.Create([0.5, 0.5], Table.FromRows([[0, 0], [1, 1]]), [wide, narrow]);

        var step = Em.Iterate(Dataset.FromRows([[0, 0], [1, 1], [2, 2]]), model).First();

        double condition = 3 * 2 * Math.ScaleB(1, -50) * (1 + pivot) / pivot;
        double expected = (Share * (Math.Abs(step.LogLikelihood) + 3)) + condition;
        Assert.Equal(expected, step.Objective.Rounding, expected * Rounding.Gamma(8));
        Assert.True(condition > 4 * expected * Rounding.Gamma(8));
    }

    [Fact]
    public void Diagonal_covariances_have_no_condition_to_pay_for()
    {
        var model = GaussianMixture.Create(
            [1], Table.FromRows([[0, 0]]), [Covariance.Diagonal([1, Math.ScaleB(1, -40)])]);

        var step = Em.Iterate(Dataset.FromRows([[0, 0]]), model).First();

        double expected = (Share * (Math.Abs(step.LogLikelihood) + 1)) + (2 * Math.ScaleB(1, -50));
        Assert.Equal(expected, step.Objective.Rounding, expected * Rounding.Gamma(8));
    }
}
