using System.Collections;
using System.Runtime.CompilerServices;

namespace GmmPure;

/// <summary>
/// What callers give as a sequence: refused at once if it is nothing, or if an element is. An array that was never made
/// (<c>default(ImmutableArray)</c>) is nothing too, and would throw something else only where it is read.
/// </summary>
internal static class Given
{
    /// <summary>The sequence, unread, if it is one.</summary>
    public static IEnumerable<T> Sequence<T>(
        IEnumerable<T> values, [CallerArgumentExpression(nameof(values))] string parameter = "")
    {
        ArgumentNullException.ThrowIfNull(values, parameter);
        return IsDefault(values) ? throw new ArgumentException("The array is the default one, which holds nothing.", parameter) : values;
    }

    /// <summary>The value, if it is one.</summary>
    public static T Value<T>(T value, [CallerArgumentExpression(nameof(value))] string parameter = "")
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value, parameter);
        return value;
    }

    /// <summary>The array, if it was ever made.</summary>
    public static ImmutableArray<T> Array<T>(
        ImmutableArray<T> values, [CallerArgumentExpression(nameof(values))] string parameter = "")
    {
        _ = Sequence(values, parameter);
        return values;
    }

    /// <summary>The elements, if none is null: read once, however lazy the sequence is. An immutable array is shared.</summary>
    public static ImmutableArray<T> Each<T>(
        IEnumerable<T> values, [CallerArgumentExpression(nameof(values))] string parameter = "")
    {
        var each = Sequence(values, parameter).ToImmutableArray();
        for (int i = 0; default(T) is null && i < each.Length; i++)
        {
            _ = Element(each[i], i, parameter);
        }

        return each;
    }

    /// <summary>The elements one by one, as lazily as they are given; each refused if it is null.</summary>
    public static IEnumerable<T> Elements<T>(
        IEnumerable<T> values, [CallerArgumentExpression(nameof(values))] string parameter = "") =>
        Sequence(values, parameter).Select((element, i) => Element(element, i, parameter));

    /// <summary>One row of several, if it is one.</summary>
    /// <param name="row">The row.</param>
    /// <param name="index">Which, counted from 0.</param>
    /// <param name="parameter">Where it comes from.</param>
    public static IEnumerable<double> Row(IEnumerable<double> row, int index, string parameter) =>
        row is null || IsDefault(row)
            ? throw new ArgumentException(FormattableString.Invariant($"Row {index} is null."), parameter)
            : row;

    private static T Element<T>(T element, int index, string parameter) => element is null
        ? throw new ArgumentException(FormattableString.Invariant($"Element {index} is null."), parameter)
        : element;

    /// <summary>
    /// Whether it is the default of an immutable array: of this type, or (arrays of references stand for arrays of what
    /// they derive from) of another, whose content can be compared but not cast.
    /// </summary>
    private static bool IsDefault<T>(IEnumerable<T> values) => typeof(T).IsValueType
        ? values is ImmutableArray<T> { IsDefault: true }
        : values is IStructuralEquatable array
            && array.Equals(default(ImmutableArray<T>), StructuralComparisons.StructuralEqualityComparer);
}
