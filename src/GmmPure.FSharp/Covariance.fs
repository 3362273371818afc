namespace GmmPure.FSharp

open GmmPure

/// <summary>A covariance by its shape.</summary>
type CovarianceView =
    /// <summary>The matrix Σ (D×D) and its lower Cholesky factor (D×D).</summary>
    | Full of matrix: Table * choleskyFactor: Table
    /// <summary>The variances σ² (D).</summary>
    | Diagonal of variances: float list
    /// <summary>D and the one variance σ².</summary>
    | Spherical of dimension: int * variance: float

/// <summary>Covariances of one component (D×D).</summary>
[<RequireQualifiedAccess>]
module Covariance =

    /// <summary>A covariance from a symmetric, positive definite matrix (D×D).</summary>
    /// <exception cref="T:System.ArgumentException">The matrix is not square, finite, symmetric and positive definite.</exception>
    [<CompiledName("Full")>]
    let full (matrix: Table) = Covariance.Full matrix

    /// <summary>A covariance from a symmetric, positive definite matrix (D×D), or where it is not one.</summary>
    [<CompiledName("TryFull")>]
    let tryFull (matrix: Table) =
        Covariance.TryFull matrix |> Outcome.toResult

    /// <summary>A covariance without correlations, from variances (D).</summary>
    /// <exception cref="T:System.ArgumentException">There is no variance, or one is not positive and finite.</exception>
    [<CompiledName("Diagonal")>]
    let diagonal (variances: seq<float>) = Covariance.Diagonal variances

    /// <summary>A covariance without correlations, from variances (D), or the first that is not valid.</summary>
    [<CompiledName("TryDiagonal")>]
    let tryDiagonal (variances: seq<float>) =
        Covariance.TryDiagonal variances |> Outcome.toResult

    /// <summary>A ball, σ²·I, from D and a variance.</summary>
    /// <exception cref="T:System.ArgumentException">The dimension or the variance is not positive, or not finite.</exception>
    [<CompiledName("Spherical")>]
    let spherical (dimension: int) (variance: float) =
        Covariance.Spherical(dimension, variance)

    /// <summary>A ball, σ²·I, from D and a variance, or which of them is not valid.</summary>
    [<CompiledName("TrySpherical")>]
    let trySpherical (dimension: int) (variance: float) =
        Covariance.TrySpherical(dimension, variance) |> Outcome.toResult

    /// <summary>The covariance by its shape.</summary>
    [<CompiledName("View")>]
    let view (covariance: Covariance) =
        covariance.Match(
            (fun full -> Full(full.Matrix, full.CholeskyFactor)),
            (fun diagonal -> Diagonal(List.ofSeq diagonal.Variances)),
            (fun spherical -> Spherical(spherical.Dimension, spherical.Variance))
        )
