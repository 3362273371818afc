namespace GmmPure.Properties

open FsCheck
open FsCheck.FSharp
open FsCheck.Xunit
open GmmPure
open GmmPure.FSharp

/// Counts in cells of ½ + θ/4, twice (1 − θ)/4, and θ/4, of which the first is really two; and where to start.
type Cells =
    {
        Doubtful: int
        Neither: int
        Both: int
        Start: float
    }

/// People of the four blood groups; and which shares of the alleles to start from.
type People =
    {
        A: int
        B: int
        AB: int
        O: int
        Start: float list
    }

type Latent =

    static member private Share =
        Gen.choose (1, 999) |> Gen.map (fun thousandths -> float thousandths / 1000.0)

    static member Cells() =
        gen {
            let! doubtful = Gen.choose (1, 400)
            let! neither = Gen.choose (1, 400)
            let! both = Gen.choose (1, 400)
            let! start = Latent.Share

            return
                {
                    Doubtful = doubtful
                    Neither = neither
                    Both = both
                    Start = start
                }
        }
        |> Arb.fromGen

    static member People() =
        gen {
            let! groups = Gen.listOfLength 4 (Gen.choose (1, 400))
            let! shares = Gen.listOfLength 3 Latent.Share

            return
                {
                    A = groups[0]
                    B = groups[1]
                    AB = groups[2]
                    O = groups[3]
                    Start = shares |> List.map (fun share -> share / List.sum shares)
                }
        }
        |> Arb.fromGen

