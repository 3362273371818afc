namespace GmmPure.Tests;

/// <summary>Rules for when to stop, as values.</summary>
public class ConvergenceTests
{
    [Fact]
    public void A_gain_at_the_tolerance_meets_the_rule_and_one_above_does_not()
    {
        var previous = new Step(0, -10);

        Assert.Equal(new Converged(0.5), Convergence.TotalGain(0.5).Judge(null, previous, new Step(1, -9.5)));
        Assert.Null(Convergence.TotalGain(0.5).Judge(null, previous, new Step(1, -9.25)));
    }

    [Fact]
    public void Gains_are_measured_per_sample_in_total_or_relative()
    {
        var (previous, current) = (new Step(0, -10), new Step(1, -8) { TotalWeight = 4 });

        Assert.Equal(new Converged(0.5), Convergence.GainPerSample(1).Judge(null, previous, current));
        Assert.Equal(new Converged(2), Convergence.TotalGain(2).Judge(null, previous, current));
        Assert.Equal(new Converged(0.25), Convergence.RelativeGain(1).Judge(null, previous, current));
    }

    [Fact]
    public void A_relative_gain_of_nothing_is_0_even_at_0() =>
        Assert.Equal(new Converged(0), Convergence.RelativeGain(0).Judge(null, new Step(0, 0), new Step(1, 0)));

    [Fact]
    public void The_change_of_parameters_is_the_elements_own_affair() =>
        Assert.Equal(
            new Converged(0.125),
            Convergence.ParameterChange(0.125).Judge(null, new Step(0, 0), new Step(1, 5) { Change = 0.125 }));

    [Fact]
    public void The_first_element_meets_no_rule_and_Aitken_needs_three()
    {
        Assert.Null(Convergence.TotalGain(double.PositiveInfinity).Judge<Step>(null, null, new Step(0, 0)));
        Assert.Null(Convergence.AitkenRemainingGain(double.PositiveInfinity).Judge(null, new Step(0, 0), new Step(1, 0)));
    }

    [Fact]
    public void A_fall_by_rounding_counts_as_no_gain_in_a_monotone_sequence_but_not_in_another()
    {
        var (previous, lower) = (new Step(0, -10), new Step(1, -10 - 2e-15));

        Assert.Equal(new Converged(0), Convergence.TotalGain(0).Judge(null, previous, lower));
        Assert.Null(Convergence.TotalGain(1e-15).Judge(null, previous, lower with { IsMonotone = false }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_larger_fall_counts_by_its_size(bool isMonotone)
    {
        var (previous, lower) = (new Step(0, -10, isMonotone), new Step(1, -11, isMonotone));

        Assert.Null(Convergence.TotalGain(0.5).Judge(null, previous, lower));
        Assert.Equal(new Converged(1), Convergence.TotalGain(1).Judge(null, previous, lower));
    }

    [Theory]
    [InlineData(-1e-300)]
    [InlineData(double.NaN)]
    public void A_tolerance_is_not_negative(double tolerance) => Assert.All(
        new Func<double, Convergence>[]
        {
            Convergence.TotalGain, Convergence.GainPerSample, Convergence.RelativeGain, Convergence.ParameterChange,
            Convergence.AitkenRemainingGain,
        },
        rule => Assert.Throws<ArgumentOutOfRangeException>(() => rule(tolerance)));

    [Fact]
    public void Parameters_change_in_units_of_the_components_deviations()
    {
        // Weights by 0.125; means by 2 at σ = 4; a variance by 4 at σ² = 16; all of them ½ or less but the last.
        var data = Dataset.FromValues([1, 2, 3, 4]);
        var earlier = GaussianMixture.Univariate([0.5, 0.5], [0, 10], [16, 1]);

        double Change(GaussianMixture later) => Em.Iterate(data, later).First().ParameterChangeSince(Em.Iterate(data, earlier).First());

        Assert.Equal(0, Change(earlier));
        Assert.Equal(0.125, Change(earlier.WithWeights([0.625, 0.375])));
        Assert.Equal(0.5, Change(earlier.WithMeans(Table.FromRows([[2], [10]]))));
        Assert.Equal(0.25, Change(earlier.WithCovariances([Covariance.Full(Table.FromRows([[20]])), earlier.Covariances[1]])));
    }

    [Fact]
    public void Every_column_and_every_pair_of_columns_has_its_own_unit()
    {
        // Deviations of 2 and 8: the second mean moves by 4, the covariance by 12.
        var data = Dataset.FromRows([[0, 0], [1, 1]]);
        var earlier = Plane(0, 0);

        double Change(GaussianMixture later) => Em.Iterate(data, later).First().ParameterChangeSince(Em.Iterate(data, earlier).First());

        Assert.Equal(0.5, Change(Plane(4, 0)));
        Assert.Equal(0.75, Change(Plane(0, 12)));
        Assert.Equal(0.75, Change(Plane(0, -12)));
        Assert.Throws<ArgumentException>(() => Em.Iterate(Dataset.FromValues([1]), GaussianMixture.Univariate([1], [0], [1])).First()
            .ParameterChangeSince(Em.Iterate(data, earlier).First()));
        Assert.Throws<ArgumentException>(() => Change(GaussianMixture.CreateTied(
            [0.5, 0.5], Table.FromRows([[0, 0], [0, 0]]), earlier.Covariances[0])));

        static GaussianMixture Plane(double mean, double covariance) => GaussianMixture.Create(
            [1], Table.FromRows([[0, mean]]), [Covariance.Full(Table.FromRows([[4, covariance], [covariance, 64]]))]);
    }

    [Fact]
    public void Centres_move_in_units_of_the_datas_spread()
    {
        // Of rows 0 and 4 the variance is 4; the first centre moves from 1 to 0.
        var steps = Clustering.KMeans(Dataset.FromValues([0, 4]), Table.FromRows([[1], [4]])).Take(3).ToArray();

        Assert.Equal(0.5, steps[1].ParameterChangeSince(steps[0]));
        Assert.Equal(0, steps[2].ParameterChangeSince(steps[1]));
    }

    [Fact]
    public void Every_rule_stops_EM_at_the_same_optimum()
    {
        var start = Initial.KMeansPlusPlus(Files.OldFaithful, 2, seed: 1);
        Convergence[] rules =
        [
            Convergence.GainPerSample(1e-12), Convergence.TotalGain(1e-10), Convergence.RelativeGain(1e-13),
            Convergence.ParameterChange(1e-7), Convergence.AitkenRemainingGain(1e-12),
        ];

        var ends = rules.Select(rule => Em.Iterate(Files.OldFaithful, start).Take(1000).TakeUntilConverged(rule).Last()).ToArray();

        Assert.All(ends, end => Assert.True(end.IsConverged));
        Assert.All(ends, end => Assert.Equal(-1130.264, Math.Round(end.LogLikelihood, 3)));
    }
}
