using System.Numerics;
using GmmPure.Kernels;

namespace GmmPure.Tests;

/// <summary>Our own exponential and logarithm, against integers of 160 binary places.</summary>
public class ElementaryTests
{
    /// <summary>
    /// Exp ends in t + t·p with t = 2^(j/16) and |p| ≤ 0.022. In ulps of the result: the last operation rounds by ½; t was rounded
    /// by ½, which is exact where j = 0, the only case in which the result can be in a lower binade; p errs by 2⁻⁵⁶ for the fit,
    /// 2⁻⁵⁸ for its last rounding and 2⁻⁵⁸ for r: ¼ together.
    /// </summary>
    private const double LargestErrorOfExp = 1.25;

    /// <summary>
    /// Log ends in e·ln 2 + (f − c), where f = m − 1 is exact for m in [√½, √2) and c = f − ln m is at most 0.2·|ln m|. c is
    /// s·(f − series): the quotient s errs by 2⁻⁵² of itself, the difference and the product by 2⁻⁵³ and a little more,
    /// together 4.2·2⁻⁵³ of c or 0.84·2⁻⁵³ of ln m: ¾ ulp at most, as |ln m| ≤ 0.35. The last operation rounds by ½.
    /// </summary>
    private const double LargestErrorOfLog = 1.25;

    private const int Places = 160;

    private static readonly BigInteger One = BigInteger.One << Places;

    /// <summary>ln 2 = 2·artanh ⅓.</summary>
    private static readonly BigInteger LogOfTwo = 2 * InverseHyperbolicTangent(One / 3);

    [Theory]
    [InlineData(-708, 709)]
    [InlineData(-40, 0)]
    [InlineData(-1, 1)]
    [InlineData(-1e-8, 1e-8)]
    public void Exp_errs_by_little_more_than_an_ulp(double from, double to) =>
        Assert.All(Uniform(from, to), x => Assert.InRange(ErrorOfExp(x), 0, LargestErrorOfExp));

    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(0.99, 1.01)]
    [InlineData(0.70, 0.72)]
    [InlineData(1, 1000)]
    public void Log_errs_by_little_more_than_an_ulp(double from, double to) =>
        Assert.All(Uniform(from, to), x => Assert.InRange(ErrorOfLog(x), 0, LargestErrorOfLog));

    [Fact]
    public void Log_errs_by_little_more_than_an_ulp_over_all_exponents() =>
        Assert.All(Uniform(-1074, 1023).Chunk(2), pair =>
        {
            double x = Math.ScaleB(1 + (Math.Abs(pair[0]) % 1), (int)pair[1]);
            Assert.InRange(ErrorOfLog(x), 0, x < 2.3e-308 ? LargestErrorOfLog + 1 : LargestErrorOfLog);
        });

    [Fact]
    public void Special_values_are_exact()
    {
        Assert.Equal(1, Elementary.Exp(0));
        Assert.Equal(1, Elementary.Exp(-0.0));
        Assert.Equal(0, Elementary.Exp(double.NegativeInfinity));
        Assert.Equal(0, Elementary.Exp(-708.5));
        Assert.Equal(0, Elementary.Exp(-1e300));
        Assert.True(double.IsNormal(Elementary.Exp(-708)));
        Assert.True(double.IsFinite(Elementary.Exp(709)));
        Assert.Equal(0, Elementary.Log(1));
        Assert.Equal(double.NegativeInfinity, Elementary.Log(0));
    }

    [Fact]
    public void A_lane_does_not_know_its_neighbours()
    {
        AssertLanesAlone<Lanes8>();
        AssertLanesAlone<Lanes4>();
        AssertLanesAlone<Lanes2>();
        AssertLanesAlone<Lanes1>();
    }

    [Fact]
    public void The_bits_are_the_same_on_every_machine()
    {
        // A running hash (FNV) of the bits of 2000 results, as first computed on x64 with AVX-512.
        ulong hash = 14695981039346656037;
        for (int i = 0; i < 1000; i++)
        {
            double x = (i - 500) * 1.4142135623730951;
            Add(BitConverter.DoubleToUInt64Bits(Elementary.Exp(x)));
            Add(BitConverter.DoubleToUInt64Bits(Elementary.Log(Math.ScaleB(1 + (i / 1000.0), i - 500))));
        }

        Assert.Equal(1180577334096712534UL, hash);

        void Add(ulong bits) => hash = unchecked((hash ^ bits) * 1099511628211);
    }

    private static void AssertLanesAlone<T>()
        where T : struct, IRegister<T>
    {
        double[] numbers = [-1000, -708, -1, -0.0, 1e-300, 1, 300, 709, -708.5, 0.3, -0.3, -700, -20, -40, -1e300, double.NegativeInfinity];
        double[] exponentials = new double[numbers.Length];
        double[] logarithms = new double[numbers.Length];
        for (int i = 0; i < numbers.Length; i += T.Count)
        {
            Elementary.Exp(T.At(ref numbers[0], (nuint)i)).Put(ref exponentials[0], (nuint)i);
        }

        double[] positive = [.. exponentials.Select(x => x == 0 ? 1.5 : x)];
        for (int i = 0; i < numbers.Length; i += T.Count)
        {
            Elementary.Log(T.At(ref positive[0], (nuint)i)).Put(ref logarithms[0], (nuint)i);
        }

        Assert.Equal(numbers.Select(Elementary.Exp), exponentials);
        Assert.Equal(positive.Select(Elementary.Log), logarithms);
    }

    private static double[] Uniform(double from, double to) => Examples.Uniform(new Random(1), 2000, from, to);

    /// <summary>The error of eˣ in ulps of the computed result; with x = r + n·ln 2 both are taken times 2⁻ⁿ.</summary>
    private static double ErrorOfExp(double x)
    {
        int n = (int)Math.Round(x / Math.Log(2));
        var r = Fixed(x) - (n * LogOfTwo);
        var (sum, term) = (One, One);
        for (int k = 1; !term.IsZero; k++)
        {
            term = ((term * r) >> Places) / k;
            sum += term;
        }

        double computed = Elementary.Exp(x);
        return InUlps(Fixed(Math.ScaleB(computed, -n)) - sum, Math.ScaleB(Math.BitIncrement(computed) - computed, -n));
    }

    /// <summary>The error of ln x in ulps of the computed result, from ln (m·2ᵉ) = 2·artanh ((m − 1)/(m + 1)) + e·ln 2.</summary>
    private static double ErrorOfLog(double x)
    {
        int e = Math.ILogB(x);
        var m = Fixed(Math.ScaleB(x, -e));
        var reference = (2 * InverseHyperbolicTangent(((m - One) << Places) / (m + One))) + (e * LogOfTwo);
        double computed = Math.Abs(Elementary.Log(x));
        return InUlps(Fixed(computed) - BigInteger.Abs(reference), Math.BitIncrement(computed) - computed);
    }

    private static BigInteger InverseHyperbolicTangent(BigInteger x)
    {
        var square = (x * x) >> Places;
        var (sum, power) = (BigInteger.Zero, x);
        for (int k = 1; !power.IsZero && power != -1; k += 2)
        {
            sum += power / k;
            power = (power * square) >> Places;
        }

        return sum;
    }

    private static BigInteger Fixed(double value)
    {
        var exact = Rational.From(value);
        return (exact.Numerator << Places) / exact.Denominator;
    }

    private static double InUlps(BigInteger error, double ulp) =>
        new Rational(BigInteger.Abs(error), One).ToDouble() / ulp;
}
