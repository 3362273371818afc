using System.Globalization;
using System.Numerics;
using GmmPure.Textbook;
using Number = GmmPure.Textbook.BigFloat<GmmPure.Textbook.Bits128>;

namespace GmmPure.Tests;

/// <summary>From and to the other number types, and decimal text.</summary>
public class BigFloatConversionTests
{
    private static readonly ImmutableArray<double> Doubles =
    [
        0, 1, -1, 0.1, -2.5e-3, Math.PI, 1e22, 1e23, double.Epsilon, -double.Epsilon, 3 * double.Epsilon,
        double.MaxValue, double.MinValue, 2.2250738585072014E-308, 2.225073858507201E-308, 1 + double.Epsilon, 9007199254740993, long.MaxValue, float.MaxValue,
    ];

    private static IEnumerable<double> AnyDoubles
    {
        get
        {
            var random = new Random(1);
            return Enumerable.Range(0, 2000)
                .Select(_ => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)))
                .Where(double.IsFinite)
                .Concat(Doubles);
        }
    }

    [Fact]
    public void Every_double_is_exact_and_comes_back() =>
        Assert.All(AnyDoubles, value =>
        {
            var number = Create(value);
            Assert.Equal(Rational.From(value), Fraction(number));
            Assert.Equal(value, (double)number);
            Assert.Equal(value, double.CreateChecked(number));
        });

    /// <summary>
    /// Numbers on, and to both sides of, the middle between two doubles, also where these are subnormal.
    /// </summary>
    [Fact]
    public void A_double_is_the_nearest_and_of_two_the_even_one() =>
        Assert.All(AnyDoubles.Select(Math.Abs).Where(value => value < double.MaxValue), value =>
        {
            double next = Math.BitIncrement(value);
            var middle = (Create(value) + Create(next)) / 2;
            var little = middle * Number.Create(1, -100);
            Assert.Equal(long.IsEvenInteger(BitConverter.DoubleToInt64Bits(value)) ? value : next, (double)middle);
            Assert.Equal(value, (double)(middle - little));
            Assert.Equal(next, (double)(middle + little));
            Assert.Equal(-next, (double)-(middle + little));
        });

    [Fact]
    public void What_is_no_number_or_too_large_throws()
    {
        var limit = Create(double.MaxValue) + Number.Create(1, 969);

        Assert.All([double.NaN, double.PositiveInfinity, double.NegativeInfinity], value =>
        {
            Assert.Throws<OverflowException>(() => Create(value));
            Assert.Throws<OverflowException>(() => (Number)value);
        });
        Assert.Equal(double.MaxValue, (double)limit);
        Assert.Throws<OverflowException>(() => (double)Number.Create(1, 1024));
        Assert.Throws<OverflowException>(() => double.CreateChecked(Number.Create(-1, 1024)));
        Assert.Throws<OverflowException>(() => double.CreateChecked(Create(double.MaxValue) + Number.Create(1, 970)));
        Assert.Throws<OverflowException>(() => double.CreateChecked(Number.Create(1, 1L << 50)));
        Assert.Equal(double.NegativeInfinity, double.CreateSaturating(Number.Create(-1, 1024)));
        Assert.Equal(0, (double)Number.Create(1, -1076));
        Assert.Equal(0, (double)Number.Create(1, -(1L << 50)));
    }

    [Fact]
    public void Floats_halves_and_integers_come_and_go()
    {
        Assert.All(AnyDoubles.Where(value => Math.Abs(value) < 1e38), value =>
        {
            Assert.Equal((float)value, float.CreateChecked(Create(value)));
            Assert.Equal(Create((float)value), Number.CreateChecked((float)value));
        });
        Assert.Equal(Half.MaxValue, Half.CreateChecked(Number.Create(65519, 0)));
        Assert.Throws<OverflowException>(() => Half.CreateChecked(Number.Create(65520, 0)));
        Assert.Equal(Create(-3), Number.CreateChecked(-3));
        Assert.Equal(Create(Math.ScaleB(1, 64)), Number.CreateChecked(UInt128.One << 64));
        Assert.Equal(-3, int.CreateChecked(Create(-3.99)));
        Assert.Equal(0, int.CreateChecked(Create(-1e-300)));
        Assert.Throws<OverflowException>(() => int.CreateChecked(Create(3e9)));
        Assert.Equal(int.MaxValue, int.CreateSaturating(Create(3e9)));
        Assert.Equal(BigInteger.Pow(10, 22), (BigInteger)Create(1e22));
        Assert.Equal(BigFloat<Bits256>.Pi.To<Bits128>(), Number.CreateChecked(Number.Pi));
        Assert.Throws<NotSupportedException>(() => Number.CreateChecked(Complex.One));
        Assert.Throws<NotSupportedException>(() => decimal.CreateChecked(Number.One));
    }

    [Fact]
    public void Integers_are_told_from_fractions() =>
        Assert.All(Doubles.Where(value => Math.Abs(value) < 1e17), value =>
        {
            var number = Create(value);
            Assert.Equal(double.IsInteger(value), Number.IsInteger(number));
            Assert.Equal(double.IsEvenInteger(value), Number.IsEvenInteger(number));
            Assert.Equal(double.IsOddInteger(value), Number.IsOddInteger(number));
            Assert.Equal(value < 0, Number.IsNegative(number));
            Assert.Equal(value >= 0, Number.IsPositive(number));
            Assert.Equal(value == 0, Number.IsZero(number));
            Assert.Equal(Create(Math.MaxMagnitude(value, -1)), Number.MaxMagnitude(number, -1));
            Assert.Equal(Create(Math.MinMagnitude(value, -1)), Number.MinMagnitude(number, -1));
        });

    [Fact]
    public void Text_reads_back_as_the_same_number()
    {
        var random = new Random(2);
        var numbers = AnyDoubles.Take(500).Select(Create).Select(x => x == 0 ? x : 1 / x * Number.Create(1, random.Next(-500, 500)));
        Assert.All(numbers, number =>
        {
            Assert.Equal(number, Number.Parse(Written(number), CultureInfo.InvariantCulture));
            Assert.Equal(number, Number.Parse(number.ToString("R", formatProvider: null), CultureInfo.InvariantCulture));
            Assert.Equal(number, Number.Parse($"  {number}\n".AsSpan(), CultureInfo.InvariantCulture));
        });
    }

    /// <summary>2^(10¹⁵) has more decimal digits than memory: these are 10^(the fraction of 10¹⁵·log₁₀ 2).</summary>
    [Fact]
    public void Text_of_enormous_and_of_tiny_numbers_reads_back_too()
    {
        Assert.All([1_000_000_000_000_000, -1_000_000_000_000_000, (1L << 61) - 1, 2 - (1L << 61), 100_000, -100_000], exponent =>
        {
            var number = Number.Create(BigInteger.Pow(3, 80), exponent);
            Assert.Equal(number, Number.Parse(Written(number), CultureInfo.InvariantCulture));
        });

        var exact = BigFloat<Bits256>.Exp10(BigFloat<Bits256>.Log10(2) * 1_000_000_000_000_000 - 301_029_995_663_981);
        Assert.Equal($"{exact.ToString(30)}E+301029995663981", Number.Create(1, 1_000_000_000_000_000).ToString(30));
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("0e99999999999999999999", "0")]
    [InlineData("1e-99999999999999999999", "0")]
    [InlineData("+12.50", "1.25E+1")]
    [InlineData("-.5", "-5E-1")]
    [InlineData("7.", "7")]
    [InlineData("1E2", "1E+2")]
    [InlineData("999", "9.99E+2")]
    public void Text_is_plain(string text, string written)
    {
        Assert.Equal(written, Written(Number.Parse(text, CultureInfo.InvariantCulture)));
        Assert.True(Number.TryParse(text, provider: null, out var number));
        Assert.Equal(Number.Parse(text, CultureInfo.InvariantCulture), number);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("e5")]
    [InlineData("1e")]
    [InlineData("1e5.5")]
    [InlineData("--1")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("NaN")]
    [InlineData("0x10")]
    public void What_is_no_number_is_not_read(string text)
    {
        Assert.Throws<FormatException>(() => Number.Parse(text, CultureInfo.InvariantCulture));
        Assert.False(Number.TryParse(text, provider: null, out _));
        Assert.False(Number.TryParse(null, provider: null, out _));
    }

    [Fact]
    public void Too_large_a_text_overflows()
    {
        Assert.Throws<OverflowException>(() => Number.Parse("1e99999999999999999999", CultureInfo.InvariantCulture));
        Assert.Throws<OverflowException>(() => Number.Parse("-1e1000000000000000000", CultureInfo.InvariantCulture));
        Assert.False(Number.TryParse("1e99999999999999999999", provider: null, out _));
    }

    [Fact]
    public void Formats_say_how_many_digits()
    {
        var third = Create(1) / -3;

        Assert.Equal("-3.333E-1", third.ToString(4));
        Assert.Equal("-3E-1", third.ToString(1));
        Assert.Equal("-3.333E-1", third.ToString("G4", CultureInfo.GetCultureInfo("")));
        Assert.Equal("-3.3333E-1", third.ToString("E4", formatProvider: null));
        Assert.Equal("1.0000E+1", Create(9.99996).ToString(5));
        Assert.Equal("0.000", Number.Zero.ToString(4));
        Assert.Equal("-3.33E-1", string.Create(CultureInfo.InvariantCulture, $"{third:G3}"));
        Assert.Throws<FormatException>(() => third.ToString("X", formatProvider: null));
        Assert.Throws<FormatException>(() => third.ToString("G0", formatProvider: null));
        Assert.Throws<ArgumentOutOfRangeException>(() => third.ToString(0));
        Assert.False(third.TryFormat(new char[3], out int none, "G4", provider: null));
        Assert.Equal(0, none);
    }

    [Fact]
    public void Styles_say_what_a_text_may_have()
    {
        Assert.Equal(5, Number.Parse("5", NumberStyles.None, provider: null));
        Assert.All(["-5", "5.0", "5e0", " 5", "5 "], text =>
            Assert.False(Number.TryParse(text, NumberStyles.None, provider: null, out _)));
        Assert.Throws<ArgumentException>(() => Number.Parse("5", NumberStyles.HexNumber, provider: null));
    }

    private static string Written(Number number) => number.ToString(null, CultureInfo.InvariantCulture);

    private static Number Create(double value) => Number.CreateChecked(value);

    private static Rational Fraction(Number number) =>
        number.Exponent >= 0
            ? new Rational(number.Significand << (int)number.Exponent, 1)
            : new Rational(number.Significand, 1) * new Rational(1, BigInteger.One << (int)-number.Exponent);
}
