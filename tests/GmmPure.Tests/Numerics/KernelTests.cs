using GmmPure.Kernels;

namespace GmmPure.Tests;

/// <summary>Every kernel at every width of registers: the same bits, whatever the shape of the problem.</summary>
public class KernelTests
{
    /// <summary>Every residue of the blocks of four, more than one group of eight rows, and more than one of thirty-two.</summary>
    private static readonly int[] Dimensions = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 16, 17, 33, 131];

    /// <summary>Around a vector, a pack, a tile, two tiles and a segment.</summary>
    private static readonly int[] Lengths = [1, 7, 8, 9, 31, 32, 33, 255, 256, 257, 511, 512, 513, 4095, 4096, 4097, 8200];

    public static TheoryData<string, int> StructuresAndDimensions
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var structure in CovarianceStructure.All)
            {
                foreach (int dimension in Dimensions)
                {
                    cases.Add(structure.Name, dimension);
                }
            }

            return cases;
        }
    }

    [Fact]
    public void The_list_holds_every_width_and_the_fastest_of_this_machine()
    {
        Assert.Equal(["512 bits", "256 bits", "128 bits", "scalar"], KernelSet.All.Select(set => set.Name));
        Assert.Contains(KernelSet.Widest.Name, KernelSet.All.Select(set => set.Name));
    }

    [Theory]
    [MemberData(nameof(StructuresAndDimensions))]
    public void Every_width_gives_the_same_bits_in_every_dimension(string name, int dimension)
    {
        var structure = Examples.Structure(name);
        var data = Examples.Weighted(Examples.Data(300 + dimension, dimension, seed: dimension), seed: 1);

        Assert.All(new[] { 1, 2, 3, 5, 9 }, components => AssertSameBits(data, Examples.Mixture(structure, components, dimension, seed: 2)));
    }

    [Theory]
    [MemberData(nameof(Examples.Structures), MemberType = typeof(Examples))]
    public void Every_width_gives_the_same_bits_at_every_length(string name) => Assert.All(Lengths, length =>
    {
        var mixture = Examples.Mixture(Examples.Structure(name), 3, 5, seed: 2);
        var data = Examples.Data(length, 5, seed: length);
        AssertSameBits(data, mixture);
        AssertSameBits(Examples.Weighted(data, seed: 1), mixture);
        AssertSameBits(Examples.Data(length, 2, seed: length), Examples.Mixture(Examples.Structure(name), 3, 2, seed: 2));
    });

    /// <summary>Rows repeat with weight 0 beyond the last: a hole must count for nothing, and be found where it is.</summary>
    [Fact]
    public void Every_width_finds_the_row_that_has_no_density()
    {
        double[] values = new double[1000];
        values[777] = 1e130;
        var mixture = GaussianMixture.Univariate([0.5, 0.5], [0, 1], [1e-60, 1e-60]);

        Assert.All(KernelSet.All, kernels =>
        {
            double[] logDensities = new DensityPasses(Dataset.FromValues(values), Assignment.Soft, kernels)
                .LogDensities(kernels.Densities(MixtureTerms.Of(mixture)), 2);
            Assert.Equal([777], Enumerable.Range(0, 1000).Where(row => !double.IsFinite(logDensities[row])));
            Assert.Equal(double.NegativeInfinity, logDensities[777]);
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    public void Without_second_moments_counts_and_first_moments_are_the_same_bits(int dimension)
    {
        var data = Examples.Weighted(Examples.Data(4100, dimension, seed: 1), seed: 2);
        var mixture = Examples.Mixture(CovarianceStructure.Spherical, 3, dimension, seed: 3);
        var terms = new TableTerms(Em.EStep(data, mixture).Responsibilities.Values);
        var common = Table.FromRows(Enumerable.Repeat(mixture.Means.Rows.First().AsEnumerable(), 3));

        Assert.All(KernelSet.All, kernels => Assert.All(new[] { mixture.Means, common }, reference =>
        {
            var few = new Passes(kernels).Statistics(data, terms, MomentLayout.None, reference, threads: 1);
            Assert.Equal((3, 0), (few.SecondMoments.RowCount, few.SecondMoments.ColumnCount));
            Assert.All(new[] { CovarianceStructure.Spherical, CovarianceStructure.TiedSpherical }, structure =>
            {
                var more = new Passes(kernels).Statistics(data, terms, structure.Moments, reference, threads: 1);
                Assert.Equal(more.EffectiveCounts, few.EffectiveCounts);
                Assert.Equal(more.FirstMoments, few.FirstMoments);
            });
        }));
    }

    private static void AssertSameBits(Dataset data, GaussianMixture mixture)
    {
        var expected = Results(KernelSet.All[0], data, mixture);
        Assert.All(KernelSet.All.Skip(1), kernels => Assert.Equal(expected, Results(kernels, data, mixture)));
    }

    private static object[] Results(KernelSet kernels, Dataset data, GaussianMixture mixture)
    {
        var passes = new Passes(kernels);
        var ofDensities = new DensityPasses(data, Assignment.Soft, kernels, threads: 1);
        var densities = kernels.Densities(MixtureTerms.Of(mixture));
        int components = mixture.ComponentCount;
        var scales = Enumerable.Range(1, mixture.Dimension).Select(j => 1.0 / j).ToImmutableArray();
        var apart = Table.Create(mixture.ComponentCount, mixture.Dimension, [.. mixture.Means.Elements.Select(mean => mean + 0.25)]);
        var common = Table.FromRows(Enumerable.Repeat(mixture.Means.Rows.First().AsEnumerable(), mixture.ComponentCount));
        var known = data.WithLabels(Enumerable.Range(0, data.Count).Select(row => (row % (mixture.ComponentCount + 2)) - 1).Select(label => label >= 0 && label < mixture.ComponentCount ? (int?)label : null));
        int[] labels = new int[data.Count];
        double[] nearest = [.. Enumerable.Repeat(2.5, data.Count)];
        passes.Approach(data, Table.FromRows([mixture.Means.Rows.First()]), scales, nearest, threads: 1);
        var (responsibilities, logLikelihood) = ofDensities.Responsibilities(densities, mixture.Weights);
        var (sums, inertia, moved) =
            passes.Assign(data, mixture.Means, mixture.Means, scales, new int[data.Count], labels, threads: 1);
        return
        [
            Expect(passes, data, mixture, mixture.Means, Assignment.Soft),
            Expect(passes, data, mixture, apart, Assignment.Soft),
            Expect(passes, data, mixture, common, Assignment.Soft),
            Expect(passes, data, mixture, apart, Assignment.Hard),
            Expect(passes, known, mixture, apart, Assignment.Known(Assignment.Soft)),
            Expect(passes, known, mixture, apart, Assignment.Known(Assignment.Hard)),
            responsibilities,
            logLikelihood,
            ofDensities.LogLikelihood(densities, components),
            ofDensities.LogDensities(densities, components),
            ofDensities.Certainty(densities, components),
            ofDensities.MostProbable(densities, mixture.Weights),
            passes.Nearest(data, mixture.Means, scales, threads: 1),
            inertia,
            moved,
            sums.EffectiveCounts.ToArray(),
            sums.FirstMoments,
            labels,
            nearest,
            passes.Statistics(data, new TableTerms(responsibilities), mixture.Structure.Moments, apart, threads: 1),
            passes.Statistics(data, new TableTerms(responsibilities), MomentLayout.None, apart, threads: 1),
            passes.Statistics(data, new TableTerms(responsibilities), MomentLayout.None, common, threads: 1),
        ];
    }

    private static Expectation Expect(Passes passes, Dataset data, GaussianMixture mixture, Table reference, Assignment assignment) =>
        Expectation.Of(mixture, reference, 0, data.Count, passes.Grow(data, mixture, reference, threads: 1, assignment));
}
