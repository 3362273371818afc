using System.Globalization;

namespace GmmPure.Pictures.Axes;

/// <summary>
/// The ticks of an axis: multiples of 1, 2 or 5 times a power of ten. They are counted in whole numbers, so that 0.3 is
/// never 0.30000000000000004; what all of them have in common, a far offset or a power of ten, stands beside the axis once.
/// </summary>
/// <param name="Values">Where they are.</param>
/// <param name="Labels">What stands at each.</param>
/// <param name="First">How many steps from 0 the first is.</param>
/// <param name="Offset">What has been taken from the labels, with its sign: <c>− 10¹⁵</c>; or nothing.</param>
/// <param name="Factor">What the labels are to be multiplied with: <c>×10³</c>; or nothing.</param>
internal sealed record Ticks(ImmutableArray<double> Values, ImmutableArray<string> Labels, long First, string Offset, string Factor)
{
    /// <summary>From how many digits before the first that changes on a common offset is taken away.</summary>
    private const int DigitsInCommon = 4;

    /// <summary>The ticks of a range.</summary>
    /// <param name="low">Where it begins.</param>
    /// <param name="high">Where it ends, above that.</param>
    /// <param name="most">How many ticks there may be, about.</param>
    /// <param name="isWhole">Whether only whole numbers have a meaning.</param>
    /// <param name="isShort">Whether labels are to be short, whatever has to be said beside the axis.</param>
    public static Ticks Of(double low, double high, int most, bool isWhole = false, bool isShort = false)
    {
        var (multiple, exponent) = Step((high - low) / Math.Max(most, 1));
        if (isWhole && exponent < 0)
        {
            (multiple, exponent) = (1, 0);
        }

        double step = Exact(multiple, exponent);
        long first = (long)Math.Ceiling(low / step);
        long last = (long)Math.Floor(high / step);
        ImmutableArray<long> steps = [.. Enumerable.Range(0, (int)Math.Clamp(last - first + 1, 0, 100)).Select(i => (first + i) * multiple)];
        return Of(steps, exponent, isShort) with { First = first };
    }

    /// <summary>The same ticks with labels at every second only, 0 among them.</summary>
    public Ticks WithHalfTheLabels() =>
        this with { Labels = [.. Labels.Select((label, i) => (First + i) % 2 == 0 ? label : string.Empty)] };

    /// <summary>The name of an axis, with what has been taken out of its labels.</summary>
    public string Titled(string name) => string.Join(' ', new[] { name, Offset, Factor }.Where(part => part.Length > 0));

    /// <summary>Ticks at whole multiples of a power of ten.</summary>
    private static Ticks Of(ImmutableArray<long> steps, int exponent, bool isShort)
    {
        if (steps.IsEmpty)
        {
            return new Ticks([], [], 0, string.Empty, string.Empty);
        }

        long offset = CommonPart(steps);
        ImmutableArray<long> rest = [.. steps.Select(step => step - offset)];
        long largest = rest.Max(Math.Abs);
        int magnitude = largest == 0 ? 0 : exponent + Digits(largest) - 1;
        int factor = magnitude < (isShort ? 3 : 5) && magnitude >= -3 && !(isShort && exponent < -1) ? 0 : magnitude;
        return new Ticks(
            [.. steps.Select(step => Exact(step, exponent))],
            [.. rest.Select(step => Decimal(step, exponent - factor))],
            0,
            offset == 0 ? string.Empty : $"{(offset > 0 ? '−' : '+')} {Power(Math.Abs(offset), exponent)}",
            factor == 0 ? string.Empty : $"(×10{Superscript(factor)})");
    }

    /// <summary>1, 2 or 5 times a power of ten, the least that is not below a number.</summary>
    private static (int Multiple, int Exponent) Step(double least)
    {
        string digits = least.ToString("E15", NumberFormatInfo.InvariantInfo);
        int exponent = int.Parse(digits[(digits.IndexOf('E', StringComparison.Ordinal) + 1)..], NumberStyles.AllowLeadingSign, NumberFormatInfo.InvariantInfo);
        foreach (int multiple in new[] { 1, 2, 5 })
        {
            if (Exact(multiple, exponent) >= least)
            {
                return (multiple, exponent);
            }
        }

        return (1, exponent + 1);
    }

    /// <summary>What all ticks have in common, if it is much longer than what they have not.</summary>
    private static long CommonPart(ImmutableArray<long> steps)
    {
        long span = Math.Max(steps[^1] - steps[0], 1);
        long nearest = steps.Min(Math.Abs);
        if (Digits(nearest) - Digits(span) < DigitsInCommon)
        {
            return 0;
        }

        long unit = 1;
        for (int digit = 0; digit < Digits(span); digit++)
        {
            unit *= 10;
        }

        return (long)Math.Round((steps[0] + ((steps[^1] - steps[0]) / 2)) / (double)unit) * unit;
    }

    private static int Digits(long number) => Math.Abs(number).ToString(NumberFormatInfo.InvariantInfo).Length;

    /// <summary>The double nearest to digits and an exponent.</summary>
    private static double Exact(long digits, int exponent) => double.Parse(
        FormattableString.Invariant($"{digits}e{exponent}"), NumberStyles.Float, NumberFormatInfo.InvariantInfo);

    /// <summary>A decimal number of digits and a small exponent, without zeros that say nothing, and with a real minus.</summary>
    private static string Decimal(long digits, int exponent)
    {
        string number = Math.Abs(digits).ToString(NumberFormatInfo.InvariantInfo);
        string text = exponent >= 0 || digits == 0
            ? digits == 0 ? number : number + new string('0', exponent)
            : WithPoint(number.PadLeft(1 - exponent, '0'), -exponent);
        return digits < 0 ? $"−{text}" : text;
    }

    private static string WithPoint(string digits, int decimals)
    {
        string fraction = digits[^decimals..].TrimEnd('0');
        return fraction.Length == 0 ? digits[..^decimals] : $"{digits[..^decimals]}.{fraction}";
    }

    /// <summary>A number that may be far from 1: 1234, or 1.234×10¹⁵.</summary>
    private static string Power(long digits, int exponent)
    {
        int magnitude = Digits(digits) - 1 + exponent;
        if (magnitude is >= -3 and < 7)
        {
            return Decimal(digits, exponent);
        }

        string mantissa = Decimal(digits, 1 - Digits(digits));
        return (mantissa is "1" ? string.Empty : $"{mantissa}×") + $"10{Superscript(magnitude)}";
    }

    private static string Superscript(int number) => string.Concat(
        number.ToString(NumberFormatInfo.InvariantInfo).Select(digit => digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));
}
