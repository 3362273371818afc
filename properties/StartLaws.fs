namespace GmmPure.Properties

open FsCheck.Xunit
open GmmPure

/// A start of so many components by a seed.
type Start = Dataset -> int -> int64 -> CovarianceStructure -> GaussianMixture

/// What holds for drawn starts, by k-means++ and by random responsibilities.
module StartLaws =

    let plusPlus: Start =
        fun data components seed structure -> Initial.KMeansPlusPlus(data, components, seed, structure)

    let random: Start =
        fun data components seed structure -> Initial.Random(data, components, seed, structure)

    /// A swap from a start by k-means++; that start itself, where one component is all there is or a component would have no row.
    let swap: Start =
        fun data components seed structure ->
            let from = plusPlus data components seed structure

            if components = 1 then
                from
            else
                Initial.TrySwap(data, from, seed).Or(fun _ -> from)

    let private startOf (start: Start) case data =
        start data case.Mixture.ComponentCount (int64 case.Recipe.Seed) case.Mixture.Structure

    /// A start's components share out the data: their means, weighted, are the data's. Sums of N terms about the mean.
    let meanIsTheDatas start case =
        let data = case.Data
        let found = startOf start case data
        let magnitude, deviation = Bounds.reach data
        let k = found.ComponentCount
        let rounding = 8.0 * float (data.Count + k + 8) * Bounds.u

        Seq.init data.Dimension (fun j ->
            let mean = Seq.init k (fun k -> found.Weights[k] * found.Means[k, j]) |> Seq.sum
            let bound = rounding * deviation[j] + 8.0 * float k * Bounds.u * magnitude[j]
            Law.near $"mean of column %d{j}" bound data.ColumnMeans[j] mean)
        |> Law.all

    /// A seed gives one start, of components in the canonical order.
    let isOne start case =
        let found: GaussianMixture = startOf start case case.Data

        Law.all
            [
                Law.isTrue "another" (startOf start case case.Data = found)
                Law.isTrue "another order" (found.InCanonicalOrder() = found)
            ]

    /// Columns in other units, by powers of two: the same weights, and means in those units, to the last bit.
    let unitsDoNotMatter start case =
        let factor j = 2.0 ** float (3 * (j % 5) - 4)

        let scaled (table: Table) =
            table.ToArray() |> Array2D.mapi (fun _ j x -> factor j * x) |> Table.FromArray

        let data =
            let plain = Dataset.FromTable(scaled case.Data.Values)

            if case.Data.Weights.IsEmpty then
                plain
            else
                plain.WithWeights case.Data.Weights

        let expected = startOf start case case.Data
        let found = startOf start case data

        Law.all
            [
                Law.isTrue "weights" (Seq.forall2 (=) expected.Weights found.Weights)
                Law.isTrue "means" (scaled expected.Means = found.Means)
            ]

    /// Of fewer than a thousand rows k-means goes on until none moves: another step, in units of the columns' deviations, moves
    /// no mean but by rounding. A row between two means may be either's.
    let clustersStand start case =
        let data = case.Data
        let found = startOf start case data

        let scale =
            data.ColumnVariances
            |> Seq.map (fun variance -> 1.0 / sqrt variance)
            |> Seq.toArray

        let scaled (table: Table) =
            table.ToArray()
            |> Array2D.mapi (fun _ j x -> (x - data.ColumnMeans[j]) * scale[j])
            |> Table.FromArray

        let units =
            (scaled data.Values |> Dataset.FromTable).WithWeights(Seq.init data.Count data.WeightOf)

        let means = scaled found.Means

        if data.Count >= 1000 || KMeansLaws.anyTied units means then
            Kind.meet "many rows, or one between means"
            Law.holds
        else
            Kind.meet "clusters"
            let magnitude, deviation = Bounds.reach data

            match (KMeansLaws.step means units).Next with
            | None -> Error "an empty cluster"
            | Some next ->
                Law.all
                    [
                        for k in 0 .. means.RowCount - 1 do
                            for j in 0 .. data.Dimension - 1 do
                                let bound =
                                    16.0
                                    * Bounds.u
                                    * scale[j]
                                    * ((float data.Count + 8.0) * deviation[j] + magnitude[j])

                                Law.near $"mean %d{k} in column %d{j}" bound means[k, j] next[k, j]
                    ]

    let private both law case =
        Law.check (Law.all [ law plusPlus case; law random case ])

    let private all law case =
        Law.check (Law.all [ law plusPlus case; law random case; law swap case ])

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``A start's mean is the data's`` case = all meanIsTheDatas case

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``A seed gives one start, in the canonical order`` case = all isOne case

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``Starts do not depend on the columns' units`` case = both unitsDoNotMatter case

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``The clusters of a k-means++ start stand`` case = Law.check (clustersStand plusPlus case)
