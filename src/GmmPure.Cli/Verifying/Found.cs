using System.Numerics;
using GmmPure.Cli.Reading;
using GmmPure.Textbook;

namespace GmmPure.Cli.Verifying;

/// <summary>A line of a history, its parameters exactly in the number type of the verification.</summary>
/// <typeparam name="T">The number type.</typeparam>
/// <param name="Line">The line.</param>
/// <param name="Model">Its θ_t.</param>
internal sealed record Found<T>(HistoryLine Line, TextbookMixture<T> Model)
    where T : IExponentialFunctions<T>, ILogarithmicFunctions<T>, IComparisonOperators<T, T, bool>
{
    /// <summary>The line, or the first component whose covariance is not positive definite.</summary>
    public static Outcome<Found<T>, int> Of(HistoryLine line, CovarianceStructure structure)
    {
        ImmutableArray<TextbookCovariance<T>?> covariances =
            [.. line.Covariances.Select(matrix => TextbookCovariance<T>.TryCreate(Table<T>.From(matrix)))];
        int fault = covariances.IndexOf(null);
        return fault >= 0
            ? Outcome.Failure<Found<T>, int>(fault)
            : Outcome.Success<Found<T>, int>(new Found<T>(line, TextbookMixture<T>.Create(
                structure,
                [.. line.Weights.Select(T.CreateChecked)],
                Table<T>.From(line.Means),
                [.. covariances.OfType<TextbookCovariance<T>>()])));
    }
}
