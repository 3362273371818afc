using System.Diagnostics;
using System.Text;

namespace GmmPure.Cli.Tests;

/// <summary>What a run of the command came to.</summary>
internal sealed record GmmResult(int Code, string Output, string Error)
{
    /// <summary>Fails with one line on standard error that contains each of the texts, and nothing on standard output.</summary>
    public void Fails(int code, params string[] texts)
    {
        AssertCode(code);
        Assert.Empty(Output);
        Assert.StartsWith("gmm: ", Error, StringComparison.Ordinal);
        Assert.Equal(Error.Length - 1, Error.IndexOf('\n', StringComparison.Ordinal));
        Assert.All(texts, text => Assert.Contains(text, Error, StringComparison.Ordinal));
    }

    /// <summary>Succeeds without a word on standard error; gives standard output.</summary>
    public string Succeeds()
    {
        Assert.Equal((0, string.Empty), (Code, Error));
        return Output;
    }

    /// <summary>Succeeds with one warning that contains the text; gives standard output.</summary>
    public string Warns(string text)
    {
        AssertCode(0);
        Assert.StartsWith("gmm: warning: ", Error, StringComparison.Ordinal);
        Assert.Equal(Error.Length - 1, Error.IndexOf('\n', StringComparison.Ordinal));
        Assert.Contains(text, Error, StringComparison.Ordinal);
        return Output;
    }

    /// <summary>Ends with this code; what it says is another test's.</summary>
    public void AssertCode(int code) => Assert.True(code == Code, $"exit code {Code}, expected {code}: {Error}");

    /// <summary>The value behind a name in the summary.</summary>
    public string Value(string name) => Output.Split('\n')
        .Single(line => line.StartsWith($"  {name} ", StringComparison.Ordinal))[(name.Length + 2)..].Trim();
}

/// <summary>Runs the built command as a process of its own.</summary>
internal static class Gmm
{
    public static IReadOnlyDictionary<string, string> NoEnvironment { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    public static string OldFaithful => Data("old-faithful.csv");

    public static string Iris => Data("iris.csv");

    public static string Galaxies => Data("galaxies.csv");

    public static Task<GmmResult> Run(params string[] arguments) => RunWith(NoEnvironment, string.Empty, arguments);

    public static async Task<GmmResult> RunWith(
        IReadOnlyDictionary<string, string> environment, string input, params string[] arguments)
    {
        using var process = Start(environment, arguments);
        return await ResultOf(process, input);
    }

    /// <summary>Runs a line of bash in a folder of its own; $GMM there is the command. One minute is more than it may take.</summary>
    public static async Task<GmmResult> RunShell(Workspace work, string script)
    {
        var start = Redirected("timeout");
        start.WorkingDirectory = work.PathOf(".");
        start.Environment["GMM"] = $"dotnet {Command}";
        foreach (string argument in new[] { "60", "bash", "-c", script })
        {
            start.ArgumentList.Add(argument);
        }

        return await ResultOf(Process.Start(start)!, string.Empty);
    }

    public static Process Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = Redirected("dotnet");
        start.ArgumentList.Add(Command);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static string Command => Path.Combine(AppContext.BaseDirectory, "gmm.dll");

    private static ProcessStartInfo Redirected(string program)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
        };
    }

    private static async Task<GmmResult> ResultOf(Process process, string input)
    {
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new GmmResult(process.ExitCode, await output, await error);
    }

    private static string Data(string name) => Path.Combine(AppContext.BaseDirectory, "data", name);
}
