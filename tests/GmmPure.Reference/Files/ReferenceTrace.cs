using System.Text.Json.Nodes;

namespace GmmPure.Reference;

/// <summary>A reference file, read.</summary>
/// <param name="Problem">What is given.</param>
/// <param name="Elements">The certified history.</param>
public sealed record ReferenceTrace(ReferenceProblem Problem, ImmutableArray<ReferenceElement> Elements)
{
    /// <summary>The trace in a file's text.</summary>
    public static ReferenceTrace Parse(string text)
    {
        var document = JsonNode.Parse(text)!;
        var problem = ProblemReader.Read(document);
        return new ReferenceTrace(
            problem, [.. document["trace"]!.AsArray().Select(element => ElementReader.Read(element!, problem.Start))]);
    }
}
