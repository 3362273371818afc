using System.Numerics;
using GmmPure.Textbook;

namespace GmmPure.Tests;

/// <summary>
/// Arithmetic against exact fractions: nothing is nearer than the result, and of two numbers equally near it is the
/// even one.
/// </summary>
public class ExactnessTests
{
    private const int Pairs = 1000;

    [Fact]
    public void Sums_differences_products_quotients_and_roots_are_correctly_rounded()
    {
        AssertCorrect<Bits64>(seed: 1);
        AssertCorrect<Bits65>(seed: 2);
        AssertCorrect<Bits128>(seed: 3);
        AssertCorrect<Bits256>(seed: 4);
    }

    /// <summary>Small integers meet ties all the time when they are put at the end of the significand.</summary>
    [Fact]
    public void Ties_go_to_the_even_number()
    {
        var one = BigInteger.One << 63;
        int ties = 0;
        foreach (int low in Enumerable.Range(0, 64))
        {
            foreach (int bits in Enumerable.Range(1, 6))
            {
                var exact = (one << bits) + low;
                AssertNearest<Bits64>(BigFloat<Bits64>.Create(exact, 0), exact, 1);
                AssertNearest<Bits64>(BigFloat<Bits64>.Create(-exact, 0), -exact, 1);
                ties += low % (1 << bits) == 1 << (bits - 1) ? 1 : 0;
            }
        }

        Assert.InRange(ties, 50, 200);
    }

    [Fact]
    public void A_hypotenuse_is_correctly_rounded()
    {
        var random = new Random(5);
        Assert.All(Enumerable.Range(0, Pairs), _ =>
        {
            var (x, y) = (Any<Bits64>(random, gap: 40), Any<Bits64>(random, gap: 40));
            var (sx, sy, exponent) = Aligned(x, y);
            AssertNearestRoot(BigFloat<Bits64>.Hypot(x, y), (sx * sx) + (sy * sy), 2 * exponent);
        });
        Assert.Equal(5, BigFloat<Bits64>.Hypot(3, -4));
        Assert.Equal(BigFloat<Bits64>.Create(1, 1L << 50), BigFloat<Bits64>.Hypot(BigFloat<Bits64>.Create(1, 1L << 50), -1));
        Assert.Equal(0, BigFloat<Bits64>.Hypot(0, 0));
    }

    private static void AssertCorrect<TPrecision>(int seed)
        where TPrecision : struct, IPrecision
    {
        var random = new Random(seed);
        Assert.All(Enumerable.Range(0, Pairs), _ =>
        {
            var x = Any<TPrecision>(random, TPrecision.Bits + 5);
            var y = random.Next(3) == 0 ? Beside(x, random) : Any<TPrecision>(random, TPrecision.Bits + 5);
            var (a, b, exponent) = Aligned(x, y);
            AssertNearest(x + y, a + b, 1, exponent);
            AssertNearest(x - y, a - b, 1, exponent);
            AssertNearest(x * y, a * b, 1, 2 * exponent);
            AssertNearest(x / y, a, b);
            AssertNearestRoot(BigFloat<TPrecision>.Sqrt(BigFloat<TPrecision>.Abs(x)), BigInteger.Abs(x.Significand), x.Exponent);
        });
    }

    /// <summary>
    /// A number with either sign, of which the significand has many bits, or few, or long runs of ones.
    /// </summary>
    private static BigFloat<TPrecision> Any<TPrecision>(Random random, int gap)
        where TPrecision : struct, IPrecision
    {
        byte[] bytes = new byte[(TPrecision.Bits / 8) + 1];
        random.NextBytes(bytes);
        var significand = new BigInteger(bytes, isUnsigned: true);
        significand >>= random.Next(4) == 0 ? random.Next(TPrecision.Bits - 1) : 0;
        significand = random.Next(4) == 0 ? (BigInteger.One << TPrecision.Bits) - (significand >> (TPrecision.Bits - 4)) : significand;
        return BigFloat<TPrecision>.Create(random.Next(2) == 0 ? significand + 1 : -significand - 1, random.Next(-gap, gap));
    }

    /// <summary>A number that nearly cancels the other.</summary>
    private static BigFloat<TPrecision> Beside<TPrecision>(BigFloat<TPrecision> x, Random random)
        where TPrecision : struct, IPrecision =>
        BigFloat<TPrecision>.Create(-x.Significand + random.Next(-3, 4), x.Exponent + random.Next(-1, 2));

    private static (BigInteger X, BigInteger Y, long Exponent) Aligned<TPrecision>(BigFloat<TPrecision> x, BigFloat<TPrecision> y)
        where TPrecision : struct, IPrecision
    {
        long exponent = Math.Min(x.Exponent, y.Exponent);
        return (x.Significand << (int)(x.Exponent - exponent), y.Significand << (int)(y.Exponent - exponent), exponent);
    }

    /// <summary>|s·2^e − n/d| is at most half of 2^e, or of 2^(e−1) on the side where numbers are closer.</summary>
    private static void AssertNearest<TPrecision>(BigFloat<TPrecision> result, BigInteger numerator, BigInteger denominator, long exponent = 0)
        where TPrecision : struct, IPrecision
    {
        AssertNormal(result);
        if (result.Significand.IsZero)
        {
            Assert.Equal(BigInteger.Zero, numerator);
            return;
        }

        long e = exponent - result.Exponent;
        var (n, d) = (numerator * denominator.Sign, BigInteger.Abs(denominator));
        (n, d) = e >= 0 ? (n << (int)e, d) : (n, d << (int)-e);
        AssertWithinHalf(result.Significand, twice: 2 * ((result.Significand * d) - n) * result.Significand.Sign, d);
    }

    /// <summary>The root r is nearest if the radicand is between (r − ½)² and (r + ½)²: it is never halfway.</summary>
    private static void AssertNearestRoot<TPrecision>(BigFloat<TPrecision> result, BigInteger radicand, long exponent)
        where TPrecision : struct, IPrecision
    {
        AssertNormal(result);
        long e = exponent + 2 - (2 * result.Exponent);
        var (r, scale) = e >= 0 ? (radicand << (int)e, 0) : (radicand, (int)-e);
        var twice = 2 * result.Significand;
        Assert.True(r.IsZero ? twice.IsZero : BigInteger.Pow(twice - 1, 2) << scale < r && r < BigInteger.Pow(twice + 1, 2) << scale);
    }

    /// <summary>Twice the error, in units of the last place, times a denominator.</summary>
    private static void AssertWithinHalf(BigInteger significand, BigInteger twice, BigInteger denominator)
    {
        bool isAboveCloserNumbers = BigInteger.Abs(significand).IsPowerOfTwo && twice.Sign > 0;
        int side = (BigInteger.Abs(twice) * (isAboveCloserNumbers ? 2 : 1)).CompareTo(denominator);
        Assert.True(side < 0 || (side == 0 && significand.IsEven), $"{significand} errs by {twice}/{2 * denominator}.");
    }

    private static void AssertNormal<TPrecision>(BigFloat<TPrecision> result)
        where TPrecision : struct, IPrecision =>
        Assert.True(result.Significand.IsZero
            ? result == default
            : BigInteger.Abs(result.Significand).GetBitLength() == TPrecision.Bits);

    private readonly struct Bits64 : IPrecision
    {
        public static int Bits => 64;
    }

    private readonly struct Bits65 : IPrecision
    {
        public static int Bits => 65;
    }
}
