using GmmPure.Kernels;

namespace GmmPure.Families;

/// <summary>What a fused pass needs to know of a family and of the data: how densities are computed, and what is summed.</summary>
/// <typeparam name="TDistribution">One distribution of the family.</typeparam>
/// <param name="family">The family.</param>
/// <param name="kernels">The kernels for one width of registers.</param>
/// <param name="dimension">D.</param>
internal abstract class FusedFamily<TDistribution>(ISummedFamily<TDistribution> family, KernelSet kernels, int dimension)
    where TDistribution : notnull, IEquatable<TDistribution>
{
    /// <summary>Null where the M-step of the family or of the data needs responsibilities.</summary>
    public static FusedFamily<TDistribution>? Of(
        IFamily<TDistribution> family, Dataset data, int components, KernelSet kernels) => family switch
        {
            ILinearFamily<TDistribution> linear => new LinearFamily(linear, kernels),
            ITabulatedFamily<TDistribution> tabulated when ValueRanges.Find(data.Values) is { } ranges => tabulated.Categories.IsEmpty
                ? new TabulatedFamily(tabulated, kernels, ranges)
                : CategorySums.HasRoomFor(ranges, components) ? new CategoryFamily(tabulated, kernels, ranges) : null,
            _ => null,
        };

    /// <summary>ln π_k·p_k; null where one of those that might be asked for is not a number.</summary>
    public abstract Densities? Densities(Mixture<TDistribution> mixture);

    /// <summary>Sums of nothing.</summary>
    public virtual MomentAccumulator Sums(int components) => kernels.Moments(MomentLayout.None, Zeros(components));

    /// <summary>What sums leave for the M-step: each component from its own, or how one degenerated.</summary>
    public MixtureExpectation<TDistribution> Expectation(
        MomentTotals totals, double logLikelihood = double.NaN, Unreached? unreached = null) => new(
        logLikelihood,
        unreached,
        totals.Counts,
        () => Components.Each(totals.Counts.Length, k => family.Estimate(totals.Counts[k], SumsOf(totals, k))));

    /// <summary>The only component from its sums, or how it degenerated.</summary>
    public Outcome<TDistribution, Degeneracy> EstimateAlone(MomentTotals totals) =>
        family.Estimate(totals.Counts[0], SumsOf(totals, 0));

    /// <summary>What the family calls the sums of a component.</summary>
    protected virtual ReadOnlySpan<double> SumsOf(MomentTotals totals, int component) =>
        totals.First.Row(component);

    /// <summary>Sums are about 0: there is nothing that cancels.</summary>
    protected Table Zeros(int components) => Table.Wrap(components, dimension, new double[Table.SizeOf(components, dimension)]);

    private sealed class LinearFamily(ILinearFamily<TDistribution> family, KernelSet kernels)
        : FusedFamily<TDistribution>(family, kernels, 1)
    {
        private readonly KernelSet kernels = kernels;

        public override Densities Densities(Mixture<TDistribution> mixture) =>
            kernels.Linear([.. mixture.Components.Select(family.Line)], mixture.LogWeights);
    }

    private class TabulatedFamily(ITabulatedFamily<TDistribution> family, KernelSet kernels, ValueRanges ranges)
        : FusedFamily<TDistribution>(family, kernels, ranges.Columns)
    {
        private readonly KernelSet kernels = kernels;

        public override Densities? Densities(Mixture<TDistribution> mixture)
        {
            double[][] tables =
            [
                .. mixture.Components.Select(component =>
                    ranges.Table((column, value) => family.LogDensity(component, column, value))),
            ];
            return tables.Any(table => table.Any(double.IsNaN)) ? null : kernels.Tabulated(ranges, tables, mixture.LogWeights);
        }
    }

    private sealed class CategoryFamily(ITabulatedFamily<TDistribution> family, KernelSet kernels, ValueRanges ranges)
        : TabulatedFamily(family, kernels, ranges)
    {
        private readonly ValueRanges ranges = ranges;
        private readonly ImmutableArray<Categories> categories = family.Categories;

        public override MomentAccumulator Sums(int components) => new CategorySums(ranges, Zeros(components));

        protected override ReadOnlySpan<double> SumsOf(MomentTotals totals, int component) => categories
            .SelectMany((each, column) => each.Values.Select(value => ranges.PlaceOf(column, value) is { } place
                ? totals.Second[component, place]
                : 0))
            .ToArray();
    }
}
