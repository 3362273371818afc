namespace GmmPure.Tests;

/// <summary>Where a linearly converging sequence is heading.</summary>
public class AitkenTests
{
    [Fact]
    public void Of_gains_that_halve_as_much_remains_as_was_gained_last() =>
        Assert.Equal(2, Aitken.RemainingGain(new Step(0, 0), new Step(1, 4), new Step(2, 6)));

    [Fact]
    public void It_finds_the_limit_of_any_geometric_sequence()
    {
        // Objectives 1 − aᵗ with limit 1: after t = 2, a² remains. The gains are differences of numbers below 1, each off
        // by 2⁻⁵³; (1 − a) divides their errors twice.
        Assert.All(new[] { 0.1, 0.5, 0.9, 0.99 }, a =>
            Assert.Equal(
                a * a,
                Aitken.RemainingGain(new Step(0, 0), new Step(1, 1 - a), new Step(2, 1 - (a * a))),
                16 * Rounding.Unit / ((1 - a) * (1 - a))));
    }

    [Fact]
    public void It_is_infinite_while_gains_grow_and_0_once_nothing_is_gained()
    {
        Assert.Equal(double.PositiveInfinity, Aitken.RemainingGain(new Step(0, 0), new Step(1, 1), new Step(2, 2)));
        Assert.Equal(double.PositiveInfinity, Aitken.RemainingGain(new Step(0, 0), new Step(1, 1), new Step(2, 3)));
        Assert.Equal(0, Aitken.RemainingGain(new Step(0, 0), new Step(1, 1), new Step(2, 1)));
        Assert.Equal(0, Aitken.RemainingGain(new Step(0, 0), new Step(1, 0), new Step(2, 0)));
    }

    [Fact]
    public void A_fall_by_rounding_means_that_nothing_remains() =>
        Assert.Equal(0, Aitken.RemainingGain(new Step(0, 0), new Step(1, 1), new Step(2, 1 - Rounding.Unit)));

    [Fact]
    public void An_oscillation_that_need_not_be_monotone_is_measured_by_size()
    {
        var (first, second, third) = (new Step(0, 0, false), new Step(1, 1, false), new Step(2, 0.5, false));

        // Gains 1, −½, ¼, −⅛ …: after −½ there remain ¼ − ⅛ + … = ⅙.
        Assert.Equal(1 / 6.0, Aitken.RemainingGain(first, second, third), 4 * Rounding.Unit);

        // Gains 1, −1, … keep their size.
        Assert.Equal(double.PositiveInfinity, Aitken.RemainingGain(first, second, new Step(2, 0, false)));
    }

    [Fact]
    public void Slow_progress_does_not_fool_the_rule()
    {
        // Gains of 1e−3 that shrink by 0.1 % an iteration: a total of almost 1 remains.
        var (first, second, third) = (new Step(0, 0), new Step(1, 1e-3), new Step(2, 1e-3 + (0.999 * 1e-3)));

        Assert.NotNull(Convergence.TotalGain(0.01).Judge(first, second, third));
        Assert.Null(Convergence.AitkenRemainingGain(0.01).Judge(first, second, third));
    }
}
