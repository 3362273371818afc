using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Verifying;

/// <summary>
/// The structure that covariances have which stand there as whole matrices: software writes them so whatever the structure.
/// </summary>
internal static class LikelyStructure
{
    /// <summary>The structure of all lines but the start; null if it is the one that was assumed.</summary>
    public static CovarianceStructure? Of(History history)
    {
        var matrices = history.Lines.Skip(1).SelectMany(line => line.Covariances).ToArray();
        if (matrices.Length == 0 || history.Head.Structure != CovarianceStructure.Full)
        {
            return null;
        }

        bool isShared = history.Components > 1
            && history.Lines.Skip(1).All(line => line.Covariances.All(matrix => matrix.Equals(line.Covariances[0])));
        var shape = history.Dimension == 1 || !matrices.All(IsDiagonal) ? CovarianceShape.Full
            : matrices.All(IsBall) ? CovarianceShape.Spherical
            : CovarianceShape.Diagonal;
        var likely = CovarianceStructure.Of(shape, isShared);
        return likely == history.Head.Structure ? null : likely;
    }

    private static bool IsDiagonal(Table matrix) => Enumerable.Range(0, matrix.RowCount)
        .All(i => Enumerable.Range(0, matrix.RowCount).All(j => i == j || matrix[i, j] == 0));

    private static bool IsBall(Table matrix) =>
        Enumerable.Range(0, matrix.RowCount).All(i => matrix[i, i].Equals(matrix[0, 0]));
}