/// The scheme for any model: it is what the mixtures' own sequences are, and it climbs where the steps are right.
module SchemeLaws =

    let private neverFalls (history: seq<EmIteration<'model>>) = history |> Law.climbs 40

    /// The animals of the first cell that are expected to belong to θ/4.
    let private expectCells (cells: Cells) theta =
        let a, n, b = float cells.Doubtful, float cells.Neither, float cells.Both

        a * theta / (2.0 + theta),
        a * log (0.5 + theta / 4.0)
        + n * log ((1.0 - theta) / 4.0)
        + b * log (theta / 4.0)

    let private maximiseCells (cells: Cells) hidden =
        Ok((hidden + float cells.Both) / (hidden + float cells.Both + float cells.Neither))

    let private linkage expect maximise (cells: Cells) =
        let total = float (cells.Doubtful + cells.Neither + cells.Both)

        cells.Start
        |> Em.iterateModel total List.singleton (expect cells) (maximise cells)

    /// The positive root of the score: with a, n, b in the cells and N = a + n + b, a/(2 + θ) − n/(1 − θ) + b/θ vanishes where
    /// N·θ² − (a − 2n − b)·θ − 2b = 0.
    let private root (cells: Cells) =
        let a, n, b = float cells.Doubtful, float cells.Neither, float cells.Both
        let linear = a - 2.0 * n - b
        let discriminant = sqrt (linear * linear + 8.0 * b * (a + n + b))

        if linear > 0.0 then
            (linear + discriminant) / (2.0 * (a + n + b))
        else
            4.0 * b / (discriminant - linear)

    /// What an iteration leaves of a small error: M′(θ), where M(θ) = (h + b)/(h + b + n) and h = a·θ/(2 + θ).
    let private rate (cells: Cells) theta =
        let a, n, b = float cells.Doubtful, float cells.Neither, float cells.Both
        let hidden = a * theta / (2.0 + theta)
        2.0 * a * n / ((2.0 + theta) * (hidden + n + b)) ** 2.0

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Latent> |])>]
    let ``Linkage climbs from anywhere`` (cells: Cells) =
        linkage expectCells maximiseCells cells |> neverFalls |> Law.check

    /// M is increasing and concave, so that θ goes to its only fixed point from one side, and an error e shrinks to at most ρ·e,
    /// where ρ is the larger of the slopes at the last θ and at the root: what is left is at most ρ/(1 − ρ) of the last
    /// change. Each M is off by less than 8u, and so is the root.
    [<Property(MaxTest = 200, Arbitrary = [| typeof<Latent> |])>]
    let ``Linkage comes to the root of its score`` (cells: Cells) =
        let history =
            linkage expectCells maximiseCells cells
            |> Seq.truncate 5000
            |> Em.takeUntilConverged (Convergence.parameterChange 1e-12)
            |> Seq.toList

        let last = List.last history
        let slope = max (rate cells (root cells)) (rate cells history[last.Index - 1].Model)

        let bound =
            match Status.view last.Status with
            | Converged change -> (slope * change + 16.0 * Bounds.u) / (1.0 - slope)
            | _ -> nan

        Law.near "θ" bound (root cells) last.Model |> Law.check

    [<Xunit.Fact>]
    let ``The root for the classic counts is the known one`` () =
        let cells =
            {
                Doubtful = 125
                Neither = 38
                Both = 34
                Start = 0.5
            }

        Xunit.Assert.Equal((15.0 + sqrt 53809.0) / 394.0, root cells, 15)
        Xunit.Assert.Equal(0.626821498, root cells, 9)

    /// The genes that are expected: of the group A, those with two of A count twice.
    let private expectGenes (people: People) shares =
        match shares with
        | [ pA; pB; pO ] ->
            let a, b, ab, o = float people.A, float people.B, float people.AB, float people.O
            let groupA = pA * pA + 2.0 * pA * pO
            let groupB = pB * pB + 2.0 * pB * pO
            let aa, bb = a * pA * pA / groupA, b * pB * pB / groupB

            [ a + aa + ab; b + bb + ab; (a - aa) + (b - bb) + 2.0 * o ],
            a * log groupA + b * log groupB + ab * log (2.0 * pA * pB) + 2.0 * o * log pO
        | _ -> invalidArg (nameof shares) "There are three alleles."

    let private maximiseGenes genes : Result<float list, Degeneracy> =
        Ok(genes |> List.map (fun count -> count / List.sum genes))

    let private bloodGroups maximise (people: People) =
        let total = float (people.A + people.B + people.AB + people.O)

        people.Start |> Em.iterateModel total id (expectGenes people) maximise

    /// Three quotients by one sum of three, added up: less than 8u.
    [<Property(MaxTest = 200, Arbitrary = [| typeof<Latent> |])>]
    let ``Counting genes climbs, and the alleles' shares sum to 1`` (people: People) =
        let history = bloodGroups maximiseGenes people

        Law.all
            [
                neverFalls history
                for step in Seq.truncate 10 history do
                    Law.near "Σp" (8.0 * Bounds.u) 1.0 (List.sum step.Model)
                    Law.isTrue "not in (0, 1)" (step.Model |> List.forall (fun p -> p > 0.0 && p < 1.0))
            ]
        |> Law.check

    [<Property(MaxTest = 100, Arbitrary = [| typeof<Latent> |])>]
    let ``Building the sequence computes nothing, and n elements take n steps`` (cells: Cells) (NonNegativeInt count) =
        let eSteps, mSteps = ref 0, ref 0

        let expect cells theta =
            eSteps.Value <- eSteps.Value + 1
            expectCells cells theta

        let maximise cells hidden =
            mSteps.Value <- mSteps.Value + 1
            maximiseCells cells hidden

        let history = linkage expect maximise cells
        let before = eSteps.Value, mSteps.Value
        let taken = history |> Seq.truncate count |> Seq.toList
        let after = eSteps.Value, mSteps.Value

        Law.all
            [
                Law.isTrue $"{before} before" (before = (0, 0))
                Law.isTrue $"{after} for {count}" (after = (count, count))
                Law.isTrue "not the same again" (taken = (history |> Seq.truncate count |> Seq.toList))
                Law.isTrue "indices" (taken |> List.map _.Index = [ 0 .. count - 1 ])
            ]
        |> Law.check

    let private gaussians (data: Dataset) (start: GaussianMixture) =
        start
        |> Em.iterateModel data.TotalWeight _.Weights (fun mixture -> Em.eStep mixture data) (fun responsibilities ->
            Em.mStepWith start.Structure Options.defaults responsibilities data)

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``The scheme with the two steps of Gaussian mixtures is their composition, bit for bit`` case =
        let composed =
            case.Mixture
            |> Some
            |> Seq.unfold (
                Option.map (fun mixture -> mixture, Steps.step Steps.composed mixture case.Data |> Result.toOption)
            )
            |> Seq.truncate 3
            |> Seq.toList

        let found = gaussians case.Data case.Mixture |> Seq.truncate 3 |> Seq.toList
        Law.check (Law.isTrue "another sequence" (found |> List.map _.Model = composed))

    /// ℓ to the last bit; the next model as the fused step's, within the bounds of a step.
    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``The scheme with the two steps of Gaussian mixtures is their fused sequence`` case =
        let fused = Em.Iterate(case.Data, case.Mixture) |> Seq.truncate 2 |> Seq.toList
        let found = gaussians case.Data case.Mixture |> Seq.truncate 2 |> Seq.toList

        let outcome (models: GaussianMixture list) (first: Status) =
            match models, Status.view first with
            | [ _; next ], _ -> Ok next
            | _, Degenerate cause -> Error(Steps.fault cause)
            | _ -> failwith "It ended."

        Law.all
            [
                Law.isTrue "ℓ" (found[0].LogLikelihood = fused[0].LogLikelihood)
                Law.outcomesAgree
                    1.0
                    (Bounds.times 2.0 (Bounds.from case.Data case.Mixture))
                    case.Data
                    (outcome (fused |> List.map _.Model) fused[0].Status)
                    (outcome (found |> List.map _.Model) found[0].Status)
            ]
        |> Law.check

    let private isTheFamilysOwn =
        { new FamilyLaw with
            member _.Check(_, data, start) =
                let own = Em.Iterate(data, start) |> Seq.truncate 6 |> Seq.toList

                let expect (mixture: Families.Mixture<_>) =
                    let result = Em.EStep(data, mixture)
                    (result.Responsibilities, mixture), result.LogLikelihood

                let found =
                    start
                    |> Em.iterateModel
                        data.TotalWeight
                        _.Weights
                        expect
                        (fun (responsibilities: Responsibilities, mixture: Families.Mixture<_>) ->
                            Mixture.mStepAfter mixture responsibilities data)
                    |> Seq.truncate 6
                    |> Seq.toList

                Law.all
                    [
                        Law.isTrue "models" ((own |> List.map _.Model) = (found |> List.map _.Model))
                        Law.isTrue "ℓ" ((own |> List.map _.LogLikelihood) = (found |> List.map _.LogLikelihood))
                        Law.isTrue "status" ((own |> List.map _.Status) = (found |> List.map _.Status))
                    ]
        }

    [<Property(MaxTest = 200, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``The scheme with the two steps of a family is the family's sequence, bit for bit`` case =
        FamilyCase.check isTheFamilysOwn case

    [<Xunit.Fact>]
    let ``A wrong M-step breaks ascent`` () =
        let cells =
            {
                Doubtful = 125
                Neither = 38
                Both = 34
                Start = 0.5
            }

        let people =
            {
                A = 186
                B = 38
                AB = 13
                O = 284
                Start = [ 0.3; 0.2; 0.5 ]
            }

        let forgetful (cells: Cells) (_: float) = maximiseCells cells 0.0

        let twice (cells: Cells) hidden = maximiseCells cells (2.0 * hidden)

        let withoutAB genes =
            maximiseGenes (genes |> List.mapi (fun i count -> if i < 2 then count - 13.0 else count))

        Xunit.Assert.True(Result.isError (neverFalls (linkage expectCells forgetful cells)), "forgetful")
        Xunit.Assert.True(Result.isError (neverFalls (linkage expectCells twice cells)), "twice")
        Xunit.Assert.True(Result.isError (neverFalls (bloodGroups withoutAB people)), "without AB")
