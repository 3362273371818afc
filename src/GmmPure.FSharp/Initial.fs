namespace GmmPure.FSharp

open GmmPure

/// <summary>
/// Where EM of Gaussian mixtures may start. Covariances are full, and options the default; the functions that end in <c>With</c>
/// take both first. For mixtures of other families <see cref="T:GmmPure.FSharp.Mixture"/> has functions of the same names.
/// </summary>
[<RequireQualifiedAccess>]
module Initial =

    /// <summary>A start from k-means, with a covariance structure and options.</summary>
    /// <exception cref="T:System.ArgumentException">There are fewer distinct rows than components.</exception>
    [<CompiledName("KMeansWith")>]
    let kMeansWith
        (structure: CovarianceStructure)
        (options: EmOptions)
        (components: int)
        (seed: int64)
        (data: Dataset)
        =
        Initial.KMeans(data, components, seed, structure, options)

    /// <summary>A start from k-means on columns scaled to unit variance, whose centres k-means++ chooses.</summary>
    /// <exception cref="T:System.ArgumentException">There are fewer distinct rows than components.</exception>
    [<CompiledName("KMeans")>]
    let kMeans components seed data =
        kMeansWith CovarianceStructure.Full EmOptions.Default components seed data

    /// <summary>A start from k-means on whitened rows, with a covariance structure and options.</summary>
    /// <exception cref="T:System.ArgumentException">There are fewer distinct rows than components.</exception>
    [<CompiledName("WhitenedKMeansWith")>]
    let whitenedKMeansWith
        (structure: CovarianceStructure)
        (options: EmOptions)
        (components: int)
        (seed: int64)
        (data: Dataset)
        =
        Initial.WhitenedKMeans(data, components, seed, structure, options)

    /// <summary>A start from k-means on whitened rows: the same after any affine map of the data.</summary>
    /// <exception cref="T:System.ArgumentException">There are fewer distinct rows than components.</exception>
    [<CompiledName("WhitenedKMeans")>]
    let whitenedKMeans components seed data =
        whitenedKMeansWith CovarianceStructure.Full EmOptions.Default components seed data

    /// <summary>A start from hierarchical clustering of whitened rows by Ward's criterion, with a covariance structure and options.</summary>
    /// <exception cref="T:System.ArgumentException">There are fewer distinct rows than components.</exception>
    [<CompiledName("HierarchicalWith")>]
    let hierarchicalWith
        (structure: CovarianceStructure)
        (options: EmOptions)
        (components: int)
        (seed: int64)
        (data: Dataset)
        =
        Initial.Hierarchical(data, components, seed, structure, options)

    /// <summary>A start from hierarchical clustering of whitened rows by Ward's criterion: the same after any affine map of the data.</summary>
    /// <exception cref="T:System.ArgumentException">There are fewer distinct rows than components.</exception>
    [<CompiledName("Hierarchical")>]
    let hierarchical components seed data =
        hierarchicalWith CovarianceStructure.Full EmOptions.Default components seed data

    /// <summary>A start from drawn rows, each with those that are nearest to it, with a covariance structure and options.</summary>
    /// <exception cref="T:System.ArgumentException">There are fewer distinct rows than components.</exception>
    [<CompiledName("NearestRowsWith")>]
    let nearestRowsWith
        (structure: CovarianceStructure)
        (options: EmOptions)
        (components: int)
        (seed: int64)
        (data: Dataset)
        =
        Initial.NearestRows(data, components, seed, structure, options)

    /// <summary>A start from drawn rows, each with those that are nearest to it: the same after any affine map of the data.</summary>
    /// <exception cref="T:System.ArgumentException">There are fewer distinct rows than components.</exception>
    [<CompiledName("NearestRows")>]
    let nearestRows components seed data =
        nearestRowsWith CovarianceStructure.Full EmOptions.Default components seed data

    /// <summary>A start of some kind, with a covariance structure and options.</summary>
    /// <exception cref="T:System.ArgumentException">There are fewer distinct rows than components.</exception>
    [<CompiledName("CreateWith")>]
    let createWith
        (structure: CovarianceStructure)
        (options: EmOptions)
        (kind: StartKind)
        (components: int)
        (seed: int64)
        (data: Dataset)
        =
        Initial.Of(kind, data, components, seed, structure, options)

    /// <summary>A start of some kind.</summary>
    /// <exception cref="T:System.ArgumentException">There are fewer distinct rows than components.</exception>
    [<CompiledName("Create")>]
    let create kind components seed data =
        createWith CovarianceStructure.Full EmOptions.Default kind components seed data

    /// <summary>A start near a mixture with options, or which component would have no row.</summary>
    /// <exception cref="T:System.ArgumentException">There is one component, or the columns do not fit.</exception>
    [<CompiledName("TrySwapWith")>]
    let trySwapWith (options: EmOptions) (mixture: GaussianMixture) (seed: int64) (data: Dataset) =
        Initial.TrySwap(data, mixture, seed, options) |> Outcome.toResult

    /// <summary>A start near a mixture, or which component would have no row.</summary>
    /// <exception cref="T:System.ArgumentException">There is one component, or the columns do not fit.</exception>
    [<CompiledName("TrySwap")>]
    let trySwap mixture seed data =
        trySwapWith EmOptions.Default mixture seed data

    /// <summary>A start near a mixture with options: one component is taken away, and another one is split.</summary>
    /// <exception cref="T:System.ArgumentException">There is one component, or the columns do not fit.</exception>
    [<CompiledName("SwapWith")>]
    let swapWith (options: EmOptions) (mixture: GaussianMixture) (seed: int64) (data: Dataset) =
        Initial.Swap(data, mixture, seed, options)

    /// <summary>A start near a mixture: one component is taken away, and another one is split.</summary>
    /// <exception cref="T:System.ArgumentException">There is one component, or the columns do not fit.</exception>
    [<CompiledName("Swap")>]
    let swap mixture seed data =
        swapWith EmOptions.Default mixture seed data

    /// <summary>A start from random responsibilities, with a covariance structure and options.</summary>
    /// <exception cref="T:System.ArgumentException">There are fewer distinct rows than components.</exception>
    [<CompiledName("RandomWith")>]
    let randomWith
        (structure: CovarianceStructure)
        (options: EmOptions)
        (components: int)
        (seed: int64)
        (data: Dataset)
        =
        Initial.Random(data, components, seed, structure, options)

    /// <summary>A start from random responsibilities.</summary>
    /// <exception cref="T:System.ArgumentException">There are fewer distinct rows than components.</exception>
    [<CompiledName("Random")>]
    let random components seed data =
        randomWith CovarianceStructure.Full EmOptions.Default components seed data

    /// <summary>A component for each label, with a covariance structure and options; in canonical order.</summary>
    /// <exception cref="T:System.ArgumentException">The labels are not one a row, from 0 to K − 1, each in use.</exception>
    [<CompiledName("OfLabelsWith")>]
    let ofLabelsWith (structure: CovarianceStructure) (options: EmOptions) (labels: seq<int>) (data: Dataset) =
        Initial.FromLabels(data, labels, structure, options)

    /// <summary>A component for each label, then put into canonical order: component k need not be label k.</summary>
    /// <exception cref="T:System.ArgumentException">The labels are not one a row, from 0 to K − 1, each in use.</exception>
    [<CompiledName("OfLabels")>]
    let ofLabels labels data =
        ofLabelsWith CovarianceStructure.Full EmOptions.Default labels data

    /// <summary>A component for each label that is known to some rows, with a covariance structure and options; in the labels' order.</summary>
    /// <exception cref="T:System.ArgumentException">The labels are not one a row, from 0 to K − 1, each known to a row.</exception>
    [<CompiledName("OfKnownLabelsWith")>]
    let ofKnownLabelsWith
        (structure: CovarianceStructure)
        (options: EmOptions)
        (labels: seq<int option>)
        (data: Dataset)
        =
        Initial.FromLabels(data, labels |> Seq.map Option.toNullable, structure, options)

    /// <summary>A component for each label that is known to some rows (None where it is not): component k is label k.</summary>
    /// <exception cref="T:System.ArgumentException">The labels are not one a row, from 0 to K − 1, each known to a row.</exception>
    [<CompiledName("OfKnownLabels")>]
    let ofKnownLabels labels data =
        ofKnownLabelsWith CovarianceStructure.Full EmOptions.Default labels data

    /// <summary>The components that given responsibilities (N×K) make, with a covariance structure and options.</summary>
    /// <exception cref="T:System.ArgumentException">The rows do not fit, or a component is responsible for nothing.</exception>
    [<CompiledName("OfResponsibilitiesWith")>]
    let ofResponsibilitiesWith
        (structure: CovarianceStructure)
        (options: EmOptions)
        (responsibilities: Responsibilities)
        (data: Dataset)
        =
        Initial.FromResponsibilities(data, responsibilities, structure, options)

    /// <summary>The components that given responsibilities (N×K) make.</summary>
    /// <exception cref="T:System.ArgumentException">The rows do not fit, or a component is responsible for nothing.</exception>
    [<CompiledName("OfResponsibilities")>]
    let ofResponsibilities responsibilities data =
        ofResponsibilitiesWith CovarianceStructure.Full EmOptions.Default responsibilities data
