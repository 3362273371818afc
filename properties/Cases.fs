namespace GmmPure.Properties

open System
open FsCheck
open FsCheck.FSharp
open MathNet.Numerics.Distributions
open MathNet.Numerics.LinearAlgebra
open MathNet.Numerics.LinearAlgebra.Double
open GmmPure

/// What a random case is to look like. Small numbers shrink; the seed decides the rest.
type Recipe =
    {
        Dimension: int
        Components: int
        Rows: int
        Structure: CovarianceStructure
        /// log₁₀ of the condition number of every full covariance, and of the spread of the variances of a diagonal one.
        LogCondition: int
        /// log₁₀ of the distance of everything from the origin, in standard deviations of the widest direction.
        LogOffset: int option
        /// log₁₀ of one component's weight.
        LogSmallestWeight: int option
        HasDuplicates: bool
        IsWeighted: bool
        Seed: int
    }

/// A mixture and data drawn from one much like it.
type Case =
    {
        Recipe: Recipe
        Data: Dataset
        Mixture: GaussianMixture
    }

module Case =

    /// A random orthogonal matrix: the Q of a Gaussian matrix.
    let orthogonal (random: Random) dimension =
        let normal () = Normal.Sample(random, 0.0, 1.0)
        DenseMatrix.Create(dimension, dimension, (fun _ _ -> normal ())).QR().Q

    /// The data with the weight of each row, if the recipe wants weights.
    let weigh recipe (weight: int -> float) (data: Dataset) =
        if recipe.IsWeighted then
            data.WithWeights(Array.init recipe.Rows weight)
        else
            data

    let private covariance (random: Random) recipe =
        let d = recipe.Dimension

        // From 1 down to 1/κ, evenly in the logarithm; both ends are always there.
        let eigenvalues =
            Array.init d (fun i ->
                if d = 1 then
                    1.0
                else
                    10.0 ** (-float recipe.LogCondition * float i / float (d - 1)))

        match recipe.Structure.Shape with
        | CovarianceShape.Full ->
            let q = orthogonal random d
            let matrix = q * DiagonalMatrix.OfDiagonal(d, d, eigenvalues) * q.Transpose()
            let symmetric = (matrix + matrix.Transpose()) / 2.0
            Covariance.Full(Table.FromArray(symmetric.ToArray()))
        | CovarianceShape.Diagonal -> Covariance.Diagonal(eigenvalues)
        | _ -> Covariance.Spherical(d, 0.5 + random.NextDouble())

    let private weights (random: Random) recipe =
        let smallest =
            recipe.LogSmallestWeight |> Option.map (fun power -> 10.0 ** float power)

        let shares =
            Array.init recipe.Components (fun k ->
                match smallest with
                | Some share when k = 0 && recipe.Components > 1 -> share
                | _ -> 0.5 + random.NextDouble())

        shares |> Array.map (fun share -> share / Array.sum shares)

    let private mixture (random: Random) recipe spread =
        let offset =
            recipe.LogOffset
            |> Option.map (fun power -> 10.0 ** float power)
            |> Option.defaultValue 0.0

        let normal () =
            offset + spread * Normal.Sample(random, 0.0, 1.0)

        let means =
            Table.FromArray(Array2D.init recipe.Components recipe.Dimension (fun _ _ -> normal ()))

        let weights = weights random recipe

        if recipe.Structure.IsShared then
            GaussianMixture.CreateTied(weights, means, covariance random recipe)
        else
            GaussianMixture.Create(weights, means, Array.init recipe.Components (fun _ -> covariance random recipe))

    /// Data from a mixture near the case's own: the start is neither the truth nor far from it.
    let build recipe =
        let random = Random recipe.Seed
        let mixture = mixture random recipe 2.0
        // A tiny component must have rows of its own, or its M-step would be degenerate nearly always.
        let source =
            mixture.WithWeights(Array.create recipe.Components (1.0 / float recipe.Components))

        let sample = source.Sample(recipe.Rows, int64 recipe.Seed).Data

        let rows = sample.Values.Rows |> Seq.toArray
        let isDuplicate i = recipe.HasDuplicates && i % 3 = 1

        let data =
            rows
            |> Array.mapi (fun i row -> if isDuplicate i then rows[i - 1] else row)
            |> Seq.cast<seq<float>>
            |> Dataset.FromRows

        // Row 0 counts always; a seventh of the rows count for nothing, most others for more or less than one.
        let weight i =
            match i with
            | 0 -> 1.0
            | _ when i % 7 = 3 -> 0.0
            | _ -> 0.25 * float (random.Next 12)

        {
            Recipe = recipe
            Mixture = mixture
            Data = weigh recipe weight data
        }

/// The generators that the properties name in [<Property(Arbitrary = …)>].
type Cases =

    static member private Generate structures =
        gen {
            let! dimension = Gen.choose (1, 12)
            let! components = Gen.choose (1, 5)
            let! structure = Gen.elements structures
            // Enough rows for every component, one tile and its neighbours, several tiles, several segments.
            let! rows =
                Gen.frequency
                    [
                        6, Gen.choose (components * (2 * dimension + 6), components * (2 * dimension + 6) + 40)
                        3, Gen.choose (250, 262) |> Gen.map (max (components * (2 * dimension + 6)))
                        2, Gen.choose (500, 900)
                        1, Gen.choose (4090, 4360)
                    ]

            let! logCondition =
                Gen.frequency [ 3, Gen.choose (0, 3); 1, Gen.choose (4, 7); 1, Gen.constant 8 ]

            let! logOffset = Gen.optionOf (Gen.choose (1, 6))

            let! logSmallest =
                Gen.frequency [ 2, Gen.constant None; 1, Gen.map Some (Gen.choose (-14, -3)) ]

            let! duplicates = Gen.elements [ true; false; false ]
            let! weighted = Gen.elements [ true; false; false ]
            let! seed = Gen.choose (0, 1_000_000)

            return
                {
                    Dimension = dimension
                    Components = components
                    Rows = rows
                    Structure = structure
                    LogCondition = logCondition
                    LogOffset = logOffset
                    LogSmallestWeight = logSmallest
                    HasDuplicates = duplicates
                    IsWeighted = weighted
                    Seed = seed
                }
        }

    static member private Shrink recipe =
        seq {
            if recipe.IsWeighted then
                { recipe with IsWeighted = false }

            if recipe.HasDuplicates then
                { recipe with HasDuplicates = false }

            if recipe.LogOffset.IsSome then
                { recipe with LogOffset = None }

            if recipe.LogSmallestWeight.IsSome then
                { recipe with LogSmallestWeight = None }

            if recipe.Components > 1 then
                { recipe with
                    Components = recipe.Components - 1
                }

            if recipe.Dimension > 1 then
                { recipe with
                    Dimension = recipe.Dimension - 1
                }

            if recipe.LogCondition > 0 then
                { recipe with
                    LogCondition = recipe.LogCondition / 2
                }

            let fewest = recipe.Components * (2 * recipe.Dimension + 6)

            if recipe.Rows > fewest then
                { recipe with
                    Rows = max fewest (recipe.Rows / 2)
                }
        }

    static member Of(structures: CovarianceStructure seq) =
        Arb.fromGenShrink (
            Cases.Generate structures |> Gen.map Case.build,
            fun case -> Cases.Shrink case.Recipe |> Seq.map Case.build
        )

    static member Case() = Cases.Of CovarianceStructure.All
