namespace GmmPure.FSharp

open GmmPure

/// <summary>Several starts, as sequences over seeds.</summary>
module Restart =

    /// <summary>An endless sequence of seeds derived from the first, which is the given one.</summary>
    let seeds (seed: int64) : seq<int64> = Seeds.From seed

    /// <summary>Runs the finite history of one seed to its end.</summary>
    let run (history: int64 -> seq<'iteration>) (seed: int64) = Restarts.Run(seed, history)

    /// <summary>The restart of the largest log-likelihood that did not degenerate, if any did not.</summary>
    let tryBest (restarts: seq<Restart<'iteration>>) = Restarts.Best restarts |> Option.ofObj

    /// <summary>Whether both are heading for the same log-likelihood.</summary>
    let agree (one: Restart<'iteration>) (other: Restart<'iteration>) = one.AgreesWith other
