namespace GmmPure.FSharp

open GmmPure

/// <summary>Rules for when to stop, as values.</summary>
[<RequireQualifiedAccess>]
module Convergence =

    /// <summary>Stop when an iteration gains at most this much log-likelihood per sample, in nats.</summary>
    [<CompiledName("GainPerSample")>]
    let gainPerSample (tolerance: float) = Convergence.GainPerSample tolerance

    /// <summary>Stop when an iteration gains at most this much log-likelihood in total, in nats.</summary>
    [<CompiledName("TotalGain")>]
    let totalGain (tolerance: float) = Convergence.TotalGain tolerance

    /// <summary>Stop when an iteration gains at most this share of the log-likelihood's magnitude.</summary>
    [<CompiledName("RelativeGain")>]
    let relativeGain (tolerance: float) = Convergence.RelativeGain tolerance

    /// <summary>Stop when no parameter changes by more than this, in the model's own scales.</summary>
    [<CompiledName("ParameterChange")>]
    let parameterChange (tolerance: float) = Convergence.ParameterChange tolerance

    /// <summary>Stop when all further iterations are estimated to gain at most this much per sample, in nats.</summary>
    [<CompiledName("AitkenRemainingGain")>]
    let aitkenRemainingGain (tolerance: float) =
        Convergence.AitkenRemainingGain tolerance
