namespace GmmPure.Properties

open System
open System.Collections.Immutable
open System.IO
open Xunit
open GmmPure
open GmmPure.Families
open GmmPure.FSharp

/// The F# of the README and of the page on the general scheme, compiled and run.
module ReadmeSamples =

    let rec private rootFrom folder =
        if File.Exists(Path.Combine(folder, "GmmPure.sln")) then
            folder
        else
            rootFrom (Path.GetDirectoryName folder)

    let private root = rootFrom AppContext.BaseDirectory

    let private lines (text: string) =
        text.Split '\n' |> Array.map _.Trim() |> Array.filter ((<>) "")

    [<Fact>]
    let ``Fitting`` () =
        let rows =
            File.ReadAllLines(Path.Combine(root, "tests", "data", "old-faithful.csv"))
            |> Array.skip 1
            |> Array.map (fun line -> line.Split ',' |> Array.map float)

        let data = Dataset.ofRows rows
        let fit = data |> GaussianMixture.fit 2
        let start = data |> Initial.kMeans 2 7L

        let last =
            data
            |> Em.iterate start
            |> Seq.truncate 500
            |> Em.takeUntilConverged (Convergence.gainPerSample 1e-10)
            |> Seq.last

        let outcome =
            match Status.view last.Status with
            | Running -> "still climbing"
            | Converged gain -> $"converged: the last gain was {gain:E1} per sample"
            | Degenerate cause ->
                match Degeneracy.view cause with
                | Emptied(which, count) -> $"component {which} lost its rows: {count} left"
                | Singular(Some which, Some column, _) -> $"component {which} collapsed in column {column}"
                | Singular _
                | NoMaximum _
                | Unreachable _ -> cause.Message

        Assert.Equal(last.LogLikelihood, fit.Last.LogLikelihood, 3)
        Assert.StartsWith("converged", outcome)
        Assert.Equal(-1130.264, last.LogLikelihood, 3)

        let labels = [ Some 1; Some 0 ] @ List.replicate (data.Count - 2) None
        let known = data |> Initial.ofKnownLabels labels

        let guided = data |> Dataset.withLabels labels |> Em.iterate known

        let hard =
            data |> Em.iterateWith (Variant.plain |> Variant.hard) Options.defaults start

        Assert.True((Seq.item 20 guided).Model.Means[0, 0] < 3.0)
        Assert.True((Seq.item 3 hard).Objective.Value < last.Objective.Value)

    [<Fact>]
    let ``A family of one's own`` () =
        let waits =
            Dataset.ofValues [ 0.0; 0.0; 1.0; 0.0; 2.0; 0.0; 1.0; 30.0; 25.0; 41.0; 0.0; 18.0 ]

        let geometric =
            { new IFamily<float> with
                member _.Name = "geometric"
                member _.SupportOf _ = Support.Counts

                member _.MaximumLikelihood data =
                    if data.ColumnMeans[0] > 0.0 then
                        Outcome.Of(1.0 / (1.0 + data.ColumnMeans[0]))
                    else
                        Estimate.None("success", 1.0)

                member _.LogDensity(success, x) =
                    log success + (if x[0] = 0.0 then 0.0 else x[0] * log (1.0 - success))

                member _.Parameters(success, totalWeight) =
                    ImmutableArray.Create(Parameter("success", success, success * sqrt ((1.0 - success) / totalWeight)))
            }

        let last =
            waits
            |> Mixture.iterate (waits |> Mixture.random geometric 2 1L)
            |> Seq.truncate 500
            |> Em.takeUntilConverged (Convergence.gainPerSample 1e-10)
            |> Seq.last

        Assert.IsType<Converged> last.Status |> ignore

        let zeros =
            Dataset.ofValues [ yield! List.replicate 10 0.0; 40.0; 55.0; 61.0; 38.0; 70.0; 44.0 ]

        let lost =
            zeros
            |> Mixture.iterate (zeros |> Mixture.kMeans geometric 2 1L)
            |> Seq.truncate 500
            |> Seq.last

        match Status.view lost.Status with
        | Degenerate cause ->
            match Degeneracy.view cause with
            | NoMaximum(Some _, "success", 1.0) -> ()
            | other -> failwith $"{other}"
        | status -> failwith $"{status}"

    [<Fact>]
    let ``Genetic linkage`` () =
        let expect theta =
            125.0 * theta / (2.0 + theta),
            125.0 * log (0.5 + theta / 4.0)
            + 38.0 * log ((1.0 - theta) / 4.0)
            + 34.0 * log (theta / 4.0)

        let maximise hidden =
            Ok((hidden + 34.0) / (hidden + 18.0 + 20.0 + 34.0))

        let last =
            0.5
            |> Em.iterateModel 197.0 List.singleton expect maximise
            |> Em.takeUntilConverged (Convergence.parameterChange 1e-9)
            |> Seq.last

        Assert.Equal((15.0 + sqrt 53809.0) / 394.0, last.Model, 9)

    let pages = [ "README.md"; "src/GmmPure/GeneralScheme.md" ]

    let names () =
        pages |> Seq.map (fun page -> TheoryDataRow<string> page)

    [<Theory>]
    [<MemberData(nameof names)>]
    let ``Every sample is compiled and run`` (page: string) =
        let text = File.ReadAllText(Path.Combine(root, page))

        let source =
            lines (File.ReadAllText(Path.Combine(root, "properties", "ReadmeSamples.fs")))

        let blocks =
            text.Split "```fsharp\n"
            |> Array.skip 1
            |> Array.map (fun rest -> rest[.. rest.IndexOf "```" - 1])

        Assert.NotEmpty blocks

        for block in blocks do
            let sample = lines block |> Array.filter (fun line -> not (line.StartsWith "open "))
            Assert.Contains(sample, source |> Array.windowed sample.Length)
