namespace GmmPure.Properties

open System
open GmmPure
open GmmPure.FSharp
open GmmPure.Textbook
open Xunit

/// Deliberately wrong rules of degeneracy, each of which must break the law of degenerate cases.
module DegeneracyMutants =

    let private correct = Steps.composed

    let private misnamed change =
        { correct with
            MStep =
                fun structure responsibilities data ->
                    correct.MStep structure responsibilities data
                    |> Result.mapError (fun (fault: TextbookDegeneracy) ->
                        change responsibilities.ComponentCount data.Dimension fault)
        }

    /// What collapses is propped up.
    let private ridged =
        { correct with
            MStep =
                fun structure responsibilities data ->
                    Em.mStepWith structure (EmOptions(Ridge = 1e-6)) responsibilities data
                    |> Result.mapError Steps.fault
        }

    /// The component after the one that degenerates.
    let private nextComponent =
        misnamed (fun components _ fault ->
            if fault.Component.HasValue then
                TextbookDegeneracy((fault.Component.Value + 1) % components, fault.Column, fault.IsEmptied)
            else
                fault)

    /// One of the components where the shared covariance collapses.
    let private sharedAsFirst =
        misnamed (fun _ _ fault ->
            TextbookDegeneracy(
                (if fault.Component.HasValue then
                     fault.Component
                 else
                     Nullable 0),
                fault.Column,
                fault.IsEmptied
            ))

    /// The column after the one that varies no more, which need not exist.
    let private nextColumn =
        misnamed (fun _ dimension fault ->
            if fault.Column.HasValue then
                TextbookDegeneracy(fault.Component, (fault.Column.Value + 1) % max 2 dimension, fault.IsEmptied)
            else
                fault)

    /// Components without rows that are said to have collapsed.
    let private emptiedAsCollapsed =
        misnamed (fun _ _ fault -> TextbookDegeneracy(fault.Component, fault.Column))

    /// A component without rows that is given a little of each.
    let private refilled =
        { correct with
            MStep =
                fun structure responsibilities data ->
                    let k = float responsibilities.ComponentCount

                    responsibilities.Values.ToArray()
                    |> Array2D.map (fun r -> (1.0 - 1e-6) * r + 1e-6 / k)
                    |> Table.FromArray
                    |> Responsibilities.FromTable
                    |> fun shared -> correct.MStep structure shared data
        }

    let private all =
        [
            "a ridge", ridged // 72 %
            "the next component", nextComponent // 52 %
            "the first component for all", sharedAsFirst // 31 %
            "the next column", nextColumn // 50 %
            "emptied as collapsed", emptiedAsCollapsed // 29 %
            "refilled", refilled // 58 %
        ]

    let names () =
        all |> Seq.map (fun (name, _) -> TheoryDataRow<string> name)

    [<Theory>]
    [<MemberData(nameof names)>]
    let ``A wrong rule of degeneracy breaks its law`` (name: string) =
        let _, steps = all |> List.find (fun (other, _) -> other = name)
        let law = DegeneracyLaws.faultsAreNamed steps
        Assert.True(Mutant.isCaught (DegenerateCases.DegenerateCase()) law, $"the law holds under: {name}")

    /// What is singular is propped up by as little as rounding is.
    let private slightlyRidged (data: Dataset) =
        let ridge = 1e-12 * Seq.max (Seq.append [ 1e-200 ] data.ColumnVariances)

        Em.mStepWith
            CovarianceStructure.Full
            (EmOptions(Ridge = ridge))
            (Responsibilities.FromLabels(Array.zeroCreate data.Count, 1))
            data

    /// What is correlated is refused, as if its rows were all the first.
    let private eager (data: Dataset) =
        RankLaws.covarianceOf data
        |> Result.bind (fun mixture ->
            let unit = Seq.sumBy log data.ColumnVariances

            if mixture.Covariances[0].LogDeterminant < unit - 1.0 then
                Dataset.FromRows(Seq.replicate 2 (Seq.ofArray (data.Row(0).ToArray())))
                |> RankLaws.covarianceOf
            else
                Ok mixture)

    let private verdicts =
        [
            "a slight ridge", slightlyRidged // 59 %
            "an eager rule", eager // 23 %
        ]

    let verdictNames () =
        verdicts |> Seq.map (fun (name, _) -> TheoryDataRow<string> name)

    [<Theory>]
    [<MemberData(nameof verdictNames)>]
    let ``A wrong verdict breaks the law of exact verdicts`` (name: string) =
        let _, step = verdicts |> List.find (fun (other, _) -> other = name)
        let law = RankLaws.verdictIsExact step
        Assert.True(Mutant.isCaught (RankCases.RankCase()) law, $"the law holds under: {name}")
