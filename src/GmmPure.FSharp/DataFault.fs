namespace GmmPure.FSharp

open GmmPure

/// <summary>Why numbers are not a data set. Rows and columns count from 0.</summary>
type DataFaultView =
    /// <summary>There is no row, or no column.</summary>
    | Empty
    /// <summary>A row of another length.</summary>
    | Ragged of row: int * found: int * expected: int
    /// <summary>A value that is NaN or infinite.</summary>
    | NotFinite of row: int64 * column: int * value: float
    /// <summary>A value whose square would overflow.</summary>
    | TooLarge of row: int64 * column: int * value: float
    /// <summary>A column that varies too little, and the largest deviation from its first value.</summary>
    | TooNarrow of column: int * spread: float
    /// <summary>A row's weight that is negative, NaN or infinite.</summary>
    | BadWeight of row: int64 * weight: float
    /// <summary>Weights whose sum is too small or too large.</summary>
    | BadTotalWeight of totalWeight: float

/// <summary>Faults of data: why numbers are not a data set.</summary>
[<RequireQualifiedAccess>]
module DataFault =

    /// <summary>The fault by its kind.</summary>
    [<CompiledName("View")>]
    let view (fault: DataFault) =
        fault.Match(
            (fun _ -> Empty),
            (fun ragged -> Ragged(ragged.Row, ragged.Found, ragged.Expected)),
            (fun value -> NotFinite(value.Row, value.Column, value.Value)),
            (fun value -> TooLarge(value.Row, value.Column, value.Value)),
            (fun column -> TooNarrow(column.Column, column.Spread)),
            (fun weight -> BadWeight(weight.Row, weight.Weight)),
            (fun total -> BadTotalWeight total.TotalWeight)
        )
