using System.Globalization;
using System.Numerics;
using GmmPure.Textbook;
using Number = GmmPure.Textbook.BigFloat<GmmPure.Textbook.Bits256>;

namespace GmmPure.Tests;

/// <summary>The number as a value: its one form, its order, its edges, and the laws of its functions.</summary>
public class BigFloatTests
{
    private const int Draws = 300;

    /// <summary>2⁻²⁵⁵: what a result of 256 bits is rounded by, relative to itself, twice over.</summary>
    private static readonly Number Rounding = Number.Create(1, -255);

    private static Number Largest => Number.Create(1, (1L << 61) + 255);

    private static Number Smallest => Number.Create(1, -(1L << 61) + 255);

    [Fact]
    public void There_is_one_form_for_each_number()
    {
        Assert.Equal(default, Number.Zero);
        Assert.Equal(Number.Zero, -Number.Zero);
        Assert.Equal(Number.Create(12, 0), Number.Create(3, 2));
        Assert.Equal(Number.Create(12, 0).GetHashCode(), Number.Create(3, 2).GetHashCode());
        Assert.Equal(256, (long)Number.One.Significand.GetBitLength());
        Assert.Equal(Number.One, Number.Create((BigInteger.One << 300) - 1, -300));
        Assert.Equal(-255, Number.Create((BigInteger.One << 300) - 1, -300).Exponent);
    }

    [Fact]
    public void Numbers_are_ordered()
    {
        Number[] ascending =
        [
            -Largest, -12, Number.Create(-3, 1), Number.Create(-3, -1), -Smallest, 0,
            Smallest, Number.Create(1, -1), 1, 1 + Number.Create(1, -255), 2, Largest,
        ];

        Assert.Equal(ascending, ascending.Reverse().Order());
        Assert.All(ascending.Zip(ascending.Skip(1)), pair =>
        {
            Assert.True(pair.First < pair.Second && pair.First <= pair.Second);
            Assert.True(pair.Second > pair.First && pair.Second >= pair.First);
            Assert.True(pair.First != pair.Second && pair.Second.CompareTo(pair.First) > 0);
        });
        Assert.True(((IComparable)Number.One).CompareTo(null) > 0);
        Assert.Throws<ArgumentException>(() => ((IComparable)Number.One).CompareTo(1));
    }

