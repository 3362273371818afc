namespace GmmPure.Reference;

/// <summary>All reference problems.</summary>
public static class ReferenceProblems
{
    public static ImmutableArray<ReferenceProblem> All { get; } =
        [.. SmallProblems.All, .. RealProblems.All, .. HardProblems.All, .. DegenerateProblems.All];
}
