using GmmPure.Families;
using Number = GmmPure.Textbook.BigFloat<GmmPure.Textbook.Bits256>;

namespace GmmPure.Tests;

/// <summary>Tails against values computed with 60 digits (mpmath 1.3), and of the normal distribution with 256 bits.</summary>
public class TailTests
{
    private const double Unit = 1.1102230246251565E-16;

    private static readonly double[] Ends = [double.NegativeInfinity, -1, 0, double.PositiveInfinity];

    /// <summary>x, μ, σ², P(X ≤ x), P(X > x).</summary>
    public static TheoryData<double, double, double, double, double> Normals => new()
    {
        { 0.0, 0.0, 1.0, 0.5, 0.5 },
        { 0.1, 0.0, 1.0, 0.539827837277029, 0.460172162722971 },
        { 0.5, 0.0, 1.0, 0.6914624612740131, 0.3085375387259869 },
        { 1.0, 0.0, 1.0, 0.8413447460685429, 0.15865525393145705 },
        { 1.959963984540054, 0.0, 1.0, 0.975, 0.025000000000000012 },
        { 3.3, 0.1, 0.7, 0.9999345426719767, 6.545732802335423e-05 },
        { 5.5, 0.0, 1.0, 0.9999999810104375, 1.8989562465887718e-08 },
        { 9.25, 1.1, 2.3, 0.9999999614850703, 3.851492972327493e-08 },
        { 12.0, 0.0, 1.0, 1.0, 1.776482112077679e-33 },
        { 20.125, 0.0, 1.0, 1.0, 2.228860638310343e-90 },
        { 30.7, 0.3, 1.1, 1.0, 5.0460316909433166e-185 },
        { 35.9, 0.0, 1.0, 1.0, 1.5273679890092035e-282 },
        { 37.2, 0.0, 1.0, 1.0, 3.412054343470239e-303 },
        { 100000003.3, 100000000.0, 0.37, 0.9999999710497414, 2.8950258579699735e-08 },
        { 0.001, 0.0, 1e-06, 0.8413447460685429, 0.15865525393145705 },
        { 7.123456789e-100, 1e-101, 1e-200, 0.9999999999989178, 1.082225554256074e-12 },
    };

    /// <summary>a, x, P(a, x), Q(a, x).</summary>
    public static TheoryData<double, double, double, double> Gammas => new()
    {
        { 0.5, 0.01, 0.1124629160182849, 0.8875370839817152 },
        { 0.5, 0.7, 0.7632764293621426, 0.23672357063785737 },
        { 0.5, 8.2, 0.9999487147703594, 5.1285229640606465e-05 },
        { 0.5, 460.3, 1.0, 3.2635034704731365e-202 },
        { 1.0, 0.3, 0.2591817793182821, 0.7408182206817179 },
        { 1.0, 3.25, 0.961225792168278, 0.03877420783172201 },
        { 1.5, 0.2, 0.05975750516063926, 0.9402424948393607 },
        { 1.5, 2.0, 0.7385358700508894, 0.2614641299491106 },
        { 1.5, 330.5, 1.0, 6.003023785440057e-143 },
        { 3.0, 0.01, 1.654216528074877e-07, 0.9999998345783472 },
        { 3.0, 2.5, 0.45618688411667047, 0.5438131158833295 },
        { 3.0, 4.1, 0.7761860186992143, 0.2238139813007857 },
        { 3.0, 50.5, 1.0, 1.5519468405769828e-19 },
        { 7.5, 1.0, 2.9654977282546156e-05, 0.9999703450227174 },
        { 7.5, 7.5, 0.5485827887742748, 0.45141721122572526 },
        { 7.5, 300.5, 1.0, 2.1768534097255777e-118 },
        { 0.3, 0.25, 0.6955452146566595, 0.3044547853433405 },
        { 0.3, 2.5, 0.9881546781546887, 0.011845321845311337 },
        { 2.7, 0.9, 0.09522663807418949, 0.9047733619258105 },
        { 2.7, 40.25, 0.9999999999999988, 1.1944797234290197e-15 },
        { 12.25, 9.0, 0.1765358193430563, 0.8234641806569437 },
        { 19.9, 19.9, 0.5298174021980775, 0.47018259780192256 },
        { 20.0, 20.0, 0.52974273316076, 0.47025726683923996 },
        { 20.0, 9.0, 0.0010559536843590019, 0.998944046315641 },
        { 20.0, 41.0, 0.9998982561261703, 0.0001017438738296938 },
        { 20.0, 150.0, 1.0, 1.4955969722726266e-41 },
        { 50.0, 26.0, 1.8858068187398397e-05, 0.9999811419318126 },
        { 50.0, 50.5, 0.5468077767236315, 0.45319222327636854 },
        { 50.0, 95.0, 0.9999998513533631, 1.4864663690526543e-07 },
        { 50.0, 400.0, 1.0, 1.1366407840501794e-109 },
        { 133.7, 120.25, 0.11987912246898157, 0.8801208775310184 },
        { 1000.0, 900.0, 0.0005499022657117829, 0.9994500977342882 },
        { 1000.0, 1000.0, 0.5042052441802155, 0.4957947558197845 },
        { 1000.0, 1200.0, 0.9999999987118394, 1.2881606086281433e-09 },
        { 10000.0, 10200.0, 0.9767126778664011, 0.023287322133598805 },
        { 1000000.0, 1003000.0, 0.9986382593537824, 0.0013617406462175915 },
        { 1000000.0, 998000.0, 0.022696114006736802, 0.9773038859932632 },
        { 1000000000.0, 1000100000.0, 0.9992170438380417, 0.0007829561619583269 },
        { 1000000000000.0, 999997500000.0, 0.0062096346512653345, 0.9937903653487347 },
    };

