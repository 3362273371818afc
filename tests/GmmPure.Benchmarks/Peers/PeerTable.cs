namespace GmmPure.Benchmarks.Peers;

/// <summary>Time per iteration of each shape beside that of other software.</summary>
internal static class PeerTable
{
    private const int Width = 16;

    public static void Print(IEnumerable<Shape> shapes, ImmutableArray<InstalledPeer> peers)
    {
        var table = new MarkdownTable(
            "Milliseconds per EM iteration beside other software: one thread each, the same data and start, no tolerance; a long "
            + "less a short run over the iterations between, medians of runs that take turns. In brackets, how often ours. Each ended "
            + "where we do after as many iterations, to a thousandth of the last step; – where the structure is not offered:",
            [.. ShapeTable.ShapeColumns, new("GmmPure"), .. peers.Select(peer => new Column(peer.Peer.Name, Width))]);
        string[] failures = [.. shapes.SelectMany(shape => Print(shape, peers, table))];
        Console.Write(string.Concat(failures.Select(failure => $"\n{failure}\n")));
    }

    /// <returns>What was not compared, and why.</returns>
    private static IEnumerable<string> Print(Shape shape, ImmutableArray<InstalledPeer> peers, MarkdownTable table)
    {
        var problem = Problem.Of(shape);
        Contest[] contests = Compare(shape, problem, [.. peers.Where(peer => peer.Peer.Offers(shape.Structure))]);
        double ours = contests[0].Milliseconds;
        table.Row([
            .. ShapeTable.Cells(shape),
            $"{ours:F2}",
            .. peers.Select(peer => Cell(Array.Find(contests, contest => contest.Name == peer.Peer.Name), ours)),
        ]);
        return contests
            .Where(contest => contest.Failure is not null)
            .Select(contest => $"{shape.Name}, {contest.Name}: {contest.Failure}");
    }

    private static Contest[] Compare(Shape shape, Problem problem, ImmutableArray<InstalledPeer> peers)
    {
        using var folder = new WorkFolder();
        string data = folder.PathOf("data");
        problem.WriteData(data);
        var contenders = new List<IContender> { new Own(problem) };
        try
        {
            contenders.AddRange(peers.Select(peer => peer.Start(shape, data, folder)));
            Contest[] contests = [.. contenders.Select(contender => new Contest(contender))];
            Run(contests, new Agreement(problem));
            return contests;
        }
        finally
        {
            contenders.ForEach(contender => contender.Dispose());
        }
    }

    /// <summary>They take turns, so that whatever slows the machine slows each.</summary>
    private static void Run(Contest[] contests, Agreement agreement)
    {
        Array.ForEach(contests, contest => contest.WaitUntilReady());
        Array.ForEach(contests, contest => contest.Begin());

        for (int round = 0; round < contests.Max(contest => contest.Rounds); round++)
        {
            foreach (var contest in contests.Where(contest => round < contest.Rounds))
            {
                contest.Round();
            }
        }

        Array.ForEach(contests, contest => contest.End());
        Array.ForEach(contests, agreement.Check);
    }

    private static string Cell(Contest? contest, double ours) => contest switch
    {
        null => "–",
        { Failure: not null } => "not comparable",
        { IsBound: true } => $"≤ {contest.Milliseconds:F0} (≤ {contest.Milliseconds / ours:F0}×)",
        _ => $"{contest.Milliseconds:F1} ({contest.Milliseconds / ours:F1}×)",
    };
}
