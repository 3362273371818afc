using GmmPure.Cli.Kinds;
using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Fitting;

/// <summary>What there is to know about a fit before it is believed.</summary>
internal static class FitWarnings
{
    public static void Say(FitReport report, Shell shell)
    {
        var last = report.Last;
        shell.Warn(report.Input.Warning);
        shell.Warn(WeightWarning.Of(report.Request.Data, report.Input.Data, last.Model.FreeParameters));
        if (!last.IsConverged)
        {
            string iterations = Display.Count(last.Index, "iteration");
            shell.Warn($"not converged after {iterations}, the most that --max-iterations allows");
        }

        if (Twins.In(last.Model) is var (one, other))
        {
            shell.Warn(
                $"components {one} and {other} are nearly the same: EM may have stopped before they parted; "
                + "compare a smaller --tolerance, another --init or --seed, or fewer components");
        }

        foreach (int component in last.SpuriousComponents)
        {
            string rows = FormattableString.Invariant($"{last.EffectiveCounts[component]:F1} rows");
            shell.Warn(
                $"component {component} is suspicious: a narrow spike on {rows}, which says more about those rows "
                + $"than about the data; compare -k {last.Model.ComponentCount - 1}");
        }
    }
}
