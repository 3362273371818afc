namespace GmmPure.Kernels;

/// <summary>Some doubles side by side, on which arithmetic acts lane by lane: each operation rounds once.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
internal interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>How many.</summary>
    static abstract int Count { get; }

    /// <summary>One number in every lane.</summary>
    static abstract TSelf All(double number);

    /// <summary>Consecutive numbers in memory.</summary>
    static abstract TSelf At(ref readonly double first, nuint index);

    /// <summary>Writes the lanes one after the other.</summary>
    void Put(ref double first, nuint index);

    static abstract TSelf operator +(TSelf x, TSelf y);

    static abstract TSelf operator -(TSelf x, TSelf y);

    static abstract TSelf operator *(TSelf x, TSelf y);

    /// <summary>x·y + z, rounded once.</summary>
    static abstract TSelf MultiplyAdd(TSelf x, TSelf y, TSelf z);
}

/// <summary>Lanes that are one register of some machine, and know more than arithmetic.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
internal interface IRegister<TSelf> : ILanes<TSelf>
    where TSelf : struct, IRegister<TSelf>
{
    static abstract TSelf operator /(TSelf x, TSelf y);

    /// <summary>The larger of each two numbers; of NaN and another either.</summary>
    static abstract TSelf Max(TSelf x, TSelf y);

    /// <summary>Whether every number is above a bound; NaN is not.</summary>
    bool IsAbove(double bound);

    /// <summary>2^(n/16), where the integer n is in the lowest bits of each number's mantissa.</summary>
    TSelf PowerOfSixteenth();

    /// <summary>The lanes of one where x is above y, and those of another elsewhere; NaN is not above.</summary>
    static abstract TSelf WhereAbove(TSelf x, TSelf y, TSelf then, TSelf otherwise);

    /// <summary>0 in the lanes where a number is below a bound, and the lanes of this elsewhere.</summary>
    TSelf ZeroWhereBelow(TSelf number, double bound);

    /// <summary>m and e of m·2ᵉ, with m in [√½, √2), for normal positive numbers.</summary>
    (TSelf Mantissa, TSelf Exponent) Split();
}
