namespace GmmPure.Properties

open GmmPure
open GmmPure.FSharp
open FsCheck.Xunit

/// A row's weight is how often it stands there.
module WeightLaws =

    let private rows (data: Dataset) =
        data.Values.Rows |> Seq.cast<seq<float>> |> Seq.toArray

    let private likelihoodNear steps case (data: Dataset) factor =
        let _, expected = steps.EStep case.Mixture case.Data
        let _, found = steps.EStep case.Mixture data
        let bound = 2.0 * factor * (Bounds.from case.Data case.Mixture).LogLikelihood
        Law.near "ℓ" bound (factor * expected) found

    let private sameStep steps case (data: Dataset) =
        let bounds = Bounds.ofReach (Bounds.reach case.Data) 0.0 data case.Mixture

        Law.outcomesAgree
            1.0
            (Bounds.times 2.0 bounds)
            data
            (Steps.step steps case.Mixture case.Data)
            (Steps.step steps case.Mixture data)

    /// Each row m times: the same θ, and m·ℓ.
    let repetition steps case =
        let m = 2 + case.Recipe.Seed % 3

        let repeated =
            rows case.Data |> Array.replicate m |> Array.concat |> Dataset.FromRows

        let data =
            if case.Data.Weights.IsEmpty then
                repeated
            else
                repeated.WithWeights(case.Data.Weights |> Array.ofSeq |> Array.replicate m |> Array.concat)

        Law.all [ likelihoodNear steps case data (float m); sameStep steps case data ]

    /// The rows with whole weights, and as many repetitions of them.
    let weightedAndRepeated case =
        let weights =
            Array.init case.Data.Count (fun n -> (n * 7 + case.Recipe.Seed) % 4 + (if n = 0 then 1 else 0))

        let once = Dataset.FromRows(rows case.Data)

        let repeated =
            rows case.Data
            |> Array.mapi (fun n row -> Array.replicate weights[n] row)
            |> Array.concat
            |> Dataset.FromRows

        once.WithWeights(Array.map float weights), repeated

    /// Whole weights, or as many repetitions.
    let wholeWeights steps case =
        let weighted, repeated = weightedAndRepeated case
        let weighted = { case with Data = weighted }

        Law.all [ likelihoodNear steps weighted repeated 1.0; sameStep steps weighted repeated ]

    /// Weight 0, or no such row.
    let deletion steps case =
        let isKept n = n % 5 <> 2
        let once = Dataset.FromRows(rows case.Data)
        let weights = Array.init case.Data.Count (fun n -> if isKept n then 1.0 else 0.0)

        let weighted =
            { case with
                Data = once.WithWeights weights
            }

        let kept =
            rows case.Data
            |> Seq.indexed
            |> Seq.filter (fst >> isKept)
            |> Seq.map snd
            |> Dataset.FromRows

        Law.all [ likelihoodNear steps weighted kept 1.0; sameStep steps weighted kept ]

    /// All weights times a power of two: the same θ to the last bit, for nothing else rounds.
    let scaledWeights steps case =
        let weights factor =
            Seq.init case.Data.Count (fun n -> factor * case.Data.WeightOf n)

        let once = case.Data.WithWeights(weights 1.0)
        let scaled = case.Data.WithWeights(weights 0.0625)

        match Steps.step steps case.Mixture once, Steps.step steps case.Mixture scaled with
        | Ok one, Ok other ->
            Kind.meet "a step"
            Law.isTrue "another θ" (one = other)
        | Error _, Error _ ->
            Kind.meet "a degenerate step"
            Law.holds
        | _ -> Error "one of the two is degenerate"

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``Each row m times gives the same parameters and m times the log-likelihood`` case =
        Law.check (repetition Steps.composed case)

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``Weights are repetition`` case =
        Law.check (wholeWeights Steps.composed case)

    /// Component 0 has eleven distinct rows in eleven columns: its pivot of rounding alone lies at the threshold, on one side of it
    /// with weights and on the other with repetitions, and the smallest eigenvalue is computed to be negative.
    [<Xunit.Fact>]
    let ``Weights are repetition also where a covariance is singular but for rounding`` () =
        {
            Dimension = 11
            Components = 5
            Rows = 155
            Structure = CovarianceStructure.Full
            LogCondition = 1
            LogOffset = Some 3
            LogSmallestWeight = Some -5
            HasDuplicates = true
            IsWeighted = false
            Seed = 633187
        }
        |> Case.build
        |> wholeWeights Steps.composed
        |> Law.check

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``Weight 0 is deletion`` case =
        Law.check (deletion Steps.composed case)

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``All weights times a power of two change no bit of the parameters`` case =
        Law.check (scaledWeights Steps.composed case)
