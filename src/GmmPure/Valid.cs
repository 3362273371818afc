using System.Runtime.CompilerServices;

namespace GmmPure;

/// <summary>What numbers must be: the fault if they are not, null if they are.</summary>
internal static class Valid
{
    public static ValueFault? Finite(double value, [CallerArgumentExpression(nameof(value))] string argument = "") =>
        double.IsFinite(value) ? null : new ValueFault(argument, "It must be finite.", value: value);

    public static ValueFault? Positive(double value, [CallerArgumentExpression(nameof(value))] string argument = "") =>
        value > 0 && double.IsFinite(value) ? null : new ValueFault(argument, "It must be finite and positive.", value: value);

    public static ValueFault? Positive(int value, [CallerArgumentExpression(nameof(value))] string argument = "") =>
        value > 0 ? null : new ValueFault(argument, "It must be positive.", value: value);

    public static ValueFault? Probability(double value, [CallerArgumentExpression(nameof(value))] string argument = "") =>
        IsProbability(value) ? null : new ValueFault(argument, NoProbability, value: value);

    public static ValueFault? Probabilities(
        ImmutableArray<double> values, [CallerArgumentExpression(nameof(values))] string argument = "") =>
        First(values, IsProbability, NoProbability, argument);

    /// <summary>The first number that is not valid.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="isValid">Which are valid.</param>
    /// <param name="message">What they must be, in words.</param>
    /// <param name="argument">Where they come from.</param>
    /// <param name="columns">How many columns they have, row after row; null if they are no table.</param>
    public static ValueFault? First(
        ImmutableArray<double> values, Func<double, bool> isValid, string message, string argument, int? columns = null)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!isValid(values[i]))
            {
                return new ValueFault(argument, message, i / (columns ?? 1), i % columns, values[i]);
            }
        }

        return null;
    }

    private const string NoProbability = "It must be in [0, 1].";

    private static bool IsProbability(double value) => value is >= 0 and <= 1;
}
