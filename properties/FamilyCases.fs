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

/// The steps of EM for any family, as the laws take them: so that wrong ones can be put in.
type FamilySteps =
    abstract EStep:
        Dataset * Mixture<'d> * EmVariant -> Responsibilities * float when 'd :> IEquatable<'d> and 'd: not null

    /// The next mixture, or how a component degenerated, in words.
    abstract MStep:
        Dataset * Responsibilities * Mixture<'d> -> Result<Mixture<'d>, string>
            when 'd :> IEquatable<'d> and 'd: not null

    /// Both steps of a variant.
    abstract Step:
        Dataset * Mixture<'d> * EmVariant -> Result<Mixture<'d>, string> when 'd :> IEquatable<'d> and 'd: not null

    /// Each element's objective, and how far rounding moves it.
    abstract Objectives:
        Dataset * Mixture<'d> * EmVariant -> seq<float * float> when 'd :> IEquatable<'d> and 'd: not null

module FamilySteps =

    /// The library's.
    let composed =
        { new FamilySteps with
            member _.EStep(data, mixture, variant) =
                let result = Em.EStep(data, mixture, variant)
                result.Responsibilities, result.LogLikelihood

            member _.MStep(data, responsibilities, previous) =
                Em.MStep(data, responsibilities, previous)
                |> GmmPure.FSharp.Outcome.toResult
                |> Result.mapError _.Message

            member _.Step(data, mixture, variant) =
                Em.Step(data, mixture, variant)
                |> GmmPure.FSharp.Outcome.toResult
                |> Result.mapError _.Message

            member _.Objectives(data, start, variant) =
                Em.Iterate(data, start, variant)
                |> Seq.map (fun step -> step.Objective.Value, step.Objective.Rounding)
        }

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
            "seen categories"
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
        | "seen categories" ->
            List.init 3 (fun j -> 5.0 * toss (if high then 0.8 else 0.3) - (if j = 0 then 2.0 * toss 0.5 else 0.0))
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
    let apply (law: FamilyLaw) case =
        let data = data case

        let under (family: IFamily<'d>) =
            law.Check(family, data, Initial.Random(data, family, case.Components, int64 case.Seed))

        match case.Family with
        | "normal" -> under Family.Normal
        | "poisson" -> under Family.Poisson
        | "exponential" -> under Family.Exponential
        | "gamma" -> under Family.Gamma
        | "bernoulli" -> under Family.Bernoulli
        | "binomial" -> under (Family.Binomial 12)
        | "categorical" -> under (Family.Categorical [ 3; 2; 2; 2 ])
        | "seen categories" -> under (Family.CategoricalOf(Categories.SeenIn data))
        | "student-t" -> under Family.StudentT
        | "candidates" -> under (Family.Among(Family.Poisson, Seq.init 20 (fun i -> Poisson(0.5 + float i))))
        | _ -> under (Family.Gaussian CovarianceStructure.Tied)

    /// The same, as a test.
    let check law case = Law.check (apply law case)

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
