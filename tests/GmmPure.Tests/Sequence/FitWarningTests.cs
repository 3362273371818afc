namespace GmmPure.Tests;

/// <summary>What there is to know of a run that ended, and what in the data made one collapse.</summary>
public class FitWarningTests
{
    private static readonly Dataset Faithful = Files.OldFaithful;

    [Fact]
    public void A_run_that_was_stopped_says_so_and_one_that_converged_says_nothing()
    {
        var start = Initial.KMeans(Faithful, 2, 1);
        Assert.Equal([new FitWarning.NotConverged(1)], FitWarning.Of(Faithful, Em.Iterate(Faithful, start).ElementAt(1).Cast<IMixture>()));
        Assert.Empty(FitWarning.Of(Faithful, Em.Iterate(Faithful, start).TakeUntilConverged(Convergence.GainPerSample(1e-6)).Last().Cast<IMixture>()));
    }

    [Fact]
    public void Data_of_other_columns_are_refused()
    {
        var last = Em.Iterate(Faithful, Initial.KMeans(Faithful, 2, 1)).First().Cast<IMixture>();
        Assert.Throws<ArgumentException>(() => FitWarning.Of(Dataset.FromValues([1, 2]), last));
    }

    /// <summary>2(p + 1) numbers are the fewest: p is 5 for two normals.</summary>
    [Theory]
    [InlineData(11, true)]
    [InlineData(12, false)]
    public void Hardly_more_numbers_than_parameters_are_told(int rows, bool areFew)
    {
        var values = Enumerable.Range(0, rows).Select(i => Math.Sin(i * i));
        var expected = areFew ? new FitWarning.FewNumbers(5, rows) : null;
        Assert.Equal(expected, FewNumbers(Dataset.FromValues(values)));
        Assert.Equal(expected, FewNumbers(Dataset.FromValues(values).WithWeights(Enumerable.Repeat(0.01, rows))));
        Assert.Equal(expected, FewNumbers(Dataset.FromValues(values.Concat([1, 2, 3])).WithWeights([.. Enumerable.Repeat(1.0, rows), 0, 0, 0])));
        Assert.Null(FewNumbers(Dataset.FromValues(values).WithWeights(Enumerable.Repeat(2.0, rows))));

        static FitWarning? FewNumbers(Dataset data) => Of(data, GaussianMixture.Univariate([0.5, 0.5], [-0.5, 0.5], [1, 0.5]))
            .SingleOrDefault(each => each is FitWarning.FewNumbers);
    }

    [Fact]
    public void A_spike_is_told_with_the_rows_that_it_holds()
    {
        var data = Dataset.FromValues(Enumerable.Range(0, 60).Select(i => i is 7 or 40 ? 0.5 + (i * 1e-9) : 3 * Math.Sin(i * i)));
        var spike = Assert.IsType<FitWarning.Spurious>(Of(data, GaussianMixture.Univariate([58.0 / 60, 2.0 / 60], [0, 0.5], [4, 1e-14]))[0]);
        Assert.Equal([7L, 40L], spike.Rows);
        Assert.Equal(2, spike.EffectiveCount, 0.01);
    }

    [Theory]
    [InlineData(3e6, true)]
    [InlineData(12, false)]
    public void A_row_that_stands_alone_is_told_if_it_makes_a_component(double far, bool isAlone)
    {
        var data = Dataset.FromRows(Enumerable.Range(0, 60).Select(i =>
            (double[])[Math.Sin(i * i), i == 17 ? far : 10 * Math.Cos(i * i)]));
        var mixture = GaussianMixture.CreateTied(
            [59.0 / 60, 1.0 / 60], Table.FromRows([[0, 0], [data[17, 0], far]]), Covariance.Diagonal([0.5, isAlone ? 50 : 1]));
        var alone = Of(data, mixture).OfType<FitWarning.LoneRow>().ToArray();
        Assert.Equal(isAlone ? [new FitWarning.LoneRow(1, 17, 1, far)] : [], alone);
        Assert.Empty(Of(data, GaussianMixture.Create([1.0], Table.FromRows([data.ColumnMeans]), [Covariance.Diagonal(data.ColumnVariances)])));
    }