    [Fact]
    public void What_has_no_value_throws()
    {
        Assert.Throws<DivideByZeroException>(() => Number.One / 0);
        Assert.Throws<DivideByZeroException>(() => Number.Zero / 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => Number.Log(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Number.Log(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Number.Sqrt(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Number.RootN(-1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Number.RootN(1, 0));
        Assert.Throws<DivideByZeroException>(() => Number.RootN(0, -1));
        Assert.Throws<DivideByZeroException>(() => Number.Log(2, 1));
    }

    [Fact]
    public void What_is_too_large_throws_and_what_is_too_small_is_0()
    {
        Assert.Throws<OverflowException>(() => Largest * 2);
        Assert.Throws<OverflowException>(() => Largest + Largest);
        Assert.Throws<OverflowException>(() => Largest / Smallest);
        Assert.Throws<OverflowException>(() => Largest * Largest);
        Assert.Throws<OverflowException>(() => Number.Create(1, long.MaxValue));
        Assert.Equal(0, Smallest / 2);
        Assert.Equal(0, Smallest * Smallest);
        Assert.Equal(0, Smallest / Largest);
        Assert.Equal(0, Number.Create(1, long.MinValue));
        Assert.Equal(0, Number.Create(0, long.MaxValue));
    }

    [Fact]
    public void A_carry_beyond_the_largest_number_throws_as_well()
    {
        var almost = Number.Create((BigInteger.One << 256) - 1, 1L << 61);

        Assert.Equal((BigInteger.One << 256) - 1, almost.Significand);
        Assert.Throws<OverflowException>(() => almost + Number.Create(1, (1L << 61) - 1));
        Assert.Throws<OverflowException>(() => Number.Create((BigInteger.One << 257) - 1, (1L << 61) - 1));
    }

    [Fact]
    public void A_precision_has_from_64_to_16384_bits()
    {
        Assert.All<Func<object>>([() => BigFloat<Bits63>.One, () => BigFloat<Bits16385>.One], one =>
            Assert.IsType<NotSupportedException>(Assert.Throws<TypeInitializationException>(one).GetBaseException()));
    }

    /// <summary>Also one that fills no word of the machine, or many.</summary>
    [Fact]
    public void A_precision_can_be_ones_own()
    {
        Assert.All(Enumerable.Range(1, 50), n =>
        {
            Assert.Equal(BigFloat<Bits512>.Log(n).To<Bits77>(), BigFloat<Bits77>.Log(n));
            Assert.Equal(BigFloat<Bits512>.Exp(-n).To<Bits77>(), BigFloat<Bits77>.Exp(-n));
        });
        Assert.Equal(BigFloat<Bits1000>.Log(7).To<Bits512>(), BigFloat<Bits512>.Log(7));
        Assert.Equal(BigFloat<Bits1000>.Exp(7).To<Bits512>(), BigFloat<Bits512>.Exp(7));
    }

    [Fact]
    public void An_exponential_beyond_every_exponent_is_0_or_throws()
    {
        Assert.Equal(0, Number.Exp(-Number.Create(1, 61)));
        Assert.Equal(0, Number.Exp(-Number.Create(1, 62)));
        Assert.Equal(0, Number.Exp(-Number.Create(1, 1000)));
        Assert.Equal(0, Number.Exp(-Largest));
        Assert.Throws<OverflowException>(() => Number.Exp(Number.Create(1, 61)));
        Assert.Throws<OverflowException>(() => Number.Exp(Number.Create(1, 62)));
        Assert.Throws<OverflowException>(() => Number.Exp(Largest));
        Assert.Equal(1, Number.Exp(Smallest));
        Assert.Equal(1, Number.Exp(0));
        Assert.True(Number.Exp(-Number.Create(1, 60)) > 0);
    }

    [Fact]
    public void Functions_of_simple_numbers_are_simple()
    {
        Assert.Equal(0, Number.Log(1));
        Assert.All(Enumerable.Range(-30, 60), n =>
        {
            Assert.Equal(Number.Create(1, n), Number.Exp2(n));
            Assert.Equal(n, Number.Log2(Number.Create(1, n)));
            Assert.Equal(n < 0 ? 1 / Number.Exp10(-n) : Number.Parse($"1e{n}", CultureInfo.InvariantCulture), Number.Exp10(n));
        });
        Assert.All(Enumerable.Range(0, 77), n => Assert.Equal(n, Number.Log10(Number.Parse($"1e{n}", CultureInfo.InvariantCulture))));
        Assert.Equal(8, Number.Log(6561, 3));
        Assert.Equal(-7, Number.Cbrt(-343));
        Assert.Equal(3, Number.RootN(2187, 7));
        Assert.Equal(Number.Create(1, -3), Number.RootN(512, -3));
        Assert.Equal(0, Number.RootN(0, 5));
    }

    /// <summary>One 512-bit and one 256-bit evaluation of the same thing, each nearest to the truth.</summary>
    [Fact]
    public void Twice_the_precision_rounds_to_the_same_value()
    {
        var random = new Random(1);
        Assert.All(Enumerable.Range(0, Draws), _ =>
        {
            var x = Draw(random);
            var wide = x.To<Bits512>();
            Assert.Equal(wide.To<Bits256>(), x);
            Assert.Equal(BigFloat<Bits512>.Exp(wide).To<Bits256>(), Number.Exp(x));
            Assert.Equal(BigFloat<Bits512>.Log(BigFloat<Bits512>.Abs(wide)).To<Bits256>(), Number.Log(Number.Abs(x)));
            Assert.Equal(BigFloat<Bits512>.Cbrt(wide).To<Bits256>(), Number.Cbrt(x));
        });
        Assert.Equal(BigFloat<Bits512>.Pi.To<Bits128>(), BigFloat<Bits128>.Pi);
        Assert.Equal(BigFloat<Bits512>.E.To<Bits320>(), BigFloat<Bits320>.E);
        Assert.Equal(2 * Number.Pi, Number.Tau);
    }

    /// <summary>
    /// Each function rounds by 2⁻²⁵⁶ and a little, relative to its result; x = ln y is off by that of itself, and so is
    /// e^x by |x| times as much.
    /// </summary>
    [Fact]
    public void Exponential_and_logarithm_undo_each_other()
    {
        var random = new Random(2);
        Assert.All(Enumerable.Range(0, Draws), _ =>
        {
            var x = Draw(random);
            var y = Number.Abs(x);
            AssertNear(y, Number.Exp(Number.Log(y)), (1 + Number.Abs(Number.Log(y))) * Rounding * y);
            AssertNear(x, Number.Log(Number.Exp(x)), (1 + Number.Abs(x)) * Rounding);
        });
    }

    [Fact]
    public void The_exponential_of_a_sum_is_the_product_and_the_logarithm_of_a_product_the_sum()
    {
        var random = new Random(3);
        Assert.All(Enumerable.Range(0, Draws), _ =>
        {
            var (a, b) = (Draw(random), Draw(random));
            var product = Number.Exp(a) * Number.Exp(b);
            AssertNear(Number.Exp(a + b), product, (3 + Number.Abs(a + b)) * Rounding * product);

            var (la, lb) = (Number.Log(Number.Abs(a)), Number.Log(Number.Abs(b)));
            AssertNear(Number.Log(Number.Abs(a * b)), la + lb, (1 + Number.Abs(la) + Number.Abs(lb)) * Rounding);
        });
    }

    [Fact]
    public void Roots_undo_powers()
    {
        var random = new Random(4);
        Assert.All(Enumerable.Range(0, Draws), _ =>
        {
            var x = Number.Abs(Draw(random));
            var (root, fifth) = (Number.Sqrt(x), Number.RootN(x, 5));
            AssertNear(x, root * root, 2 * Rounding * x);
            AssertNear(x, fifth * fifth * fifth * fifth * fifth, 5 * Rounding * x);
            Assert.Equal(x, Number.Sqrt((x.To<Bits512>() * x.To<Bits512>()).To<Bits256>()));
        });
    }

    /// <summary>Nothing is lost where the result is small because the argument is nearly 1.</summary>
    [Fact]
    public void The_logarithm_is_as_precise_beside_1_as_elsewhere() =>
        Assert.All(Enumerable.Range(1, 255), k =>
        {
            var x = Number.Create(1, -k);
            var series = x - (x * x / 2) + (x * x * x / 3) - (x * x * x * x / 4);
            AssertNear(series, Number.Log(1 + x), x * (Rounding + (x * x * x * x / 4)));
        });

    /// <summary>A number of either sign from 2⁻²⁰ to 2⁵.</summary>
    private static Number Draw(Random random) =>
        Number.Sqrt(random.NextInt64(1, long.MaxValue)) * Number.Create(random.Next(2) == 0 ? 1 : -1, random.Next(-52, -26));

    private static void AssertNear(Number expected, Number actual, Number bound) =>
        Assert.True(Number.Abs(expected - actual) <= bound, $"{actual} is not {expected} ± {bound.ToString(3)}.");

    private readonly struct Bits63 : IPrecision
    {
        public static int Bits => 63;
    }

    private readonly struct Bits77 : IPrecision
    {
        public static int Bits => 77;
    }

    private readonly struct Bits1000 : IPrecision
    {
        public static int Bits => 1000;
    }

    private readonly struct Bits16385 : IPrecision
    {
        public static int Bits => 16385;
    }
}
