using System.Runtime.CompilerServices;

namespace GmmPure.Kernels;

/// <summary>One component for each sample: the one of its largest term.</summary>
/// <typeparam name="T">The register.</typeparam>
internal static class Choice<T>
    where T : struct, IRegister<T>
{
    /// <summary>Sets a tile's largest terms, and whose they are: of equals the first component's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TakeLargest(Tile tile)
    {
        nuint end = (nuint)tile.Components * Tile.Stride;
        for (nuint sample = 0; sample < Tile.Samples; sample += (nuint)T.Count)
        {
            ref double terms = ref Unsafe.Add(ref tile.Terms, sample);
            var (largest, label, number) = (T.At(ref terms, 0), T.All(0), T.All(0));
            for (nuint k = Tile.Stride; k < end; k += Tile.Stride)
            {
                number += T.All(1);
                var term = T.At(ref terms, k);
                label = T.WhereAbove(term, largest, number, label);
                largest = T.WhereAbove(term, largest, term, largest);
            }

            largest.Put(ref tile.Largest[0], sample);
            label.Put(ref tile.Labels[0], sample);
        }
    }

    /// <summary>Whether all largest terms are finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool AreReached(Tile tile)
    {
        ref double largest = ref tile.Largest[0];
        var zero = T.All(0);
        for (nuint sample = 0; sample < Tile.Samples; sample += (nuint)T.Count)
        {
            var term = T.At(ref largest, sample);
            zero += term - term; // Or NaN.
        }

        return zero.IsAbove(-1);
    }

    /// <summary>Terms become 1 for the component that is chosen, and 0 for the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Indicate(Tile tile)
    {
        for (nuint sample = 0; sample < Tile.Samples; sample += (nuint)T.Count)
        {
            ref double terms = ref Unsafe.Add(ref tile.Terms, sample);
            var away = T.At(ref tile.Labels[0], sample);
            for (int k = 0; k < tile.Components; k++)
            {
                // 1 − n² of a whole number n is 1, or not above 0.
                T.Max(T.All(1) - (away * away), T.All(0)).Put(ref terms, 0);
                away -= T.All(1);
                terms = ref Unsafe.Add(ref terms, Tile.Stride);
            }
        }
    }

    /// <summary>Terms become −∞ of all components but the one that a sample's label says, if that is known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Exclude(Tile tile)
    {
        nuint end = (nuint)tile.Components * Tile.Stride;
        ref double labels = ref tile.Known[0];
        for (nuint sample = 0; sample < Tile.Samples; sample += (nuint)T.Count)
        {
            ref double terms = ref Unsafe.Add(ref tile.Terms, sample);
            var away = T.At(ref labels, sample);
            for (nuint k = 0; k < end; k += Tile.Stride)
            {
                T.WhereAbove(away * away, T.All(0), T.All(double.NegativeInfinity), T.At(ref terms, k)).Put(ref terms, k);
                away -= T.All(1);
            }
        }
    }
}
