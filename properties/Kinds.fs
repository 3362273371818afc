namespace GmmPure.Properties

open GmmPure
open GmmPure.Families
open Xunit

/// Of the laws that hold where they have nothing to say: that they do say something, and of what. (A step that degenerates is
/// a case of which most say nothing; the laws of degenerate cases must meet every way of degenerating.)
module Kinds =

    /// The number of cases of two runs of a property: a kind of one case in twenty is missed once in 10⁸.
    let private count = 400

    let private step = [ "a step" ]

    let private ofCases name kinds law =
        name, (fun () -> Kind.missing kinds count (Cases.Case()) law)

    let private ofFamilies name kinds law =
        name, (fun () -> Kind.missing kinds count (FamilyCases.Case()) (FamilyCase.apply law))

    let private ofDegenerateCases name law =
        name, (fun () -> Kind.missing DegenerateCase.kinds count (DegenerateCases.DegenerateCase()) law)

    let private degenerate name law =
        name, (fun () -> Kind.missing [ "a degenerate step" ] count (DegenerateCases.Case()) law)

    let private all =
        [
            ofCases "π_k = N_k/N" step (EStepLaws.weightsAreMeanResponsibilities Steps.composed)
            ofCases "moments are preserved" step (MStepLaws.momentsArePreserved Steps.composed)
            ofCases "K = 1 is the closed form" step (MStepLaws.oneComponentIsClosedForm Steps.composed)
            ofCases "ℓ never falls" step (MStepLaws.logLikelihoodNeverFalls Steps.composed)
            ofCases "weights are repetition" step (WeightLaws.wholeWeights Steps.composed)
            ofCases "weight 0 is deletion" step (WeightLaws.deletion Steps.composed)
            ofCases "scaled weights" step (WeightLaws.scaledWeights Steps.composed)
            ofCases "clones stay clones" step (ConvergenceLaws.clonesStayClones Steps.composed)
            ofCases "k-means is hard EM" step (KMeansLaws.isHardEm KMeansLaws.step)
            ofCases "centres go to means" [ "a step"; "an empty cluster" ] (KMeansLaws.centresAreMeans KMeansLaws.step)
            ofCases "clusters stand" [ "clusters" ] (StartLaws.clustersStand StartLaws.plusPlus)
            ofDegenerateCases "what degenerates is named" (DegeneracyLaws.faultsAreNamed Steps.composed)
            ofDegenerateCases "the textbook names what degenerates" (DegeneracyLaws.textbookNamesThem Steps.composed)
            "verdicts are exact",
            (fun () ->
                Kind.missing
                    [
                        "singular, few rows"
                        "singular, low rank"
                        "singular, powers"
                        "regular"
                        "in the band"
                    ]
                    count
                    (RankCases.RankCase())
                    (RankLaws.verdictIsExact RankLaws.covarianceOf))
            "what is accepted has a factor",
            (fun () ->
                Kind.missing
                    [ "accepted" ]
                    count
                    (RankCases.RankCase())
                    (RankLaws.acceptedIsPositiveDefinite RankLaws.covarianceOf))
            degenerate "weights are repetition, degenerate" (WeightLaws.wholeWeights Steps.composed)
            degenerate "scaled weights, degenerate" (WeightLaws.scaledWeights Steps.composed)
            ofFamilies "π_k = N_k/N of any family" step (FamilyLaws.weightsAreMeanResponsibilities FamilySteps.composed)
            ofFamilies "an estimator is an M-step" step EstimatorLaws.estimatorIsAnMStep
            ofFamilies "nothing is likelier" step EstimatorLaws.nothingIsLikelier
            ofFamilies "weights are repetition in estimators" step EstimatorLaws.weightsAreRepetition
            ofFamilies
                "complete data need one step"
                [ "complete data"; "components that are not each for itself" ]
                (VariantLaws.completeDataNeedOneStep VariantLaws.labelledStart)
            ofFamilies
                "kept weights stay"
                [ "a step"; "weights that stay by themselves" ]
                (VariantLaws.keptWeightsStay FamilySteps.composed)
            ofFamilies
                "hard rows are one component's"
                [ "several components" ]
                (VariantLaws.hardRowsAreOneComponents FamilySteps.composed)
            "rest is stationary",
            (fun () ->
                Kind.missing
                    [ "rest" ]
                    60
                    (ConvergenceLaws.Calm.Case())
                    (ConvergenceLaws.restIsStationary Steps.composed))
        ]

    let names () =
        all |> Seq.map (fun (name, _) -> TheoryDataRow<string> name)

    [<Theory>]
    [<MemberData(nameof names)>]
    let ``Each kind of case that a law speaks of occurs`` (name: string) =
        let _, missing = all |> List.find (fun (other, _) -> other = name)
        Assert.Equal<string list>([], missing ())

    [<Fact>]
    let ``A kind that never occurs is missed`` () =
        let law case =
            Kind.meet (if case.Recipe.Rows > 0 then "rows" else "no rows")
            Law.holds

        Assert.Equal<string list>([ "no rows" ], Kind.missing [ "rows"; "no rows" ] 20 (Cases.Case()) law)
