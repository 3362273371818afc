namespace GmmPure.Properties

open GmmPure
open GmmPure.FSharp
open FsCheck.Xunit
open Xunit
open MathNet.Numerics.LinearAlgebra.Double

/// What holds of the values themselves, and of the generators that make them.
module ValueLaws =

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``Equality and hashing are by content`` case =
        let again = Case.build case.Recipe

        Law.all
            [
                Law.isTrue "data" (again.Data = case.Data && hash again.Data = hash case.Data)
                Law.isTrue "mixture" (again.Mixture = case.Mixture && hash again.Mixture = hash case.Mixture)
                Law.isTrue
                    "steps"
                    (Seq.forall2
                        (=)
                        (again.Data |> Em.iterate again.Mixture |> Seq.truncate 3)
                        (case.Data |> Em.iterate case.Mixture |> Seq.truncate 3))
                Law.isTrue
                    "a moved mixture is equal"
                    (case.Mixture
                     <> case.Mixture.WithMeans(
                         Table.FromArray(case.Mixture.Means.ToArray() |> Array2D.map (fun x -> x + 1.0))
                     ))
            ]
        |> Law.check

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``The JSON round trip is exact`` case =
        let read = GaussianMixture.tryParse (GaussianMixture.toJson case.Mixture)
        Law.check (Law.isTrue "read back" (read = Ok case.Mixture))

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``Enumerating a history again gives equal values`` case =
        let history = case.Data |> Em.iterate case.Mixture |> Seq.truncate 4
        Law.check (Law.isTrue "another history" (Seq.toList history = Seq.toList history))

    /// One pass an element, and at most one more where its M-step takes a second look about the new means.
    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``Building a history computes nothing, and Take(n) makes n passes`` case =
        let passes = ResizeArray<GaussianMixture>()

        let engine =
            Expect(fun mixture reference ->
                passes.Add mixture
                Em.Pass(case.Data, mixture, reference = reference))

        let history = Em.Iterate(case.Data.Summary, case.Mixture, engine)
        let built = passes.Count
        let taken = history |> Seq.truncate 3 |> Seq.map _.Model |> Seq.toList

        let looks model =
            passes
            |> Seq.filter (fun pass -> obj.ReferenceEquals(pass, model))
            |> Seq.length

        Law.all
            [
                Law.isTrue $"{built} passes before anything is pulled" (built = 0)
                Law.isTrue "passes with other models" (Seq.forall (fun pass -> List.contains pass taken) passes)
                Law.isTrue "looks" (taken |> List.forall (fun model -> looks model = 1 || looks model = 2))
                Law.isTrue
                    "the history of data at hand"
                    (Seq.toList (Seq.truncate 3 history) =
                        Seq.toList (Em.iterate case.Mixture case.Data |> Seq.truncate 3))
            ]
        |> Law.check

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``The number of threads changes no bit`` case =
        let history threads =
            case.Data
            |> Em.iterateWith Variant.plain (Options.defaults |> Options.threads threads) case.Mixture
            |> Seq.truncate 3
            |> Seq.toList

        Law.check (Law.isTrue "another history" (history 1 = history 2 && history 1 = history 3))

    /// A covariance that means to have the condition number κ has it, to within the rounding of its entries and of the
    /// eigenvalues, κ·D·u relatively each.
    [<Property(MaxTest = 200, Arbitrary = [| typeof<EquivarianceLaws.FullOnly> |])>]
    let ``The generated covariances have the condition number that they mean to have`` case =
        let wanted =
            if case.Recipe.Dimension = 1 then
                1.0
            else
                10.0 ** float case.Recipe.LogCondition

        let bound = 64.0 * wanted * float case.Recipe.Dimension * Bounds.u * wanted

        case.Mixture.Covariances
        |> Seq.map (fun covariance ->
            let singular = DenseMatrix.OfArray(covariance.ToTable().ToArray()).Svd(false)
            Law.near "κ" bound wanted singular.ConditionNumber)
        |> Law.all
        |> Law.check

    [<Xunit.Fact>]
    let ``The generators reach the corners`` () =
        let sample =
            Cases.Case() |> FsCheck.FSharp.Arb.toGen |> FsCheck.FSharp.Gen.sample 800

        let recipes = sample |> Array.map _.Recipe
        let some what = Array.exists what recipes

        let steps =
            sample
            |> Array.filter (fun case -> Em.step case.Mixture case.Data |> Result.isOk)

        let isFull recipe =
            recipe.Structure.Shape = CovarianceShape.Full && recipe.Dimension > 1

        [
            for d in 1..12 -> $"dimension {d}", some (fun recipe -> recipe.Dimension = d)
        ]
        @ [
            for structure in CovarianceStructure.All ->
                string structure, some (fun recipe -> recipe.Structure = structure)
        ]
        @ [
            "κ of 1e8", some (fun recipe -> recipe.LogCondition = 8 && isFull recipe)
            "a far offset", some (fun recipe -> recipe.LogOffset = Some 6)
            "a tiny weight", sample |> Array.exists (fun case -> Seq.min case.Mixture.Weights < 1e-12)
            "several segments", some (fun recipe -> recipe.Rows > 4096)
            "an exact tile", some (fun recipe -> recipe.Rows = 256)
            "duplicates", some _.HasDuplicates
            "weights", some _.IsWeighted
            "mostly steps that do not degenerate", steps.Length > 3 * sample.Length / 4
        ]
        |> List.map (fun (corner, isReached) -> Law.isTrue $"no case of {corner}" isReached)
        |> Law.all
        |> Law.check

    [<Fact>]
    let ``Each fault of data is told by its view`` () =
        let told fault =
            match DataFault.view fault with
            | Empty -> "empty"
            | Ragged(row, found, expected) -> $"row {row} has {found}, not {expected}"
            | NotFinite(row, column, value) -> $"{value} at {row}, {column}"
            | TooLarge(row, column, value) -> $"{value:E0} at {row}, {column}"
            | TooNarrow(column, spread) -> $"column {column} by {spread:E0}"
            | BadWeight(row, weight) -> $"weight {weight} of row {row}"
            | BadTotalWeight total -> $"total {total}"

        let weighed (weights: float[]) =
            Dataset.TryCreate(Table.FromRows [ [ 1.0 ]; [ 2.0 ] ], weights)
            |> Outcome.toResult

        let faults =
            [
                Dataset.tryOfRows (Seq.empty<float list>)
                Dataset.tryOfRows [ [ 1.0 ]; [ 1.0; 2.0 ] ]
                Dataset.tryOfRows [ [ 1.0 ]; [ nan ] ]
                Dataset.tryOfRows [ [ 1.0; 1e200 ] ]
                Dataset.tryOfRows [ [ 0.0; 1.0 ]; [ 1e-200; 1.0 ] ]
                weighed [| 1.0; -1.0 |]
                weighed [| 0.0; 0.0 |]
            ]

        Assert.Equal<string list>(
            [
                "empty"
                "row 1 has 2, not 1"
                "NaN at 1, 0"
                "1E+200 at 0, 1"
                "column 0 by 1E-200"
                "weight -1 of row 1"
                "total 0"
            ],
            faults
            |> List.map (function
                | Ok _ -> "no fault"
                | Error fault -> told fault)
        )
