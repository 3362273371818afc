using System.Diagnostics;
using System.Text.Json.Nodes;

namespace GmmPure.Reference;

/// <summary>The folder tests/reference: the one place here that touches the disk.</summary>
public static class ReferenceFolder
{
    /// <summary>Where it is: beside this source tree's solution.</summary>
    public static string Path
    {
        get
        {
            string? folder = AppContext.BaseDirectory;
            while (folder is not null && !File.Exists(System.IO.Path.Combine(folder, "GmmPure.sln")))
            {
                folder = System.IO.Path.GetDirectoryName(folder);
            }

            return System.IO.Path.Combine(folder ?? throw new InvalidOperationException("This runs outside the source tree."), "tests", "reference");
        }
    }

    public static string PathOf(ReferenceProblem problem) => System.IO.Path.Combine(Path, ReferenceFile.NameOf(problem));

    /// <summary>The traces as they stand, in the order of the problems.</summary>
    public static IEnumerable<ReferenceTrace> Read() =>
        ReferenceProblems.All.Select(problem => ReferenceTrace.Parse(File.ReadAllText(PathOf(problem))));

    /// <summary>The digits of other software, as peers/measure.py has written them.</summary>
    public static JsonNode ReadPeers() =>
        JsonNode.Parse(File.ReadAllText(System.IO.Path.Combine(Path, "peers", "peers.json")))!;

    /// <summary>Computes the chosen files anew, in parallel, and the index.</summary>
    public static void Write(Func<ReferenceProblem, bool> isChosen, Action<string> report)
    {
        Directory.CreateDirectory(Path);
        Parallel.ForEach(ReferenceProblems.All.Where(isChosen), problem =>
        {
            long began = Stopwatch.GetTimestamp();
            File.WriteAllText(PathOf(problem), ReferenceFile.Text(problem));
            report(FormattableString.Invariant($"{problem.Name}: {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s"));
        });
        File.WriteAllText(
            System.IO.Path.Combine(Path, ReferenceFile.Index),
            ReferenceFile.IndexText(ReferenceProblems.All
                .Where(problem => File.Exists(PathOf(problem)))
                .Select(problem => (problem, File.ReadAllText(PathOf(problem))))));
    }
}
