using GmmPure.Families;

namespace GmmPure.Tests;

/// <summary>Bisection finds the very number, whatever lies between.</summary>
public class BisectionTests
{
    [Theory]
    [InlineData(0, 10, 3)]
    [InlineData(0, 10, double.Epsilon)]
    [InlineData(0, double.MaxValue, 1e300)]
    [InlineData(-10, 0, -3)]
    [InlineData(-10, 10, -double.Epsilon)]
    [InlineData(-10, 10, 0)]
    [InlineData(double.MinValue, double.MaxValue, 0)]
    [InlineData(double.MinValue, double.MaxValue, -1e-300)]
    [InlineData(double.NegativeInfinity, double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(2, 2, 2)]
    public void It_finds_where_a_condition_begins_to_hold(double low, double high, double first)
    {
        double found = Bisection.First(low, high, x =>
        {
            Assert.InRange(x, low, high);
            return x >= first;
        });

        Assert.Equal(first, found);
        Assert.Equal(first < 0, double.IsNegative(found));
    }

    [Theory]
    [InlineData(-3, 5)]
    [InlineData(0, 5)]
    [InlineData(-3, 0)]
    public void It_gives_the_upper_end_if_the_condition_never_holds_and_the_lower_if_it_always_does(double low, double high)
    {
        Assert.Equal(high, Bisection.First(low, high, _ => false));
        Assert.Equal(low, Bisection.First(low, high, _ => true));
    }
}
