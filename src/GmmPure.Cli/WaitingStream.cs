using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace GmmPure.Cli;

/// <summary>
/// A stream that the process was started with, read and written with the system's own calls. Whoever shares
/// it may have made it non-blocking: where .NET would then fail with part of the bytes gone, this waits until there is room,
/// or something to read.
/// </summary>
internal sealed partial class WaitingStream(SafeFileHandle handle, FileAccess access) : Stream
{
    private const int Interrupted = 4;
    private const int BadDescriptor = 9;
    private const int NotPermitted = 1;
    private const int AccessDenied = 13;
    private const short Readable = 1;
    private const short Writable = 4;
    private const int ForEver = -1;

    private static readonly int WouldBlock = OperatingSystem.IsMacOS() ? 35 : 11;

    public override bool CanRead => access.HasFlag(FileAccess.Read);

    public override bool CanWrite => access.HasFlag(FileAccess.Write);

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            nint read = Read(handle, ref MemoryMarshal.GetReference(buffer), (nuint)buffer.Length);
            if (read >= 0)
            {
                return (int)read;
            }

            WaitOrThrow(Readable);
        }
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            nint written = Write(handle, ref MemoryMarshal.GetReference(buffer), (nuint)buffer.Length);
            if (written < 0)
            {
                WaitOrThrow(Writable);
            }
            else
            {
                buffer = buffer[(int)written..];
            }
        }
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        Write(buffer.AsSpan(offset, count));
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>After a call that failed: waits, if waiting helps.</summary>
    private void WaitOrThrow(short events)
    {
        int error = Marshal.GetLastPInvokeError();
        if (error == WouldBlock)
        {
            var poll = new PollDescriptor { Number = (int)handle.DangerousGetHandle(), Events = events };
            _ = Poll(ref poll, 1, ForEver);
        }
        else if (error != Interrupted)
        {
            string message = Marshal.GetPInvokeErrorMessage(error);
            throw error is BadDescriptor or NotPermitted or AccessDenied
                ? new UnauthorizedAccessException(message)
                : new IOException(message, error);
        }
    }

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint Read(SafeFileHandle file, ref byte buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint Write(SafeFileHandle file, ref byte buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static partial int Poll(ref PollDescriptor descriptors, nuint count, int milliseconds);

    /// <summary>struct pollfd.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int Number;
        public short Events;
        public short Happened;
    }
}
