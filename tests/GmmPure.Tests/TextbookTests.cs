using GmmPure.Textbook;

namespace GmmPure.Tests;

/// <summary>The core against its specification, and the specification itself.</summary>
public class TextbookTests
{
    private const int Rows = 60;

    public static TheoryData<string, int> StructuresAndDimensions
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var structure in CovarianceStructure.All)
            {
                foreach (int dimension in new[] { 1, 2, 5, 9 })
                {
                    cases.Add(structure.Name, dimension);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(StructuresAndDimensions))]
    public void The_E_step_is_the_textbooks(string name, int dimension)
    {
        var mixture = Examples.Mixture(Examples.Structure(name), 3, dimension, seed: 1);
        var data = Examples.Weighted(Examples.Data(Rows, dimension, seed: 2), seed: 3);
        var (x, θ) = (TextbookData<double>.From(data), TextbookMixture<double>.From(mixture));

        var core = Em.EStep(data, mixture);
        var textbook = Equations<double>.Responsibilities(x, θ);

        double total = 0;
        Assert.All(Enumerable.Range(0, Rows), row =>
        {
            double[] squares = [.. Enumerable.Range(0, 3).Select(k => Bounds.SquaredDistance(
                mixture.Covariances[k], Enumerable.Range(0, dimension).Select(j => data[row, j] - mixture.Means[k, j])))];
            double error = Enumerable.Range(0, 3).Max(k => Bounds.LogGaussian(mixture.Covariances[k], squares[k]));
            double bound = 2 * Bounds.Responsibility(error, squares.Max() + (3 * dimension), 3);
            Assert.All(Enumerable.Range(0, 3), k => Assert.Equal(textbook[row, k], core.Responsibilities[row, k], bound));
            total += data.WeightOf(row) * (bound + (Rounding.Gamma(Rows) * (squares.Max() + (3 * dimension))));
        });
        Assert.Equal(Equations<double>.LogLikelihood(x, θ), core.LogLikelihood, 2 * total);
    }

    [Theory]
    [MemberData(nameof(StructuresAndDimensions))]
    public void The_M_step_is_the_textbooks(string name, int dimension)
    {
        var structure = Examples.Structure(name);
        var data = Examples.Weighted(Examples.Data(Rows, dimension, seed: 2), seed: 3);
        var responsibilities = Em.EStep(data, Examples.Mixture(structure, 3, dimension, seed: 1)).Responsibilities;
        var (x, r) = (TextbookData<double>.From(data), Table<double>.From(responsibilities.Values));

        var core = Em.MStep(data, responsibilities, structure, new EmOptions { Ridge = 0.125 })
            .Or(cause => throw new InvalidOperationException(cause.Message));
        var textbook = Equations<double>.MStep(x, r, structure, ridge: 0.125)
            .Or(_ => throw new InvalidOperationException()).ToGaussianMixture();

        // Sums of N products, of data in [−4, 4] and so of deviations below 8, over their weights; the core's also moves
        // its moments from one mean to another, within the same range.
        double bound = 4 * Rounding.Gamma((2 * Rows) + 8);
        Assert.All(Enumerable.Range(0, 3), k =>
        {
            Assert.Equal(textbook.Weights[k], core.Weights[k], bound);
            Assert.All(Enumerable.Range(0, dimension), i => Assert.Equal(textbook.Means[k, i], core.Means[k, i], 4 * bound));
            Assert.All(Enumerable.Range(0, dimension * dimension), i => Assert.Equal(
                textbook.Covariances[k][i / dimension, i % dimension], core.Covariances[k][i / dimension, i % dimension], 64 * bound));
        });
        Assert.Equal(textbook.Structure, core.Structure);
    }

    [Theory]
    [MemberData(nameof(Examples.Structures), MemberType = typeof(Examples))]
    public void A_constant_column_is_degenerate_by_the_same_rule(string name)
    {
        var structure = Examples.Structure(name);
        var data = Dataset.FromRows(Enumerable.Range(0, 20).Select(i => new[] { i % 7, 0.1, i % 5 }));
        var start = Examples.Mixture(structure, 2, 3, seed: 1);

        var core = Em.Iterate(data, start).First();
        var textbook = Equations<double>.Iterate(TextbookData<double>.From(data), TextbookMixture<double>.From(start)).First();

        // A ball knows no column. The first component is the first to be looked at; a shared covariance is nobody's.
        var expected = structure.Shape == CovarianceShape.Spherical
            ? null
            : new TextbookDegeneracy(structure.IsShared ? null : 0, 1);
        Assert.Equal(expected, textbook.Degeneracy);
        Assert.Equal(expected, core.Status is Degenerate { Cause: Degeneracy.Singular cause } ? new(cause.Component, cause.Column) : null);
    }

    [Fact]
    public void It_computes_in_the_precision_of_its_number_type()
    {
        // The worked example in single precision, whose unit is 2⁻²⁴: ℓ is a sum of 7 log-densities of at most 16.
        var data = Dataset.FromValues([-3, -2.5, -1, 0, 2, 4, 5]);
        var start = GaussianMixture.Univariate([1 / 3.0, 1 / 3.0, 1 / 3.0], [-4, 0, 8], [1, 0.2, 3]);

        var single = Equations<float>.Iterate(TextbookData<float>.From(data), TextbookMixture<float>.From(start)).First();

        Assert.Equal(-28.3255356558546, single.LogLikelihood, 7 * 16 * 8 * Math.ScaleB(1, -24));
        Assert.NotEqual(-28.3255356558546, single.LogLikelihood, 1e-9);
    }

    [Fact]
    public void A_component_of_weight_0_adds_nothing_whatever_its_density()
    {
        var two = GaussianMixture.Univariate([0.4, 0.6], [0, 3], [1, 2]);
        var three = GaussianMixture.Univariate([0.4, 0, 0.6], [0, 1, 3], [1, 1e-3, 2]);
        var data = TextbookData<double>.From(Dataset.FromValues([-1, 1, 2]));

        var (expected, found) = (Equations<double>.Responsibilities(data, TextbookMixture<double>.From(two)),
            Equations<double>.Responsibilities(data, TextbookMixture<double>.From(three)));

        Assert.All(Enumerable.Range(0, 3), n => Assert.Equal([expected[n, 0], 0, expected[n, 1]], found.Row(n)));
        Assert.Equal(
            Equations<double>.LogLikelihood(data, TextbookMixture<double>.From(two)),
            Equations<double>.LogLikelihood(data, TextbookMixture<double>.From(three)));
    }

    [Theory]
    [MemberData(nameof(Examples.Structures), MemberType = typeof(Examples))]
    public void There_and_back_a_mixture_is_the_same(string name)
    {
        var mixture = Examples.Mixture(Examples.Structure(name), 3, 4, seed: 1);

        var θ = TextbookMixture<double>.From(mixture);

        Assert.Equal(mixture, θ.ToGaussianMixture());
        Assert.Equal(θ, TextbookMixture<double>.From(mixture));
        Assert.Equal(θ.GetHashCode(), TextbookMixture<double>.From(mixture).GetHashCode());
        Assert.NotEqual(θ, TextbookMixture<double>.From(mixture.Reorder([1, 0, 2])));
    }

    [Fact]
    public void A_covariance_is_its_factorisation()
    {
        var covariance = TextbookCovariance<double>.From(Covariance.Full(Table.FromRows([[4, 2, 2], [2, 5, 3], [2, 3, 6]])));

        // 4·4·4: the pivots of small integers are exact.
        Assert.Equal([4, 4, 4], covariance.Pivots);
        Assert.Equal([1, 0, 0, 0.5, 1, 0, 0.5, 0.5, 1], covariance.L.Elements);
        Assert.Equal(Math.Log(64), Equations<double>.LogDeterminant(covariance), Rounding.Gamma(6) * 5);
        Assert.Throws<ArgumentException>(() => TextbookCovariance<double>.Create(Table<double>.From(Table.FromRows([[1, 2], [2, 1]]))));
        Assert.Throws<ArgumentException>(() => TextbookCovariance<double>.Create(Table<double>.From(Table.FromRows([[1, 2]]))));
    }

    [Fact]
    public void A_mixture_is_made_of_its_parameters()
    {
        var θ = TextbookMixture<double>.From(Examples.Mixture(CovarianceStructure.Tied, 2, 3, seed: 1));

        Assert.Equal(θ, TextbookMixture<double>.Create(θ.Structure, θ.Weights, θ.Means, θ.Covariances));
        Assert.Throws<ArgumentException>(() => TextbookMixture<double>.Create(θ.Structure, [1], θ.Means, θ.Covariances));
        Assert.Throws<ArgumentException>(() => TextbookMixture<double>.Create(θ.Structure, θ.Weights, θ.Means, θ.Covariances[..1]));
        Assert.Throws<ArgumentException>(() => TextbookMixture<double>.Create(
            θ.Structure, θ.Weights, Table<double>.Create(2, 2, (_, _) => 0), θ.Covariances));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var data = TextbookData<double>.From(Examples.Data(20, 3, seed: 1));
        var θ = TextbookMixture<double>.From(Examples.Mixture(CovarianceStructure.Tied, 2, 2, seed: 2));
        var r = Table<double>.Create(19, 2, (_, _) => 0.5);

        Assert.Throws<ArgumentException>(() => Equations<double>.Responsibilities(data, θ));
        Assert.Throws<ArgumentException>(() => Equations<double>.LogLikelihood(data, θ));
        Assert.Throws<ArgumentException>(() => Equations<double>.Iterate(data, θ));
        Assert.Throws<ArgumentException>(() => Equations<double>.MStep(data, r, CovarianceStructure.Full));
        Assert.Throws<ArgumentException>(() => Equations<double>.EffectiveCounts(data, r));
    }

    [Fact]
    public void Its_sequence_is_lazy_and_equal_again()
    {
        var data = TextbookData<double>.From(Examples.Data(20, 2, seed: 1));
        var θ = TextbookMixture<double>.From(Examples.Mixture(CovarianceStructure.Tied, 2, 2, seed: 2));

        var history = Equations<double>.Iterate(data, θ);

        Assert.Equal(history.Take(3), history.Take(3));
        Assert.Equal([0, 1, 2], history.Take(3).Select(element => element.Index));
        Assert.Throws<ArgumentNullException>(() => Equations<double>.Iterate(data, null!));
        Assert.Throws<ArgumentNullException>(() => Equations<double>.Iterate(null!, θ));
    }
}
