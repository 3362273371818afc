using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Reading;

/// <summary>What is odd about weights that sum to little: criteria take their sum for the number of observations.</summary>
internal static class WeightWarning
{
    /// <summary>Up to this share of the rows a sum of weights is much less than them.</summary>
    private const double Little = 0.1;

    /// <summary>The warning; null if there is none, or it is said what weights count.</summary>
    /// <param name="request">The data.</param>
    /// <param name="data">N×D, as they were read.</param>
    /// <param name="freeParameters">p.</param>
    public static string? Of(DataRequest request, Dataset data, long freeParameters)
    {
        if (data.Weights.IsEmpty || request.HasWeightKind)
        {
            return null;
        }

        int rows = data.Weights.Count(weight => weight > 0);
        string? than = data.TotalWeight <= Little * rows ? Display.Count(rows, "row")
            : data.TotalWeight < freeParameters && freeParameters <= rows ? FormattableString.Invariant($"{freeParameters} parameters")
            : null;
        return than is null ? null
            : $"{request.Name}: the weights sum to {Digits.Short(data.TotalWeight)}, less than the {than}, and BIC takes that for the number of "
                + $"observations; give --weights-kind precision if they tell how precise rows are (then it is {Digits.Short(data.EffectiveCount)}), "
                + "--weights-kind frequency if they count";
    }
}
