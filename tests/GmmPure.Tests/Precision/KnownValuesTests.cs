using System.Globalization;
using System.Numerics;
using GmmPure.Textbook;

namespace GmmPure.Tests;

/// <summary>
/// The number against mpmath and Python's fractions: values.txt, written by make_values.py beside it.
/// </summary>
public class KnownValuesTests
{
    private static readonly ILookup<(string Function, int Bits), string[]> Lines =
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Precision", "values.txt"))
            .Select(line => line.Split(' '))
            .ToLookup(fields => (fields[0], int.Parse(fields[1], CultureInfo.InvariantCulture)), fields => fields[2..]);

    public static TheoryData<string> Functions => [.. Lines.Select(group => group.Key.Function).Distinct()];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Each_value_is_the_nearest_to_the_true_one(string function)
    {
        AssertAll<Bits128>(function);
        AssertAll<Bits256>(function);
        AssertAll<Bits512>(function);
    }

    [Fact]
    public void There_are_hundreds_of_values_a_precision() =>
        Assert.All([128, 256, 512], bits => Assert.InRange(Lines.Where(group => group.Key.Bits == bits).Sum(group => group.Count()), 400, 1000));

    private static void AssertAll<TPrecision>(string function)
        where TPrecision : struct, IPrecision
    {
        var lines = Lines[(function, TPrecision.Bits)];

        Assert.NotEmpty(lines);
        Assert.All(lines, fields => Assert.Equal(fields[^1], Value<TPrecision>(function, fields)));
    }

    /// <summary>What the number says, in the spelling of the file.</summary>
    private static string Value<TPrecision>(string function, string[] fields)
        where TPrecision : struct, IPrecision => function switch
        {
            "parse" => Spelled(BigFloat<TPrecision>.Parse(fields[0], CultureInfo.InvariantCulture), fields[^1]),
            "print" => Number<TPrecision>(fields[0]).ToString(int.Parse(fields[1], CultureInfo.InvariantCulture)),
            _ => Spelled(Result(function, [.. fields[..^1].Select(Number<TPrecision>)]), fields[^1]),
        };

    private static BigFloat<TPrecision> Result<TPrecision>(string function, BigFloat<TPrecision>[] x)
        where TPrecision : struct, IPrecision => function switch
        {
            "+" => x[0] + x[1],
            "*" => x[0] * x[1],
            "/" => x[0] / x[1],
            "sqrt" => BigFloat<TPrecision>.Sqrt(x[0]),
            "exp" => BigFloat<TPrecision>.Exp(x[0]),
            "exp2" => BigFloat<TPrecision>.Exp2(x[0]),
            "exp10" => BigFloat<TPrecision>.Exp10(x[0]),
            "log" => BigFloat<TPrecision>.Log(x[0]),
            "log2" => BigFloat<TPrecision>.Log2(x[0]),
            "log10" => BigFloat<TPrecision>.Log10(x[0]),
            "cbrt" => BigFloat<TPrecision>.Cbrt(x[0]),
            "pi" => BigFloat<TPrecision>.Pi,
            "e" => BigFloat<TPrecision>.E,
            _ => throw new ArgumentOutOfRangeException(nameof(function), function, "Is not known."),
        };

    private static BigFloat<TPrecision> Number<TPrecision>(string text)
        where TPrecision : struct, IPrecision
    {
        var (significand, exponent) = Parts(text);
        return BigFloat<TPrecision>.Create(significand, exponent);
    }

    private static (BigInteger Significand, long Exponent) Parts(string text)
    {
        string[] parts = text.Split(':');
        var magnitude = BigInteger.Parse($"0{parts[0].TrimStart('-')}", NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (parts[0].StartsWith('-') ? -magnitude : magnitude, long.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    /// <summary>The expected text if it says this very number, else the number.</summary>
    private static string Spelled<TPrecision>(BigFloat<TPrecision> value, string expected)
        where TPrecision : struct, IPrecision
    {
        var (significand, exponent) = Parts(expected);
        long shift = exponent - value.Exponent;
        bool isSame = value.Significand.IsZero ? significand.IsZero
            : shift is >= 0 and < 2000 && significand << (int)shift == value.Significand;
        return isSame ? expected : $"{value.Significand:x}:{value.Exponent}";
    }
}
