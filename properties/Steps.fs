namespace GmmPure.Properties

open GmmPure
open GmmPure.FSharp
open GmmPure.Textbook

/// An E-step and an M-step, as the laws take them: so that other implementations, and wrong ones, can be put in.
type Steps =
    {
        EStep: GaussianMixture -> Dataset -> Responsibilities * float
        /// The next mixture, or how a component degenerated.
        MStep: CovarianceStructure -> Responsibilities -> Dataset -> Result<GaussianMixture, TextbookDegeneracy>
    }

module Steps =

    /// What a degeneracy names: the component, the column, and whether it is without rows.
    let fault (cause: Degeneracy) =
        match cause with
        | :? Degeneracy.Singular as singular -> TextbookDegeneracy(singular.Component, singular.Column)
        | _ -> TextbookDegeneracy(cause.Component, System.Nullable(), (cause :? Degeneracy.Emptied))

    /// The library's two steps, one after the other.
    let composed =
        {
            EStep = Em.eStep
            MStep =
                fun structure responsibilities data ->
                    Em.mStepWith structure Options.defaults responsibilities data
                    |> Result.mapError fault
        }

    /// The textbook's steps, in double precision.
    let textbook =
        {
            EStep =
                fun mixture data ->
                    let data, θ = TextbookData<float>.From data, TextbookMixture<float>.From mixture
                    let r = Equations<float>.Responsibilities(data, θ)
                    Responsibilities.FromTable(r.ToTable()), Equations<float>.LogLikelihood(data, θ)
            MStep =
                fun structure responsibilities data ->
                    let step =
                        Equations<float>
                            .MStep(TextbookData<float>.From data, Table<float>.From responsibilities.Values, structure)

                    Outcome.toResult step |> Result.map _.ToGaussianMixture()
        }

    /// M(E(θ)).
    let step steps (mixture: GaussianMixture) data =
        let responsibilities, _ = steps.EStep mixture data
        steps.MStep mixture.Structure responsibilities data

    /// Random responsibilities that come from no mixture: the M-step's laws hold whatever they are.
    let arbitraryResponsibilities seed components (data: Dataset) =
        let random = System.Random seed

        let row _ =
            let shares = Array.init components (fun _ -> random.NextDouble() ** 3.0 + 1e-3)
            shares |> Array.map (fun share -> share / Array.sum shares) |> Seq.ofArray

        Seq.init data.Count row |> Table.FromRows |> Responsibilities.FromTable

/// What a law says of a case: it holds, or what went wrong.
module Law =

    let holds: Result<unit, string> = Ok()

    /// The law does not speak of a case whose M-step degenerates.
    let onSuccess check outcome =
        match outcome with
        | Ok value ->
            Kind.meet "a step"
            check value
        | Error _ ->
            Kind.meet "a degenerate step"
            holds

    let isTrue message condition =
        if condition then holds else Error message

    /// |found − expected| ≤ bound (a NaN is never near).
    let near name bound expected found =
        if abs (found - expected) <= bound then
            holds
        else
            Error $"%s{name}: %.17g{found} instead of %.17g{expected}, off by %g{abs (found - expected)} > %g{bound}"

    /// All of them, or the first that fails.
    let all (checks: seq<Result<unit, string>>) =
        checks |> Seq.tryFind Result.isError |> Option.defaultValue holds

    /// Of so many objectives, each with its rounding, none is below the one before by more than that.
    let neverFalls count (objectives: seq<float * float>) =
        objectives
        |> Seq.truncate count
        |> Seq.pairwise
        |> Seq.mapi (fun index ((before, _), (after, rounding)) ->
            let fall = before - after
            isTrue $"it falls by %g{fall} in iteration %d{index + 1}" (fall <= rounding))
        |> all

    /// The objective of so many elements never falls by more than its rounding.
    let climbs count (history: seq<'iteration>) =
        history
        |> Seq.map (fun (step: 'iteration) -> (step :> IIteration<'iteration>).Objective)
        |> Seq.map (fun objective -> objective.Value, objective.Rounding)
        |> neverFalls count

    /// The mixtures agree within the bounds.
    let agree bounds (data: Dataset) expected actual =
        match Bounds.disagreement bounds data.TotalWeight expected actual with
        | None -> holds
        | Some message -> Error message

    /// A covariance or a weight that is within rounding of the rule of degeneracy. A pivot of at most τ = D·2⁻⁵⁰ of a
    /// column's variance bounds the smallest eigenvalue by τ times the largest variance; a linear map A of the
    /// coordinates moves that by no more than κ(A)², and the rounding of the moments by N·u of the variances.
    let private isNearlyDegenerate stretch (data: Dataset) (mixture: GaussianMixture) =
        let d = float data.Dimension

        let threshold =
            stretch * (4.0 * d * 2.0 ** -50 + 8.0 * (float data.Count + d) * Bounds.u)

        let spread = Seq.sum data.ColumnVariances

        Seq.min mixture.Weights <= 2.0 ** -50
        || mixture.Covariances
           |> Seq.exists (fun covariance ->
               let variances = Seq.init covariance.Dimension (fun j -> covariance[j, j])
               Bounds.smallestVariance covariance <= threshold * max spread (Seq.sum variances))

    /// Two outcomes of a step: mixtures that agree, or both degenerate; or, since the rule draws a line through a
    /// continuum, one degenerate and the other within rounding of it.
    let outcomesAgree stretch bounds data (expected: Result<GaussianMixture, TextbookDegeneracy>) actual =
        match expected, actual with
        | Ok expected, Ok actual ->
            Kind.meet "a step"
            agree bounds data expected actual
        | Error _, Error _ ->
            Kind.meet "a degenerate step"
            holds
        | Ok mixture, Error cause
        | Error cause, Ok mixture ->
            isTrue $"degenerate on one side only: {cause}" (isNearlyDegenerate stretch data mixture)

    /// Fails the test with the law's own words.
    let check law =
        match law with
        | Ok() -> ()
        | Error message -> failwith message
