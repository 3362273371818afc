using GmmPure.Families;
using GmmPure.Kernels;

namespace GmmPure.Tests;

/// <summary>Fused passes of the families whose estimates follow from sums: they are what going row by row is.</summary>
public class FusedFamilyTests
{
    public static TheoryData<string, string> Cases => Of(FusedCase.All);

    public static TheoryData<string, string> StoredCases => Of(FusedCase.Stored);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fused_is_row_by_row_up_to_rounding(string name, string variant) =>
        FusedCase.All[name].AgreesRowByRow(FusedCase.Variants[variant].Variant, FusedCase.Variants[variant].IsLabelled);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Bits_depend_neither_on_the_width_nor_on_the_threads(string name, string variant) =>
        FusedCase.All[name].HasTheSameBitsEverywhere(FusedCase.Variants[variant].Variant, FusedCase.Variants[variant].IsLabelled);

    [Theory]
    [MemberData(nameof(StoredCases))]
    public void Nor_do_they_where_responsibilities_are_stored(string name, string variant) =>
        FusedCase.Stored[name].HasTheSameBitsEverywhere(FusedCase.Variants[variant].Variant, FusedCase.Variants[variant].IsLabelled);

    /// <summary>Of impossible rows the first that counts is named in the same words, with its label if it has one.</summary>
    [Theory]
    [InlineData(5000, 8000, false)]
    [InlineData(8000, 5000, false)]
    [InlineData(5000, 8000, true)]
    [InlineData(5000, 5001, true)]
    public void The_first_impossible_row_is_named_as_row_by_row(int impossible, int mislabelled, bool isHard)
    {
        double[] values = new double[9000];
        int?[] labels = new int?[9000];
        (values[10], values[impossible], values[mislabelled], labels[mislabelled]) = (2, 2, 1, 0);
        var data = Dataset.FromValues(values).WithLabels(labels).WithWeights(Enumerable.Range(0, 9000).Select(row => row == 10 ? 0.0 : 1));
        Categorical[] components = [new([1, 0, 0]), new([0.5, 0.5, 0])];
        var start = Mixture.Of(Family.Categorical(3), [0.5, 0.5], components);
        var plain = Mixture.Of(new RowByRow<Categorical>(start.Family), [0.5, 0.5], components);
        var variant = isHard ? EmVariant.Hard : EmVariant.Plain;

        var expected = Assert.Throws<UnreachableRowException>(() => Em.EStep(data, plain, variant));

        Assert.Equal(Math.Min(impossible, mislabelled), expected.Row);
        var error = Assert.Throws<UnreachableRowException>(() => Em.EStep(data, start, variant));
        Assert.Equal((expected.Row, expected.Label, expected.Message), (error.Row, error.Label, error.Message));
        var cause = new Degeneracy.Unreachable(expected.Row, expected.Label, double.NegativeInfinity);
        Assert.All([Em.Step(data, start, variant), Em.Step(data, plain, variant)], step =>
            Assert.Equal(cause, step.Match<Degeneracy?>(_ => null, found => found)));
    }

    [Fact]
    public void A_row_without_weight_that_nobody_can_have_made_stays_with_all()
    {
        var data = Dataset.FromValues([1, 0, 0, 1, 0]).WithWeights([0, 1, 1, 0, 1]);
        var start = Mixture.Of(Family.Bernoulli, [0.3, 0.7], [new Bernoulli(0), new Bernoulli(0)]);

        var known = data.WithLabels([0, 1, null, null, null]);
        Assert.All([(data, EmVariant.Plain), (data, EmVariant.Hard), (known, EmVariant.Plain)], each =>
        {
            var responsibilities = Em.EStep(each.Item1, start, each.Item2).Responsibilities;
            Assert.Equal([0.3, 0.7], responsibilities.Row(0));
            Assert.Equal([0.3, 0.7], responsibilities.Row(3));
        });
        Assert.Equal([true, false, false, true, false], start.LogDensities(data).Select(double.IsNegativeInfinity));
    }

    /// <summary>Where there is no maximum, where a component is empty: the same end.</summary>
    [Fact]
    public void Components_degenerate_as_row_by_row()
    {
        var data = Dataset.FromValues([0, 0, 0, 7, 8, 9, 9, 8, 7, 7]);
        Assert.All<double>([0.01, 1e300], rate =>
        {
            Poisson[] components = [new(8), new(rate)];
            var plain = Mixture.Of(new RowByRow<Poisson>(Family.Poisson), [0.5, 0.5], components);

            Assert.Equal(
                Assert.IsType<Degenerate>(Em.Iterate(data, plain, EmVariant.Hard).First().Status).Cause,
                Assert.IsType<Degenerate>(Em.Iterate(data, Mixture.Of(Family.Poisson, [0.5, 0.5], components), EmVariant.Hard).First().Status).Cause);
        });
    }

    [Fact]
    public void Where_a_table_would_be_longer_than_the_data_it_goes_row_by_row()
    {
        Assert.Null(Fused(Dataset.FromValues([0, 1, 1e15]), Family.Poisson));
        Assert.NotNull(Fused(Dataset.FromValues([1e15, 1e15 + 1, 1e15 + 2]), Family.Poisson));
        Assert.Null(Fused(Dataset.FromValues([1, 2, 3]), new RowByRow<Poisson>(Family.Poisson)));
    }

    private static FusedFamily<T>? Fused<T>(Dataset data, IFamily<T> family)
        where T : notnull, IEquatable<T> =>
        FusedFamily<T>.Of(family, data, 1, KernelSet.Widest);

    private static TheoryData<string, string> Of(ImmutableDictionary<string, FusedCase> each)
    {
        var cases = new TheoryData<string, string>();
        foreach (string name in each.Keys.Order(StringComparer.Ordinal))
        {
            foreach (string variant in FusedCase.Variants.Keys.Order(StringComparer.Ordinal))
            {
                cases.Add(name, variant);
            }
        }

        return cases;
    }
}
