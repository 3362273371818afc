namespace GmmPure.Properties

open System
open GmmPure
open GmmPure.Families
open Xunit

/// Deliberately wrong variants, families, starts and samplers, each of which must break a law in the cases of one run.
module FamilyMutants =

    let private correct = FamilySteps.composed

    let private rows change (responsibilities: Responsibilities) =
        responsibilities.Values.Rows
        |> Seq.map (fun row -> change (Seq.toArray row) :> seq<float>)
        |> Table.FromRows
        |> Responsibilities.FromTable

    /// Wrong steps, of which the objectives follow.
    [<AbstractClass>]
    type private Wrong() =
        abstract EStep:
            Dataset * Mixture<'d> * EmVariant -> Responsibilities * float when 'd :> IEquatable<'d> and 'd: not null

        default _.EStep(data, mixture, variant) = correct.EStep(data, mixture, variant)

        abstract MStep:
            Dataset * Responsibilities * Mixture<'d> -> Result<Mixture<'d>, string>
                when 'd :> IEquatable<'d> and 'd: not null

        default _.MStep(data, responsibilities, previous) =
            correct.MStep(data, responsibilities, previous)

        abstract Step:
            Dataset * Mixture<'d> * EmVariant -> Result<Mixture<'d>, string> when 'd :> IEquatable<'d> and 'd: not null

        default _.Step(data, mixture, variant) = correct.Step(data, mixture, variant)

        interface FamilySteps with
            member this.EStep(data, mixture, variant) = this.EStep(data, mixture, variant)

            member this.MStep(data, responsibilities, previous) =
                this.MStep(data, responsibilities, previous)

            member this.Step(data, mixture, variant) = this.Step(data, mixture, variant)

            member this.Objectives(data, start, variant) =
                Some start
                |> Seq.unfold (
                    Option.map (fun mixture ->
                        let responsibilities, logLikelihood = this.EStep(data, mixture, variant)
                        let rounding = 2.0 ** -40 * (abs logLikelihood + data.TotalWeight)

                        (logLikelihood, rounding), this.MStep(data, responsibilities, mixture) |> Result.toOption)
                )

    let private leaky =
        { new Wrong() with
            override _.EStep(data, mixture, variant) =
                let responsibilities, logLikelihood = correct.EStep(data, mixture, variant)
                rows (Array.map (fun r -> r * (1.0 - 1e-10))) responsibilities, logLikelihood
        }

    /// Labels forgotten.
    let private unlabelled =
        { new Wrong() with
            override _.EStep(data, mixture, _) =
                correct.EStep(data.WithoutLabels(), mixture, EmVariant.Plain)
        }

    let private weightless =
        { new Wrong() with
            override _.MStep(data, responsibilities, previous) =
                correct.MStep(Dataset.FromTable data.Values, responsibilities, previous)
        }

    /// Each component gets the next one's parameters.
    let private shifted =
        { new Wrong() with
            override _.MStep(data, responsibilities, previous) =
                correct.MStep(data, responsibilities, previous)
                |> Result.map (fun next ->
                    let components = Seq.append (Seq.tail next.Components) [ Seq.head next.Components ]
                    Mixture.Of(next.Family, next.Weights, components))
        }

    /// Weights that were to be kept, and are not.
    let private free =
        { new Wrong() with
            override _.Step(data, mixture, _) =
                correct.Step(data, mixture, EmVariant.Plain)
        }

    /// Kept weights, of which the first component gets the last one's.
    let private turned =
        { new Wrong() with
            override _.Step(data, mixture, variant) =
                correct.Step(data, mixture, variant)
                |> Result.map (fun next ->
                    if variant.KeepsWeights then
                        let weights =
                            Seq.append [ Seq.last next.Weights ] (Seq.take (next.ComponentCount - 1) next.Weights)

                        Mixture.Of(next.Family, weights, next.Components)
                    else
                        next)
        }

    /// Where weights are kept, components stay as well.
    let private frozen =
        { new Wrong() with
            override _.Step(data, mixture, variant) =
                if variant.KeepsWeights then
                    Ok mixture
                else
                    correct.Step(data, mixture, variant)
        }

    /// Hard EM that is soft.
    let private soft =
        { new Wrong() with
            override _.EStep(data, mixture, _) =
                correct.EStep(data.WithoutLabels(), mixture, EmVariant.Plain)
        }

    /// The start of each label from the rows of the next.
    let private nextLabel =
        { new LabelledStart with
            member _.Start(data, family, labels) =
                let k = 1 + Array.max labels
                VariantLaws.labelledStart.Start(data, family, labels |> Array.map (fun label -> (label + 1) % k))
        }

    let private sampler = SamplingLaws.sampler

    /// Components drawn without regard to their weights.
    let private evenly =
        { new FamilySampler with
            member _.Sample(mixture, count, seed) =
                let k = mixture.ComponentCount

                let even =
                    Mixture.Of(mixture.Family, Seq.replicate k (1.0 / float k), mixture.Components)

                sampler.Sample(even, count, seed)

            member _.Draws(mixture, count, seed) = sampler.Draws(mixture, count, seed)
        }

    /// A seed that the number of draws changes.
    let private countSeeded =
        { new FamilySampler with
            member _.Sample(mixture, count, seed) =
                sampler.Sample(mixture, count, seed + int64 count)

            member _.Draws(mixture, count, seed) =
                sampler.Draws(mixture, count, seed + int64 count)
        }

    let private seedless =
        { new FamilySampler with
            member _.Sample(mixture, count, _) = sampler.Sample(mixture, count, 1L)
            member _.Draws(mixture, count, _) = sampler.Draws(mixture, count, 1L)
        }

    /// Observations below zero, outside the support of counts.
    let private negated =
        { new FamilySampler with
            member _.Sample(mixture, count, seed) =
                let rows, components = sampler.Sample(mixture, count, seed)
                rows |> List.map (List.map (~-)), components

            member _.Draws(mixture, count, seed) = sampler.Draws(mixture, count, seed)
        }

    let private all =
        [
            "leaky responsibilities", FamilyLaws.rowsSumToOne leaky // 100 %
            "M-step without weights", FamilyLaws.weightsAreMeanResponsibilities weightless // 35 %
            "the next one's parameters", FamilyLaws.neverFalls shifted // 32 %
            "the next one's parameters in hard EM", FamilyLaws.neverFallsAs EmVariant.Hard shifted // 15 %
            "the next one's parameters where weights are kept",
            FamilyLaws.neverFallsAs (EmVariant(KeepsWeights = true)) shifted // 35 %
            "soft in hard EM", VariantLaws.hardRowsAreOneComponents soft // 67 %
            "kept weights set free", VariantLaws.keptWeightsStay free // 69 %
            "kept weights turned", VariantLaws.keptWeightsStay turned // 68 %
            "components kept too", VariantLaws.keptWeightsStay frozen // 68 %
            "labels forgotten", VariantLaws.knownRowsKeepTheirLabel unlabelled // 63 %
            "a start from the next label", VariantLaws.completeDataNeedOneStep nextLabel // 54 %
            "components drawn evenly", SamplingLaws.sharesAreWeights evenly // 59 %
            "a seed of the count", SamplingLaws.samplesArePrefixes countSeeded // 100 %
            "no seed", SamplingLaws.samplesArePrefixes seedless // 100 %
            "negated draws", SamplingLaws.drawsArePossible negated // 69 %
        ]

    let names () =
        all |> Seq.map (fun (name, _) -> TheoryDataRow<string> name)

    [<Theory>]
    [<MemberData(nameof names)>]
    let ``A wrong variant, family, start or sampler breaks its law`` (name: string) =
        let _, law = all |> List.find (fun (other, _) -> other = name)

        Assert.True(Mutant.isCaught (FamilyCases.Case()) (FamilyCase.apply law), $"the law holds under: {name}")
