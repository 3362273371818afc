namespace GmmPure;

/// <summary>
/// A covariance structure: what the covariances Σ_k (K of D×D) of a mixture have in common, and so which moments must be summed to
/// estimate them and how. A closed family of values, equal by content, one file each.
/// </summary>
public abstract record CovarianceStructure
{
    private protected CovarianceStructure()
    {
    }

    /// <summary>Every component has its own full matrix (mclust's VVV).</summary>
    public static CovarianceStructure Full { get; } = new FullStructure();

    /// <summary>All components share one full matrix (mclust's EEE).</summary>
    public static CovarianceStructure Tied { get; } = new TiedStructure();

    /// <summary>Every component has its own variance for each column (mclust's VVI).</summary>
    public static CovarianceStructure Diagonal { get; } = new DiagonalStructure();

    /// <summary>All components share one variance for each column (mclust's EEI).</summary>
    public static CovarianceStructure TiedDiagonal { get; } = new TiedDiagonalStructure();

    /// <summary>Every component has one variance of its own (mclust's VII).</summary>
    public static CovarianceStructure Spherical { get; } = new SphericalStructure();

    /// <summary>All components share one variance (mclust's EII).</summary>
    public static CovarianceStructure TiedSpherical { get; } = new TiedSphericalStructure();

    /// <summary>All six.</summary>
    public static ImmutableArray<CovarianceStructure> All { get; } =
        [Full, Tied, Diagonal, TiedDiagonal, Spherical, TiedSpherical];

    /// <summary>
    /// The name in files and on the command line: <c>full</c>, <c>tied</c>, <c>diagonal</c>, <c>tied-diagonal</c>,
    /// <c>spherical</c> or <c>tied-spherical</c>.
    /// </summary>
    public abstract string Name { get; }

    /// <summary>
    /// The name in mclust: volume, shape and orientation, each E where it is equal for all components, V where it varies and I where
    /// it is the identity's.
    /// </summary>
    public abstract string MclustName { get; }

    /// <summary>The kind of matrix that every covariance is.</summary>
    public abstract CovarianceShape Shape { get; }

    /// <summary>The second moments from which the covariances are estimated.</summary>
    public abstract MomentLayout Moments { get; }

    /// <summary>Whether all components share one covariance, which files then hold once.</summary>
    public bool IsShared => Moments.IsPooled;

    /// <summary>The structure that demands nothing but the kind of matrix, and perhaps that components share it.</summary>
    /// <param name="shape">The kind of matrix.</param>
    /// <param name="isShared">Whether components share one covariance.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static CovarianceStructure Of(CovarianceShape shape, bool isShared) => shape switch
    {
        CovarianceShape.Full => isShared ? Tied : Full,
        CovarianceShape.Diagonal => isShared ? TiedDiagonal : Diagonal,
        CovarianceShape.Spherical => isShared ? TiedSpherical : Spherical,
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "There is no such kind of matrix."),
    };

    /// <summary>The structure of a name, or null if there is none.</summary>
    /// <param name="name">A <see cref="Name"/>.</param>
    public static CovarianceStructure? FromName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(structure => string.Equals(structure.Name, name, StringComparison.Ordinal));
    }

    /// <summary>The number of free covariance parameters of K components in D dimensions.</summary>
    /// <param name="components">K.</param>
    /// <param name="dimension">D.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is not positive, or the number is above 2⁶³ − 1.</exception>
    public long FreeParameters(int components, int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(components);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimension);
        var count = CountParameters(components, dimension);
        return count <= long.MaxValue
            ? (long)count
            : throw new ArgumentOutOfRangeException(nameof(components), components, "So many parameters cannot be counted.");
    }

    /// <summary>
    /// The least number of distinct rows of which every component, holding rows of its own, has its covariance: D + 1 each for a full
    /// matrix and 2 for others, or so many more than there are other components where all share one.
    /// </summary>
    /// <param name="components">K.</param>
    /// <param name="dimension">D.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is not positive.</exception>
    public long LeastRows(int components, int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(components);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimension);
        long each = Shape == CovarianceShape.Full ? dimension + 1L : 2;
        return IsShared ? components + each - 1 : components * each;
    }

    /// <summary>
    /// The simplest structure that is the same model of K components in D dimensions: one component has nobody to share with, and
    /// in one dimension every matrix is full.
    /// </summary>
    /// <param name="components">K.</param>
    /// <param name="dimension">D.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is not positive.</exception>
    public CovarianceStructure Simplify(int components, int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(components);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimension);
        return components > 1 && dimension > 1
            ? this
            : Of(dimension > 1 ? Shape : CovarianceShape.Full, components > 1 && IsSharedInOneDimension);
    }

    /// <summary>Of marginals and conditionals, which keep the kind of matrix and whether it is shared, but no other constraint.</summary>
    internal CovarianceStructure Unconstrained => Of(Shape, IsShared);

    /// <summary>The structure's <see cref="Name"/>.</summary>
    public sealed override string ToString() => Name;

    /// <summary>
    /// The covariances under which the moments are most likely, of all that the structure allows (Σ_k, one a component); or the first
    /// that is singular.
    /// </summary>
    /// <param name="scatter">N_k and the second moments about the means, in this structure's layout.</param>
    /// <param name="regularisation">The ridge, and what a collapse is measured by.</param>
    /// <param name="previous">
    /// The covariances of the iterate before (K), from which an estimate that is itself iterative goes on; none at a start.
    /// </param>
    internal abstract Outcome<ImmutableArray<Covariance>, Degeneracy> Estimate(
        Scatter scatter, Regularisation regularisation, ImmutableArray<Covariance> previous);

    /// <summary>
    /// Covariances to start from, which always exist: the estimate or, for want of one, the same covariance for all components.
    /// Where each is estimated alone, only those are replaced that have no estimate.
    /// </summary>
    /// <param name="scatter">N_k and the second moments about the means, in this structure's layout.</param>
    /// <param name="regularisation">The ridge, and what a collapse is measured by.</param>
    /// <param name="otherwise">A covariance of this structure's kind.</param>
    internal ImmutableArray<Covariance> Start(Scatter scatter, Regularisation regularisation, Func<Covariance> otherwise) =>
        Equals(Of(Shape, isShared: false))
            ? [.. scatter.Apart.Select(alone => Estimate(alone, regularisation, []).Match(own => own[0], _ => otherwise()))]
            : Estimate(scatter, regularisation, []).Or(_ => [.. Enumerable.Repeat(otherwise(), scatter.ComponentCount)]);

    /// <summary>As many as there are different second moments, unless the structure says more of the covariances.</summary>
    /// <param name="components">K.</param>
    /// <param name="dimension">D.</param>
    private protected virtual Int128 CountParameters(int components, int dimension) => Moments.Count(components, dimension);

    /// <summary>Whether in one dimension the components' variances are equal.</summary>
    private protected virtual bool IsSharedInOneDimension => IsShared;
}
