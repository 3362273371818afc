using System.ComponentModel;
using System.Diagnostics;

namespace GmmPure.Benchmarks.Peers;

/// <summary>Builds what is written in C++, for this very machine.</summary>
internal static class Compiler
{
    private const string Name = "g++";

    /// <returns>The path of the program.</returns>
    public static string Build(string source, WorkFolder folder, params IEnumerable<string> libraries)
    {
        string program = folder.PathOf(Path.GetFileNameWithoutExtension(source));
        var start = new ProcessStartInfo(
            Name, ["-O2", "-march=native", "-fopenmp", source, "-o", program, .. libraries])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            string complaint = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? program : throw new PeerFailureException(complaint.Split('\n')[0]);
        }
        catch (Win32Exception)
        {
            throw new PeerFailureException($"{Name} is not installed");
        }
    }
}