    /// <summary>Of a run that collapsed onto it, wherever the column stands, in whatever unit, and whether the outlier has a ridge or not.</summary>
    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1, 1, 0)]
    [InlineData(0, 1e-50, 0)]
    [InlineData(1, 1, 1e-6)]
    public void A_row_that_stands_alone_makes_a_run_collapse(int column, double unit, double ridge)
    {
        double[][] rows = [.. Enumerable.Range(0, 60).Select(i => (double[])[Math.Sin(i * i) * unit, Math.Cos(i * i) * unit])];
        rows[17][column] = 3e6 * unit;
        var data = Dataset.FromRows(rows);
        var last = Em.Iterate(data, Initial.KMeans(data, 2, 1), new EmOptions { Ridge = ridge * unit * unit }).Take(50).Last();
        var lone = Assert.IsType<FitWarning.LoneRow>(Assert.Single(FitWarning.Of(data, last.Cast<IMixture>())));
        Assert.Equal((17, column, 3e6 * unit), (lone.Row, lone.Column, lone.Value));
    }

    [Fact]
    public void A_component_on_a_repeated_value_names_it_and_all_of_its_rows()
    {
        var data = Dataset.FromValues(Enumerable.Range(0, 100).Select(i => i % 5 == 0 ? 7.25 : Math.Sin(i * i)));
        var start = GaussianMixture.Univariate([0.8, 0.2], [0, 7.25], [1, 0.1]);
        Assert.Equal([new FitWarning.RepeatedValue(0, 7.25, 20)], FitWarning.Of(data, Em.Iterate(data, start).Last().Cast<IMixture>()));
        var weighted = data.WithWeights(Enumerable.Range(0, 100).Select(i => i < 50 ? 1.0 : 0));
        Assert.Equal([new FitWarning.RepeatedValue(0, 7.25, 10)], FitWarning.Of(weighted, Em.Iterate(weighted, start).Last().Cast<IMixture>()));
    }

    [Fact]
    public void Labelled_rows_belong_to_the_component_of_their_label()
    {
        var data = Dataset.FromValues([0, 0.5, 1, 1.5, 2, 9, 9]).WithLabels([0, 0, 0, 0, 0, 1, 1]);
        var start = GaussianMixture.Univariate([0.5, 0.5], [9, 0], [4, 4]);
        Assert.Equal(
            [new FitWarning.RepeatedValue(0, 9, 2)],
            FitWarning.Of(data, Em.Iterate(data, start).Last().Cast<IMixture>()).OfType<FitWarning.RepeatedValue>());
    }

    /// <summary>d = 2a − b, e = 3c + 1, f = 5; in the order of the columns, each by those before it.</summary>
    [Fact]
    public void Columns_that_others_determine_are_all_told_with_those_that_do()
    {
        var data = Dataset.FromRows(Enumerable.Range(0, 40).Select(i =>
        {
            double a = Math.Sin(i * i), b = Math.Cos(i * i * 3), c = Math.Sin((i * i * 5) + 1);
            return (double[])[a, b, c, (2 * a) - b, (3 * c) + 1, 5];
        }));
        Assert.Equal(["5 by ", "3 by 0 1", "4 by 2"], Determined(data));
        Assert.Equal(["0 by ", "3 by 1 2", "5 by 4"], Determined(data.SelectColumns([5, 3, 0, 1, 4, 2])));
        Assert.Equal(["5 by "], Determined(data, CovarianceStructure.Diagonal));
        Assert.Empty(Determined(data.SelectColumns([0, 1, 2, 3]), CovarianceStructure.Diagonal));
    }

    [Theory]
    [InlineData(5, 1, 0, 6)]
    [InlineData(6, 1, 0, null)]
    [InlineData(9, 3, 0, 6)]
    [InlineData(5, 1, 1e-3, null)]
    public void Fewer_distinct_rows_than_a_full_covariance_takes_are_told_beforehand(int rows, int repeats, double ridge, int? needed)
    {
        var data = Dataset.FromRows(Examples.Data(rows / repeats, 5, seed: 1).Values.Rows.SelectMany(row => Enumerable.Repeat(row.AsEnumerable(), repeats)));
        foreach (var structure in CovarianceStructure.All)
        {
            var expected = needed is { } least && structure.Shape == CovarianceShape.Full ? new FitWarning.TooFewRows(rows / repeats, least) : null;
            Assert.Equal(expected, FitWarning.Beforehand(data, structure, new EmOptions { Ridge = ridge }));
        }
    }

    /// <summary>What hard shares of the least number of rows give, and of one fewer cannot give.</summary>
    [Fact]
    public void The_least_rows_of_a_structure_are_just_enough()
    {
        foreach (var structure in CovarianceStructure.All)
        {
            int least = (int)structure.LeastRows(3, 4);
            Assert.True(HasCovariances(least), structure.Name);
            Assert.False(HasCovariances(least - 1), structure.Name);

            bool HasCovariances(int rows)
            {
                var data = Examples.Data(rows, 4, seed: 1);
                int own = structure.IsShared ? 1 : rows / 3;
                var labels = Enumerable.Range(0, rows).Select(row => Math.Min(row / own, 2));
                return Em.MStep(data, Responsibilities.FromLabels(labels, 3), structure).Match(_ => true, _ => false);
            }
        }
    }

    [Fact]
    public void Every_warning_has_words() => Assert.All(
        [
            new FitWarning.NotConverged(3), new FitWarning.NearlySame(0, 1, 1), new FitWarning.Spurious(0, 2, [5, 6]), new FitWarning.LoneRow(0, 1, 2, 3),
            new FitWarning.RepeatedValue(0, 1, 2), new FitWarning.FewDistinctValues(0, 1), new FitWarning.FewNumbers(1, 2), new FitWarning.TooFewRows(1, 2),
        ],
        (FitWarning warning) => Assert.Matches(@"\d", warning.Message));

    private static IEnumerable<string> Determined(Dataset data, CovarianceStructure? structure = null)
    {
        var start = Initial.KMeans(data, 1, 1, structure);
        return FitWarning.Of(data, Em.Iterate(data, start).Take(9).Last().Cast<IMixture>())
            .OfType<FitWarning.DeterminedColumn>()
            .Select(each => $"{each.Column} by {string.Join(' ', each.By)}");
    }

    private static ImmutableArray<FitWarning> Of(Dataset data, GaussianMixture mixture) =>
        FitWarning.Of(data, Em.Iterate(data, mixture).First().WithStatus(new Converged(0)).Cast<IMixture>());
}
