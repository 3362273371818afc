namespace GmmPure.Cli.Tests.Cases;

/// <summary>Files as people have them.</summary>
internal static class Case
{
    public static string File(string folder, string name) => Path.Combine(AppContext.BaseDirectory, "Cases", "files", folder, name);

    /// <summary>A fit of two components, or of what else is said.</summary>
    public static GmmResult Fit(string folder, string name, params string[] options) =>
        InProcess.Run([], ["fit", File(folder, name), "--restarts", "2", .. options.Contains("-k") ? Array.Empty<string>() : ["-k", "2"], .. options]);

    /// <summary>Succeeds with so many rows and columns, and this warning or none; gives standard output.</summary>
    public static string Reads(this GmmResult result, string size, params string[] warnings)
    {
        result.AssertCode(0);
        Assert.Contains(size, result.Output, StringComparison.Ordinal);
        Assert.All(warnings, warning => Assert.Contains(warning, result.Error, StringComparison.Ordinal));
        Assert.Equal(warnings.Length > 0, result.Error.StartsWith("gmm: warning: ", StringComparison.Ordinal));
        return result.Output;
    }
}
