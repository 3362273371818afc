namespace GmmPure.Properties

open FsCheck
open FsCheck.FSharp
open MathNet.Numerics.Distributions
open GmmPure
open GmmPure.Textbook

/// A mixture and data on which its step must degenerate, and how: by what the data are, not by a step that was tried.
type DegenerateCase =
    {
        Kind: string
        Case: Case
        Fault: TextbookDegeneracy
    }

module DegenerateCase =

    /// A component without rows; one whose rows are all the same; a column that is constant; a column that is a sum of others.
    let kinds = [ "emptied"; "duplicates"; "constant column"; "collinear columns" ]

    /// Where component k stands: so far from the others that no row is in doubt.
    let private far = 1e4

    /// Small whole numbers, whose sums and differences round nowhere; row n is near component n % K.
    let private wholeRows (random: System.Random) recipe =
        Array.init recipe.Rows (fun n ->
            Array.init recipe.Dimension (fun _ ->
                far * float (n % recipe.Components) + round (Normal.Sample(random, 0.0, 3.0))))

    let private unitMixture recipe centre =
        let d = recipe.Dimension

        let means = Array2D.init recipe.Components d centre |> Table.FromArray

        let covariance =
            match recipe.Structure.Shape with
            | CovarianceShape.Full ->
                Covariance.Full(Table.FromArray(Array2D.init d d (fun i j -> if i = j then 9.0 else 0.0)))
            | CovarianceShape.Diagonal -> Covariance.Diagonal(Seq.replicate d 9.0)
            | _ -> Covariance.Spherical(d, 9.0)

        let weights = Array.create recipe.Components (1.0 / float recipe.Components)

        if recipe.Structure.IsShared then
            GaussianMixture.CreateTied(weights, means, covariance)
        else
            GaussianMixture.Create(weights, means, Seq.replicate recipe.Components covariance)

    /// The kinds that a structure can show: a ball knows no column, and what is shared collapses only together.
    let possible recipe kind =
        let isBall = recipe.Structure.Shape = CovarianceShape.Spherical

        match kind with
        | "emptied" -> recipe.Components > 1
        // Another column tells the components apart, or there is nothing to tell.
        | "constant column" ->
            (not isBall && recipe.Dimension > 1)
            || recipe.Components = 1 && recipe.Dimension = 1
        // Of several components far apart, rounding is as nothing against the column's variance.
        | "collinear columns" ->
            recipe.Structure.Shape = CovarianceShape.Full
            && recipe.Dimension > 1
            && recipe.Components > 1
        | _ -> true

    let build kind recipe =
        let random = System.Random recipe.Seed
        let rows = wholeRows random recipe
        let isBall = recipe.Structure.Shape = CovarianceShape.Spherical
        let shared = recipe.Structure.IsShared
        let chosen = recipe.Seed % recipe.Components
        let column = recipe.Seed % recipe.Dimension

        let fault k column =
            TextbookDegeneracy(
                (if shared then System.Nullable() else System.Nullable k),
                (if isBall then System.Nullable() else System.Nullable column)
            )

        let rows, fault =
            match kind with
            | "emptied" ->
                let other = (chosen + 1) % recipe.Components

                rows
                |> Array.mapi (fun n row ->
                    if n % recipe.Components = chosen then
                        rows[n - chosen + other]
                    else
                        row),
                TextbookDegeneracy(System.Nullable chosen, System.Nullable(), true)
            | "duplicates" ->
                rows
                |> Array.mapi (fun n row ->
                    if shared || n % recipe.Components = chosen then
                        rows[n % recipe.Components]
                    else
                        row),
                fault chosen 0
            | "constant column" ->
                rows |> Array.map (Array.mapi (fun j x -> if j = column then 7.0 else x)), fault 0 column
            | _ ->
                let last = 1 + recipe.Seed % (recipe.Dimension - 1)

                rows
                |> Array.map (fun row -> Array.mapi (fun j x -> if j = last then row[0] + 5.0 else x) row),
                fault 0 last

        // A column that is constant tells no components apart.
        let mixture =
            unitMixture recipe (fun k j ->
                if kind = "constant column" && j = column then
                    7.0
                else
                    far * float k)

        let data = rows |> Seq.map Seq.ofArray |> Dataset.FromRows

        // Row 0 counts always, and so do enough of each component's.
        let weight n = if n % 7 = 3 then 0.5 else 1.25

        {
            Kind = kind
            Fault = fault
            Case =
                {
                    Recipe = recipe
                    Mixture = mixture
                    Data = Case.weigh recipe weight data
                }
        }

type DegenerateCases =

    static member private Generate =
        gen {
            let! dimension = Gen.choose (1, 5)
            let! components = Gen.choose (1, 4)
            let! structure = Gen.elements CovarianceStructure.All
            // So many rows of each component that small whole numbers are not all the same by chance.
            let! cycles = Gen.choose (2 * dimension + 8, 2 * dimension + 14)
            let! weighted = Gen.elements [ true; false ]
            let! seed = Gen.choose (0, 1_000_000)

            let recipe =
                {
                    Dimension = dimension
                    Components = components
                    Rows = components * cycles
                    Structure = structure
                    LogCondition = 0
                    LogOffset = None
                    LogSmallestWeight = None
                    HasDuplicates = false
                    IsWeighted = weighted
                    Seed = seed
                }

            let! kind =
                DegenerateCase.kinds
                |> List.filter (DegenerateCase.possible recipe)
                |> Gen.elements

            return DegenerateCase.build kind recipe
        }

    static member DegenerateCase() = Arb.fromGen DegenerateCases.Generate

    /// Their data and mixtures alone, for the laws of any case.
    static member Case() =
        DegenerateCases.Generate |> Gen.map _.Case |> Arb.fromGen
