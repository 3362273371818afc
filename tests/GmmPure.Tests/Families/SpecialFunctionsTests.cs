using GmmPure.Families;
using MathNetSpecial = MathNet.Numerics.SpecialFunctions;

namespace GmmPure.Tests;

/// <summary>Against R 4.2 (lgamma, digamma, trigamma), and everywhere else against MathNet and their own recurrences.</summary>
public class SpecialFunctionsTests
{
    /// <summary>x, ln Γ(x), ψ(x), ψ′(x).</summary>
    public static TheoryData<double, double, double, double> FromR => new()
    {
        { 1e-5, 11.512919692895826, -100000.57719921567, 10000000001.644909 },
        { 0.1, 2.252712651734206, -10.423754940411076, 101.43329915079275 },
        { 0.5, 0.57236494292470008, -1.9635100260214231, 4.934802200544679 },
        { 1, 0, -0.57721566490153231, 1.6449340668482264 },
        { 1.5, -0.12078223763524518, 0.036489973978576895, 0.93480220054467933 },
        { 2, 0, 0.42278433509846747, 0.64493406684822641 },
        { 3.7, 1.4280723266653881, 1.1671535393615113, 0.31003785767003833 },
        { 12, 17.50230784587389, 2.4426616799758119, 0.086901872871768385 },
        { 15.9, 27.625493215168696, 2.734543070175774, 0.064912281599060109 },
        { 16.1, 28.173694494813549, 2.7474420055146229, 0.064080645042418574 },
        { 100, 359.1342053695754, 4.6001618527380881, 0.010050166663333566 },
        { 1e5, 1051287.7089736569, 11.512920464961896, 1.0000050000166665e-05 },
    };

    /// <summary>Each is a sum of some thirty terms of at most the size of the largest: 64 roundings of it.</summary>
    [Theory]
    [MemberData(nameof(FromR))]
    public void They_are_those_of_R(double x, double logGamma, double digamma, double trigamma)
    {
        Near(logGamma, SpecialFunctions.LogGamma(x), 30 + (x * Math.Log(x + 2)));
        Near(digamma, SpecialFunctions.Digamma(x), 10 + (1 / x));
        Near(trigamma, SpecialFunctions.TrigammaExcess(x) + (1 / x), (1 / x) + (1 / (x * x)));
    }

    [Fact]
    public void Digamma_and_the_logarithm_of_gamma_are_MathNets_on_a_fine_grid()
    {
        for (double x = 0.01; x < 200; x *= 1.01)
        {
            Near(MathNetSpecial.DiGamma(x), SpecialFunctions.Digamma(x), 20 + (2 / x));
            Near(MathNetSpecial.GammaLn(x), SpecialFunctions.LogGamma(x), 100 + (10 * x * Math.Log(x + 2)));
        }
    }

    /// <summary>For large x the differences are known by their first terms, and no digit is lost in them.</summary>
    [Theory]
    [InlineData(1e3)]
    [InlineData(1e6)]
    [InlineData(1e9)]
    public void Differences_keep_their_digits(double x)
    {
        double rest = 1 / (x * x * x);
        Assert.Equal((1 / (2 * x)) + (1 / (12 * x * x)), SpecialFunctions.LogMinusDigamma(x), (rest / x) + (1e-15 / x));
        Assert.Equal((1 / (2 * x * x)) + (rest / 6), SpecialFunctions.TrigammaExcess(x), (rest / (x * x)) + (1e-15 / (x * x)));
        Assert.Equal(Math.Log(x), SpecialFunctions.LogGammaRatio(x, 1), 1e-14);
    }

    /// <summary>mpmath: from 16 on all terms of the series count, the last as well.</summary>
    [Theory]
    [InlineData(16, 0.031575393912320869, 0.0019937834032393618, 0.0052076559196096404)]
    [InlineData(17.5, 0.028843448700784267, 0.0016637309529263646, 0.0047613869417144498)]
    [InlineData(40, 0.012552080079093177, 0.00031510384129102816, 0.0020832899383024217)]
    public void Series_are_exact_to_the_last_digits(double x, double logMinusDigamma, double trigammaExcess, double stirling)
    {
        Assert.Equal(1, SpecialFunctions.LogMinusDigamma(x) / logMinusDigamma, 8 * Rounding.Unit);
        Assert.Equal(1, SpecialFunctions.TrigammaExcess(x) / trigammaExcess, 8 * Rounding.Unit);
        Assert.Equal(1, SpecialFunctions.StirlingSeries(x) / stirling, 8 * Rounding.Unit);
    }

    [Fact]
    public void Ratios_of_gamma_functions_are_those_of_small_arguments_too()
    {
        Assert.Equal(-Math.Log(Math.PI) / 2, SpecialFunctions.LogGammaRatio(0.5, 0.5), 4096 * Rounding.Unit);
        Assert.Equal(Math.Log(3), SpecialFunctions.LogGammaRatio(3, 1), 4096 * Rounding.Unit);
    }

    [Fact]
    public void The_logarithm_of_1_more_than_next_to_nothing_or_than_everything()
    {
        Assert.All([1e-17, -1e-17, 1e-300, double.Epsilon], y => Assert.Equal(y, SpecialFunctions.LogOnePlus(y)));
        Assert.Equal(SpecialFunctions.LogOnePlus(double.MaxValue), SpecialFunctions.LogOnePlus(double.PositiveInfinity));
    }

    /// <summary>1½·ln 1½ − ½ of the mean, whatever its size.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(1e200)]
    [InlineData(1e-200)]
    public void A_deviance_loses_no_digits_to_the_unit(double mean) => Assert.Equal(
        (1.5 * Math.Log(1.5)) - 0.5, SpecialFunctions.Deviance(1.5 * mean, mean, 0.5 * mean) / mean, 8 * Rounding.Unit);

    [Fact]
    public void Factorials_are_exact_products_as_long_as_they_can_be()
    {
        Assert.Equal(0, SpecialFunctions.LogFactorial(0));
        Assert.Equal(0, SpecialFunctions.LogFactorial(1));
        Assert.Equal(Math.Log(1.1240007277776077e21), SpecialFunctions.LogFactorial(22), 1e-14);
        Assert.Equal(Math.Log(2.5852016738884978e22), SpecialFunctions.LogFactorial(23), 2e-14);
    }

    private static void Near(double expected, double actual, double size) =>
        Assert.Equal(expected, actual, size * 64 * Math.ScaleB(1, -53));
}
