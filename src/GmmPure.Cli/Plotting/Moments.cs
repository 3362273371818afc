using GmmPure.Cli.Reading;
using GmmPure.Pictures;

namespace GmmPure.Cli.Plotting;

/// <summary>The moments of a history that was read: other software's numbers may be rounded, but must be a mixture's.</summary>
internal static class Moments
{
    /// <summary>Reads a history file.</summary>
    public static ImmutableArray<Snapshot> Read(Shell shell, string path)
    {
        var history = HistoryFile.Read(shell, path, structure: null, ridge: null);
        return [.. history.Lines.Select(line => Of(line, history))];
    }

    private static Snapshot Of(HistoryLine line, History history)
    {
        try
        {
            double logLikelihood = line.LogLikelihood ?? throw new MemberException("log_likelihood", "is missing");
            var model = Mixture(line, history.Head.Structure);
            return new Snapshot(
                line.Index, logLikelihood, history.Head.ColumnNames.IsEmpty ? model : model.WithColumnNames(history.Head.ColumnNames));
        }
        catch (MemberException fault)
        {
            throw FailureException.Input($"{history.Name}: line {line.Index + 1}: {fault.Message}");
        }
    }

    private static GaussianMixture Mixture(HistoryLine line, CovarianceStructure structure)
    {
        double sum = line.Weights.Sum();
        bool isExact = Math.Abs(sum - 1) <= GaussianMixture.WeightSumTolerance;
        var weights = line.Weights.Select(weight => isExact ? weight : weight / sum);
        return structure.IsShared
            ? GaussianMixture.CreateTied(weights, line.Means, Covariance(line.Covariances[0], structure.Shape, 0))
            : GaussianMixture.Create(
                weights, line.Means, line.Covariances.Select((matrix, k) => Covariance(matrix, structure.Shape, k)), structure);
    }

    private static Covariance Covariance(Table matrix, CovarianceShape shape, int component) => shape switch
    {
        CovarianceShape.Full => GmmPure.Covariance.TryFull(Symmetric(matrix)).Or(_ => throw new MemberException(
            CovarianceLayout.Member, FormattableString.Invariant($"component {component}: a covariance is positive definite"))),
        CovarianceShape.Diagonal => GmmPure.Covariance.Diagonal(Enumerable.Range(0, matrix.RowCount).Select(j => matrix[j, j])),
        _ => GmmPure.Covariance.Spherical(matrix.RowCount, matrix[0, 0]),
    };

    private static Table Symmetric(Table matrix) => Table.FromRows(Enumerable.Range(0, matrix.RowCount).Select(i =>
        Enumerable.Range(0, matrix.RowCount).Select(j => (matrix[i, j] / 2) + (matrix[j, i] / 2))));
}
