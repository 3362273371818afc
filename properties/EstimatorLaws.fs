namespace GmmPure.Properties

open FsCheck.Xunit
open GmmPure
open GmmPure.Families

/// What holds for the estimators of every family.
module EstimatorLaws =

    /// Maximum likelihood is the M-step of a mixture with one component; where that itself is iterative, its fixed point.
    let estimatorIsAnMStep =
        { new FamilyLaw with
            member _.Check(family, data, _) =
                let everything = Responsibilities.FromLabels(Array.zeroCreate data.Count, 1)

                family.MaximumLikelihood data
                |> GmmPure.FSharp.Outcome.toResult
                |> Law.onSuccess (fun alone ->
                    let mixture = Mixture.Of(family, [ 1.0 ], [ alone ])

                    Em.MStep(data, everything, mixture)
                    |> GmmPure.FSharp.Outcome.toResult
                    |> Law.onSuccess (fun next ->
                        let found = next.LogLikelihood data
                        let expected = mixture.LogLikelihood data
                        let slack = 2.0 ** -40 * (abs expected + data.TotalWeight)

                        if family.Name = "student-t" then
                            Law.near "ℓ" slack expected found
                        else
                            Law.isTrue "not the same distribution" (next.Components[0].Equals alone)))
        }

    /// The estimate of some of the rows is no likelier, for all of them, than the estimate of all.
    let nothingIsLikelier =
        { new FamilyLaw with
            member _.Check(family, data, _) =
                let some =
                    Seq.init data.Count (fun row -> if row % 3 = 1 then 0.0 else data.WeightOf row)

                let ofAll = family.MaximumLikelihood data |> GmmPure.FSharp.Outcome.toResult

                let ofSome =
                    family.MaximumLikelihood(data.WithWeights some)
                    |> GmmPure.FSharp.Outcome.toResult

                ofAll
                |> Law.onSuccess (fun best ->
                    ofSome
                    |> Law.onSuccess (fun other ->
                        let largest = Estimate.LogLikelihood(family, best, data)
                        let smaller = Estimate.LogLikelihood(family, other, data)
                        let slack = 2.0 ** -40 * (abs largest + data.TotalWeight)
                        Law.isTrue $"%.17g{smaller} is above %.17g{largest}" (smaller <= largest + slack)))
        }

    /// A row of weight 2 stands there twice: the same sums in another order.
    let weightsAreRepetition =
        { new FamilyLaw with
            member _.Check(family, data, _) =
                let weights = Array.init data.Count (fun row -> float (row % 3))

                let repeated =
                    Seq.init data.Count (fun row -> Seq.replicate (row % 3) (data.Row(row).ToArray() :> seq<float>))
                    |> Seq.concat
                    |> Dataset.FromRows

                let estimate (data: Dataset) =
                    family.MaximumLikelihood data |> GmmPure.FSharp.Outcome.toResult

                estimate (data.WithWeights weights)
                |> Law.onSuccess (fun weighted ->
                    estimate repeated
                    |> Law.onSuccess (fun expected ->
                        let inBoth =
                            Seq.zip (family.Parameters(weighted, 1.0)) (family.Parameters(expected, 1.0))
                        // Where the maximum is sought by ascent, it is found to the root of the rounding of ℓ.
                        let share = if family.Name = "student-t" then 2.0 ** -16 else 2.0 ** -40

                        inBoth
                        |> Seq.map (fun (one, other) ->
                            let scale = 1.0 + abs other.Value
                            Law.near one.Name (share * scale * scale) other.Value one.Value)
                        |> Law.all))
        }

    [<Property(MaxTest = 200, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``An estimator is the M-step of one component`` case =
        FamilyCase.check estimatorIsAnMStep case

    [<Property(MaxTest = 200, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``No estimate of other weights is likelier`` case = FamilyCase.check nothingIsLikelier case

    [<Property(MaxTest = 200, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``A row of weight 2 counts twice in every estimator`` case =
        FamilyCase.check weightsAreRepetition case

    /// A Poisson family whose estimate is a tenth too large.
    let private wrong =
        { new IFamily<Poisson> with
            member _.Name = "wrong"
            member _.SupportOf column = Family.Poisson.SupportOf column

            member _.LogDensity(poisson, observation) =
                Family.Poisson.LogDensity(poisson, observation)

            member _.Parameters(poisson, totalWeight) =
                Family.Poisson.Parameters(poisson, totalWeight)

            member _.MaximumLikelihood data =
                Outcome.Of(Poisson(1.1 * data.ColumnMeans[0]))
        }

    [<Xunit.Fact>]
    let ``A wrong estimator breaks the laws`` () =
        let data = Dataset.FromValues [ 0.0; 1.0; 1.0; 2.0; 0.0; 3.0; 9.0; 11.0; 8.0 ]
        let start = Mixture.Of(wrong, [ 0.5; 0.5 ], [ Poisson 1.0; Poisson 9.0 ])
        Xunit.Assert.True(Result.isError ((FamilyLaws.neverFalls FamilySteps.composed).Check(wrong, data, start)))
        Xunit.Assert.True(Result.isError (nothingIsLikelier.Check(wrong, data, start)))
