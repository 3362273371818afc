namespace GmmPure.Tests;

/// <summary>The sequence: what its elements are, and that nothing is computed before it is pulled.</summary>
public class IterateTests
{
    private static readonly Dataset Data = Examples.Data(60, 2, seed: 1);

    private static readonly GaussianMixture Start = Examples.Mixture(CovarianceStructure.Full, 3, 2, seed: 2);

    [Fact]
    public void Element_t_pairs_the_parameters_after_t_steps_with_their_own_log_likelihood_and_counts()
    {
        var mixture = Start;
        foreach (var step in Em.Iterate(Data, Start).Take(4))
        {
            Assert.Equal(mixture, step.Model);
            Assert.Equal(Em.EStep(Data, mixture).LogLikelihood, step.LogLikelihood);
            Assert.Equal(Em.Pass(Data, mixture).Statistics.EffectiveCounts, step.EffectiveCounts);
            Assert.Equal(new Running(), step.Status);
            Assert.Equal(60, step.TotalWeight);
            mixture = Em.Step(Data, mixture).Or(cause => throw new InvalidOperationException(cause.Message));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Take_n_makes_exactly_n_passes_over_the_data(int count)
    {
        int passes = 0;
        var history = Em.Iterate(Data.Summary, Start, (mixture, reference) =>
        {
            passes++;
            return Em.Pass(Data, mixture, reference: reference);
        });

        Assert.Equal(0, passes);
        Assert.Equal(Em.Iterate(Data, Start).Take(count), history.Take(count));
        Assert.Equal(count, passes);
    }

    [Fact]
    public void Building_the_sequence_computes_nothing()
    {
        Expect thrower = (_, _) => throw new NotSupportedException("a pass");
        var history = Em.Iterate(Data.Summary, Start, thrower);

        var limited = history.Take(3).TakeUntilConverged(Convergence.TotalGain(0)).Memoize().Select(step => step.Model);

        Assert.Throws<NotSupportedException>(() => limited.First());
    }

    [Fact]
    public void The_second_pass_is_made_when_the_second_element_is_pulled()
    {
        int passes = 0;
        Expect secondThrows = (mixture, reference) => passes++ == 0
            ? Em.Pass(Data, mixture, reference: reference)
            : throw new NotSupportedException("a second pass");
        var history = Em.Iterate(Data.Summary, Start, secondThrows);

        using var pulled = history.GetEnumerator();
        Assert.True(pulled.MoveNext());
        Assert.Throws<NotSupportedException>(() => pulled.MoveNext());
    }

    /// <summary>A row without weight plays no part, wherever it lies.</summary>
    [Fact]
    public void A_far_row_without_weight_changes_nothing()
    {
        var far = Dataset.FromValues([0, 1e-20, 2e-20, 1e135]).WithWeights([1, 1, 1, 0]);
        var near = Dataset.FromValues([0, 1e-20, 2e-20, 3e-20]).WithWeights([1, 1, 1, 0]);
        var start = GaussianMixture.Univariate([1], [0], [1e260]);

        Assert.Equal(Em.Iterate(near, start).Take(5), Em.Iterate(far, start).Take(5));
    }

    [Fact]
    public void Enumerating_again_gives_equal_values()
    {
        var history = Em.Iterate(Data, Start);

        Assert.Equal(history.Take(10).ToList(), history.Take(10).ToList());
    }

    [Fact]
    public void Any_element_can_be_branched_off()
    {
        var history = Em.Iterate(Data, Start);

        var branch = Em.Iterate(Data, history.ElementAt(3).Model);

        Assert.Equal(history.Skip(3).Take(4).Select(step => step.Model), branch.Take(4).Select(step => step.Model));
    }

    [Fact]
    public void Arguments_are_checked_at_once()
    {
        Assert.Throws<ArgumentNullException>(() => Em.Iterate(null!, Start));
        Assert.Throws<ArgumentNullException>(() => Em.Iterate(Data, null!));
        Assert.Throws<ArgumentException>(() => Em.Iterate(Examples.Data(10, 3, seed: 1), Start));
        Assert.Throws<ArgumentNullException>(() => default(IEnumerable<Iteration<GaussianMixture>>)!.TakeUntilConverged(Convergence.TotalGain(0)));
        Assert.Throws<ArgumentNullException>(() => Em.Iterate(Data, Start).TakeUntilConverged(null!));
        Assert.Throws<ArgumentNullException>(() => default(IEnumerable<int>)!.Memoize());
        Assert.Throws<ArgumentOutOfRangeException>(() => new EmOptions { Threads = 0 });
    }

    [Fact]
    public void Data_and_mixture_with_different_column_names_do_not_fit()
    {
        var named = Data.WithColumnNames(["x", "y"]);
        var other = Start.WithColumnNames(["y", "x"]);

        var error = Assert.Throws<ArgumentException>(() => Em.Iterate(named, other));

        Assert.Contains("x, y", error.Message, StringComparison.Ordinal);
        Assert.Equal(["y", "x"], Em.Iterate(Data, other).ElementAt(2).Model.ColumnNames);
    }

    [Fact]
    public void Rows_of_weight_0_do_not_count_and_rows_of_weight_2_count_twice()
    {
        var weighted = Dataset.FromRows([[1, 2], [3, 1], [-1, 0], [9, 9], [0, 1], [2, 2]]).WithWeights([1, 2, 1, 0, 1, 1]);
        var repeated = Dataset.FromRows([[1, 2], [3, 1], [3, 1], [-1, 0], [0, 1], [2, 2]]);
        var start = Examples.Mixture(CovarianceStructure.TiedDiagonal, 1, 2, seed: 5);

        var (left, right) = (Em.Iterate(weighted, start).ElementAt(1), Em.Iterate(repeated, start).ElementAt(1));

        // Sums of six terms of size up to 9² in another order.
        Assert.Equal(left.LogLikelihood, right.LogLikelihood, 6 * 10 * Rounding.Gamma(12));
        Assert.All(Enumerable.Range(0, 2), j => Assert.Equal(left.Model.Means[0, j], right.Model.Means[0, j], 9 * Rounding.Gamma(12)));
        Assert.Equal(6, left.TotalWeight);
    }
}
