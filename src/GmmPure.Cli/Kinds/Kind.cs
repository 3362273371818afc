using GmmPure.Families;

namespace GmmPure.Cli.Kinds;

/// <summary>What a fit is of: a family, and of Gaussians the covariance structure.</summary>
/// <param name="Family">The family.</param>
/// <param name="Structure">The covariance structure; null of other families.</param>
internal sealed record Kind(IFamily Family, CovarianceStructure? Structure = null)
{
    /// <summary>Gaussians of a structure.</summary>
    public static Kind Gaussian(CovarianceStructure structure) => new(Families.Family.Gaussian(structure), structure);

    /// <summary>What a mixture is of.</summary>
    public static Kind Of(IMixture mixture) => new(Families.Family.Of(mixture), (mixture as GaussianMixture)?.Structure);

    /// <summary>The family's name.</summary>
    public string Name => Family.Name;

    public bool IsGaussian => Structure is not null;

    /// <summary>What to try instead of a fit that is degenerate.</summary>
    public string Remedies =>
        IsGaussian ? "fewer components (-k), a simpler --covariance or a --ridge" : "fewer components (-k)";

    /// <summary>So many components of it, in words.</summary>
    public string Describe(int components) => Structure is { } structure
        ? $"{Display.Count(components, "component")}, {structure.Name} covariance"
        : Display.Count(components, $"{Name} component");

    /// <summary>Refuses data that such a mixture cannot have made, and what memory cannot hold.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="components">K.</param>
    /// <param name="file">What messages call the data.</param>
    public void Check(Dataset data, int components, string file)
    {
        if (Structure is { } structure)
        {
            Capacity.CheckCovariances(file, data, components, structure);
        }
        else
        {
            SupportCheck.Refuse(Family, data, file);
        }
    }

    /// <summary>
    /// Why the data have not even one component of the kind; null if they have, or a fit will find out. Where all data together
    /// have an estimate, so has, but for rounding, every share of them in which each row counts.
    /// </summary>
    public string? WhyNoComponent(Dataset data) => IsGaussian
        ? null
        : Family.TryFromResponsibilities(data, Responsibilities.FromLabels(new int[data.Count], 1))
            .Match<string?>(_ => null, cause => EstimateFault.Words(cause, data));

    /// <summary>The kinds of starts that there are for it.</summary>
    public ImmutableArray<StartKind> StartKinds => IsGaussian ? SearchOptions.Default.Kinds : FamilyFits.StartKinds;

    /// <summary>A start whose randomness is a seed's; or why there is none.</summary>
    public Outcome<IMixture, Degeneracy> Start(StartKind kind, Dataset data, int components, long seed, EmOptions options) =>
        Structure is { } structure ? Outcome.Success<IMixture, Degeneracy>(Initial.Of(kind, data, components, seed, structure, options))
        : kind is StartKind.Random ? Family.TryRandom(data, components, seed, options)
        : Family.TryKMeans(data, components, seed, options);

    /// <summary>A way to make a start near a mixture of it, from a seed; null if there is none.</summary>
    public Func<IMixture, long, EmOptions, Outcome<IMixture, Degeneracy>>? Near(Dataset data, int components) => IsGaussian && components > 1
        ? (mixture, seed, options) => Initial.TrySwap(data, (GaussianMixture)mixture, seed, options).Map<IMixture>(start => start)
        : null;
}
