namespace GmmPure.Benchmarks.Peers;

/// <summary>Other software that is there and answers.</summary>
internal sealed record InstalledPeer(Peer Peer, string Program, string Version)
{
    private static readonly Shape Trial = new("trial", 500, 2, 2, CovarianceStructure.Full);

    /// <summary>Those of all that are installed; of the others it is said that they are skipped, and why.</summary>
    /// <param name="folder">Where programs may be built that are needed as long as the peers are.</param>
    public static ImmutableArray<InstalledPeer> Find(WorkFolder folder) =>
        [.. Peer.All.Select(peer => Find(peer, folder)).OfType<InstalledPeer>()];

    /// <summary>Starts it on a problem.</summary>
    /// <param name="shape">The problem's size.</param>
    /// <param name="data">The file with its data.</param>
    /// <param name="folder">Where it may write.</param>
    public PeerProcess Start(Shape shape, string data, WorkFolder folder) => Start(Peer, Program, shape, data, folder);

    private static InstalledPeer? Find(Peer peer, WorkFolder folder)
    {
        string reason = string.Empty;
        try
        {
            foreach (string program in peer.Programs(folder))
            {
                if (Try(peer, program, folder, out reason) is { } installed)
                {
                    return installed;
                }
            }
        }
        catch (PeerFailureException failure)
        {
            reason = failure.Message;
        }

        Console.WriteLine($"{peer.Name} is skipped: {reason}");
        return null;
    }

    private static InstalledPeer? Try(Peer peer, string program, WorkFolder folder, out string reason)
    {
        try
        {
            string data = folder.PathOf(Trial.Name);
            Problem.Of(Trial).WriteData(data);
            using var process = Start(peer, program, Trial, data, folder);
            process.Run(1);
            reason = string.Empty;
            return new InstalledPeer(peer, program, process.Version);
        }
        catch (PeerFailureException failure)
        {
            reason = failure.Message;
            return null;
        }
    }

    private static PeerProcess Start(Peer peer, string program, Shape shape, string data, WorkFolder folder)
    {
        string answer = folder.PathOf($"{peer.Name}-answer");
        return new PeerProcess(peer.Name, program, answer, [
            .. peer.Arguments, data, answer, $"{shape.Rows}", $"{shape.Dimension}", $"{shape.Components}",
            peer.Structures[shape.Structure],
        ]);
    }
}
