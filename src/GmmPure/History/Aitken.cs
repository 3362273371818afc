namespace GmmPure;

/// <summary>
/// Where a linearly converging sequence is heading (Aitken's Δ², as in McLachlan and Peel, Finite Mixture Models, 2.11):
/// if the gains shrink by the factor a each time, the remaining ones sum to g·a/(1 − a).
/// </summary>
public static class Aitken
{
    /// <summary>
    /// The estimated total gain of the objective in all iterations after the last of three consecutive elements.
    /// Infinite while the gains do not shrink, or where a monotone objective fell by more than rounding; 0 once it gains
    /// nothing more.
    /// </summary>
    public static double RemainingGain<TIteration>(TIteration beforePrevious, TIteration previous, TIteration current)
        where TIteration : IIteration<TIteration>
    {
        ArgumentNullException.ThrowIfNull(beforePrevious);
        ArgumentNullException.ThrowIfNull(previous);
        ArgumentNullException.ThrowIfNull(current);
        double before = previous.Objective.Value - beforePrevious.Objective.Value;
        double gain = current.Objective.Value - previous.Objective.Value;
        if (gain == 0 || current.Objective.FallsByRounding(previous.Objective))
        {
            return 0;
        }

        if (gain < 0 && current.Objective.IsMonotone)
        {
            return double.PositiveInfinity;
        }

        double factor = gain / before;
        return Math.Abs(factor) < 1 ? Math.Abs(gain * factor / (1 - factor)) : double.PositiveInfinity;
    }
}
