namespace GmmPure.FSharp

open GmmPure

/// <summary>Outcomes as F#'s own results.</summary>
[<RequireQualifiedAccess>]
module Outcome =

    /// <summary>The value as <c>Ok</c>, the fault as <c>Error</c>.</summary>
    [<CompiledName("ToResult")>]
    let toResult (outcome: Outcome<'value, 'fault>) : Result<'value, 'fault> =
        outcome.Match((fun value -> Ok value), (fun fault -> Error fault))

    /// <summary>An F# result as an outcome.</summary>
    [<CompiledName("OfResult")>]
    let ofResult (result: Result<'value, 'fault>) : Outcome<'value, 'fault> =
        match result with
        | Ok value -> GmmPure.Outcome.Success value
        | Error fault -> GmmPure.Outcome.Failure fault
