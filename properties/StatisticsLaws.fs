namespace GmmPure.Properties

open GmmPure
open GmmPure.FSharp
open FsCheck.Xunit

/// Sufficient statistics about one reference are a commutative monoid, up to rounding.
module StatisticsLaws =

    /// The statistics of every third of the data, about the mixture's means.
    let private thirds case =
        let data = case.Data

        let part third =
            let rows =
                [ for n in third * data.Count / 3 .. (third + 1) * data.Count / 3 - 1 -> n ]

            let some =
                Dataset.FromRows(rows |> Seq.map (fun n -> data.Row(n).ToArray() :> seq<float>))

            let responsibilities, _ = Em.eStep case.Mixture some
            SufficientStatistics.Of(some, responsibilities, case.Mixture.Structure.Moments, case.Mixture.Means)

        part 0, part 1, part 2

    /// All statistics as one sequence of numbers.
    let private numbers (statistics: SufficientStatistics) =
        Seq.concat
            [
                statistics.EffectiveCounts :> seq<float>
                statistics.FirstMoments.Elements
                statistics.SecondMoments.Elements
            ]

    /// The sums of magnitudes beside the numbers, in the same order: Σ wr, Σ wr·eⱼ and Σ wr·eᵢeⱼ, where e is how far a row
    /// reaches from component k in a column. Rounding is a share of these, whatever cancels in the statistics.
    let private magnitudes (data: Dataset) (responsibilities: Responsibilities) (like: SufficientStatistics) reach =
        let d = data.Dimension

        let shares =
            Array.init like.ComponentCount (fun k ->
                Array.init data.Count (fun n -> data.WeightOf n * responsibilities[n, k]))

        let reaches =
            Array.init like.ComponentCount (fun k ->
                Array.init data.Count (fun n -> Array.init d (fun j -> reach k n j)))

        let sum k term =
            Seq.init data.Count (fun n -> shares[k][n] * term (reaches[k][n])) |> Seq.sum

        let products: (float[] -> float) list =
            match like.Layout.Shape with
            | MomentShape.Full ->
                [
                    for i in 0 .. d - 1 do
                        for j in 0 .. d - 1 -> fun e -> e[i] * e[j]
                ]
            | MomentShape.Diagonal -> [ for i in 0 .. d - 1 -> fun e -> e[i] * e[i] ]
            | _ -> [ Array.sumBy (fun x -> x * x) ]

        let ks = [ 0 .. like.ComponentCount - 1 ]

        List.concat
            [
                [ for k in ks -> sum k (fun _ -> 1.0) ]
                [
                    for k in ks do
                        for j in 0 .. d - 1 -> sum k (Array.item j)
                ]
                (if like.Layout.IsPooled then
                     [ for product in products -> List.sumBy (fun k -> sum k product) ks ]
                 else
                     [
                         for k in ks do
                             for product in products -> sum k product
                     ])
            ]

    /// e = |x − c|.
    let private deviation (data: Dataset) (reference: Table) k n j = abs (data[n, j] - reference[k, j])

    /// The statistics agree within a share of the magnitudes, and of a product that underflows half the least number is
    /// lost, in every row.
    let private near share (data: Dataset) magnitudes left right =
        let lost = float data.Count * System.Double.Epsilon

        Seq.map3
            (fun magnitude left right -> Law.near "statistic" (share * magnitude + lost) left right)
            magnitudes
            (numbers left)
            (numbers right)
        |> Law.all

    /// Unweighted data, as the thirds are, with the magnitudes of their sums about the mixture's means.
    let private together case =
        let data = Dataset.FromTable case.Data.Values
        let responsibilities, _ = Em.eStep case.Mixture data

        let whole =
            SufficientStatistics.Of(data, responsibilities, case.Mixture.Structure.Moments, case.Mixture.Means)

        data, whole, magnitudes data responsibilities whole (deviation data case.Mixture.Means)

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``Merging commutes, to the last bit`` case =
        let a, b, _ = thirds case
        Law.check (Law.isTrue "a + b ≠ b + a" (a.Merge(b) = b.Merge(a)))

    /// Two additions on either side, each off by u of what it adds up, which is no more than the magnitudes. Those, and
    /// the parts, are themselves sums of N terms.
    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``Merging associates up to the rounding of two additions`` case =
        let a, b, c = thirds case
        let data, _, magnitudes = together case
        let share = 4.0 * Bounds.u * (1.0 + 4.0 * float (data.Count + 8) * Bounds.u)
        Law.check (near share data magnitudes (a.Merge(b).Merge(c)) (a.Merge(b.Merge(c))))

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``Nothing is neutral`` case =
        let a, _, _ = thirds case
        let zero = SufficientStatistics.Zero(a.Layout, a.Reference)
        Law.check (Law.isTrue "a + 0 ≠ a" (a.Merge(zero) = a && zero.Merge(a) = a))

    /// The parts merged are the whole: sums of N terms on either side, of which each is off by a difference from the
    /// reference for each factor and by their products, at most 4·u; 8 for the D columns of a ball and the two additions.
    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``The parts merged are the whole`` case =
        let a, b, c = thirds case
        let data, whole, magnitudes = together case
        let share = 2.0 * float (data.Count + data.Dimension + 8) * Bounds.u
        Law.check (near share data magnitudes whole (a.Merge(b).Merge(c)))

    /// There and back: the reference is a matter of presentation. With e = |x − c| + |δ| a move is off by 8·u·Σ wr·eᵢeⱼ at
    /// most: two products of two roundings each, one of them with a moved first moment that is off by 3·u·Σ wr·eⱼ, and two
    /// sums. The way back starts from rows that are |δ| farther, of at most 4 times the product of two reaches, and takes
    /// what the first was off by along: 8 + 4·8 + 12 in all, with room for the sums of magnitudes themselves. A ball adds up
    /// its columns, each by two sums more, that way and four times that back.
    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``Moving the reference and back changes nothing but rounding`` case =
        let data, mixture = case.Data, case.Mixture
        let whole = Em.Pass(data, mixture).Statistics
        let responsibilities, _ = Em.eStep mixture data
        let means = data.ColumnMeans

        let moved =
            whole.About(Table.FromRows(Seq.replicate mixture.ComponentCount (means :> seq<float>)))

        let reach k n j =
            deviation data whole.Reference k n j + abs (means[j] - whole.Reference[k, j])

        let summed =
            if mixture.Structure.Shape = CovarianceShape.Spherical then
                float data.Dimension
            else
                0.0

        let share = (64.0 + 10.0 * summed) * Bounds.u
        let magnitudes = magnitudes data responsibilities whole reach
        Law.check (near share data magnitudes whole (moved.About whole.Reference))
