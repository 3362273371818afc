namespace GmmPure.Benchmarks.Fits;

/// <summary>A fit as a user runs it: full covariance, one start by k-means, so many iterations.</summary>
internal sealed record FitJob(string Name, string Data, int Components, int Iterations, int Rounds)
{
    private const int Most = 10;

    /// <summary>The jobs, their data written into a folder.</summary>
    public static ImmutableArray<FitJob> All(WorkFolder folder)
    {
        var million = Problem.Of(new Shape("fit", 1_000_000, 4, 8, CovarianceStructure.Full)).Data.Values;
        string npy = folder.PathOf("million.npy");
        string csv = folder.PathOf("million.csv");
        DataFiles.WriteNpy(million, npy);
        DataFiles.WriteCsv(million, csv);
        string faithful = Path.Combine(AppContext.BaseDirectory, "Fits", "old-faithful.csv");
        return
        [
            new("1000000×4, .npy", npy, Components: 8, Most, Rounds: 3),
            new("1000000×4, .csv", csv, Components: 8, Most, Rounds: 1),
            new("old-faithful.csv", faithful, Components: 2, Most, Rounds: 5),
        ];
    }
}
