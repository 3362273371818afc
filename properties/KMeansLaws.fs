namespace GmmPure.Properties

open FsCheck.Xunit
open GmmPure
open GmmPure.Families

/// A step of k-means from given centres.
type KMeansStep =
    {
        Labels: int list
        Inertia: float
        /// None if a centre is left without rows.
        Next: Table option
    }

/// k-means among the mixtures: hard EM with one ball, and the limit of soft EM.
module KMeansLaws =

    /// The library's step.
    let step (centres: Table) (data: Dataset) =
        let elements = Clustering.KMeans(data, centres) |> Seq.truncate 2 |> Seq.toList

        {
            Labels = Seq.toList elements.Head.Labels
            Inertia = elements.Head.Inertia
            Next = elements |> Seq.tryItem 1 |> Option.map _.Model
        }

    /// The centres and the step from each, as far as steps lead.
    let private unfold step centres data =
        Some centres
        |> Seq.unfold (
            Option.map (fun centres ->
                let next = step centres data
                (centres, next), next.Next)
        )

    let private squared (data: Dataset) (centres: Table) row k =
        Seq.sum (Seq.init data.Dimension (fun j -> (data[row, j] - centres[k, j]) ** 2.0))

    let private rows (data: Dataset) = seq { 0 .. data.Count - 1 }

    /// Whether a row is within rounding of two centres.
    let anyTied data (centres: Table) =
        let isTied row =
            match Seq.init centres.RowCount (squared data centres row) |> Seq.sort |> Seq.toList with
            | nearest :: second :: _ -> second - nearest <= 2.0 ** -30 * second
            | _ -> false

        Seq.exists isTied (rows data)

    /// Equal balls around given centres.
    let private balls variance (centres: Table) =
        let k = centres.RowCount
        let ball = Covariance.Spherical(centres.ColumnCount, variance)

        Mixture.Of(
            Family.Gaussian CovarianceStructure.TiedSpherical,
            Seq.replicate k (1.0 / float k),
            centres.Rows |> Seq.map (fun centre -> Gaussian(centre, ball))
        )

    let private firstRows count (data: Dataset) =
        data.Values.Rows |> Seq.truncate count |> Seq.cast<seq<float>> |> Table.FromRows

    /// The first rows as centres.
    let private centresOf case =
        firstRows case.Mixture.ComponentCount case.Data

    /// Differences, squares and their sum err by less than (D + 3)·u of a squared distance, which is a sum of squares.
    let private rounding (data: Dataset) =
        2.0 * float (data.Dimension + 3) * Bounds.u

    /// No centre is nearer than a row's own, and of equal ones (here the first centre, which stands there once more at the
    /// end) the first has it.
    let nearestOwns step case =
        let data = case.Data
        let centres = centresOf case
        let k = centres.RowCount

        let again =
            Seq.append centres.Rows [ Seq.head centres.Rows ]
            |> Seq.cast<seq<float>>
            |> Table.FromRows

        let labels = List.toArray (step again data).Labels

        rows data
        |> Seq.map (fun row ->
            let own = squared data centres row (labels[row] % k)
            let nearest = Seq.init k (squared data centres row) |> Seq.min

            Law.all
                [
                    Law.isTrue $"row %d{row} has the last of equal centres" (labels[row] < k)
                    Law.isTrue $"row %d{row} has a farther centre" (own <= nearest * (1.0 + 2.0 * rounding data))
                ])
        |> Law.all

    /// Each centre goes to the weighted mean of its rows: a quotient of sums of N terms about the data's middle.
    let centresAreMeans step case =
        let data = case.Data
        let centres = centresOf case
        let found = step centres data
        let labels = List.toArray found.Labels
        let magnitude, deviation = Bounds.reach data
        let n = float data.Count

        match found.Next with
        | None ->
            Kind.meet "an empty cluster"

            let weights =
                Array.init centres.RowCount (fun k ->
                    rows data |> Seq.filter (fun row -> labels[row] = k) |> Seq.sumBy data.WeightOf)

            Law.isTrue "no cluster is empty" (Array.contains 0.0 weights)
        | Some next ->
            Kind.meet "a step"

            Law.all
                [
                    for k in 0 .. centres.RowCount - 1 do
                        let own = rows data |> Seq.filter (fun row -> labels[row] = k) |> Seq.toArray
                        let weight = Array.sumBy data.WeightOf own

                        for j in 0 .. data.Dimension - 1 do
                            let middle = data.ColumnMeans[j]

                            let mean =
                                middle
                                + Array.sumBy (fun row -> data.WeightOf row * (data[row, j] - middle)) own
                                  / weight

                            let bound =
                                8.0 * (n + 4.0) * Bounds.u * deviation[j] + 8.0 * Bounds.u * magnitude[j]

                            Law.near $"centre %d{k} in column %d{j}" bound mean next[k, j]
                ]

    /// Σ w·|x − μ|² to the centres before the step: a sum of N terms, none of which is negative.
    let inertiaIsOfItsCentres step case =
        let data = case.Data
        let centres = centresOf case
        let found = step centres data

        let expected =
            Seq.mapi (fun row label -> data.WeightOf row * squared data centres row label) found.Labels
            |> Seq.sum

        let bound =
            (2.0 * float (data.Count + 2) * Bounds.u + 2.0 * rounding data) * expected

        Law.near "inertia" bound expected found.Inertia

    /// The inertia falls from step to step, but for its rounding.
    let inertiaNeverRises step case =
        let _, deviation = Bounds.reach case.Data
        // Means off by δ cost N·δ² and the rounding of the sums, each within so much of the inertia about the middle.
        let rounding =
            (4.0 * float (case.Data.Count + case.Data.Dimension + 8) * Bounds.u)
            * case.Data.TotalWeight
            * Seq.sumBy (fun reach -> 4.0 * reach * reach) deviation

        unfold step (centresOf case) case.Data
        |> Seq.map (fun (_, step) -> -step.Inertia, rounding)
        |> Law.neverFalls 6

    /// Both assign by distance, and both average the same rows by the same sums: not a bit differs, unless two centres are
    /// equally near to a row within rounding.
    let isHardEm step case =
        let data = case.Data
        let centres = centresOf case
        let variance = Seq.average data.ColumnVariances

        let hard =
            Em.Iterate(data, balls variance centres, EmVariant(IsHard = true, KeepsWeights = true))
            |> Seq.truncate 6
            |> Seq.toList

        let lloyd = unfold step centres data |> Seq.truncate 6 |> Seq.toList

        Seq.zip hard lloyd
        |> Seq.takeWhile (fun (_, step) -> not (anyTied data (fst step)))
        |> Seq.map (fun (assigned, (centres, _)) ->
            if assigned.Index > 0 then
                Kind.meet "a step"

            Law.isTrue
                $"centres of step %d{assigned.Index}"
                (assigned.Model.Components
                 |> Seq.collect (fun gaussian -> gaussian.Mean |> Seq.toList)
                 |> Seq.toList
                    =
                    Seq.toList centres.Elements))
        |> Law.all

    /// A row's own centre has the largest responsibility for it. Of a row other centres, each farther by a margin m, have no more than Σ exp(−m/2σ²). A squared distance is computed to
    /// (D + 4)·u of itself, and so is its half over σ², from which ln π and (D/2)·ln 2πσ² are as far off as they are large.
    let isTheLimitOfSoftEm step case =
        let data = Dataset.FromTable case.Data.Values
        let centres = centresOf case
        let labels = List.toArray (step centres data).Labels
        let distance = squared data centres

        Law.all
            [
                for power in [ 1; 4; 8 ] do
                    let variance = Seq.average data.ColumnVariances * 2.0 ** -power
                    let soft = Em.EStep(data, balls variance centres).Responsibilities

                    for row in 0..17 .. data.Count - 1 do
                        let own = labels[row]

                        let d, k = float data.Dimension, centres.RowCount

                        let rounding other =
                            let constant = d * (abs (log variance) + 2.0) + log (float k)

                            Bounds.u
                            * (4.0 * constant + (2.0 * d + 16.0) * (other + distance row own) / variance)

                        let bound =
                            seq { 0 .. k - 1 }
                            |> Seq.except [ own ]
                            |> Seq.map (distance row)
                            |> Seq.sumBy (fun other ->
                                exp ((distance row own - other) / (2.0 * variance) + rounding other))

                        let isLargest other =
                            soft[row, own] >= soft[row, other] * exp (-2.0 * rounding (distance row other))

                        Law.isTrue $"row %d{row}" (1.0 - soft[row, own] <= bound + 4.0 * float (k + 1) * Bounds.u)
                        Law.isTrue $"row %d{row} is another's" (Seq.forall isLargest (seq { 0 .. k - 1 }))
            ]

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``A row is its nearest centre's, of equals the first's`` case = Law.check (nearestOwns step case)

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``Centres go to the means of their rows`` case = Law.check (centresAreMeans step case)

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``The inertia is about the centres that it stands with`` case =
        Law.check (inertiaIsOfItsCentres step case)

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``The inertia never rises`` case = Law.check (inertiaNeverRises step case)

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``k-means is hard EM with one shared ball and equal weights, step for step`` case =
        Law.check (isHardEm step case)

    [<Property(MaxTest = 100, Arbitrary = [| typeof<Cases> |])>]
    let ``Soft EM tends to hard EM as the variance goes to 0`` case =
        Law.check (isTheLimitOfSoftEm step case)