    /// <summary>λ, x, P(X ≤ x), P(X > x).</summary>
    public static TheoryData<double, double, double, double> Exponentials => new()
    {
        { 1.0, 1e-10, 9.9999999995000004e-11, 0.9999999999 },
        { 0.1, 1e-05, 9.999995000001668e-7, 0.9999990000005 },
        { 3.0, 0.1, 0.25918177931828215, 0.74081822068171785 },
        { 0.1, 6.9, 0.4984239309339445, 0.5015760690660555 },
        { 0.1, 7.0, 0.5034146962085905, 0.4965853037914095 },
        { 1.0, 40.0, 1.0, 4.248354255291589e-18 },
        { 0.1, 5003.7, 1.0, 4.9211895153850841e-218 },
        { 0.3, 2345.6, 1.0, 2.4869037334674601e-306 },
        { 1.0, 800.0, 1.0, 0.0 },
    };

    [Theory]
    [MemberData(nameof(Normals))]
    public void Normal_tails_keep_their_digits_however_far_out(double x, double mean, double variance, double lower, double upper)
    {
        var tails = NormalTails.Of(mean, variance, x);
        Near(lower, tails.Lower, 16);
        Near(upper, tails.Upper, 16);

        // The mirror image is exact where 2μ − x is.
        var mirrored = NormalTails.Of(-mean, variance, -x);
        Assert.Equal((tails.Upper, tails.Lower), (mirrored.Lower, mirrored.Upper));
    }

    /// <summary>A unit that is a power of two rounds nothing.</summary>
    [Theory]
    [InlineData(150)]
    [InlineData(-150)]
    public void Normal_tails_have_no_unit(int exponent)
    {
        double unit = Math.ScaleB(1, exponent);
        Assert.All([-39, -3, 0.2, 1, 8.5, 30], x =>
            Assert.Equal(NormalTails.Of(0.125, 1.75, x), NormalTails.Of(0.125 * unit, 1.75 * unit * unit, x * unit)));
    }

    /// <summary>Subnormal numbers, which have some 40 and 12 bits.</summary>
    [Theory]
    [InlineData(37.7, 2.4834853102775894e-311, 1e-12)]
    [InlineData(38.25, 2.0796826933904511e-320, 2e-4)]
    public void Normal_tails_go_on_to_the_least_number(double x, double upper, double precision) =>
        Assert.Equal(1, NormalTails.Of(0, 1, x).Upper / upper, precision);

    [Theory]
    [MemberData(nameof(Exponentials))]
    public void Exponential_tails_keep_their_digits(double rate, double x, double lower, double upper)
    {
        var family = (ICumulative<Exponential>)Family.Exponential;
        Near(lower, family.Cdf(new Exponential(rate), x), 16);
        Near(upper, family.Survival(new Exponential(rate), x), 16);

        // The same as a gamma distribution of shape 1.
        var gamma = (ICumulative<Gamma>)Family.Gamma;
        Near(lower, gamma.Cdf(new Gamma(1, rate), x), 32);
        Near(upper, gamma.Survival(new Gamma(1, rate), x), 32);
    }

