namespace GmmPure.FSharp

open GmmPure

/// <summary>Rules for when to stop, as values.</summary>
module Convergence =

    /// <summary>Stop when an iteration gains at most this much log-likelihood per sample, in nats.</summary>
    let gainPerSample (tolerance: float) = Convergence.GainPerSample tolerance

    /// <summary>Stop when an iteration gains at most this much log-likelihood in total, in nats.</summary>
    let totalGain (tolerance: float) = Convergence.TotalGain tolerance

    /// <summary>Stop when an iteration gains at most this share of the log-likelihood's magnitude.</summary>
    let relativeGain (tolerance: float) = Convergence.RelativeGain tolerance

    /// <summary>Stop when no parameter changes by more than this, in the model's own scales.</summary>
    let parameterChange (tolerance: float) = Convergence.ParameterChange tolerance

    /// <summary>Stop when all further iterations are estimated to gain at most this much per sample, in nats.</summary>
    let aitkenRemainingGain (tolerance: float) =
        Convergence.AitkenRemainingGain tolerance
