using System.Text.RegularExpressions;
using GmmPure.Kernels;

namespace GmmPure.Tests;

/// <summary>The fused pass: what it computes, and that its bits depend on nothing else.</summary>
public class PassTests
{
    public static TheoryData<string, int> StructuresAndLengths
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var structure in CovarianceStructure.All)
            {
                foreach (int count in new[] { 1, 7, 8, 9, 255, 256, 257, 4096, 4097, 9000 })
                {
                    cases.Add(structure.Name, count);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(StructuresAndLengths))]
    public void Fused_is_the_E_step_and_then_the_statistics_bit_for_bit(string name, int count)
    {
        var structure = Examples.Structure(name);
        var data = Examples.Weighted(Examples.Data(count, 3, seed: count), seed: 1);
        var mixture = Examples.Mixture(structure, 4, 3, seed: 2);

        var fused = Em.Pass(data, mixture);
        var expected = Em.EStep(data, mixture);

        Assert.Equal(expected.LogLikelihood, fused.LogLikelihood);
        Assert.Equal(
            SufficientStatistics.Of(data, expected.Responsibilities, structure.Moments, fused.Statistics.Reference),
            fused.Statistics);
    }

    [Theory]
    [MemberData(nameof(Examples.Structures), MemberType = typeof(Examples))]
    public void Fused_variants_are_their_E_step_and_then_the_statistics_bit_for_bit(string name)
    {
        var structure = Examples.Structure(name);
        var data = Examples.Weighted(Examples.Data(9000, 3, seed: 1), seed: 1);
        var mixture = Examples.Mixture(structure, 4, 3, seed: 2);
        int?[] labels = [.. Enumerable.Range(0, 9000).Select(row => row % 5 == 4 ? null : (int?)(row % 5))];

        var known = data.WithLabels(labels);

        Assert.Equal(Em.EStep(known, mixture).LogLikelihood, Em.Pass(known, mixture).LogLikelihood);
        Assert.All(new[] { (EmVariant.Hard, data), (EmVariant.Plain, known), (EmVariant.Hard, known) }, each =>
        {
            var (variant, rows) = each;
            var step = Em.Iterate(rows, mixture, variant).First();
            var expected = Em.EStep(rows, mixture, variant);

            Assert.Equal(expected.LogLikelihood, step.LogLikelihood);
            Assert.Equal(
                SufficientStatistics.Of(data, expected.Responsibilities, structure.Moments, mixture.Means).EffectiveCounts,
                step.EffectiveCounts);
        });
    }

    /// <summary>Of a row that nobody can reach and one that its label cannot, the first is named, whichever it is.</summary>
    [Theory]
    [InlineData(5, 9, 5, null)]
    [InlineData(9, 5, 5, 0)]
    public void Of_rows_that_cannot_be_the_first_is_named(int unreachable, int mislabelled, int first, int? label)
    {
        double[] values = new double[600];
        values[unreachable] = 1e135;
        values[mislabelled] = 1e40;
        var mixture = GaussianMixture.Univariate([0.5, 0.5], [0, 1e40], [1e-300, 1e-60]);
        int?[] labels = new int?[600];
        labels[mislabelled] = 0;

        var error = Assert.Throws<UnreachableRowException>(
            () => Em.EStep(Dataset.FromValues(values).WithLabels(labels), mixture));

        Assert.Equal(first, error.Row);
        Assert.Equal(label, error.Label);
    }

    [Theory]
    [MemberData(nameof(Examples.Structures), MemberType = typeof(Examples))]
    public void The_bits_do_not_depend_on_the_number_of_threads(string name)
    {
        // Five segments of at most 16 tiles of 256 rows, the last one and its last tile cut short.
        var data = Examples.Weighted(Examples.Data((4 * 16 * 256) + 1001, 3, seed: 3), seed: 4);
        var mixture = Examples.Mixture(Examples.Structure(name), 3, 3, seed: 5);
        var alone = Em.Pass(data, mixture, new EmOptions { Threads = 1 });
        var densities = KernelSet.Widest.Densities(MixtureTerms.Of(mixture));
        var responsibilities = DensityPasses.Of(data, threads: 1).Responsibilities(densities, mixture.Weights);
        double[] logDensities = DensityPasses.Of(data, threads: 1).LogDensities(densities, 3);
        var certainty = DensityPasses.Of(data, threads: 1).Certainty(densities, 3);

        Assert.All(new[] { 2, 3, 8, -1 }, threads =>
        {
            Assert.Equal(alone, Em.Pass(data, mixture, new EmOptions { Threads = threads < 0 ? null : threads }));
            Assert.Equal(responsibilities, DensityPasses.Of(data, threads).Responsibilities(densities, mixture.Weights));
            Assert.Equal(logDensities, DensityPasses.Of(data, threads).LogDensities(densities, 3));
            Assert.Equal(certainty, DensityPasses.Of(data, threads).Certainty(densities, 3));
        });
    }

    [Fact]
    public void A_whole_fit_has_the_same_bits_at_any_number_of_threads()
    {
        var data = Examples.Data(10_000, 2, seed: 3);
        var start = Initial.KMeansPlusPlus(data, 3, seed: 1);

        var alone = Em.Iterate(data, start, new EmOptions { Threads = 1 }).ElementAt(10);

        Assert.All(new[] { 2, 3, 8 }, threads =>
            Assert.Equal(alone, Em.Iterate(data, start, new EmOptions { Threads = threads }).ElementAt(10)));
    }

    /// <summary>A hash (FNV) of six histories' text, without the objective's name. It changes only when the arithmetic is changed on purpose.</summary>
    [Fact]
    public void A_whole_fit_has_the_same_bits_on_every_machine()
    {
        var data = Examples.Weighted(Examples.Data(5000, 5, seed: 3), seed: 4);
        string histories = string.Concat(CovarianceStructure.All
            .SelectMany(structure => Em.Iterate(data, Examples.Mixture(structure, 3, 5, seed: 5)).Take(5))
            .Select(step => Regex.Replace(step.ToJson(), "\"objective\".*?\"log-likelihood\",", string.Empty, RegexOptions.None, TimeSpan.FromSeconds(1))));

        ulong hash = histories.Aggregate(14695981039346656037, (sum, letter) => unchecked((sum ^ letter) * 1099511628211));

        Assert.Equal(11788045687888567196UL, hash);
    }

    [Fact]
    public void The_row_that_is_told_is_the_first_at_any_number_of_threads()
    {
        double[] values = new double[20_000];
        values[5] = values[19_000] = 1e130;
        values[0] = 1;
        var data = Dataset.FromValues(values);
        var mixture = GaussianMixture.Univariate([1], [0], [1e-60]);

        Assert.All(new int?[] { 1, 2, 3, 8, null }, threads =>
        {
            var options = new EmOptions { Threads = threads };
            var error = Assert.Throws<UnreachableRowException>(() => Em.EStep(data, mixture, options: options));
            Assert.Equal(5, error.Row);
            Assert.Contains("Row 5 ", error.Message, StringComparison.Ordinal);
            Assert.Equal(5, Em.Pass(data, mixture, options).Unreachable?.Row);
            var cause = Assert.IsType<Degeneracy.Unreachable>(Assert.IsType<Degenerate>(Assert.Single(Em.Iterate(data, mixture, options)).Status).Cause);
            Assert.Equal((5, null, null), (cause.Row, cause.Label, cause.Component));
        });
    }

    /// <summary>Rows are counted in the data: not in a tile of 256, nor in a leaf of 4096, the last of which is cut short.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(300)]
    [InlineData(4096)]
    [InlineData(8193)]
    [InlineData(8999)]
    public void A_row_that_is_told_is_counted_in_the_whole_data(int row)
    {
        double[] values = new double[9000];
        values[row] = 1e130;
        values[^1] = 1e130;
        var mixture = GaussianMixture.Univariate([1], [0], [1e-60]);

        var data = Dataset.FromValues(values);
        Assert.Equal(row, Assert.Throws<UnreachableRowException>(() => Em.EStep(data, mixture)).Row);
        var pass = Em.Pass(data, mixture, firstLeaf: 3);
        Assert.Equal((3 * Expectation.LeafRows) + row, pass.Unreachable?.Row);
        Assert.Equal(pass, Expectation.TryParse(pass.ToBytes().AsSpan()).Or(fault => throw new InvalidOperationException(fault.Message)));
        Assert.Equal(pass, Expectation.TryParse(pass.ToJson()).Or(fault => throw new InvalidOperationException(fault.Message)));
    }

    /// <summary>Rows that nobody reaches are in no sum: what is left are the sums of the others, with ℓ = −∞.</summary>
    [Theory]
    [MemberData(nameof(Examples.Structures), MemberType = typeof(Examples))]
    public void A_pass_goes_without_the_rows_that_nobody_reaches(string name)
    {
        int[] far = [0, 4, 255, 256, 5000];
        ImmutableArray<double> values = [.. Examples.Data(6000, 3, seed: 3).Values.Elements.Select(value => value * 1e-30)];
        var without = Dataset.FromTable(Table.Create(6000, 3, values))
            .WithWeights(Enumerable.Range(0, 6000).Select(row => far.Contains(row) ? 0.0 : 1));
        var rows = Dataset.FromTable(Table.Create(6000, 3, far.Aggregate(values, (all, row) => all.SetItem((3 * row) + 1, 1e130))));
        var mixture = Em.MStep(without, Responsibilities.FromLabels(Enumerable.Range(0, 6000).Select(row => row % 2), 2), Examples.Structure(name))
            .Or(cause => throw new InvalidOperationException(cause.Message));

        var pass = Em.Pass(rows, mixture, reference: mixture.Means);
        var rest = Em.Pass(without, mixture, reference: mixture.Means);

        Assert.Equal((double.NegativeInfinity, 0L), (pass.LogLikelihood, pass.Unreachable?.Row));
        Assert.Equal(rest.Statistics, pass.Statistics);
        var logDensities = mixture.LogDensities(rows);
        Assert.Equal(far, Enumerable.Range(0, 6000).Where(row => double.IsNegativeInfinity(logDensities[row])));
        Assert.Equal(
            mixture.LogDensities(without).Where((_, row) => !far.Contains(row)), logDensities.Where((_, row) => !far.Contains(row)));
    }

    /// <summary>Where one component is out of reach and another is not, the other has the row alone.</summary>
    [Fact]
    public void A_row_that_one_component_reaches_is_its_own()
    {
        var mixture = GaussianMixture.Univariate([0.5, 0.5], [0, 0], [1e-120, 1e260]);

        var (responsibilities, logLikelihood) = Em.EStep(Dataset.FromValues([1e130, -1e130]), mixture);

        Assert.Equal([0, 1], responsibilities.Row(0));
        Assert.Equal([0, 1], responsibilities.Row(1));
        Assert.True(double.IsFinite(logLikelihood));
    }

    [Fact]
    public void Whatever_asks_whose_a_row_is_refuses_one_that_nobody_reaches_and_its_density_is_0()
    {
        var data = Dataset.FromRows([[0, 0], [1, 1], [0, 1e130]]);
        var mixture = GaussianMixture.Create([1], Table.FromRows([[0, 0]]), [Covariance.Diagonal([1, 1e-60])]);
        Func<object>[] ofData = [() => Em.EStep(data, mixture), () => mixture.MostProbableComponents(data)];
        Func<object>[] ofOneObservation =
            [() => mixture.MostProbableComponent([0, 1e130]), () => mixture.Conditional([1], [1e130])];

        Assert.All(ofData, ask => Assert.Equal(2, Assert.Throws<UnreachableRowException>(ask).Row));
        Assert.All(ofOneObservation, ask => Assert.Equal(0, Assert.Throws<UnreachableRowException>(ask).Row));
        Assert.All(
            [mixture.LogDensities(data)[2], mixture.LogLikelihood(data), mixture.LogDensity([0, 1e130]), Em.Pass(data, mixture).LogLikelihood, Em.Iterate(data, mixture).First().LogLikelihood],
            value => Assert.Equal(double.NegativeInfinity, value));
        Assert.All([mixture.Aic(data), mixture.Bic(data), mixture.Icl(data)], value => Assert.Equal(double.PositiveInfinity, value));
        Assert.Equal(0, mixture.Density([0, 1e130]));
        Assert.Equal(
            new Degeneracy.Unreachable(2, label: null, double.NegativeInfinity),
            Em.Step(data, mixture).Match<Degeneracy?>(_ => null, cause => cause));
        Assert.Contains(
            "\"log_likelihood\":null,\"objective\":null", Em.Iterate(data, mixture).First().ToJson(), StringComparison.Ordinal);
        Assert.Contains(
            "\"cause\":{\"kind\":\"unreachable\",\"component\":null,\"row\":2}",
            Em.Iterate(data, mixture).First().ToJson(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_pass_stores_no_responsibilities()
    {
        // N×K would be 100,000·16·8 = 12.8 MB. Tiles of 256 rows need (2·4 + 16 + 2)·2 kB for each of 16 segments.
        var data = Examples.Data(100_000, 4, seed: 1);
        var mixture = Examples.Mixture(CovarianceStructure.Full, 16, 4, seed: 2);
        Em.Pass(data, mixture, new EmOptions { Threads = 1 });

        long before = GC.GetAllocatedBytesForCurrentThread();
        Em.Pass(data, mixture, new EmOptions { Threads = 1 });

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
    }
}
