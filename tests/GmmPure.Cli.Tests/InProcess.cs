using System.Text;

namespace GmmPure.Cli.Tests;

/// <summary>Runs the command within the tests' own process: thousands of times, where a process each would take hours.</summary>
internal static class InProcess
{
    public static GmmResult Run(byte[] input, params string[] arguments)
    {
        using var standardInput = new MemoryStream(input);
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        using var shell = new Shell(standardInput, output, error, isTerminal: false);
        var code = CommandLine.Run(arguments, shell);
        return new GmmResult((int)code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }
}
