using System.Buffers;
using Apache.Arrow.Memory;

namespace GmmPure.Data.Tables;

/// <summary>Memory for Arrow whose bounds are checked: a file may say anything of what it holds.</summary>
internal sealed class ManagedAllocator : MemoryAllocator
{
    protected override IMemoryOwner<byte> AllocateInternal(int length, out int bytesAllocated)
    {
        bytesAllocated = length;
        return new Owner(GC.AllocateUninitializedArray<byte>(length));
    }

    private sealed class Owner(byte[] bytes) : IMemoryOwner<byte>
    {
        public Memory<byte> Memory { get; } = bytes;

        public void Dispose()
        {
        }
    }
}
