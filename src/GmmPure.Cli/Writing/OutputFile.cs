using System.Text;
using GmmPure.Cli.Options;

namespace GmmPure.Cli.Writing;

/// <summary>
/// A file that is written whole or not at all: staged as a temporary file in the same directory and on the disk, then
/// renamed. Until then, and if it never comes to that, the file that may already be there stays as it is. A device or pipe
/// cannot be staged: it is sent to when all else is.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Action send;
    private readonly Func<Replacement?> commit;
    private readonly Action discard;

    private OutputFile(Action send, Func<Replacement?> commit, Action discard) =>
        (this.send, this.commit, this.discard) = (send, commit, discard);

    /// <summary>Refuses a path that cannot be written, before anybody computes for it.</summary>
    public static void Check(string? path)
    {
        if (path is null)
        {
            return;
        }

        if (Device.Is(path))
        {
            Device.Check(path);
            return;
        }

        if (Directory.Exists(path))
        {
            throw FailureException.Input($"{path}: is a directory");
        }

        Try(path, () =>
        {
            string target = RealPath.Of(path);
            if (RawArguments.IsLost(path, target))
            {
                throw FailureException.Input($"{path}: leads to a name that is not UTF-8");
            }

            RefuseImpossibleName(path);
            if (FileKind.WhyIrreplaceable(target) is { } why)
            {
                throw FailureException.Input($"{path}: cannot be replaced: {why}");
            }

            string probe = TemporaryFor(target);
            new FileStream(
                probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose).Dispose();
        });
    }

    /// <summary>Writes all lines where the file will be, but not under its name. Without a path it does nothing.</summary>
    public static OutputFile Stage(string? path, IEnumerable<string> lines, Interruption interruption) => path switch
    {
        null => new OutputFile(Nothing, NoFile, Nothing),
        _ when Device.Is(path) => new OutputFile(() => Try(path, () => Device.Write(path, lines)), NoFile, Nothing),
        _ => StageFile(path, lines, interruption),
    };

    /// <summary>
    /// Writes to the devices and pipes among the files. That cannot be undone and may fail, so it comes after everything is
    /// staged, and before anything is printed or gets its name.
    /// </summary>
    public static void Send(params ImmutableArray<OutputFile> files)
    {
        foreach (var file in files)
        {
            file.send();
        }
    }

    /// <summary>
    /// Gives the files their names, all of them before an interruption is heard, or none: where one cannot get its name, and
    /// where what follows fails or is interrupted, the files that were there before are there again.
    /// </summary>
    /// <param name="interruption">What may come between.</param>
    /// <param name="then">What follows: a result is printed.</param>
    /// <param name="files">The files.</param>
    public static void Commit(Interruption interruption, Action then, params ImmutableArray<OutputFile> files)
    {
        var done = new Stack<Replacement>();
        void Undo() => interruption.Guard(() =>
        {
            while (done.TryPop(out var replacement))
            {
                replacement.Undo();
            }
        });

        using var registration = interruption.Token.Register(Undo);
        try
        {
            interruption.Guard(() =>
            {
                foreach (var file in files)
                {
                    if (file.commit() is { } replacement)
                    {
                        done.Push(replacement);
                    }
                }
            });
            then();
        }
        catch
        {
            Undo();
            throw;
        }

        interruption.Guard(() =>
        {
            while (done.TryPop(out var replacement))
            {
                replacement.Keep();
            }
        });
    }

    /// <summary>Writes a file, whole or not at all.</summary>
    public static void Write(string? path, IEnumerable<string> lines, Shell shell)
    {
        using var file = shell.Compute(() => $"writing {path}", () => Stage(path, lines, shell.Interruption));
        Send(file);
        Commit(shell.Interruption, Nothing, file);
    }

    /// <summary>Leaves nothing behind of a file that was not committed.</summary>
    public void Dispose() => discard();

    /// <summary>Lines as every file here has them: UTF-8, and LF after each.</summary>
    public static void WriteLines(Stream stream, IEnumerable<string> lines)
    {
        using var writer = new StreamWriter(stream, Utf8, bufferSize: 1 << 16, leaveOpen: true);
        foreach (string line in lines)
        {
            writer.Write(line);
            writer.Write('\n');
        }
    }

    private static OutputFile StageFile(string path, IEnumerable<string> lines, Interruption interruption)
    {
        string target = RealPath.Of(path);
        string temporary = TemporaryFor(target);
        FileStream? stream = null;
        CancellationTokenRegistration registration = default;
        Try(path, () => interruption.Guard(() =>
        {
            stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.Delete);
            registration = interruption.Token.Register(() => File.Delete(temporary));
        }));
        var staged = new OutputFile(
            Nothing,
            commit: () => Try(path, () =>
            {
                var replacement = Replacement.Of(temporary, target, TemporaryFor(target));
                registration.Unregister();
                return replacement;
            }),
            discard: () => interruption.Guard(() =>
            {
                File.Delete(temporary);
                registration.Unregister();
            }));
        try
        {
            Try(path, () => Fill(stream!, lines, target, temporary));
            return staged;
        }
        catch
        {
            staged.Dispose();
            throw;
        }
    }

    /// <summary>Writes the lines down to the disk. A file that is replaced keeps its permissions, also while it is written.</summary>
    private static void Fill(FileStream stream, IEnumerable<string> lines, string target, string temporary)
    {
        using (stream)
        {
            if (!OperatingSystem.IsWindows() && File.Exists(target))
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            }

            WriteLines(stream, lines);
            stream.Flush(flushToDisk: true);
        }
    }

    private static void Nothing()
    {
    }

    private static Replacement? NoFile() => null;

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

    private static void Try(string path, Action action) => Try(path, () =>
    {
        action();
        return true;
    });

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
