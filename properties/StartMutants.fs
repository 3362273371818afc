namespace GmmPure.Properties

open GmmPure
open Xunit

/// Deliberately wrong starts, each of which must break its laws in the cases of one run.
module StartMutants =

    let private correct = StartLaws.plusPlus

    let private change (change: Dataset -> GaussianMixture -> GaussianMixture) : Start =
        fun data components seed structure -> correct data components seed structure |> change data

    /// All components weigh the same.
    let private even =
        change (fun _ start -> start.WithWeights(Seq.replicate start.ComponentCount (1.0 / float start.ComponentCount)))

    /// The drawn centres, in place of their rows' means: here the first rows.
    let private centres =
        change (fun data start ->
            data.Values.Rows
            |> Seq.truncate start.ComponentCount
            |> Seq.cast<seq<float>>
            |> Table.FromRows
            |> start.WithMeans)

    let private reversed =
        change (fun _ start -> start.Reorder(Seq.init start.ComponentCount (fun k -> start.ComponentCount - 1 - k)))

    /// Another seed for every start.
    let private unrepeatable: Start =
        let calls = ref 0L

        fun data components seed structure ->
            calls.Value <- calls.Value + 1L
            StartLaws.random data components (seed + calls.Value) structure

    /// k-means in the columns' own units.
    let private unscaled: Start =
        fun data components seed structure ->
            let centres =
                data.Values.Rows
                |> Seq.truncate components
                |> Seq.cast<seq<float>>
                |> Table.FromRows

            let last = Clustering.KMeans(data, centres) |> Seq.truncate 30 |> Seq.last

            if last.Status :? Degenerate then
                correct data components seed structure
            else
                Initial.FromLabels(data, last.Labels, structure)

    /// One step of k-means, and no more.
    let private hasty: Start =
        fun data components seed structure ->
            let means = (correct data components seed structure).Means.ToArray()

            let middle =
                Table.FromArray(means |> Array2D.mapi (fun k j mean -> if k = 0 then data[0, j] else mean))

            let labels = (KMeansLaws.step middle data).Labels

            if List.distinct labels |> List.length = components then
                Initial.FromLabels(data, labels, structure)
            else
                correct data components seed structure

    let private mean = "a start's mean is the data's", StartLaws.meanIsTheDatas
    let private one = "a seed gives one start", StartLaws.isOne
    let private units = "units do not matter", StartLaws.unitsDoNotMatter
    let private stand = "clusters stand", StartLaws.clustersStand

    let private all =
        [
            "even weights", even, [ mean ] // 81 %
            "centres for means", centres, [ mean; stand ] // 100 %, 67 %
            "reversed", reversed, [ one ] // 77 %
            "unrepeatable", unrepeatable, [ one ] // 77 %
            "unscaled", unscaled, [ units; stand ] // 38 %, 19 %
            "hasty", hasty, [ stand ] // 57 %
        ]

    let names () =
        all |> Seq.map (fun (name, _, _) -> TheoryDataRow<string> name)

    [<Theory>]
    [<MemberData(nameof names)>]
    let ``A wrong start breaks its laws`` (name: string) =
        let _, start, laws = all |> List.find (fun (other, _, _) -> other = name)

        for lawName, law in laws do
            Assert.True(Mutant.isCaught (Cases.Case()) (law start), $"{name} does not break: {lawName}")
