namespace GmmPure;

/// <summary>Why a matrix is not (numerically) positive definite.</summary>
/// <param name="Column">The first column, counted from 0, whose pivot is not positive enough.</param>
/// <param name="Pivot">That pivot: the column's variance given the columns before it.</param>
internal sealed record NotPositiveDefinite(int Column, double Pivot)
{
    /// <summary>The fault in words.</summary>
    public string Message => FormattableString.Invariant(
        $"The matrix is not positive definite: the Cholesky pivot of column {Column} is {Pivot:G3}.");
}
