using System.Numerics;
using GmmPure.Textbook;

namespace GmmPure.Cli.Verifying;

/// <summary>The data that a history is about.</summary>
/// <typeparam name="T">The number type.</typeparam>
/// <param name="Data">x_n and w_n.</param>
/// <param name="TotalWeight">N.</param>
/// <param name="ColumnVariances">The variance of each column (D), as a scale.</param>
internal sealed record Subject<T>(TextbookData<T> Data, T TotalWeight, ImmutableArray<double> ColumnVariances)
    where T : IExponentialFunctions<T>, ILogarithmicFunctions<T>, IComparisonOperators<T, T, bool>
{
    public static Subject<T> Of(Dataset data)
    {
        var exact = TextbookData<T>.From(data);
        return new Subject<T>(exact, Equations<T>.TotalWeight(exact), [.. data.ColumnVariances]);
    }
}
