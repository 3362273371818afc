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
        var responsibilities = Passes.Fastest.Responsibilities(data, mixture, threads: 1);
        double[] densities = Passes.Fastest.LogDensities(data, mixture, threads: 1);
        var certainty = Passes.Fastest.Certainty(data, mixture, threads: 1);

        Assert.All(new[] { 2, 3, 8, -1 }, threads =>
        {
            Assert.Equal(alone, Em.Pass(data, mixture, new EmOptions { Threads = threads < 0 ? null : threads }));
            Assert.Equal(responsibilities, Passes.Fastest.Responsibilities(data, mixture, threads));
            Assert.Equal(densities, Passes.Fastest.LogDensities(data, mixture, threads));
            Assert.Equal(certainty, Passes.Fastest.Certainty(data, mixture, threads));
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
    public void The_row_that_is_refused_is_the_first_at_any_number_of_threads()
    {
        double[] values = new double[20_000];
        values[5] = values[19_000] = 1e130;
        values[0] = 1;
        var data = Dataset.FromValues(values);
        var mixture = GaussianMixture.Univariate([1], [0], [1e-60]);

        Assert.All(new[] { 1, 2, 3, 8, -1 }, threads => Assert.All(
            new Func<object>[]
            {
                () => Passes.Fastest.Grow(data, mixture, mixture.Means, threads, Assignment.Soft),
                () => Passes.Fastest.Responsibilities(data, mixture, threads),
                () => Passes.Fastest.LogDensities(data, mixture, threads),
                () => Passes.Fastest.MostProbable(data, mixture, threads),
                () => Passes.Fastest.Certainty(data, mixture, threads),
            },
            pass =>
            {
                var error = Assert.Throws<UnreachableRowException>(pass);
                Assert.Equal(5, error.Row);
                Assert.Contains("Row 5 ", error.Message, StringComparison.Ordinal);
            }));
    }

    /// <summary>Rows are counted in the data: not in a tile of 256, nor in a segment of 4096, the last of which is cut short.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(300)]
    [InlineData(4096)]
    [InlineData(8193)]
    [InlineData(8999)]
    public void A_row_that_is_refused_is_counted_in_the_whole_data(int row)
    {
        double[] values = new double[9000];
        values[row] = 1e130;
        values[^1] = 1e130;
        var mixture = GaussianMixture.Univariate([1], [0], [1e-60]);

        Assert.Equal(row, Assert.Throws<UnreachableRowException>(() => Em.EStep(Dataset.FromValues(values), mixture)).Row);
    }

    [Fact]
    public void Whatever_asks_for_a_density_refuses_a_row_that_has_none()
    {
        var data = Dataset.FromRows([[0, 0], [1, 1], [0, 1e130]]);
        var mixture = GaussianMixture.Create([1], Table.FromRows([[0, 0]]), [Covariance.Diagonal([1, 1e-60])]);
        Func<object>[] ofData =
        [
            () => Em.EStep(data, mixture),
            () => Em.Pass(data, mixture),
            () => Em.Step(data, mixture),
            () => Em.Iterate(data, mixture).First(),
            () => mixture.LogDensities(data),
            () => mixture.MostProbableComponents(data),
            () => mixture.LogLikelihood(data),
            () => mixture.Aic(data),
            () => mixture.Bic(data),
            () => mixture.Icl(data),
        ];
        Func<object>[] ofOneObservation =
        [
            () => mixture.LogDensity([0, 1e130]),
            () => mixture.Density([0, 1e130]),
            () => mixture.MostProbableComponent([0, 1e130]),
            () => mixture.Conditional([1], [1e130]),
        ];

        Assert.All(ofData, ask => Assert.Equal(2, Assert.Throws<UnreachableRowException>(ask).Row));
        Assert.All(ofOneObservation, ask => Assert.Equal(0, Assert.Throws<UnreachableRowException>(ask).Row));
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
