using GmmPure.Adapters;
using MathNet.Numerics.LinearAlgebra;
using Microsoft.Data.Analysis;

namespace GmmPure.Tests.Adapters;

/// <summary>Numbers as other libraries hold them make the data sets that the same numbers make as rows.</summary>
public class AdapterTests
{
    private static readonly double[][] Rows = [[1, 2.5, -3], [4, 0, 1e10]];

    private static Dataset Expected => Dataset.FromRows(Rows.Select(row => row.AsEnumerable()));

    [Fact]
    public void Numbers_in_a_row_are_rows_of_so_many_columns()
    {
        double[] numbers = [.. Rows.SelectMany(row => row)];

        Assert.Equal(Expected, Dataset.FromSpan(numbers, 3));
        Assert.Equal(Expected, Dataset.FromSpan(numbers.AsSpan(), 3));
        numbers[0] = 7;
        Assert.Equal(7, Dataset.FromSpan(stackalloc double[] { 7, 8 }, 1)[0, 0]);
        Assert.IsType<DataFault.Empty>(Fault(Dataset.TryFromSpan([], 2)));
        Assert.Equal((1L, 0), Place(Dataset.TryFromSpan([1, 2, double.NaN, 4], 2)));
        Assert.Throws<ArgumentException>("columns", () => Dataset.FromSpan([1, 2, 3], 2));
        Assert.Throws<ArgumentOutOfRangeException>("columns", () => Dataset.FromSpan([1, 2], 0));
        Assert.Throws<ArgumentException>("values", () => Dataset.FromSpan([1, double.PositiveInfinity], 2));
    }

    [Fact]
    public void Singles_are_widened_to_the_doubles_of_their_values()
    {
        float[][] singles = [[0.1f, 2.5f], [-3, 1e30f]];
        var expected = Dataset.FromRows([[(double)0.1f, 2.5], [-3, 1e30f]]);

        Assert.Equal(expected, Dataset.FromSingles(singles));
        Assert.Equal(expected, Dataset.FromSingles(singles.SelectMany(row => row).ToArray(), 2));
        Assert.Equal((1L, 1), Place(Dataset.TryFromSingles([[1, 2], [3, float.NaN]])));
        Assert.Equal((0L, 1), Place(Dataset.TryFromSingles([1, float.PositiveInfinity], 2)));
        Assert.IsType<DataFault.Ragged>(Fault(Dataset.TryFromSingles((float[][])[[1, 2], [3]])));
        Assert.Throws<ArgumentException>("rows", () => Dataset.FromSingles([null!]));
    }

    [Fact]
    public void A_matrix_of_whatever_storage_is_its_rows()
    {
        var dense = Matrix<double>.Build.DenseOfRowArrays(Rows);

        Assert.Equal(Expected, dense.ToDataset());
        Assert.Equal(Expected, Matrix<double>.Build.SparseOfRowArrays(Rows).ToDataset());
        Assert.Equal(Dataset.FromRows([[1, 0], [0, 2]]), Matrix<double>.Build.DiagonalOfDiagonalArray([1, 2]).ToDataset());
        Assert.Equal(Expected, Matrix<float>.Build.DenseOfRowArrays([1, 2.5f, -3], [4, 0, 1e10f]).ToDataset());
        Assert.Equal(Dataset.FromValues([3, 1, 2]), Vector<double>.Build.DenseOfArray([3, 1, 2]).ToDataset());
        Assert.Equal((1L, 2), Place(Matrix<double>.Build.DenseOfRowArrays([1, 2, 3], [4, 5, double.NaN]).TryToDataset()));
        Assert.Equal((2L, 0), Place(Vector<double>.Build.DenseOfArray([1, 2, double.NegativeInfinity]).TryToDataset()));
        Assert.Throws<ArgumentException>("rows", () => Matrix<float>.Build.Dense(1, 1, float.NaN).ToDataset());
        Assert.Throws<ArgumentNullException>("rows", () => default(Matrix<double>)!.ToDataset());

        var data = dense.ToDataset();
        dense[0, 0] = 99;
        Assert.Equal(1, data[0, 0]);
    }

    [Fact]
    public void A_table_is_a_matrix_of_its_own()
    {
        var table = Table.FromRows([[1, 2, 3], [4, 5, 6]]);
        var matrix = table.ToMatrix();

        Assert.Equal((2, 3, 6.0), (matrix.RowCount, matrix.ColumnCount, matrix[1, 2]));
        matrix[1, 2] = 0;
        Assert.Equal(6, table[1, 2]);
        Assert.Equal(Dataset.FromTable(table), table.ToMatrix().ToDataset());
    }

    [Fact]
    public void Columns_of_a_data_frame_come_with_their_names()
    {
        var frame = new DataFrame(
            new StringDataFrameColumn("name", ["a", "b", "c"]),
            new DoubleDataFrameColumn("x", [1.5, -2, 3]),
            new Int64DataFrameColumn("n", [1L, 2, 1L << 40]),
            new SingleDataFrameColumn("f", [0.1f, 2, 3]),
            new BooleanDataFrameColumn("t", [true, false, true]),
            new DecimalDataFrameColumn("d", [0.25m, 7, 8]));

        Assert.Equal(
            Dataset.FromRows([[1.5, 1, 0.1f, 0.25], [-2, 2, 2, 7], [3, 1L << 40, 3, 8]]).WithColumnNames(["x", "n", "f", "d"]),
            frame.ToDataset());
        Assert.Equal(Dataset.FromRows([[1, 1.5], [0, -2], [1, 3]]).WithColumnNames(["t", "x"]), frame.ToDataset("t", "x"));
        Assert.Equal([0.25, 7, 8], frame["d"].ToNumbers());
        Assert.Equal(frame.ToDataset("x"), frame.ToDataset(columns: ["x"]));
        Assert.Throws<ArgumentException>(() => frame.ToDataset("nothing"));
        Assert.Throws<ArgumentException>(() => frame.ToDataset("name"));
        Assert.Throws<ArgumentException>(() => frame.ToDataset("x", "x"));
        Assert.Throws<ArgumentException>(() => frame["name"].ToNumbers());
    }

    [Fact]
    public void What_a_data_frame_lacks_is_a_fault_with_its_place()
    {
        var frame = new DataFrame(new DoubleDataFrameColumn("x", [1, 2]), new Int32DataFrameColumn("n", new int?[] { 1, null }));

        Assert.Equal((1L, 1), Place(frame.TryToDataset()));
        Assert.Throws<ArgumentException>("frame", () => frame.ToDataset());
        Assert.Equal([1, double.NaN], frame["n"].ToNumbers());
        Assert.IsType<DataFault.Empty>(Fault(new DataFrame(new StringDataFrameColumn("s", ["a"])).TryToDataset()));
        Assert.IsType<DataFault.Empty>(Fault(new DataFrame().TryToDataset()));
    }

    private static DataFault Fault(Outcome<Dataset, DataFault> outcome) =>
        outcome.Match(_ => throw new InvalidOperationException("There is no fault."), fault => fault);

    private static (long Row, int Column) Place(Outcome<Dataset, DataFault> outcome)
    {
        var fault = Assert.IsType<DataFault.NotFinite>(Fault(outcome));
        return (fault.Row, fault.Column);
    }
}
