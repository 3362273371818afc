namespace GmmPure.FSharp

open System.Collections.Immutable
open GmmPure

/// <summary>Sufficient statistics: what an M-step needs to know of data and responsibilities, and the M-step from it.</summary>
[<RequireQualifiedAccess>]
module SufficientStatistics =

    /// <summary>The weighted sums of rows, and of squares and products as a layout has them, about a reference (K×D).</summary>
    /// <exception cref="T:System.ArgumentException">A shape does not fit.</exception>
    [<CompiledName("OfResponsibilities")>]
    let ofResponsibilities
        (layout: MomentLayout)
        (reference: Table)
        (responsibilities: Responsibilities)
        (data: Dataset)
        =
        SufficientStatistics.Of(data, responsibilities, layout, reference)

    /// <summary>The M-step for a structure with options, given the columns' variances in the data (D): the next mixture, or how a component degenerated.</summary>
    /// <exception cref="T:System.ArgumentException">A shape does not fit, or the structure needs other sums.</exception>
    [<CompiledName("MStepWith")>]
    let mStepWith
        (structure: CovarianceStructure)
        (options: EmOptions)
        (columnVariances: ImmutableArray<float>)
        (statistics: SufficientStatistics)
        =
        Em.MStep(statistics, columnVariances, structure, options) |> Outcome.toResult

    /// <summary>The M-step for full covariances, given the columns' variances in the data (D): the next mixture, or how a component degenerated.</summary>
    /// <exception cref="T:System.ArgumentException">A shape does not fit, or full covariances need other sums.</exception>
    [<CompiledName("MStep")>]
    let mStep columnVariances statistics =
        mStepWith CovarianceStructure.Full EmOptions.Default columnVariances statistics

    /// <summary>The new weights alone (K), π_k = N_k/N.</summary>
    [<CompiledName("UpdateWeights")>]
    let updateWeights (statistics: SufficientStatistics) = Em.UpdateWeights statistics

    /// <summary>The new means alone (K×D), or the first component that is empty.</summary>
    [<CompiledName("UpdateMeans")>]
    let updateMeans (statistics: SufficientStatistics) =
        Em.UpdateMeans statistics |> Outcome.toResult

    /// <summary>The new covariances (K) about given means (K×D) alone, for a structure with options, or the first that is singular.</summary>
    /// <exception cref="T:System.ArgumentException">A shape does not fit, or the structure needs other sums.</exception>
    [<CompiledName("UpdateCovariancesWith")>]
    let updateCovariancesWith
        (structure: CovarianceStructure)
        (options: EmOptions)
        (means: Table)
        (columnVariances: ImmutableArray<float>)
        (statistics: SufficientStatistics)
        =
        Em.UpdateCovariances(statistics, means, columnVariances, structure, options)
        |> Outcome.toResult

    /// <summary>The new full covariances (K) about given means (K×D) alone, or the first that is singular.</summary>
    /// <exception cref="T:System.ArgumentException">A shape does not fit, or full covariances need other sums.</exception>
    [<CompiledName("UpdateCovariances")>]
    let updateCovariances means columnVariances statistics =
        updateCovariancesWith CovarianceStructure.Full EmOptions.Default means columnVariances statistics
