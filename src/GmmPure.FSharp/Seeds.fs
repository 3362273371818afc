namespace GmmPure.FSharp

open GmmPure

/// <summary>Seeds of random draws.</summary>
[<RequireQualifiedAccess>]
module Seeds =

    /// <summary>Seeds as an endless, lazy sequence derived from the first, which is the given one.</summary>
    [<CompiledName("From")>]
    let from (seed: int64) : seq<int64> = Seeds.From seed
