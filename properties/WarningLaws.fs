namespace GmmPure.Properties

open System
open FsCheck.Xunit
open GmmPure
open GmmPure.FSharp

/// What holds for warnings, whatever the data and the mixture.
module WarningLaws =

    /// The warnings of a mixture that counts as the end of a run.
    let private warningsOf (mixture: GaussianMixture) (data: Dataset) =
        let first = Em.Iterate(data, mixture) |> Seq.head
        let last = first.WithStatus(GmmPure.Converged 0.0)

        FitWarning.ofLast (last.Cast<IMixture>()) data |> List.map FitWarning.view

    /// Rows by the numbers that they had, and counts, which rounding may have moved, left out.
    let private originally (order: int[]) warning =
        let before (row: int64) = int64 order[int row]

        match warning with
        | LoneRow(which, row, column, value) -> LoneRow(which, before row, column, value)
        | FewRows(which, rows) -> FewRows(which, rows |> List.map before |> List.sort)
        | Spurious(which, _, rows) -> Spurious(which, 0.0, rows |> List.map before |> List.sort)
        | FewNumbers(parameters, _) -> FewNumbers(parameters, 0.0)
        | other -> other

    let private rowsOf (order: int[]) (data: Dataset) =
        let rows =
            order
            |> Seq.map (fun row -> Seq.init data.Dimension (fun column -> data[row, column]))

        Dataset.FromRows(rows).WithWeights(order |> Seq.map data.WeightOf)

    let orderDoesNotMatter case =
        let data = case.Data
        let random = Random case.Recipe.Seed
        let order = Array.init data.Count id
        random.Shuffle order

        let expected =
            rowsOf (Array.init data.Count id) data
            |> warningsOf case.Mixture
            |> List.map (originally (Array.init data.Count id))

        let found =
            rowsOf order data |> warningsOf case.Mixture |> List.map (originally order)

        Kind.meet (if expected.IsEmpty then "no warning" else "warnings")
        Law.isTrue $"%A{found} instead of %A{expected}" (found = expected)

    /// The same rows once more, backwards, which weigh nothing.
    let weightlessRowsAreNotThere case =
        let data = case.Data
        let order = Array.init data.Count id
        let expected = rowsOf order data |> warningsOf case.Mixture

        let more = rowsOf (Array.append order (Array.rev order)) data

        let weights =
            Seq.append (order |> Seq.map data.WeightOf) (Seq.replicate data.Count 0.0)

        let found = more.WithWeights weights |> warningsOf case.Mixture
        Kind.meet (if expected.IsEmpty then "no warning" else "warnings")
        Law.isTrue $"%A{found} instead of %A{expected}" (found = expected)

    /// A component that stands twice in a mixture is told, with itself or with another before that is nearly the same.
    let clonesAreNearlyTheSame case =
        let mixture = case.Mixture
        let k = mixture.ComponentCount
        let order = Seq.append (seq { 0 .. k - 1 }) [ k - 1 ] |> Seq.toArray

        let weights =
            order
            |> Seq.map (fun j ->
                if j = k - 1 then
                    mixture.Weights[j] / 2.0
                else
                    mixture.Weights[j])

        let means =
            order
            |> Seq.map (fun j -> mixture.Means.Row(j).ToArray() |> Seq.ofArray)
            |> Table.FromRows

        let covariances = order |> Seq.map (fun j -> mixture.Covariances[j])
        let twice = GaussianMixture.Create(weights, means, covariances, mixture.Structure)

        let isClone warning =
            match warning with
            | NearlySame(one, other, overlap) -> other = k && (one < k - 1 || overlap > 0.999999)
            | _ -> false

        Law.isTrue "the clone" (warningsOf twice case.Data |> List.exists isClone)

    [<Property(MaxTest = 300, Arbitrary = [| typeof<Cases> |])>]
    let ``The order of rows does not matter to warnings`` case = Law.check (orderDoesNotMatter case)

    [<Property(MaxTest = 300, Arbitrary = [| typeof<Cases> |])>]
    let ``Rows of weight 0 are not there for warnings`` case =
        Law.check (weightlessRowsAreNotThere case)

    [<Property(MaxTest = 300, Arbitrary = [| typeof<Cases> |])>]
    let ``A component that stands twice is told`` case = Law.check (clonesAreNearlyTheSame case)
