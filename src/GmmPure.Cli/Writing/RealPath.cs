namespace GmmPure.Cli.Writing;

/// <summary>Where a path leads, through symbolic links anywhere in it.</summary>
internal static class RealPath
{
    /// <summary>The absolute path of the file itself, which need not exist.</summary>
    public static string Of(string path)
    {
        string full = Path.GetFullPath(path);
        string root = Path.GetPathRoot(full)!;
        return full[root.Length..]
            .Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(root, (folder, name) => Followed(Path.Combine(folder, name)));
    }

    private static string Followed(string path) =>
        new FileInfo(path) is { LinkTarget: { } target } ? Of(Path.Combine(Path.GetDirectoryName(path)!, target)) : path;
}
