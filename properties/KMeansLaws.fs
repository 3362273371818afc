namespace GmmPure.Properties

open FsCheck.Xunit
open GmmPure
open GmmPure.Families

/// k-means among the mixtures: hard EM with one ball, and the limit of soft EM.
module KMeansLaws =

    /// Equal balls around given centres.
    let private balls variance (centres: Table) =
        let k = centres.RowCount
        let ball = Covariance.Spherical(centres.ColumnCount, variance)

        Mixture.Of(
            Family.Gaussian CovarianceStructure.TiedSpherical,
            Seq.replicate k (1.0 / float k),
            centres.Rows |> Seq.map (fun centre -> Gaussian(centre, ball))
        )

    /// The first rows as centres.
    let private centresOf case =
        case.Data.Values.Rows
        |> Seq.truncate case.Mixture.ComponentCount
        |> Seq.cast<seq<float>>
        |> Table.FromRows

    /// Both assign by distance, and both average the same rows by the same sums: not a bit differs, unless two centres are
    /// equally near to a row within rounding.
    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``k-means is hard EM with one shared ball and equal weights, step for step`` case =
        let data = Dataset.FromTable case.Data.Values
        let centres = centresOf case
        let variance = Seq.average data.ColumnVariances

        let hard =
            Em.Iterate(data, balls variance centres, EmVariant(IsHard = true, KeepsWeights = true))
            |> Seq.truncate 6
            |> Seq.toList

        let lloyd = Clustering.KMeans(data, centres) |> Seq.truncate 6 |> Seq.toList

        let nearlyTied (step: KMeansIteration) =
            let squared row k =
                Seq.sum (Seq.init data.Dimension (fun j -> (data[row, j] - step.Model[k, j]) ** 2.0))

            let isTied row =
                match Seq.init centres.RowCount (squared row) |> Seq.sort |> Seq.toList with
                | nearest :: second :: _ -> second - nearest <= 2.0 ** -30 * second
                | _ -> false

            Seq.init data.Count id |> Seq.exists isTied

        Seq.zip hard lloyd
        |> Seq.takeWhile (fun (_, step) -> not (nearlyTied step))
        |> Seq.map (fun (assigned, step) ->
            Law.isTrue
                $"centres of step %d{step.Index}"
                (assigned.Model.Components
                 |> Seq.collect (fun gaussian -> gaussian.Mean |> Seq.toList)
                 |> Seq.toList
                    =
                    Seq.toList step.Model.Elements))
        |> Law.all
        |> Law.check

    /// Of a row other centres, each farther by a margin m, have no more than Σ exp(−m/2σ²). A squared distance is computed to
    /// (D + 4)·u of itself, and so is its half over σ², from which ln π and (D/2)·ln 2πσ² are as far off as they are large.
    [<Property(MaxTest = 100, Arbitrary = [| typeof<Cases> |])>]
    let ``Soft EM tends to hard EM as the variance goes to 0`` case =
        let data = Dataset.FromTable case.Data.Values
        let centres = centresOf case
        let step = Clustering.KMeans(data, centres) |> Seq.head

        let distance row k =
            Seq.sum (Seq.init data.Dimension (fun j -> (data[row, j] - centres[k, j]) ** 2.0))

        Law.all
            [
                for power in [ 1; 4; 8 ] do
                    let variance = Seq.average data.ColumnVariances * 2.0 ** -power
                    let soft = Em.EStep(data, balls variance centres).Responsibilities

                    for row in 0..17 .. data.Count - 1 do
                        let own = step.Labels[row]

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

                        Law.isTrue $"row %d{row}" (1.0 - soft[row, own] <= bound + 4.0 * float (k + 1) * Bounds.u)
            ]
        |> Law.check
