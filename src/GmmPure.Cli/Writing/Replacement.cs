using System.Runtime.InteropServices;

namespace GmmPure.Cli.Writing;

/// <summary>A file that has got its name, and what is needed to take that back: the file that had it, under another name.</summary>
internal sealed partial class Replacement
{
    private readonly string target;
    private readonly string? old;

    private Replacement(string target, string? old) => (this.target, this.old) = (target, old);

    /// <summary>Gives a file its name; whatever has it stays there until that moment.</summary>
    /// <param name="temporary">Where the file is, in the same directory.</param>
    /// <param name="target">Its name to be.</param>
    /// <param name="spare">A name for the file that has it.</param>
    public static Replacement Of(string temporary, string target, string spare)
    {
        bool isThere = File.Exists(target);
        try
        {
            if (isThere)
            {
                KeepAs(target, spare);
            }

            File.Move(temporary, target, overwrite: true);
            return new Replacement(target, isThere ? spare : null);
        }
        catch (Exception error) when (WriteError.Is(error))
        {
            File.Delete(spare);
            throw;
        }
    }

    /// <summary>The file that had the name has it again; if there was none, there is none.</summary>
    public void Undo()
    {
        try
        {
            if (old is null)
            {
                File.Delete(target);
            }
            else
            {
                File.Move(old, target, overwrite: true);
            }
        }
        catch (Exception error) when (WriteError.Is(error))
        {
            // What was there is still beside it; nothing is lost.
        }
    }

    /// <summary>It is not to be taken back: what had the name is gone.</summary>
    public void Keep()
    {
        if (old is not null)
        {
            File.Delete(old);
        }
    }

    /// <summary>A second name for a file, or where the file system has no such thing a copy.</summary>
    private static void KeepAs(string path, string name)
    {
        if (OperatingSystem.IsWindows() || Link(path, name) != 0)
        {
            File.Copy(path, name);
        }
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string path, string name);
}
