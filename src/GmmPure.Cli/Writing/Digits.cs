using System.Globalization;

namespace GmmPure.Cli.Writing;

/// <summary>Numbers as they are printed, whatever the locale.</summary>
internal static class Digits
{
    /// <summary>
    /// Whether a log-likelihood can be printed, with all that is told of it: per sample, and twice it in the criteria.
    /// </summary>
    public static bool Has(double logLikelihood, double totalWeight) =>
        double.IsFinite(logLikelihood * 4) && double.IsFinite(logLikelihood / totalWeight);

    /// <summary>With so many decimals.</summary>
    public static string Fixed(double value, int decimals) =>
        value.ToString(FormattableString.Invariant($"F{decimals}"), CultureInfo.InvariantCulture);

    /// <summary>With two digits and an exponent.</summary>
    public static string Exponential(double value) => value.ToString("0.0e-0", CultureInfo.InvariantCulture);

    /// <summary>With up to ten digits.</summary>
    public static string Short(double value) => value.ToString("G10", CultureInfo.InvariantCulture);

    /// <summary>A whole number.</summary>
    public static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>With as few digits as read back to the same bits.</summary>
    public static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
