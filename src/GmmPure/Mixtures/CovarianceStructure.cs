namespace GmmPure;

/// <summary>Which entries of a covariance matrix are free.</summary>
public enum CovarianceShape
{
    /// <summary>All of the symmetric D×D matrix: any ellipsoid.</summary>
    Full,

    /// <summary>The diagonal only: an ellipsoid along the axes.</summary>
    Diagonal,

    /// <summary>One variance for all columns: a ball.</summary>
    Spherical,
}

/// <summary>Whether the components of a mixture have covariances of their own.</summary>
public enum CovarianceSharing
{
    /// <summary>Each component has its own.</summary>
    PerComponent,

    /// <summary>All components share one.</summary>
    Shared,
}

/// <summary>
/// A covariance structure is a shape and a sharing: six in all, four of which have names that everyone knows. The
/// default value is <see cref="Full"/>.
/// </summary>
public readonly record struct CovarianceStructure
{
    /// <summary>A structure of a shape and a sharing.</summary>
    /// <param name="shape">Which entries are free.</param>
    /// <param name="sharing">Whether components share one covariance.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such shape or sharing.</exception>
    public CovarianceStructure(CovarianceShape shape, CovarianceSharing sharing)
    {
        Shape = Enum.IsDefined(shape) ? shape : throw new ArgumentOutOfRangeException(nameof(shape));
        Sharing = Enum.IsDefined(sharing) ? sharing : throw new ArgumentOutOfRangeException(nameof(sharing));
    }

    /// <summary>Which entries are free.</summary>
    public CovarianceShape Shape { get; }

    /// <summary>Whether components share one covariance.</summary>
    public CovarianceSharing Sharing { get; }

    private static readonly ImmutableArray<(CovarianceStructure Structure, string Name)> Names =
    [
        (Full, "full"),
        (Tied, "tied"),
        (Diagonal, "diagonal"),
        (TiedDiagonal, "tied-diagonal"),
        (Spherical, "spherical"),
        (TiedSpherical, "tied-spherical"),
    ];

    /// <summary>Every component has its own full matrix (mclust's VVV).</summary>
    public static CovarianceStructure Full => new(CovarianceShape.Full, CovarianceSharing.PerComponent);

    /// <summary>All components share one full matrix (mclust's EEE).</summary>
    public static CovarianceStructure Tied => new(CovarianceShape.Full, CovarianceSharing.Shared);

    /// <summary>Every component has its own variance for each column (mclust's VVI).</summary>
    public static CovarianceStructure Diagonal => new(CovarianceShape.Diagonal, CovarianceSharing.PerComponent);

    /// <summary>All components share one variance for each column (mclust's EEI).</summary>
    public static CovarianceStructure TiedDiagonal => new(CovarianceShape.Diagonal, CovarianceSharing.Shared);

    /// <summary>Every component has one variance of its own (mclust's VII).</summary>
    public static CovarianceStructure Spherical => new(CovarianceShape.Spherical, CovarianceSharing.PerComponent);

    /// <summary>All components share one variance (mclust's EII).</summary>
    public static CovarianceStructure TiedSpherical => new(CovarianceShape.Spherical, CovarianceSharing.Shared);

    /// <summary>All six.</summary>
    public static ImmutableArray<CovarianceStructure> All => [.. Names.Select(entry => entry.Structure)];

    /// <summary>Whether all components share one covariance.</summary>
    public bool IsShared => Sharing == CovarianceSharing.Shared;

    /// <summary>
    /// The name in files and on the command line: <c>full</c>, <c>tied</c>, <c>diagonal</c>, <c>tied-diagonal</c>,
    /// <c>spherical</c> or <c>tied-spherical</c>.
    /// </summary>
    public string Name
    {
        get
        {
            var self = this;
            return Names.Single(entry => entry.Structure == self).Name;
        }
    }

    /// <summary>The structure of a name, or null if there is none.</summary>
    public static CovarianceStructure? FromName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (var entry in Names)
        {
            if (string.Equals(entry.Name, name, StringComparison.Ordinal))
            {
                return entry.Structure;
            }
        }

        return null;
    }

    /// <summary>The number of free covariance parameters of K components in D dimensions.</summary>
    /// <param name="components">K.</param>
    /// <param name="dimension">D.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is not positive, or the number is above 2⁶³ − 1.</exception>
    public long FreeParameters(int components, int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(components);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimension);
        long each = Shape switch
        {
            CovarianceShape.Full => dimension * (dimension + 1L) / 2,
            CovarianceShape.Diagonal => dimension,
            _ => 1,
        };
        int times = IsShared ? 1 : components;
        return each <= long.MaxValue / times
            ? each * times
            : throw new ArgumentOutOfRangeException(nameof(components), components, "So many parameters cannot be counted.");
    }

    /// <summary>The structure's <see cref="Name"/>.</summary>
    public override string ToString() => Name;
}
