using System.Globalization;

namespace GmmPure.Pictures.Panels;

/// <summary>A mixture to be drawn over the data, and what stands above it.</summary>
/// <param name="Caption">Which it is; empty if it is the only one.</param>
/// <param name="Mixture">The mixture.</param>
internal sealed record Stage(string Caption, GaussianMixture Mixture)
{
    public static Stage Of(Snapshot moment) => new(
        FormattableString.Invariant($"iteration {moment.Index}, ℓ = {Number(moment.LogLikelihood)}"), moment.Model);

    /// <summary>A number with a real minus, and three decimals unless it is far from 1.</summary>
    public static string Number(double value) => value
        .ToString(Math.Abs(value) is >= 1e9 or (> 0 and < 1e-3) ? "0.###e0" : "0.000", NumberFormatInfo.InvariantInfo)
        .Replace('-', '−');
}
