using GmmPure.Benchmarks;
using GmmPure.Benchmarks.Fits;
using GmmPure.Benchmarks.Peers;
using GmmPure.Benchmarks.Starts;

// Machines differ, and are shared: compare ratios, which are taken of what was measured side by side.
if (Arguments.Parse(args) is not { } chosen)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

Console.WriteLine($"Load before: {Machine.Load}");
using var folder = new WorkFolder();
var peers = chosen.HasPeers ? InstalledPeer.Find(folder) : [];
Console.WriteLine(string.Join("; ", [Machine.Description, .. peers.Select(peer => peer.Version)]));
if (chosen.IncludesLarge)
{
    LargeRun.Print();
}

if (chosen.Shapes.Any())
{
    ShapeTable.Print(chosen.Shapes);
}

if (chosen.Shapes.Any() && !peers.IsEmpty)
{
    PeerTable.Print(chosen.Shapes, peers);
}

if (chosen.IncludesParts)
{
    PartsTable.Print(Shape.All);
}

if (chosen.IncludesVariants)
{
    VariantTable.Print();
}

if (chosen.IncludesGrowth)
{
    GrowthTable.Print();
}

if (chosen.IncludesStarts)
{
    StartTable.Print();
}

if (chosen.IncludesFits)
{
    FitTable.Print(peers.FirstOrDefault(peer => peer.Peer == Peer.ScikitLearn)?.Program);
}

return 0;
