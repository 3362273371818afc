using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GmmPure.Kernels;

/// <summary>
/// Scratch memory that begins at a cache line and stays there: a register of 512 bits that lies across two lines takes twice as
/// long to read.
/// </summary>
internal sealed class Slab
{
    private const int LineBytes = 64;

    private readonly double[] memory;
    private readonly int start;
    private readonly int length;

    /// <summary>Rows of a length, all 0.</summary>
    public Slab(int rows, int columns)
        : this(Table.SizeOf(rows, columns))
    {
    }

    private Slab(int length)
    {
        this.length = length;
        memory = GC.AllocateArray<double>(Table.SizeOf(length + (LineBytes / sizeof(double)), 1), pinned: true);
        long address = Marshal.UnsafeAddrOfPinnedArrayElement(memory, 0);
        start = (int)((LineBytes - (address % LineBytes)) % LineBytes / sizeof(double));
    }

    private Slab(Slab whole, int offset, int length) =>
        (memory, start, this.length) = (whole.memory, whole.start + offset, length);

    /// <summary>Slabs side by side in one piece of memory, which is asked for once: that takes longer than it may seem.</summary>
    /// <param name="lengths">Of each, a multiple of eight.</param>
    public static Slab[] SideBySide(params ReadOnlySpan<int> lengths)
    {
        int total = 0;
        foreach (int each in lengths)
        {
            total = checked(total + each);
        }

        var whole = new Slab(total);
        var slabs = new Slab[lengths.Length];
        int offset = 0;
        for (int i = 0; i < slabs.Length; i++)
        {
            slabs[i] = new Slab(whole, offset, lengths[i]);
            offset += lengths[i];
        }

        return slabs;
    }

    public ref double First => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(memory), start);

    public Span<double> Span => memory.AsSpan(start, length);
}
