namespace GmmPure.FSharp

open GmmPure

/// <summary>How a component degenerated, or which row none reaches.</summary>
type DegeneracyView =
    /// <summary>The component, counted from 0, that too few rows are left to, and its effective count N_k.</summary>
    | Emptied of which: int * effectiveCount: float
    /// <summary>
    /// The component, counted from 0 (None if the covariance is shared), the column that collapsed (None for a ball), and its
    /// pivot over the larger of the column's variances in the data and in the component.
    /// </summary>
    | Singular of which: int option * column: int option * relativePivot: float
    /// <summary>The component (None if there is but one), the parameter in which its likelihood has no maximum, and where that goes.</summary>
    | NoMaximum of which: int option * parameter: string * limit: float
    /// <summary>The first row, counted from 0, that has density 0 under every component, or under that of its label (if it has one).</summary>
    | Unreachable of row: int64 * label: int option

/// <summary>Degeneracies: why an iteration has no next model.</summary>
[<RequireQualifiedAccess>]
module Degeneracy =

    /// <summary>The degeneracy by its kind.</summary>
    [<CompiledName("View")>]
    let view (degeneracy: Degeneracy) =
        degeneracy.Match(
            (fun emptied -> Emptied(emptied.EmptyComponent, emptied.EffectiveCount)),
            (fun singular ->
                Singular(
                    Option.ofNullable singular.Component,
                    Option.ofNullable singular.Column,
                    singular.RelativePivot
                )),
            (fun none -> NoMaximum(Option.ofNullable none.Component, none.Parameter, none.Limit)),
            (fun unreachable -> Unreachable(unreachable.Row, Option.ofNullable unreachable.Label))
        )

    /// <summary>What an M-step gives where there is no maximum: the likelihood rises as a parameter goes to a limit.</summary>
    /// <exception cref="T:System.ArgumentException">The parameter has no name.</exception>
    [<CompiledName("NoMaximum")>]
    let noMaximum (parameter: string) (limit: float) : Result<'model, Degeneracy> =
        Families.Estimate.None<'model>(parameter, limit) |> Outcome.toResult
