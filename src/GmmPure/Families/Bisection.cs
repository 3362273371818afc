namespace GmmPure.Families;

/// <summary>Bisection over the numbers themselves, in their order: at most 64 steps, whatever the scale, and no tolerance.</summary>
internal static class Bisection
{
    /// <summary>The least number at which a condition holds that, once it does, holds on; the upper end if it never does.</summary>
    /// <param name="low">Where to begin.</param>
    /// <param name="high">Where to end.</param>
    /// <param name="holds">The condition.</param>
    public static double First(double low, double high, Func<double, bool> holds)
    {
        // In unsigned steps from the lower end, so that the distance always fits.
        long start = Order(low);
        ulong least = 0;
        ulong most = unchecked((ulong)(Order(high) - start));
        while (least < most)
        {
            ulong middle = least + ((most - least) / 2);
            if (holds(At(unchecked(start + (long)middle))))
            {
                most = middle;
            }
            else
            {
                least = middle + 1;
            }
        }

        return At(unchecked(start + (long)most));
    }

    /// <summary>The place of a number in their order; 0 for both zeros.</summary>
    private static long Order(double number)
    {
        long bits = BitConverter.DoubleToInt64Bits(number);
        return bits >= 0 ? bits : long.MinValue - bits;
    }

    private static double At(long order) => BitConverter.Int64BitsToDouble(order >= 0 ? order : long.MinValue - order);
}
