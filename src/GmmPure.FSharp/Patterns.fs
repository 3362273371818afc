namespace GmmPure.FSharp

open GmmPure

/// <summary>Complete active patterns for the closed families of the core.</summary>
[<AutoOpen>]
module Patterns =

    /// <summary>A covariance by its shape: matrix and Cholesky factor, variances, or dimension and variance.</summary>
    let (|Full|Diagonal|Spherical|) (covariance: Covariance) =
        covariance.Match(
            (fun full -> Full(full.Matrix, full.CholeskyFactor)),
            (fun diagonal -> Diagonal diagonal.Variances),
            (fun spherical -> Spherical(spherical.Dimension, spherical.Variance))
        )

    /// <summary>Where an iteration stands: still running, converged (and what the rule measured), or degenerate (and how).</summary>
    let (|Running|Converged|Degenerate|) (status: Status) =
        status.Match(
            (fun _ -> Running),
            (fun converged -> Converged converged.Measured),
            (fun degenerate -> Degenerate degenerate.Cause)
        )

    /// <summary>How a component degenerated: component and effective count, or component (None if shared) and column.</summary>
    let (|Emptied|Singular|) (cause: Degeneracy) =
        cause.Match(
            (fun emptied -> Emptied(emptied.EmptyComponent, emptied.EffectiveCount)),
            (fun singular -> Singular(Option.ofNullable singular.Component, singular.Column))
        )
