using System.Runtime.CompilerServices;

namespace GmmPure.Data;

/// <summary>Numbers, written where they stay: in a room that is known beforehand, if it is, else in one that grows.</summary>
/// <param name="room">How many there will be, as far as is known.</param>
internal sealed class NumberStore(long room)
{
    private const int LeastRoom = 1 << 10;

    private double[] numbers = new double[(int)Math.Clamp(room, 0, Array.MaxLength)];

    /// <summary>How many numbers there are; those from there on are forgotten where it is set back.</summary>
    public int Count { get; set; }

    /// <summary>The numbers, to be changed.</summary>
    public Span<double> Numbers => numbers.AsSpan(0, Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(double number)
    {
        if (Count == numbers.Length)
        {
            Grow(1);
        }

        numbers[Count++] = number;
    }

    /// <summary>Room for more numbers, which count as if they were there.</summary>
    public Span<double> Extend(int count)
    {
        if (numbers.Length - Count < count)
        {
            Grow(count);
        }

        Count += count;
        return numbers.AsSpan(Count - count, count);
    }

    /// <summary>The numbers, which can't be changed any more; a copy only if there are fewer than there is room for.</summary>
    public ImmutableArray<double> Freeze()
    {
        double[] all = Count == numbers.Length ? numbers : numbers[..Count];
        (numbers, Count) = ([], 0);
        return Content.Freeze(all);
    }

    private void Grow(int more) =>
        Array.Resize(ref numbers, (int)Math.Min(Array.MaxLength, Math.Max(Math.Max(LeastRoom, 2L * numbers.Length), (long)Count + more)));
}
