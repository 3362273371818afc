namespace GmmPure.Cli.Models;

/// <summary>A kind of mixtures: a family, and for Gaussians the covariance structure. What a fit needs to begin.</summary>
internal interface IKind
{
    /// <summary>The family's name.</summary>
    string Family { get; }

    /// <summary>What to try instead of a fit that is degenerate.</summary>
    string Remedies { get; }

    /// <summary>So many components of it, in words.</summary>
    string Describe(int components);

    /// <summary>Refuses data that such a mixture cannot have made, and what memory cannot hold.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="components">K.</param>
    /// <param name="file">What messages call the data.</param>
    void Check(Dataset data, int components, string file);

    /// <summary>Why the data have not even one component of the kind; null if they have, or a fit will find out.</summary>
    string? WhyNoComponent(Dataset data);

    /// <summary>A start from k-means.</summary>
    IModel KMeansPlusPlus(Dataset data, int components, long seed, EmOptions options);

    /// <summary>A start from random responsibilities.</summary>
    IModel Random(Dataset data, int components, long seed, EmOptions options);

    /// <summary>A start from labels, whose order it keeps; or why a component of it cannot be.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="labels">One a row; null where it is not known. K − 1 is the largest.</param>
    /// <param name="options">Threads.</param>
    Outcome<IModel, Degeneracy> FromLabels(Dataset data, ImmutableArray<int?> labels, EmOptions options);

    /// <summary>What is wrong with the data themselves where every fit degenerates, if it is they.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="cause">How the first fit degenerated, in words.</param>
    /// <param name="ridge">What is added to every covariance's diagonal.</param>
    string? WhyDegenerate(Dataset data, string cause, double ridge);
}
