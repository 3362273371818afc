using GmmPure.Cli.Fitting;
using GmmPure.Cli.Options;
using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Selecting;

/// <summary>What <c>gmm select</c> is asked to do: the command line as a value.</summary>
/// <param name="Data">The data.</param>
/// <param name="Components">The numbers of components.</param>
/// <param name="Structures">The covariance structures; all if none are given.</param>
/// <param name="Criterion">By what the best is chosen.</param>
/// <param name="Init">How starts are made.</param>
/// <param name="Search">How to search for each model's best fit.</param>
/// <param name="IsJson">Whether to print JSON.</param>
/// <param name="Model">The file for the best model, if wanted.</param>
/// <param name="Plot">The file for the picture of the criteria, if wanted.</param>
internal sealed record SelectRequest(
    DataRequest Data,
    ComponentCounts Components,
    ImmutableArray<CovarianceStructure>? Structures,
    Criterion Criterion,
    InitMethod Init,
    Search Search,
    bool IsJson,
    string? Model,
    string? Plot)
{
    /// <summary>
    /// The models to compare. Where two structures are the same model, as for one component or in one dimension, it stands
    /// here once.
    /// </summary>
    /// <param name="dimension">D.</param>
    public IEnumerable<(int Components, CovarianceStructure Structure)> Grid(int dimension) =>
        from components in Components.Each
        from structure in (Structures ?? CovarianceStructure.All).DistinctBy(each => each.Simplify(components, dimension))
        select (components, structure);
}
