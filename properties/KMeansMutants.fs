namespace GmmPure.Properties

open GmmPure
open Xunit

/// Deliberately wrong steps of k-means, each of which must break its laws in the cases of one run.
module KMeansMutants =

    let private correct = KMeansLaws.step

    let private meansOf (data: Dataset) labels (centres: Table) =
        let own k =
            labels |> List.indexed |> List.filter (snd >> (=) k) |> List.map fst

        let mean k =
            Seq.init data.Dimension (fun j ->
                List.sumBy (fun row -> data.WeightOf row * data[row, j]) (own k)
                / List.sumBy data.WeightOf (own k))

        if Seq.init centres.RowCount (own >> List.sumBy data.WeightOf) |> Seq.contains 0.0 then
            None
        else
            Some(Table.FromRows(Seq.init centres.RowCount mean))

    /// Steps that decide by another distance, and do the rest right.
    let private labelledBy distance (centres: Table) (data: Dataset) =
        let label row =
            Seq.init centres.RowCount id
            |> Seq.minBy (fun k ->
                Seq.init data.Dimension (fun j -> data[row, j] - centres[k, j])
                |> distance row k)

        let labels = List.init data.Count label

        { correct centres data with
            Labels = labels
            Next = meansOf data labels centres
        }

    /// Of equally near centres the last has the row.
    let private lastOfEquals (centres: Table) (data: Dataset) =
        let k = centres.RowCount
        let reversed = Table.FromRows(centres.Rows |> Seq.rev |> Seq.cast<seq<float>>)
        let step = correct reversed data

        { step with
            Labels = step.Labels |> List.map (fun label -> k - 1 - label)
            Next =
                step.Next
                |> Option.map (fun next -> Table.FromRows(next.Rows |> Seq.rev |> Seq.cast<seq<float>>))
        }

    /// Distances by |d| in place of d².
    let private byAbsoluteDistance centres data =
        labelledBy (fun _ _ -> Seq.sumBy abs) centres data

    /// The second nearest centre for a row in ten.
    let private careless (centres: Table) (data: Dataset) =
        labelledBy
            (fun row k offsets -> Seq.sumBy (fun d -> d * d) offsets * (if row % 10 = k then 4.0 else 1.0))
            centres
            data

    /// Means that forget the rows' weights.
    let private weightless centres (data: Dataset) =
        let step = correct centres data

        { step with
            Next = (correct centres (Dataset.FromTable data.Values)).Next
        }

    /// Centres that go so many times as far as the means of their rows.
    let private going far (centres: Table) data =
        let step = correct centres data

        { step with
            Next =
                step.Next
                |> Option.map (fun next ->
                    next.ToArray()
                    |> Array2D.mapi (fun k j mean -> centres[k, j] + far * (mean - centres[k, j]))
                    |> Table.FromArray)
        }

    /// The inertia about the centres that come next.
    let private lateInertia centres data =
        let step = correct centres data

        { step with
            Inertia =
                match step.Next with
                | Some next -> (correct next data).Inertia
                | None -> step.Inertia
        }

    /// The inertia of rows that count alike.
    let private weightlessInertia centres (data: Dataset) =
        { correct centres data with
            Inertia = (correct centres (Dataset.FromTable data.Values)).Inertia
        }

    let private nearest = "a row is its nearest centre's", KMeansLaws.nearestOwns
    let private means = "centres go to means", KMeansLaws.centresAreMeans

    let private inertia =
        "the inertia is of its centres", KMeansLaws.inertiaIsOfItsCentres

    let private descent = "the inertia never rises", KMeansLaws.inertiaNeverRises
    let private hardEm = "k-means is hard EM", KMeansLaws.isHardEm
    let private limit = "the limit of soft EM", KMeansLaws.isTheLimitOfSoftEm

    let private all =
        [
            "the last of equals", lastOfEquals, [ nearest ] // 100 %
            "|d| for d²", byAbsoluteDistance, [ nearest; limit ] // 57 %, 35 %
            "careless labels", careless, [ nearest; limit ] // 87 %, 30 %
            "means without weights", weightless, [ means; hardEm ] // 25 %, 20 %
            "halfway", going 0.5, [ means; hardEm ] // 74 %, 71 %
            "past the means", going 3.0, [ means; hardEm; descent ] // 74 %, 75 %, 71 %
            "the next centres' inertia", lateInertia, [ inertia ] // 77 %
            "inertia without weights", weightlessInertia, [ inertia ] // 29 %
        ]

    let names () =
        all |> Seq.map (fun (name, _, _) -> TheoryDataRow<string> name)

    [<Theory>]
    [<MemberData(nameof names)>]
    let ``A wrong step of k-means breaks its laws`` (name: string) =
        let _, step, laws = all |> List.find (fun (other, _, _) -> other = name)

        for lawName, law in laws do
            Assert.True(Mutant.isCaught (Cases.Case()) (law step), $"{name} does not break: {lawName}")
