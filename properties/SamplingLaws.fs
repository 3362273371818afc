namespace GmmPure.Properties

open FsCheck.Xunit
open GmmPure.Families
open GmmPure.FSharp

/// What holds for draws from mixtures of every family.
module SamplingLaws =

    let private seed = 11L

    /// The first n draws do not depend on how many follow, and come again.
    let private samplesArePrefixes =
        { new FamilyLaw with
            member _.Check(_, _, mixture) =
                let short = mixture |> Family.sample seed 20
                let long = mixture |> Family.sample seed 60
                let rows (sample: GmmPure.LabelledSample) = Seq.toList sample.Data.Values.Elements
                let drawn = mixture |> Family.draws seed |> Seq.truncate 60 |> Seq.toList

                Law.all
                    [
                        Law.isTrue "not a prefix" (List.truncate (rows short).Length (rows long) = rows short)
                        Law.isTrue
                            "not the draws"
                            (drawn |> List.collect (fun draw -> Seq.toList draw.Observation) = rows long)
                        Law.isTrue
                            "not their components"
                            (drawn |> Seq.map _.Component |> Seq.forall2 (=) long.Components)
                        Law.isTrue "not the same again" (long = (mixture |> Family.sample seed 60))
                        Law.isTrue "another seed's" (long <> (mixture |> Family.sample (seed + 1L) 60))
                    ]
        }

    /// No draw is outside the support, nor impossible under the component that it came from.
    let private drawsArePossible =
        { new FamilyLaw with
            member _.Check(family, _, mixture) =
                let sample = mixture |> Family.sample seed 200

                let isPossible row label =
                    family.LogDensity(mixture.Components[label], sample.Data.Row row) > -infinity

                Law.all
                    [
                        Law.isTrue "outside the support" (Family.tryFindOutside family sample.Data = None)
                        Law.isTrue "impossible" (sample.Components |> Seq.mapi isPossible |> Seq.forall id)
                    ]
        }

    /// Hoeffding: a share of n draws misses its probability by √(ln(2/δ)/2n) once in 1/δ; here δ is 10⁻⁹.
    let private sharesAreWeights =
        { new FamilyLaw with
            member _.Check(_, _, mixture) =
                let count = 500
                let bound = sqrt (log 2e9 / (2.0 * float count))
                let components = (mixture |> Family.sample seed count).Components

                mixture.Weights
                |> Seq.mapi (fun k weight ->
                    let drawn = components |> Seq.filter ((=) k) |> Seq.length
                    Law.near $"the share of %d{k}" bound weight (float drawn / float count))
                |> Law.all
        }

    [<Property(MaxTest = 100, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``A sample of any family is the beginning of every longer one`` case =
        FamilyCase.check samplesArePrefixes case

    [<Property(MaxTest = 100, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``Draws from any family are within its support`` case = FamilyCase.check drawsArePossible case

    [<Property(MaxTest = 100, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``Components of any family are drawn by their weights`` case = FamilyCase.check sharesAreWeights case
