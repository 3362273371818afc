using System.Text;

namespace GmmPure.Cli.Writing;

/// <summary>
/// A file that is written whole or not at all: staged as a temporary file in the same directory and on the disk, then
/// renamed. Until then, and if it never comes to that, the file that may already be there stays as it is.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private readonly Action commit;
    private readonly Action discard;
    private readonly bool isDevice;

    private OutputFile(Action commit, Action discard, bool isDevice) =>
        (this.commit, this.discard, this.isDevice) = (commit, discard, isDevice);

    /// <summary>Whether a path is no file but a device or a pipe, which can only be written to.</summary>
    public static bool IsDevice(string path) =>
        Descriptor.Of(path) is not null
        || IsAmongDevices(Path.GetFullPath(path))
        || IsAmongDevices(RealPath.Of(path))
        || FileKind.IsSpecial(path);

    /// <summary>Refuses a path that cannot be written, before anybody computes for it.</summary>
    public static void Check(string? path)
    {
        if (path is null)
        {
            return;
        }

        if (IsDevice(path))
        {
            CheckDevice(path);
            return;
        }

        if (Directory.Exists(path))
        {
            throw FailureException.Input($"{path}: is a directory");
        }

        Try(path, () =>
        {
            RefuseImpossibleName(path);
            string probe = TemporaryFor(RealPath.Of(path));
            using var created = new FileStream(
                probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            return true;
        });
    }

    /// <summary>Writes all lines where the file will be, but not under its name. Without a path it does nothing.</summary>
    public static OutputFile Stage(string? path, IEnumerable<string> lines, Interruption interruption)
    {
        if (path is null)
        {
            return new OutputFile(() => { }, () => { }, isDevice: false);
        }

        if (IsDevice(path))
        {
            return new OutputFile(() => WriteToDevice(path, lines), () => { }, isDevice: true);
        }

        string target = RealPath.Of(path);
        string temporary = TemporaryFor(target);
        var (stream, registration) = Try(path, () => interruption.Guard(() => (
            new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.Delete),
            interruption.Token.Register(() => File.Delete(temporary)))));
        var staged = new OutputFile(
            commit: () => Try(path, () =>
            {
                File.Move(temporary, target, overwrite: true);
                return registration.Unregister();
            }),
            discard: () => interruption.Guard(() =>
            {
                File.Delete(temporary);
                return registration.Unregister();
            }),
            isDevice: false);
        try
        {
            Try(path, () => Write(stream, lines, isFile: true) && KeepMode(target, temporary));
            return staged;
        }
        catch
        {
            staged.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Writes to the devices and pipes among the files. That cannot be undone and may fail, so it comes after everything is
    /// staged, and before anything is printed or gets its name.
    /// </summary>
    public static void Send(params ImmutableArray<OutputFile> files)
    {
        foreach (var device in files.Where(file => file.isDevice))
        {
            device.commit();
        }
    }

    /// <summary>Gives the files their names, all of them before an interruption is heard.</summary>
    public static void Commit(Interruption interruption, params ImmutableArray<OutputFile> files)
    {
        interruption.Guard(() =>
        {
            foreach (var file in files.Where(file => !file.isDevice))
            {
                file.commit();
            }

            return true;
        });
    }

    /// <summary>Leaves nothing behind of a file that was not committed.</summary>
    public void Dispose() => discard();

    private static void WriteToDevice(string path, IEnumerable<string> lines) => Try(path, () =>
    {
        try
        {
            return Write(OpenDevice(path), lines, isFile: false);
        }
        catch (IOException gone) when (WriteError.HasNoReader(gone))
        {
            return true;
        }
    });

    private static FileStream OpenDevice(string path) => Descriptor.Of(path) is { } number
        ? Descriptor.Open(number, FileAccess.Write)
        : new FileStream(path, FileMode.Open, FileAccess.Write);

    private static void CheckDevice(string path)
    {
        bool isThere = Descriptor.Of(path) is { } number ? Descriptor.IsOurs(number) : File.Exists(path);
        if (!isThere)
        {
            throw FailureException.Input(Descriptor.Of(path) is null ? $"{path}: there is no such device" : $"{path}: is closed");
        }
    }

    private static bool Write(FileStream stream, IEnumerable<string> lines, bool isFile)
    {
        using (stream)
        {
            using var writer = new StreamWriter(
                stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16, leaveOpen: true);
            foreach (string line in lines)
            {
                writer.Write(line);
                writer.Write('\n');
            }

            writer.Flush();
            stream.Flush(flushToDisk: isFile);

            // Whoever shares an open file with us writes on after what we wrote: only to show the handle moves its position.
            _ = stream.SafeFileHandle;
        }

        return true;
    }

    /// <summary>The places where files are devices or pipes; /dev/shm is memory that holds ordinary files.</summary>
    private static bool IsAmongDevices(string path) =>
        !OperatingSystem.IsWindows()
        && (path.StartsWith("/proc/", StringComparison.Ordinal) || path.StartsWith("/dev/", StringComparison.Ordinal))
        && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);

    /// <summary>
    /// Throws what writing to such a name would throw: it is too long, or that of a file which may not be written, although
    /// it could be replaced.
    /// </summary>
    private static void RefuseImpossibleName(string path)
    {
        if (Path.GetFileName(path) is "" or "." or "..")
        {
            throw new DirectoryNotFoundException();
        }

        try
        {
            File.OpenHandle(
                RealPath.Of(path), FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete).Dispose();
        }
        catch (FileNotFoundException)
        {
            // It is not there yet.
        }
    }

    private static string TemporaryFor(string target) =>
        Path.Combine(Path.GetDirectoryName(target)!, $".gmm-{Guid.NewGuid():N}.tmp");

    /// <summary>A file that is replaced keeps its permissions.</summary>
    private static bool KeepMode(string target, string temporary)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(target))
        {
            File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
        }

        return true;
    }

    private static T Try<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception error) when (WriteError.Is(error))
        {
            throw FailureException.Input($"{path}: {WriteError.Reason(error)}");
        }
    }
}
