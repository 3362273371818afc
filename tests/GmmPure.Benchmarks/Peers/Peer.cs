namespace GmmPure.Benchmarks.Peers;

/// <summary>Other software, and how to ask it for EM.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Programs">What may run it, to be tried in this order; where it must be built first, into this folder.</param>
/// <param name="Arguments">What comes before the arguments that all have in common.</param>
/// <param name="Structures">What it calls the covariance structures that it offers.</param>
internal sealed record Peer(
    string Name,
    Func<WorkFolder, ImmutableArray<string>> Programs,
    ImmutableArray<string> Arguments,
    ImmutableDictionary<CovarianceStructure, string> Structures)
{
    public static Peer ScikitLearn { get; } = new(
        "scikit-learn",
        _ => ["python3", "/usr/bin/python3"],
        [Script("scikit_learn.py")],
        Named(
            (CovarianceStructure.Full, "full"),
            (CovarianceStructure.Tied, "tied"),
            (CovarianceStructure.Diagonal, "diag"),
            (CovarianceStructure.Spherical, "spherical")));

    public static ImmutableArray<Peer> All { get; } =
    [
        ScikitLearn,
        new(
            "Armadillo",
            folder => [Compiler.Build(Script("armadillo.cpp"), folder, "-larmadillo")],
            [],
            Named((CovarianceStructure.Full, "gmm_full"), (CovarianceStructure.Diagonal, "gmm_diag"))),
        new(
            "mclust",
            _ => ["Rscript"],
            ["--vanilla", Script("mclust.R")],
            Named(CovarianceStructure.All.Select(structure => (structure, structure.MclustName)))),
        new(
            "Octave",
            _ => ["octave-cli", "octave"],
            ["--norc", "--quiet", Script("octave.m")],
            Named(
                (CovarianceStructure.Full, "full"),
                (CovarianceStructure.Tied, "shared"),
                (CovarianceStructure.Diagonal, "diagonal"))),
    ];

    public bool Offers(CovarianceStructure structure) => Structures.ContainsKey(structure);

    /// <summary>A script of ours, where the build put it.</summary>
    public static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Peers", name);

    private static ImmutableDictionary<CovarianceStructure, string> Named(
        params IEnumerable<(CovarianceStructure Structure, string Name)> names) =>
        names.ToImmutableDictionary(entry => entry.Structure, entry => entry.Name);
}
