namespace GmmPure.Properties

open System.Numerics
open FsCheck
open FsCheck.FSharp
open FsCheck.Xunit
open MathNet.Numerics.LinearAlgebra
open GmmPure

/// Rows of small whole numbers, whose scatter has a rank that exact arithmetic tells.
type RankCase =
    {
        Kind: string
        Rows: int array array
    }

    member this.Dimension = this.Rows[0].Length

module Exact =

    /// Fraction-free elimination (Bareiss): all leading principal minors of a symmetric matrix of whole numbers, up to the first
    /// that is 0.
    let minors (matrix: BigInteger array array) =
        let n = matrix.Length
        let a = matrix |> Array.map Array.copy
        let mutable previous = BigInteger.One

        [
            for k in 0 .. n - 1 do
                if not previous.IsZero then
                    yield a[k][k]

                    for i in k + 1 .. n - 1 do
                        for j in k + 1 .. n - 1 do
                            a[i][j] <- (a[i][j] * a[k][k] - a[i][k] * a[k][j]) / previous

                    previous <- a[k][k]
        ]

    /// Whether it is positive definite.
    let isPositiveDefinite (matrix: BigInteger array array) =
        let all = minors matrix
        all.Length = matrix.Length && all |> List.forall (fun minor -> minor.Sign > 0)

    /// N·Σ x·xᵀ − (Σ x)·(Σ x)ᵀ, N² times the covariance of the rows.
    let scatter (rows: int array array) =
        let rows = rows |> Array.map (Array.map BigInteger)
        let sum f = rows |> Array.sumBy f
        let d = rows[0].Length

        Array.init d (fun i ->
            Array.init d (fun j ->
                BigInteger rows.Length * sum (fun row -> row[i] * row[j])
                - sum (fun row -> row[i]) * sum (fun row -> row[j])))

    /// A matrix of doubles times 2^1074: whole numbers, exactly.
    let whole (matrix: Table) =
        let number (x: double) =
            let bits = System.BitConverter.DoubleToInt64Bits x
            let exponent = int ((bits >>> 52) &&& 0x7FFL)
            let fraction = bits &&& ((1L <<< 52) - 1L)
            let mantissa = if exponent = 0 then fraction else fraction + (1L <<< 52)
            BigInteger(sign x) * (BigInteger mantissa <<< (max exponent 1 - 1))

        Array.init matrix.RowCount (fun i -> Array.init matrix.ColumnCount (fun j -> number matrix[i, j]))

type RankCases =

    static member private Generate =
        gen {
            let! dimension = Gen.choose (1, 5)
            let! size = Gen.elements [ 1; 3; 9; 100 ]
            let entry = Gen.choose (-size, size)
            let! kind = Gen.elements [ "few rows"; "low rank"; "powers"; "random" ]

            let table rows columns =
                Gen.arrayOfLength rows (Gen.arrayOfLength columns entry)

            let! rows =
                match kind with
                | "few rows" ->
                    gen {
                        let! count = Gen.choose (1, dimension)
                        return! table count dimension
                    }
                | "low rank" ->
                    gen {
                        let! rank = Gen.choose (0, dimension - 1)
                        let! count = Gen.choose (dimension + 1, dimension + 8)
                        let! left = table count rank
                        let! right = table rank dimension
                        let! shift = Gen.arrayOfLength dimension entry

                        return
                            left
                            |> Array.map (fun row ->
                                Array.init dimension (fun j ->
                                    shift[j] + Array.sum (Array.mapi (fun r x -> x * right[r][j]) row)))
                    }
                | "powers" ->
                    gen {
                        let! count = Gen.choose (dimension, 2 * dimension)
                        let! first = Gen.choose (-4, 30)
                        return Array.init count (fun n -> Array.init dimension (fun j -> pown (first + n) (j + 1)))
                    }
                | _ ->
                    gen {
                        let! count = Gen.choose (dimension + 1, dimension + 6)
                        return! table count dimension
                    }

            return { Kind = kind; Rows = rows }
        }

    static member RankCase() = Arb.fromGen RankCases.Generate

