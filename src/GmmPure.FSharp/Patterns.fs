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

    /// <summary>
    /// How a component degenerated: component and effective count; component (None if shared) and column (None for a ball);
    /// or component (None if there is but one), the parameter in which its likelihood has no maximum, and where that goes.
    /// </summary>
    let (|Emptied|Singular|NoMaximum|) (cause: Degeneracy) =
        cause.Match(
            (fun emptied -> Emptied(emptied.EmptyComponent, emptied.EffectiveCount)),
            (fun singular -> Singular(Option.ofNullable singular.Component, Option.ofNullable singular.Column)),
            (fun none -> NoMaximum(Option.ofNullable none.Component, none.Parameter, none.Limit))
        )

    /// <summary>
    /// Why numbers are not a data set: nothing there; a row of another length (row, found, expected); a value that is not
    /// finite or too large (row, column, value); a column that varies too little (column, spread); a weight that is not
    /// valid (row, weight), or their sum.
    /// </summary>
    let (|Empty|Ragged|NotFinite|TooLarge|TooNarrow|BadWeight|BadTotalWeight|) (fault: DataFault) =
        fault.Match(
            (fun _ -> Empty),
            (fun ragged -> Ragged(ragged.Row, ragged.Found, ragged.Expected)),
            (fun value -> NotFinite(value.Row, value.Column, value.Value)),
            (fun value -> TooLarge(value.Row, value.Column, value.Value)),
            (fun column -> TooNarrow(column.Column, column.Spread)),
            (fun weight -> BadWeight(weight.Row, weight.Weight)),
            (fun total -> BadTotalWeight total.TotalWeight)
        )
