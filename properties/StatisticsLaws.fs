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
            SufficientStatistics.Of(some, responsibilities, case.Mixture.Structure, case.Mixture.Means)

        part 0, part 1, part 2

    /// All statistics as one sequence of numbers.
    let private numbers (statistics: SufficientStatistics) =
        Seq.concat
            [
                statistics.EffectiveCounts :> seq<float>
                statistics.FirstMoments.Elements
                statistics.SecondMoments.Elements
            ]

    /// The largest magnitude that the sums can have gone through: Σ r·|d|, Σ r·d² of the widest column.
    let private reach case =
        let magnitude, _ = Bounds.reach case.Data
        let means = case.Mixture.Means.Elements |> Seq.map abs |> Seq.max
        let widest = Array.max magnitude + means
        float case.Data.Count * max 1.0 (float case.Data.Dimension * widest * widest)

    let private near bound left right =
        Seq.map2 (Law.near "statistic" bound) (numbers left) (numbers right) |> Law.all

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``Merging commutes, to the last bit`` case =
        let a, b, _ = thirds case
        Law.check (Law.isTrue "a + b ≠ b + a" (a.Merge(b) = b.Merge(a)))

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``Merging associates up to the rounding of two additions`` case =
        let a, b, c = thirds case
        Law.check (near (4.0 * Bounds.u * reach case) (a.Merge(b).Merge(c)) (a.Merge(b.Merge(c))))

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``Nothing is neutral`` case =
        let a, _, _ = thirds case
        let zero = SufficientStatistics.Zero(a.Structure, a.Reference)
        Law.check (Law.isTrue "a + 0 ≠ a" (a.Merge(zero) = a && zero.Merge(a) = a))

    /// The parts merged are the whole: sums of N terms, in another order.
    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``The parts merged are the whole`` case =
        let a, b, c = thirds case
        let unweighted = Dataset.FromTable case.Data.Values
        let responsibilities, _ = Em.eStep case.Mixture unweighted

        let whole =
            SufficientStatistics.Of(unweighted, responsibilities, case.Mixture.Structure, case.Mixture.Means)

        let bound = 2.0 * float (case.Data.Count + 8) * Bounds.u * reach case
        Law.check (near bound whole (a.Merge(b).Merge(c)))

    /// There and back: the reference is a matter of presentation. Each shift adds three products of that size.
    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``Moving the reference and back changes nothing but rounding`` case =
        let whole = Em.Pass(case.Data, case.Mixture).Statistics

        let moved =
            whole.About(Table.FromRows(Seq.replicate case.Mixture.ComponentCount (case.Data.ColumnMeans :> seq<float>)))

        let bound = 64.0 * Bounds.u * (1.0 + case.Data.TotalWeight) * reach case
        Law.check (near bound whole (moved.About whole.Reference))
