using GmmPure.Kernels;

namespace GmmPure;

/// <summary>What is wrong with data of which no covariance can be had.</summary>
internal static class WholeData
{
    /// <summary>The most columns that are told; each costs a factorisation.</summary>
    private const int MostColumns = 20;

    /// <summary>What a column's regression on another may explain of its standard deviation and still be rounding: 2⁻²⁰.</summary>
    private const double Nothing = 9.5367431640625E-07;

    /// <summary>The columns that are constant, or linear combinations of those before them: each is left out, and the next is found.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="shape">The covariances': what they take to be singular.</param>
    /// <param name="ridge">What is added to every variance.</param>
    public static IEnumerable<FitWarning> Determined(Dataset data, CovarianceShape shape, double ridge)
    {
        ImmutableArray<int> constant = [.. Enumerable.Range(0, data.Dimension).Where(column => data.ColumnVariances[column] == 0)];
        if (shape == CovarianceShape.Spherical && constant.Length < data.Dimension)
        {
            return [];
        }

        var columns = constant.Select(column => new FitWarning.DeterminedColumn(column, []));
        return shape == CovarianceShape.Full && constant.Length < data.Dimension
            ? columns.Concat(Dependent(data, [.. Enumerable.Range(0, data.Dimension).Except(constant)], ridge))
            : columns;
    }

    private static IEnumerable<FitWarning.DeterminedColumn> Dependent(Dataset data, ImmutableArray<int> columns, double ridge)
    {
        var covariance = CovarianceOf(data);
        for (int found = 0; found < MostColumns && !columns.IsEmpty; found++)
        {
            var matrix = covariance.Select(columns, columns);
            var fault = new Regularisation([.. columns.Select(column => data.ColumnVariances[column])], ridge)
                .Full([.. matrix.Elements], null)
                .Match<Degeneracy.Singular?>(_ => null, cause => cause as Degeneracy.Singular);
            if (fault?.Column is not { } place)
            {
                yield break;
            }

            yield return new(columns[place], By(matrix, columns, place));
            columns = columns.RemoveAt(place);
        }
    }

    private static Table CovarianceOf(Dataset data)
    {
        var sums = Passes.Fastest.WholeStatistics(data, CovarianceStructure.Full.Moments, EmOptions.Default.ThreadLimit);
        return Table.Wrap(data.Dimension, data.Dimension, [.. sums.SecondMoments.Row(0).ToArray().Select(sum => sum / data.TotalWeight)]);
    }

    /// <summary>The columns before that a column's regression, w = Σ⁻¹·σ, has a part of.</summary>
    private static ImmutableArray<int> By(Table covariance, ImmutableArray<int> columns, int place)
    {
        ImmutableArray<int> before = [.. Enumerable.Range(0, place)];
        var (factor, fault) = Cholesky.Factor(covariance.Select(before, before), new double[place]);
        if (fault is not null)
        {
            return [.. before.Select(each => columns[each])];
        }

        double[] inverse = Cholesky.Whitening(factor);
        double[] whitened = Cholesky.Solve(factor, covariance.Row(place)[..place]);
        return
        [
            .. before
                .Where(j => Math.Abs(before.Sum(i => inverse[(i * place) + j] * whitened[i])) * Math.Sqrt(covariance[j, j])
                    > Nothing * Math.Sqrt(covariance[place, place]))
                .Select(j => columns[j]),
        ];
    }
}
