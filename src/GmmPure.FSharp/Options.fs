namespace GmmPure.FSharp

open System
open GmmPure

/// <summary>How to run EM, beyond the data and the start: <c>Options.defaults |> Options.threads 1 |> Options.ridge 1e-6</c>.</summary>
[<RequireQualifiedAccess>]
module Options =

    /// <summary>Plain maximum likelihood, on all threads.</summary>
    [<CompiledName("Defaults")>]
    let defaults = EmOptions.Default

    /// <summary>The same with a number that every M-step adds to the diagonals of covariances, in squared units of the columns.</summary>
    /// <exception cref="T:System.ArgumentOutOfRangeException">It is negative, NaN or too large.</exception>
    [<CompiledName("Ridge")>]
    let ridge (ridge: float) (options: EmOptions) =
        EmOptions(Ridge = ridge, Threads = options.Threads)

    /// <summary>The same on at most so many threads; the bits do not depend on it.</summary>
    /// <exception cref="T:System.ArgumentOutOfRangeException">It is not positive.</exception>
    [<CompiledName("Threads")>]
    let threads (threads: int) (options: EmOptions) =
        EmOptions(Ridge = options.Ridge, Threads = Nullable threads)
