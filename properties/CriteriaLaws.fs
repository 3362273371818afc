namespace GmmPure.Properties

open GmmPure
open GmmPure.FSharp
open FsCheck.Xunit

/// The integrated completed likelihood, by its definition and what follows from it.
module CriteriaLaws =

    /// The rounding of Σ w·ln max r, whose N terms are at most ln K, and of adding it to BIC.
    let private rounding case (data: Dataset) criterion =
        let logK = log (float case.Mixture.ComponentCount)

        Bounds.u
        * (4.0 * (float data.Count + 8.0) * data.TotalWeight * (logK + 1.0)
           + 8.0 * abs criterion)

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``ICL is at least BIC, and at most 2·N·ln K above it`` case =
        let bic, icl =
            case.Data |> GaussianMixture.bic case.Mixture, case.Data |> GaussianMixture.icl case.Mixture

        let most = 2.0 * case.Data.TotalWeight * log (float case.Mixture.ComponentCount)

        Law.all
            [
                Law.isTrue "ICL < BIC" (icl >= bic)
                Law.isTrue "ICL > BIC + 2·N·ln K" (icl <= bic + most + rounding case case.Data icl)
                Law.isTrue "not BIC for K = 1" (case.Mixture.ComponentCount > 1 || icl = bic)
            ]
        |> Law.check

    /// The textbook's responsibilities err by δ, and ln r by δ/r, where the largest r is at least 1/K.
    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``ICL is BIC less twice the sum of the logarithms of the largest responsibilities`` case =
        let responsibilities, _ = Steps.textbook.EStep case.Mixture case.Data

        let sum =
            responsibilities.Values.Rows
            |> Seq.mapi (fun n row -> case.Data.WeightOf n * log (Seq.max row))
            |> Seq.sum

        let bounds = Bounds.from case.Data case.Mixture
        let expected = Criteria.Icl(case.Data |> GaussianMixture.bic case.Mixture, sum)

        let bound =
            4.0
            * case.Data.TotalWeight
            * float case.Mixture.ComponentCount
            * bounds.Responsibility
            + rounding case case.Data expected

        case.Data
        |> GaussianMixture.icl case.Mixture
        |> Law.near "ICL" bound expected
        |> Law.check

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``ICL takes weights for repetition`` case =
        let weighted, repeated = WeightLaws.weightedAndRepeated case

        let bounds = Bounds.ofReach (Bounds.reach case.Data) 0.0 repeated case.Mixture

        let expected = repeated |> GaussianMixture.icl case.Mixture

        let bound =
            4.0 * bounds.LogLikelihood
            + rounding case repeated expected
            + rounding case weighted expected

        weighted
        |> GaussianMixture.icl case.Mixture
        |> Law.near "ICL" bound expected
        |> Law.check
