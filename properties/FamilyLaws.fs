namespace GmmPure.Properties

open System
open FsCheck
open FsCheck.FSharp
open FsCheck.Xunit
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

/// What holds for mixtures of every family, and for their estimators.
module FamilyLaws =

    let private counts (data: Dataset) (responsibilities: Responsibilities) =
        Array.init responsibilities.ComponentCount (fun k ->
            Seq.init data.Count (fun row -> data.WeightOf row * responsibilities[row, k])
            |> Seq.sum)

    /// A row's sum is off by the rounding of K quotients by one sum, and of adding them up again.
    let private rowsSumToOne =
        { new FamilyLaw with
            member _.Check(_, data, start) =
                let responsibilities = Em.EStep(data, start).Responsibilities
                let bound = 2.0 * float (start.ComponentCount + 1) * Bounds.u

                responsibilities.Values.Rows
                |> Seq.map (fun row ->
                    Law.all
                        [
                            Law.near "row sum" bound 1.0 (Seq.sum row)
                            Law.isTrue "not in [0, 1]" (row |> Seq.forall (fun r -> r >= 0.0 && r <= 1.0))
                        ])
                |> Law.all
        }

    /// The sums here and there each round N nonnegative terms.
    let private weightsAreMeanResponsibilities =
        { new FamilyLaw with
            member _.Check(_, data, start) =
                let responsibilities = Em.EStep(data, start).Responsibilities
                let counts = counts data responsibilities
                let bound = 2.0 * float (data.Count + counts.Length + 4) * Bounds.u

                Em.MStep(data, responsibilities, start)
                |> GmmPure.FSharp.Outcome.toResult
                |> Law.onSuccess (fun next ->
                    Law.all
                        [
                            Law.near "ΣN_k" (bound * data.TotalWeight) data.TotalWeight (Array.sum counts)
                            yield!
                                Seq.map2
                                    (fun count weight ->
                                        let share = count / data.TotalWeight
                                        Law.near "π" (bound * share) share weight)
                                    counts
                                    next.Weights
                        ])
        }

    let private neverFallsAs variant =
        { new FamilyLaw with
            member _.Check(_, data, start) =
                Em.Iterate(data, start, variant)
                |> Seq.truncate 12
                |> Seq.pairwise
                |> Seq.map (fun (before, after) ->
                    let fall = before.Objective - after.Objective
                    Law.isTrue $"ℓ falls by %g{fall} in iteration %d{after.Index}" (fall <= after.ObjectiveRounding))
                |> Law.all
        }

    let private neverFalls = neverFallsAs EmVariant.Plain

    /// Maximum likelihood is the M-step of a mixture with one component; where that itself is iterative, its fixed point.
    let private estimatorIsAnMStep =
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
    let private nothingIsLikelier =
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
    let private weightsAreRepetition =
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
    let ``Rows of responsibilities of any family are probabilities and sum to 1`` case =
        FamilyCase.check rowsSumToOne case

    [<Property(MaxTest = 200, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``New weights of any family are N_k over N`` case =
        FamilyCase.check weightsAreMeanResponsibilities case

    [<Property(MaxTest = 200, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``The log-likelihood of a mixture of any family never falls`` case = FamilyCase.check neverFalls case

    [<Property(MaxTest = 200, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``An estimator is the M-step of one component`` case =
        FamilyCase.check estimatorIsAnMStep case

    [<Property(MaxTest = 200, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``No estimate of other weights is likelier`` case = FamilyCase.check nothingIsLikelier case

    [<Property(MaxTest = 200, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``A row of weight 2 counts twice in every estimator`` case =
        FamilyCase.check weightsAreRepetition case

    let private labelsOf (data: Dataset) components =
        Array.init data.Count (fun row -> row % components)

    /// Complete data need no iteration: each component is the maximum likelihood of its own rows.
    let private completeDataNeedOneStep =
        { new FamilyLaw with
            member _.Check(family, data, start) =
                let k = start.ComponentCount
                let labels = labelsOf data k

                let own label =
                    data.WithWeights(
                        Seq.init data.Count (fun row -> if labels[row] = label then data.WeightOf row else 0.0)
                    )
                    |> family.MaximumLikelihood
                    |> GmmPure.FSharp.Outcome.toResult

                let alone = Seq.init k own |> Seq.toList
                let isClosedForm = family.Name <> "student-t" && family.Name <> "gaussian"

                if not isClosedForm || alone |> List.exists Result.isError then
                    Law.holds
                else
                    let together =
                        Initial.FromLabels(data, family, labels |> Seq.map (fun label -> Nullable label))

                    let history =
                        Em.Iterate(data, together, EmVariant.Labelled(labels |> Seq.map (fun label -> Nullable label)))
                        |> Seq.truncate 2
                        |> Seq.toList

                    let agrees (found: Parameter) (expected: Parameter) =
                        Law.near expected.Name (2.0 ** -40 * (1.0 + abs expected.Value)) expected.Value found.Value

                    Law.all
                        [
                            Seq.zip together.Components alone
                            |> Seq.map (fun (found, expected) ->
                                match expected with
                                | Ok expected ->
                                    Seq.map2 agrees (family.Parameters(found, 1.0)) (family.Parameters(expected, 1.0))
                                    |> Law.all
                                | Error _ -> Law.holds)
                            |> Law.all
                            Law.isTrue "it goes on" (history[0].Model = (List.last history).Model)
                        ]
        }

    /// Rows of a known label keep it in the E-step, for certain.
    let private knownRowsKeepTheirLabel =
        { new FamilyLaw with
            member _.Check(_, data, start) =
                let labels = labelsOf data start.ComponentCount
                let isKnown row = row % 5 = 0

                let variant =
                    Seq.init data.Count (fun row -> if isKnown row then Nullable labels[row] else Nullable())
                    |> EmVariant.Labelled

                let plain = Em.EStep(data, start).Responsibilities
                let found = Em.EStep(data, start, variant).Responsibilities

                Seq.init data.Count (fun row ->
                    let expected k =
                        if isKnown row then
                            (if labels[row] = k then 1.0 else 0.0)
                        else
                            plain[row, k]

                    Seq.forall (fun k -> found[row, k] = expected k) (seq { 0 .. start.ComponentCount - 1 })
                    |> Law.isTrue $"row %d{row}")
                |> Seq.append [ (neverFallsAs variant).Check(start.Family, data, start) ]
                |> Law.all
        }

    [<Property(MaxTest = 200, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``The classification log-likelihood never falls in hard EM`` case =
        FamilyCase.check (neverFallsAs EmVariant.Hard) case

    [<Property(MaxTest = 200, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``Complete data need one step`` case =
        FamilyCase.check completeDataNeedOneStep case

    [<Property(MaxTest = 200, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``Known rows keep their label, and EM still climbs`` case =
        FamilyCase.check knownRowsKeepTheirLabel case

    /// Equal balls around given centres.
    let private balls variance (centres: Table) =
        let k = centres.RowCount
        let ball = Covariance.Spherical(centres.ColumnCount, variance)

        Mixture.Of(
            Family.Gaussian CovarianceStructure.TiedSpherical,
            Seq.replicate k (1.0 / float k),
            centres.Rows |> Seq.map (fun centre -> Gaussian(centre, ball))
        )

    /// The first rows as centres, if they differ.
    let private centresOf case =
        case.Data.Values.Rows
        |> Seq.truncate case.Mixture.ComponentCount
        |> Seq.cast<seq<float>>
        |> Table.FromRows

    /// Both assign by distance, and both average the same rows by the same sums: not a bit differs, unless two centres are
    /// equally near to a row within rounding.
    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``k-means is hard EM with one shared ball and equal weights, step for step`` case =
        let data = Dataset.FromTable case.Data.Values
        let centres = centresOf case
        let variance = Seq.average data.ColumnVariances

        let hard =
            Em.Iterate(data, balls variance centres, EmVariant(IsHard = true, KeepsWeights = true))
            |> Seq.truncate 6
            |> Seq.toList

        let lloyd = Clustering.KMeans(data, centres) |> Seq.truncate 6 |> Seq.toList

        let nearlyTied (step: KMeansIteration) =
            let squared row k =
                Seq.sum (Seq.init data.Dimension (fun j -> (data[row, j] - step.Model[k, j]) ** 2.0))

            let isTied row =
                match Seq.init centres.RowCount (squared row) |> Seq.sort |> Seq.toList with
                | nearest :: second :: _ -> second - nearest <= 2.0 ** -30 * second
                | _ -> false

            Seq.init data.Count id |> Seq.exists isTied

        Seq.zip hard lloyd
        |> Seq.takeWhile (fun (_, step) -> not (nearlyTied step))
        |> Seq.map (fun (soft, step) ->
            Law.isTrue
                $"centres of step %d{step.Index}"
                (soft.Model.Components
                 |> Seq.collect (fun gaussian -> gaussian.Mean |> Seq.toList)
                 |> Seq.toList
                    =
                    Seq.toList step.Model.Elements))
        |> Law.all
        |> Law.check

    /// A row whose second centre is farther by a margin m belongs to its own but for (K − 1)·exp(−m/2σ²).
    [<Property(MaxTest = 100, Arbitrary = [| typeof<Cases> |])>]
    let ``Soft EM tends to hard EM as the variance goes to 0`` case =
        let data = Dataset.FromTable case.Data.Values
        let centres = centresOf case
        let step = Clustering.KMeans(data, centres) |> Seq.head

        let distance row k =
            Seq.sum (Seq.init data.Dimension (fun j -> (data[row, j] - centres[k, j]) ** 2.0))

        Law.all
            [
                for power in [ 1; 4; 8 ] do
                    let variance = Seq.average data.ColumnVariances * 2.0 ** -power
                    let soft = Em.EStep(data, balls variance centres).Responsibilities

                    for row in 0..17 .. data.Count - 1 do
                        let own = step.Labels[row]

                        let margins =
                            seq {
                                for k in 0 .. centres.RowCount - 1 do
                                    if k <> own then
                                        distance row k - distance row own
                            }

                        let bound = margins |> Seq.sumBy (fun margin -> exp (-margin / (2.0 * variance)))

                        Law.isTrue $"row %d{row}" (1.0 - soft[row, own] <= bound * (1.0 + 2.0 ** -20) + 2.0 ** -20)
            ]
        |> Law.check

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
                Estimate.Found(Poisson(1.1 * data.ColumnMeans[0]))
        }

    [<Xunit.Fact>]
    let ``A wrong estimator breaks the laws`` () =
        let data = Dataset.FromValues [ 0.0; 1.0; 1.0; 2.0; 0.0; 3.0; 9.0; 11.0; 8.0 ]
        let start = Mixture.Of(wrong, [ 0.5; 0.5 ], [ Poisson 1.0; Poisson 9.0 ])
        Xunit.Assert.True(Result.isError (neverFalls.Check(wrong, data, start)))
        Xunit.Assert.True(Result.isError (nothingIsLikelier.Check(wrong, data, start)))

    let private components (mixture: GaussianMixture) =
        Seq.map2
            (fun (mean: seq<float>) covariance -> Gaussian(mean, covariance))
            (mixture.Means.Rows |> Seq.cast)
            mixture.Covariances

    /// The family of Gaussians takes the core's own steps.
    [<Property(MaxTest = 100, Arbitrary = [| typeof<Cases> |])>]
    let ``The family of Gaussians is the core`` case =
        let family = Family.Gaussian case.Mixture.Structure
        let start = Mixture.Of(family, case.Mixture.Weights, components case.Mixture)
        let expected = Em.EStep(case.Data, case.Mixture)
        let found = Em.EStep(case.Data, start)
        let bounds = Bounds.times 2.0 (Bounds.from case.Data case.Mixture)

        let next =
            Em.MStep(case.Data, expected.Responsibilities, case.Mixture.Structure)
            |> GmmPure.FSharp.Outcome.toResult
            |> Result.map (components >> Seq.toList)

        let own =
            Em.MStep(case.Data, expected.Responsibilities, start)
            |> GmmPure.FSharp.Outcome.toResult
            |> Result.map (fun mixture -> Seq.toList mixture.Components)

        Law.all
            [
                Law.isTrue "M-step" (next = own)
                Law.near "ℓ" bounds.LogLikelihood expected.LogLikelihood found.LogLikelihood
                Seq.map2
                    (Law.near "r" bounds.Responsibility)
                    expected.Responsibilities.Values.Elements
                    found.Responsibilities.Values.Elements
                |> Law.all
            ]
        |> Law.check
