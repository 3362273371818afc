using System.Runtime.CompilerServices;

namespace GmmPure.Families;

/// <summary>What parameters must be.</summary>
internal static class Valid
{
    public static double Finite(double value, [CallerArgumentExpression(nameof(value))] string parameter = "") =>
        double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(parameter, value, "It must be finite.");

    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string parameter = "") =>
        value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(parameter, value, "It must be finite and positive.");

    public static double Probability(double value, [CallerArgumentExpression(nameof(value))] string parameter = "") =>
        value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(parameter, value, "It must be in [0, 1].");
}
