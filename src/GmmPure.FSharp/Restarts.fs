namespace GmmPure.FSharp

open GmmPure

/// <summary>Several starts, as sequences over seeds.</summary>
[<RequireQualifiedAccess>]
module Restarts =

    /// <summary>The finite history of one seed, run to its end.</summary>
    /// <exception cref="T:System.ArgumentException">The history is empty.</exception>
    [<CompiledName("Run")>]
    let run (history: int64 -> seq<'iteration>) (seed: int64) = Restarts.Run(seed, history)

    /// <summary>The restart of the largest objective that did not degenerate, if any did not.</summary>
    [<CompiledName("TryBest")>]
    let tryBest (restarts: seq<Restart<'iteration>>) = Restarts.Best restarts |> Option.ofObj

    /// <summary>
    /// The search for the best optimum: short runs from starts of several kinds, long runs of those that may still come to more than the
    /// best. Of each attempt, where it came from and how far it went.
    /// </summary>
    [<CompiledName("Search")>]
    let search
        (options: SearchOptions)
        (start: StartKind -> int64 -> Result<'mixture, Degeneracy>)
        (history: 'mixture -> seq<Iteration<'mixture>>)
        =
        Restarts.Search((fun kind seed -> start kind seed |> Outcome.ofResult), history, options)

    /// <summary>The same search, which after its first round goes on from starts near the best mixture so far.</summary>
    [<CompiledName("SearchNear")>]
    let searchNear
        (options: SearchOptions)
        (near: 'mixture -> int64 -> Result<'mixture, Degeneracy>)
        (start: StartKind -> int64 -> Result<'mixture, Degeneracy>)
        (history: 'mixture -> seq<Iteration<'mixture>>)
        =
        Restarts.Search(
            (fun kind seed -> start kind seed |> Outcome.ofResult),
            history,
            options,
            (fun mixture seed -> near mixture seed |> Outcome.ofResult)
        )

    /// <summary>Whether both are heading for the same objective.</summary>
    [<CompiledName("Agree")>]
    let agree (one: Restart<'iteration>) (other: Restart<'iteration>) = one.AgreesWith other
