namespace GmmPure.Properties

open System
open FsCheck.Xunit
open GmmPure
open GmmPure.Families
open GmmPure.FSharp

/// So many draws from a mixture by a seed: the observations, and the component of each.
type FamilySampler =
    abstract Sample: Mixture<'d> * int * int64 -> float list list * int list when 'd :> IEquatable<'d> and 'd: not null
    abstract Draws: Mixture<'d> * int * int64 -> float list list * int list when 'd :> IEquatable<'d> and 'd: not null

/// What holds for draws from mixtures of every family.
module SamplingLaws =

    /// The library's.
    let sampler =
        { new FamilySampler with
            member _.Sample(mixture, count, seed) =
                let sample = mixture |> Mixture.sample seed count
                [ for row in sample.Data.Values.Rows -> Seq.toList row ], List.ofSeq sample.Components

            member _.Draws(mixture, count, seed) =
                mixture
                |> Mixture.draws seed
                |> Seq.truncate count
                |> Seq.map (fun draw -> Seq.toList draw.Observation, draw.Component)
                |> Seq.toList
                |> List.unzip
        }

    let private seed = 11L

    /// The first n draws do not depend on how many follow, and come again.
    let samplesArePrefixes (sampler: FamilySampler) =
        { new FamilyLaw with
            member _.Check(_, _, mixture) =
                let short, shortComponents = sampler.Sample(mixture, 20, seed)
                let long, longComponents = sampler.Sample(mixture, 60, seed)
                let drawn, drawnComponents = sampler.Draws(mixture, 60, seed)

                Law.all
                    [
                        Law.isTrue "not a prefix" (List.truncate 20 long = short)
                        Law.isTrue "not a prefix in its components" (List.truncate 20 longComponents = shortComponents)
                        Law.isTrue "not the draws" (drawn = long)
                        Law.isTrue "not their components" (drawnComponents = longComponents)
                        Law.isTrue "not the same again" (sampler.Sample(mixture, 60, seed) = (long, longComponents))
                        Law.isTrue "another seed's" (sampler.Sample(mixture, 60, seed + 1L) <> (long, longComponents))
                    ]
        }

    /// No draw is outside the support, nor impossible under the component that it came from.
    let drawsArePossible (sampler: FamilySampler) =
        { new FamilyLaw with
            member _.Check(family, _, mixture) =
                let rows, components = sampler.Sample(mixture, 200, seed)
                let data = Dataset.FromRows(rows |> Seq.map List.toSeq)

                let isPossible row label =
                    family.LogDensity(mixture.Components[label], data.Row row) > -infinity

                // Outside the support there is no density to ask for.
                if Family.tryFindOutside family data <> None then
                    Error "outside the support"
                else
                    Law.isTrue "impossible" (components |> Seq.mapi isPossible |> Seq.forall id)
        }

    /// Hoeffding: a share of n draws misses its probability by √(ln(2/δ)/2n) once in 1/δ; here δ is 10⁻⁹.
    /// The weights are far from equal, as those of a random start are not: 1, 2, 4 … of their sum.
    let sharesAreWeights (sampler: FamilySampler) =
        { new FamilyLaw with
            member _.Check(family, _, start) =
                let total = 2.0 ** float start.ComponentCount - 1.0

                let mixture =
                    Mixture.Of(
                        family,
                        Seq.init start.ComponentCount (fun k -> 2.0 ** float k / total),
                        start.Components
                    )

                let count = 500
                let bound = sqrt (log 2e9 / (2.0 * float count))
                let _, components = sampler.Sample(mixture, count, seed)

                mixture.Weights
                |> Seq.mapi (fun k weight ->
                    let drawn = components |> Seq.filter ((=) k) |> Seq.length
                    Law.near $"the share of %d{k}" bound weight (float drawn / float count))
                |> Law.all
        }

    [<Property(MaxTest = 100, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``A sample of any family is the beginning of every longer one`` case =
        FamilyCase.check (samplesArePrefixes sampler) case

    [<Property(MaxTest = 100, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``Draws from any family are within its support`` case =
        FamilyCase.check (drawsArePossible sampler) case

    [<Property(MaxTest = 100, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``Components of any family are drawn by their weights`` case =
        FamilyCase.check (sharesAreWeights sampler) case