    /// <summary>½·erfc(√t) = ½ − Σ …, by the series e^(−t)·Σ 2ⁿ·z²ⁿ⁺¹/(2n + 1)!!, of which all terms are positive.</summary>
    [Fact]
    public void Normal_tails_are_those_of_the_series_on_a_fine_grid()
    {
        for (double x = 0.03125; x < 9; x += 0.171875)
        {
            Near((double)Upper(x), NormalTails.Of(0, 1, x).Upper, 16);
        }

        static Number Upper(double x)
        {
            var z = (Number)x;
            Number term = z;
            Number sum = z;
            for (int n = 1; n < 600; n++)
            {
                term = term * z * z / ((2 * n) + 1);
                sum += term;
            }

            Number half = 1;
            return (half / 2) - (sum * Number.Exp(-(z * z / 2)) / Number.Sqrt(2 * Number.Pi));
        }
    }

    /// <summary>
    /// To 64 roundings, and as many as the exponent is large where it is not that of a small shape; to 256 where ln Γ is that of a
    /// fraction, which Stirling's series reaches from afar.
    /// </summary>
    [Theory]
    [MemberData(nameof(Gammas))]
    public void Incomplete_gamma_functions_keep_their_digits(double shape, double x, double lower, double upper)
    {
        var tails = IncompleteGamma.Of(shape, x);
        double exponent = shape > 20 ? SpecialFunctions.Deviance(shape, x, shape - x) : 0;
        double roundings = (shape < 20 && 2 * shape % 1 != 0 ? 256 : 64) + (4 * exponent);
        Near(lower, tails.Lower, roundings);
        Near(upper, tails.Upper, roundings);
    }

    [Fact]
    public void The_ways_to_the_incomplete_gamma_functions_meet()
    {
        foreach (double shape in new[] { 20.0, 31.5, 100, 999.25 })
        {
            foreach (double x in new[] { shape / 2, 2 * shape })
            {
                var inside = IncompleteGamma.Of(shape, x);
                var outside = IncompleteGamma.Of(shape, x < shape ? Math.BitDecrement(x) : Math.BitIncrement(x));
                double moved = (Math.Abs(shape - x) + 1) * 2;
                Near(inside.Lower, outside.Lower, 256 + (8 * moved));
                Near(inside.Upper, outside.Upper, 256 + (8 * moved));
            }
        }
    }

    /// <summary>
    /// What x is more than the given number is a step along the tangent, off by its square: of x moved by 2⁻²⁴ of itself, the tails
    /// change by up to a + x of that. Where a is large the tangent itself is off by a share of 1/12a.
    /// </summary>
    [Theory]
    [InlineData(0.75, 0.25)]
    [InlineData(3, 2.5)]
    [InlineData(3, 7.5)]
    [InlineData(12.25, 9)]
    [InlineData(12.25, 40)]
    [InlineData(50, 20)]
    [InlineData(50, 120)]
    [InlineData(50, 45)]
    [InlineData(50, 60)]
    public void What_a_number_is_more_than_given_counts(double shape, double x)
    {
        double little = Math.ScaleB(x, -24);
        var moved = IncompleteGamma.Of(shape, x, little);
        var there = IncompleteGamma.Of(shape, x + little);
        double largest = Math.ScaleB(shape + x, -24);
        double bound = (largest * largest) + (shape < 20 ? 0 : largest / (12 * shape)) + (256 * Unit);

        Assert.Equal(1, moved.Lower / there.Lower, bound);
        Assert.Equal(1, moved.Upper / there.Upper, bound);
        Assert.NotEqual(1, Smaller(IncompleteGamma.Of(shape, x)) / Smaller(there), bound);

        static double Smaller(Tails tails) => Math.Min(tails.Lower, tails.Upper);
    }

    [Fact]
    public void Nothing_is_beyond_infinity()
    {
        var exponential = (ICumulative<Exponential>)Family.Exponential;
        Assert.Equal([0, 0, 0, 1], Ends.Select(x => exponential.Cdf(new Exponential(2), x)));
        Assert.Equal([1, 1, 1, 0], Ends.Select(x => exponential.Survival(new Exponential(2), x)));
        Assert.Equal(new Tails(0, 1), NormalTails.Of(3, 2, double.NegativeInfinity));
        Assert.Equal(new Tails(1, 0), NormalTails.Of(3, 2, double.PositiveInfinity));
        Assert.Equal(new Tails(0, 1), IncompleteGamma.Of(2, 0));
        Assert.Equal(new Tails(0, 1), IncompleteGamma.Of(3, 1e-320));
        Assert.Equal(new Tails(1, 0), IncompleteGamma.Of(2, double.PositiveInfinity));
    }

    private static void Near(double expected, double actual, double roundings) =>
        Assert.True(
            Math.Abs(expected - actual) <= roundings * Unit * expected, $"{actual:R} is {expected:R} to {(actual / expected) - 1:E2}");
}
