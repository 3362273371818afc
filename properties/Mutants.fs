namespace GmmPure.Properties

open GmmPure
open GmmPure.FSharp
open Xunit

/// Deliberately wrong steps, each of which must break a law: laws that nothing can break prove nothing.
module Mutants =

    let private correct = Steps.composed

    let private mutateMixture change =
        { correct with
            MStep =
                fun structure responsibilities data ->
                    correct.MStep structure responsibilities data |> Result.map (change data)
        }

    let private mutateResponsibilities change =
        { correct with
            EStep =
                fun mixture data ->
                    let responsibilities, logLikelihood = correct.EStep mixture data

                    let rows =
                        responsibilities.Values.Rows
                        |> Seq.map (fun row -> change (Seq.toArray row) :> seq<float>)

                    Responsibilities.FromTable(Table.FromRows rows), logLikelihood
        }

    let private stretch factor (data: Dataset) (mixture: GaussianMixture) =
        mixture.WithCovariances(
            mixture.Covariances
            |> Seq.map (fun covariance ->
                match Covariance.view covariance with
                | Full(sigma, _) ->
                    Covariance.Full(Table.FromRows(sigma.Rows |> Seq.map (Seq.map ((*) (factor data)))))
                | Diagonal variances -> Covariance.Diagonal(Seq.map ((*) (factor data)) variances)
                | Spherical(d, variance) -> Covariance.Spherical(d, factor data * variance))
            |> Seq.toList
        )

    /// The divisor n − 1.
    let unbiased =
        mutateMixture (stretch (fun data -> data.TotalWeight / (data.TotalWeight - 1.0)))

    /// A ridge of a millionth of the variance.
    let inflated = mutateMixture (stretch (fun _ -> 1.000001))

    /// Means that lag behind by a thousandth of the way to the data's mean.
    let shrunkenMeans =
        mutateMixture (fun data mixture ->
            mixture.Means.ToArray()
            |> Array2D.mapi (fun _ j mean -> mean + 1e-3 * (data.ColumnMeans[j] - mean + 1e-3))
            |> Table.FromArray
            |> mixture.WithMeans)

    /// Weights drawn a little towards equality.
    let smoothedWeights =
        mutateMixture (fun _ mixture ->
            mixture.WithWeights(
                mixture.Weights
                |> Seq.map (fun weight -> 0.999999 * weight + 0.000001 / float mixture.ComponentCount)
            ))

    /// Rows that sum to a little less than 1.
    let leakyResponsibilities =
        mutateResponsibilities (Array.map (fun r -> r * (1.0 - 1e-10)))

    /// The hard limit in place of responsibilities.
    let hardResponsibilities =
        mutateResponsibilities (fun row ->
            row
            |> Array.mapi (fun k _ ->
                if k = Array.findIndex ((=) (Array.max row)) row then
                    1.0
                else
                    0.0))

    /// Row weights forgotten in the E-step's log-likelihood.
    let weightlessLogLikelihood =
        { correct with
            EStep = fun mixture data -> fst (correct.EStep mixture data), Seq.sum (mixture.LogDensities data)
        }

    /// Row weights forgotten in the M-step.
    let weightlessMStep =
        { correct with
            MStep =
                fun structure responsibilities data ->
                    correct.MStep structure responsibilities (Dataset.FromTable data.Values)
        }

    /// The log-likelihood of the parameters that come next.
    let lateLogLikelihood =
        { correct with
            EStep =
                fun mixture data ->
                    let responsibilities, _ = correct.EStep mixture data

                    match correct.MStep mixture.Structure responsibilities data with
                    | Ok next -> responsibilities, snd (correct.EStep next data)
                    | Error _ -> responsibilities, 0.0
        }

    /// A step in the wrong direction: away from where EM would go.
    let backwards =
        { correct with
            MStep =
                fun structure responsibilities data ->
                    correct.MStep structure responsibilities data
                    |> Result.map (fun next ->
                        let means = next.Means.ToArray() |> Array2D.map (fun mean -> 1.2 * mean + 0.5)
                        next.WithMeans(Table.FromArray means))
        }

    let private law name law = name, law

    let private rowsSumToOne = law "rows sum to 1" EStepLaws.rowsSumToOne

    let private weightsAreMeans =
        law "π_k = N_k/N" EStepLaws.weightsAreMeanResponsibilities

    let private sumOverRows =
        law "ℓ is a sum over rows" EStepLaws.logLikelihoodIsASumOverRows

    let private moments = law "moments are preserved" MStepLaws.momentsArePreserved

    let private closedForm =
        law "K = 1 is the closed form" MStepLaws.oneComponentIsClosedForm

    let private ascent = law "ℓ never falls" MStepLaws.logLikelihoodNeverFalls

    let private textbook =
        law "the textbook's step" (AgreementLaws.agree Steps.textbook)

    let private repetition = law "weights are repetition" WeightLaws.wholeWeights

    let private translation =
        law "translation" (fun steps case -> EquivarianceLaws.commutes steps (EquivarianceLaws.translation case) case)

    /// Each wrong step and the laws that it must break.
    let all =
        [
            "n − 1", unbiased, [ moments; closedForm ] // 100 %, 73 %
            "inflated covariances", inflated, [ moments; closedForm ] // 100 %, 69 %
            "shrunken means", shrunkenMeans, [ moments; closedForm ] // 100 %, 100 %
            "smoothed weights", smoothedWeights, [ weightsAreMeans; moments ] // 79 %, 80 %
            "leaky responsibilities", leakyResponsibilities, [ rowsSumToOne ] // 100 %
            "hard responsibilities", hardResponsibilities, [ textbook ] // 46 %
            "ℓ without weights", weightlessLogLikelihood, [ sumOverRows; repetition ] // 39 %, 100 %
            "M-step without weights", weightlessMStep, [ weightsAreMeans; moments; repetition ] // 30 %, 38 %, 99 %
            "late ℓ", lateLogLikelihood, [ sumOverRows ] // 100 %
            "backwards", backwards, [ ascent; moments; translation ] // 99 %, 100 %, 100 %
        ]

    let names () =
        all |> Seq.map (fun (name, _, _) -> TheoryDataRow<string> name)

    [<Theory>]
    [<MemberData(nameof names)>]
    let ``A wrong step breaks its laws`` (name: string) =
        let _, steps, laws = all |> List.find (fun (other, _, _) -> other = name)

        for lawName, law in laws do
            Assert.True(Mutant.isCaught (Cases.Case()) (law steps), $"{name} does not break: {lawName}")
