namespace GmmPure.FSharp

open GmmPure

/// <summary>One iteration of EM as a value, θ → M(E(θ)): what a sequence unfolds, and what other algorithms wrap.</summary>
[<RequireQualifiedAccess>]
module EmMap =

    /// <summary>
    /// A map from three pure functions: the E-step, from θ to what is expected of the hidden variables; the objective at θ, from
    /// that; and the M-step, from both to the next θ, or why there is none.
    /// </summary>
    [<CompiledName("Create")>]
    let create
        (expect: 'model -> 'expectation)
        (objective: 'model -> 'expectation -> Objective)
        (maximise: 'model -> 'expectation -> Result<'model, Degeneracy>)
        : EmMap<'model, 'expectation> =
        EmMap<'model, 'expectation>(
            expect,
            (fun model expectation -> objective model expectation),
            (fun model expectation -> maximise model expectation |> Outcome.ofResult)
        )

    /// <summary>The E-step: what is expected of the hidden variables, given the data and θ.</summary>
    [<CompiledName("Expect")>]
    let expect (map: EmMap<'model, 'expectation>) (model: 'model) = map.Expect.Invoke model

    /// <summary>The objective at θ, from what its E-step gave.</summary>
    [<CompiledName("Objective")>]
    let objective (map: EmMap<'model, 'expectation>) (model: 'model) (expectation: 'expectation) =
        map.Objective.Invoke(model, expectation)

    /// <summary>The M-step: the next θ from this one and its expectation, or why there is none.</summary>
    [<CompiledName("Maximise")>]
    let maximise (map: EmMap<'model, 'expectation>) (model: 'model) (expectation: 'expectation) =
        map.Maximise.Invoke(model, expectation) |> Outcome.toResult

    /// <summary>One iteration, M(E(θ)): the next θ, or why there is none.</summary>
    [<CompiledName("Step")>]
    let step (map: EmMap<'model, 'expectation>) (model: 'model) = map.Step model |> Outcome.toResult
