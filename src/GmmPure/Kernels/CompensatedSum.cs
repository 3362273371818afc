namespace GmmPure.Kernels;

/// <summary>A sum that carries its rounding error along (Neumaier), for the few additions that run over all the data.</summary>
internal readonly record struct CompensatedSum(double Sum, double Error)
{
    public double Total => Sum + Error;

    public static CompensatedSum operator +(CompensatedSum sum, double term)
    {
        double next = sum.Sum + term;
        double lost = Math.Abs(sum.Sum) >= Math.Abs(term) ? (sum.Sum - next) + term : (term - next) + sum.Sum;
        return new CompensatedSum(next, sum.Error + lost);
    }

    /// <summary>Two sums as one: the same bits either way round.</summary>
    public static CompensatedSum operator +(CompensatedSum left, CompensatedSum right) =>
        new CompensatedSum(left.Sum, left.Error + right.Error) + right.Sum;
}
