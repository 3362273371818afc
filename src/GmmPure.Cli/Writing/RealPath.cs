namespace GmmPure.Cli.Writing;

/// <summary>Where a path leads, through symbolic links anywhere in it.</summary>
internal static class RealPath
{
    /// <summary>As many as Linux follows; links may lead in circles.</summary>
    private const int MostLinks = 40;

    /// <summary>The absolute path of the file itself, which need not exist. What .. means depends on the links before it.</summary>
    public static string Of(string path)
    {
        string full = Path.IsPathRooted(path) ? path : Path.Join(Environment.CurrentDirectory, path);
        string real = Path.GetPathRoot(full)!;
        var rest = new Stack<string>(Parts(full));
        for (int links = 0; rest.TryPop(out string? name);)
        {
            string next = Path.Combine(real, name);
            if (name is "." or "..")
            {
                real = name is "." ? real : Path.GetDirectoryName(real) ?? real;
            }
            else if (links < MostLinks && new FileInfo(next).LinkTarget is { } target)
            {
                links++;
                real = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : real;
                foreach (string part in Parts(target))
                {
                    rest.Push(part);
                }
            }
            else
            {
                real = next;
            }
        }

        return real;
    }

    /// <summary>The names in a path, the last first.</summary>
    private static IEnumerable<string> Parts(string path) => path[Path.GetPathRoot(path)!.Length..]
        .Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)
        .Reverse();
}
