namespace GmmPure.FSharp

open GmmPure

/// <summary>What there is to know of a fit, or of the data that made it collapse. Components, rows and columns count from 0.</summary>
type FitWarningView =
    /// <summary>A run that was stopped before a convergence rule was met, after so many iterations.</summary>
    | NotConverged of iterations: int
    /// <summary>Two components that are nearly the same, and the Bhattacharyya coefficient ∫√(p·q) of the two.</summary>
    | NearlySame of one: int * other: int * overlap: float
    /// <summary>A component that is a narrow spike on a few rows, its effective count, and the rows that it holds.</summary>
    | Spurious of which: int * effectiveCount: float * rows: int64 list
    /// <summary>A row that stands alone and makes a component, and its value in the column in which it stands farthest from the others.</summary>
    | LoneRow of which: int * row: int64 * column: int * value: float
    /// <summary>The few rows that a component was left with.</summary>
    | FewRows of which: int * rows: int64 list
    /// <summary>A value of a column that is repeated exactly in so many rows.</summary>
    | RepeatedValue of column: int * value: float * count: int
    /// <summary>A column of few distinct values, and how many.</summary>
    | FewDistinctValues of column: int * count: int
    /// <summary>The number of parameters, and that of the numbers that they are estimated from.</summary>
    | FewNumbers of parameters: int64 * numbers: float
    /// <summary>A column that is a linear combination of others, or constant if there are none.</summary>
    | DeterminedColumn of column: int * by: int list
    /// <summary>The number of distinct rows, and how many are needed.</summary>
    | TooFewRows of rows: int * needed: int64

/// <summary>Warnings: what there is to know of a fit before it is believed, and what in the data made one collapse.</summary>
[<RequireQualifiedAccess>]
module FitWarning =

    /// <summary>The warnings of a run that ended, or what made it collapse.</summary>
    /// <exception cref="T:System.ArgumentException">The columns do not fit, or a value is outside the family's support.</exception>
    [<CompiledName("OfLast")>]
    let ofLast (last: Iteration<IMixture>) (data: Dataset) = FitWarning.Of(data, last) |> List.ofSeq

    /// <summary>That full covariances cannot be had of so few rows, if they cannot.</summary>
    [<CompiledName("Beforehand")>]
    let beforehand (structure: CovarianceStructure) (options: EmOptions) (data: Dataset) =
        FitWarning.Beforehand(data, structure, options) |> Option.ofObj

    /// <summary>The warning by its kind.</summary>
    [<CompiledName("View")>]
    let view (warning: FitWarning) =
        warning.Match(
            (fun stopped -> NotConverged stopped.Iterations),
            (fun twins -> NearlySame(twins.One, twins.Other, twins.Overlap)),
            (fun spike -> Spurious(spike.Component, spike.EffectiveCount, List.ofSeq spike.Rows)),
            (fun lone -> LoneRow(lone.Component, lone.Row, lone.Column, lone.Value)),
            (fun few -> FewRows(few.Component, List.ofSeq few.Rows)),
            (fun repeated -> RepeatedValue(repeated.Column, repeated.Value, repeated.Count)),
            (fun levels -> FewDistinctValues(levels.Column, levels.Count)),
            (fun numbers -> FewNumbers(numbers.Parameters, numbers.Numbers)),
            (fun column -> DeterminedColumn(column.Column, List.ofSeq column.By)),
            (fun rows -> TooFewRows(rows.Rows, rows.Needed))
        )
