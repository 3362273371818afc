using MathNet.Numerics.LinearAlgebra;

namespace GmmPure.Adapters;

/// <summary>Matrices and vectors of Math.NET as data, and tables as matrices. All are copied.</summary>
public static class MatrixAdapter
{
    /// <summary>A data set of a matrix (N×D) of which each row is an observation.</summary>
    /// <param name="rows">The matrix, of whatever storage.</param>
    /// <exception cref="ArgumentException">A value is not finite or too extreme; the message names row and column.</exception>
    public static Dataset ToDataset(this Matrix<double> rows) => TryToDataset(rows).Or(fault => throw new ArgumentException(fault.Message, nameof(rows)));

    /// <summary>A data set of a matrix (N×D) of which each row is an observation, or the reason why it is not one.</summary>
    /// <param name="rows">The matrix, of whatever storage.</param>
    public static Outcome<Dataset, DataFault> TryToDataset(this Matrix<double> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Dataset.TryFromSpan(rows.ToRowMajorArray(), rows.ColumnCount);
    }

    /// <summary>A data set of a matrix of single precision (N×D), each number widened to the double of its value.</summary>
    /// <param name="rows">The matrix, of whatever storage.</param>
    /// <exception cref="ArgumentException">A value is not finite; the message names row and column.</exception>
    public static Dataset ToDataset(this Matrix<float> rows) => TryToDataset(rows).Or(fault => throw new ArgumentException(fault.Message, nameof(rows)));

    /// <summary>A data set of a matrix of single precision (N×D), or the reason why it is not one.</summary>
    /// <param name="rows">The matrix, of whatever storage.</param>
    public static Outcome<Dataset, DataFault> TryToDataset(this Matrix<float> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Dataset.TryFromSingles(rows.ToRowMajorArray(), rows.ColumnCount);
    }

    /// <summary>A data set of one column.</summary>
    /// <param name="values">N numbers.</param>
    /// <exception cref="ArgumentException">A value is not finite or too extreme; the message names its row.</exception>
    public static Dataset ToDataset(this Vector<double> values) => TryToDataset(values).Or(fault => throw new ArgumentException(fault.Message, nameof(values)));

    /// <summary>A data set of one column, or the reason why the values are not one.</summary>
    /// <param name="values">N numbers.</param>
    public static Outcome<Dataset, DataFault> TryToDataset(this Vector<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Dataset.TryFromSpan(values.ToArray(), columns: 1);
    }

    /// <summary>A dense matrix of the same numbers: of data, means, responsibilities, a covariance.</summary>
    /// <param name="table">The table.</param>
    public static Matrix<double> ToMatrix(this Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Matrix<double>.Build.DenseOfRowMajor(table.RowCount, table.ColumnCount, [.. table.Elements]);
    }
}
