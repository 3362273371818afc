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
    {
        length = Table.SizeOf(rows, columns);
        memory = GC.AllocateArray<double>(Table.SizeOf(length + (LineBytes / sizeof(double)), 1), pinned: true);
        long address = Marshal.UnsafeAddrOfPinnedArrayElement(memory, 0);
        start = (int)((LineBytes - (address % LineBytes)) % LineBytes / sizeof(double));
    }

    public ref double First => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(memory), start);

    public Span<double> Span => memory.AsSpan(start, length);
}