/// A covariance is singular or not by what the data are, and not by how rounding or the order of the columns falls out.
module RankLaws =

    /// All orders of up to four columns; of five, the rotations of those.
    let private orders dimension =
        let rec permutations list =
            match list with
            | [] -> [ [] ]
            | _ ->
                list
                |> List.collect (fun x -> permutations (List.except [ x ] list) |> List.map (fun rest -> x :: rest))

        if dimension < 5 then
            permutations [ 0 .. dimension - 1 ]
        else
            [
                for shift in 0..4 do
                    for order in [ [ 0; 1; 2; 3; 4 ]; [ 4; 3; 2; 1; 0 ]; [ 2; 0; 4; 1; 3 ] ] ->
                        order |> List.map (fun j -> (j + shift) % 5)
            ]

    /// The least eigenvalue of the correlations, where no column is constant.
    let private leastEigenvalue (rows: int array array) =
        let exact = Exact.scatter rows |> Array.map (Array.map float)
        let d = exact.Length

        if Seq.exists (fun j -> exact[j][j] = 0.0) (seq { 0 .. d - 1 }) then
            0.0
        else
            let correlations =
                Matrix<float>.Build.Dense(d, d, (fun i j -> exact[i][j] / (sqrt (exact[i][i]) * sqrt (exact[j][j]))))

            correlations.Evd(Symmetricity.Symmetric).EigenValues
            |> Seq.map _.Real
            |> Seq.min

    let private fit step (rows: int array array) (order: int list) =
        rows
        |> Seq.map (fun row -> order |> Seq.map (fun j -> float row[j]))
        |> Dataset.FromRows
        |> fun data -> data, step data

    let covarianceOf (data: Dataset) =
        Em.MStep(data, Responsibilities.FromLabels(Array.zeroCreate data.Count, 1), CovarianceStructure.Full)
        |> GmmPure.FSharp.Outcome.toResult

    /// What accepts a singular covariance, or refuses one that is clear of it, is wrong. Between 0 and D·2⁻²⁵, where the least
    /// eigenvalue λ of the correlations is, rounding decides: the amplification is at most 2·(1 + D/λ) of a column's variance, and a
    /// pivot at least λ of it, so that λ > D·2⁻⁵⁰ + D·2⁻⁵³·2·(1 + D/λ) beyond the band.
    let verdictIsExact (step: Dataset -> Result<GaussianMixture, Degeneracy>) (case: RankCase) =
        let isRegular = Exact.isPositiveDefinite (Exact.scatter case.Rows)
        let least = leastEigenvalue case.Rows
        let isClear = least > float case.Dimension * 2.0 ** -25.0

        Kind.meet (
            if not isRegular then $"singular, {case.Kind}"
            elif isClear then "regular"
            else "in the band"
        )

        orders case.Dimension
        |> Seq.map (fun order ->
            match fit step case.Rows order |> snd with
            | Ok _ when not isRegular -> Error $"{case.Kind}, columns {order}: a singular covariance was accepted"
            | Error fault when isRegular && isClear ->
                Error $"{case.Kind}, columns {order}: {fault} where the least eigenvalue is {least}"
            | _ -> Law.holds)
        |> Law.all

    /// Every covariance that is accepted is positive definite as its doubles stand, and its mixture, written and read, has the ℓ that
    /// it had.
    let acceptedIsPositiveDefinite (step: Dataset -> Result<GaussianMixture, Degeneracy>) (case: RankCase) =
        orders case.Dimension
        |> Seq.map (fun order ->
            match fit step case.Rows order with
            | data, Ok mixture ->
                Kind.meet "accepted"
                let read = GaussianMixture.Parse(mixture.ToJson())

                Law.all
                    [
                        Law.isTrue
                            $"{case.Kind}, columns {order}: no exact factor"
                            (Exact.isPositiveDefinite (Exact.whole (mixture.Covariances[0].ToTable())))
                        Law.isTrue
                            $"{case.Kind}, columns {order}: another ℓ after reading"
                            (read.LogLikelihood data = mixture.LogLikelihood data)
                    ]
            | _ -> Law.holds)
        |> Law.all

    [<Property(MaxTest = 500, Arbitrary = [| typeof<RankCases> |])>]
    let ``The verdict on a covariance is that of exact arithmetic in any order of the columns`` (case: RankCase) =
        Law.check (verdictIsExact covarianceOf case)

    [<Property(MaxTest = 500, Arbitrary = [| typeof<RankCases> |])>]
    let ``A covariance that is accepted has an exact factor`` (case: RankCase) =
        Law.check (acceptedIsPositiveDefinite covarianceOf case)
