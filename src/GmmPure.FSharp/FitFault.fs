namespace GmmPure.FSharp

open GmmPure

/// <summary>Why data have no fit.</summary>
type FitFaultView =
    /// <summary>There are fewer distinct rows than components: how many there are, and K.</summary>
    | TooFewDistinctRows of count: int * components: int
    /// <summary>There are fewer rows that differ than full covariances take: how many there are, and how many are needed.</summary>
    | TooFewForCovariance of count: int * needed: int64
    /// <summary>No start has an estimate: why the first has none.</summary>
    | NoStart of cause: Degeneracy
    /// <summary>Every run degenerated: how the first did, and all that were tried.</summary>
    | AllDegenerate of cause: Degeneracy * attempts: Attempt<IMixture> list

/// <summary>Faults of fits.</summary>
[<RequireQualifiedAccess>]
module FitFault =

    /// <summary>The fault by its kind.</summary>
    [<CompiledName("View")>]
    let view (fault: FitFault) =
        fault.Match(
            (fun rows -> TooFewDistinctRows(rows.Count, rows.Components)),
            (fun rows -> TooFewForCovariance(rows.Count, rows.Needed)),
            (fun none -> NoStart none.Cause),
            (fun all -> AllDegenerate(all.Cause, List.ofSeq all.Attempts))
        )
