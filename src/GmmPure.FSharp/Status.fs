namespace GmmPure.FSharp

open GmmPure

/// <summary>Where an iteration stands.</summary>
type StatusView =
    /// <summary>Another iteration follows.</summary>
    | Running
    /// <summary>A rule is met; what it measured, in its own unit.</summary>
    | Converged of measured: float
    /// <summary>The M-step failed; how.</summary>
    | Degenerate of cause: Degeneracy

/// <summary>Where iterations stand: running, converged or degenerate.</summary>
[<RequireQualifiedAccess>]
module Status =

    /// <summary>The status by its kind.</summary>
    [<CompiledName("View")>]
    let view (status: Status) =
        status.Match(
            (fun _ -> Running),
            (fun converged -> Converged converged.Measured),
            (fun degenerate -> Degenerate degenerate.Cause)
        )
