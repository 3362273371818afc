namespace GmmPure.Pictures.Colours;

/// <summary>
/// Roots and the exponential, of +, ×, ÷ only: the C runtime's differ from system to system, and with them a picture's
/// bytes.
/// </summary>
internal static class Elementary
{
    /// <summary>The n-th root of a number that is not negative, by Newton's method from above.</summary>
    public static double Root(double value, int degree)
    {
        if (value <= 0)
        {
            return 0;
        }

        double root = Math.Max(value, 1);
        while (true)
        {
            double next = root - ((root - (value / Power(root, degree - 1))) / degree);
            if (!(next < root))
            {
                return root;
            }

            root = next;
        }
    }

    /// <summary>A number to a whole power that is not negative.</summary>
    public static double Power(double value, int exponent)
    {
        double power = 1;
        for (int i = 0; i < exponent; i++)
        {
            power *= value;
        }

        return power;
    }

    /// <summary>eˣ for x not above 0: 2ⁿ·eʳ with |r| ≤ ½·ln 2, and eʳ by its series.</summary>
    public static double Exp(double x)
    {
        const double Log2 = 0.693147180559945309;
        if (!(x > -700))
        {
            return 0;
        }

        double power = Math.Round(x / Log2);
        double rest = x - (power * Log2);
        double sum = 1;
        for (int i = 14; i >= 1; i--)
        {
            sum = 1 + (rest / i * sum);
        }

        return Math.ScaleB(sum, (int)power);
    }
}
