namespace GmmPure.Properties

open System
open FsCheck
open FsCheck.FSharp
open GmmPure
open GmmPure.Families

type private Draw = MathNet.Numerics.Distributions.Gamma
type private Counts = MathNet.Numerics.Distributions.Poisson

/// Data for a family, drawn from two of its distributions or near enough.
type FamilyCase =
    {
        Family: string
        Rows: int
        Components: int
        IsWeighted: bool
        Seed: int
    }

/// What holds for every family: the types differ, the law is one.
type FamilyLaw =
    abstract Check:
        IFamily<'d> * Dataset * Mixture<'d> -> Result<unit, string> when 'd :> IEquatable<'d> and 'd: not null

module FamilyCase =

    let names =
        [
            "normal"
            "poisson"
            "exponential"
            "gamma"
            "bernoulli"
            "binomial"
            "categorical"
            "student-t"
            "tied gaussian"
            "candidates"
        ]

    let private values (random: Random) family row =
        let high = row % 3 = 0
        let gamma shape rate = Draw.Sample(random, shape, rate)

        let toss probability =
            if random.NextDouble() < probability then 1.0 else 0.0

        match family with
        | "poisson"
        | "candidates" -> [ float (Counts.Sample(random, (if high then 9.0 else 1.5))) ]
        | "binomial" -> [ Seq.init 12 (fun _ -> toss (if high then 0.8 else 0.3)) |> Seq.sum ]
        | "bernoulli" -> List.init 5 (fun _ -> toss (if high then 0.85 else 0.2))
        | "categorical" -> List.init 4 (fun j -> toss (if high then 0.8 else 0.3) + (if j = 0 then toss 0.5 else 0.0))
        | "exponential"
        | "gamma" -> [ if high then gamma 4.0 0.5 else gamma 2.0 3.0 ]
        | "normal" -> [ gamma 3.0 1.0 + (if high then 4.0 else 0.0) ]
        | _ ->
            let heavy = (gamma 3.0 1.0 - 3.0) / (0.2 + random.NextDouble())
            [ heavy; (if high then 3.0 else 0.0) + gamma 3.0 1.0 ]

    let private data case =
        let random = Random case.Seed
        let rows = List.init case.Rows (values random case.Family >> List.toSeq)
        let data = Dataset.FromRows rows

        // A seventh of the rows count for nothing, most others for more or less than one; the first row counts always.
        let weight i =
            if i = 0 then 1.0
            elif i % 7 = 3 then 0.0
            else 0.25 * float (random.Next 12)

        if case.IsWeighted then
            data.WithWeights(Array.init case.Rows weight)
        else
            data

    /// Applies the law to the case's family, data and a random start.
    let check (law: FamilyLaw) case =
        let data = data case

        let apply (family: IFamily<'d>) =
            law.Check(family, data, Initial.Random(data, family, case.Components, int64 case.Seed))

        match case.Family with
        | "normal" -> apply Family.Normal
        | "poisson" -> apply Family.Poisson
        | "exponential" -> apply Family.Exponential
        | "gamma" -> apply Family.Gamma
        | "bernoulli" -> apply Family.Bernoulli
        | "binomial" -> apply (Family.Binomial 12)
        | "categorical" -> apply (Family.Categorical [ 3; 2; 2; 2 ])
        | "student-t" -> apply Family.StudentT
        | "candidates" -> apply (Family.Among(Family.Poisson, Seq.init 20 (fun i -> Poisson(0.5 + float i))))
        | _ -> apply (Family.Gaussian CovarianceStructure.Tied)
        |> Law.check

type FamilyCases =

    static member Case() =
        let generate =
            gen {
                let! family = Gen.elements FamilyCase.names
                let! rows = Gen.choose (20, 90)
                let! components = Gen.choose (1, 3)
                let! weighted = Gen.elements [ true; false ]
                let! seed = Gen.choose (0, 1_000_000)

                return
                    {
                        Family = family
                        Rows = rows
                        Components = components
                        IsWeighted = weighted
                        Seed = seed
                    }
            }

        Arb.fromGen generate
