namespace GmmPure.Cli.Tests;

/// <summary>A directory of a test's own, gone when the test is over.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("gmm-tests-").FullName;

    /// <summary>The names of all files in it, hidden ones included.</summary>
    public IEnumerable<string> Files =>
        Directory.EnumerateFiles(directory).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    public string PathOf(string name) => Path.Combine(directory, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public void Dispose() => Directory.Delete(directory, recursive: true);
}
