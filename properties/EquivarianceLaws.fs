namespace GmmPure.Properties

open System
open MathNet.Numerics.LinearAlgebra
open MathNet.Numerics.LinearAlgebra.Double
open GmmPure
open GmmPure.FSharp
open GmmPure.Textbook
open FsCheck.Xunit

/// A change of the data and the mixture under which a step commutes: step ∘ map = map ∘ step.
type Mapping =
    {
        MapData: Dataset -> Dataset
        MapMixture: GaussianMixture -> GaussianMixture
        /// The linear part of what happens to the coordinates.
        Linear: Matrix<float>
    }

/// A step commutes with every relabelling and change of coordinates that its covariance structure admits.
module EquivarianceLaws =

    /// x ↦ A·x + b. The mapped matrices are rounded, so that what is compared is off by the bounds of both sides.
    let affine (matrix: Matrix<float>) (shift: Vector<float>) =
        let mapRow (row: seq<float>) =
            (matrix * DenseVector.OfEnumerable row + shift).ToArray() :> seq<float>

        let mapTable (table: Table) =
            table.Rows |> Seq.map mapRow |> Table.FromRows

        let mapCovariance (covariance: Covariance) =
            match Covariance.view covariance with
            | Full(sigma, _) ->
                let mapped = matrix * DenseMatrix.OfArray(sigma.ToArray()) * matrix.Transpose()
                Covariance.Full(Table.FromArray(((mapped + mapped.Transpose()) / 2.0).ToArray()))
            | Diagonal variances ->
                Covariance.Diagonal(variances |> Seq.mapi (fun j variance -> variance * matrix[j, j] * matrix[j, j]))
            | Spherical(d, variance) ->
                let factor = (matrix * matrix.Transpose()).Trace() / float d
                Covariance.Spherical(d, variance * factor)

        {
            Linear = matrix
            MapData =
                fun data ->
                    let mapped = Dataset.FromTable(mapTable data.Values)

                    if data.Weights.IsEmpty then
                        mapped
                    else
                        mapped.WithWeights data.Weights
            MapMixture =
                fun mixture ->
                    if mixture.Structure.IsShared then
                        GaussianMixture.CreateTied(
                            mixture.Weights,
                            mapTable mixture.Means,
                            mapCovariance mixture.Covariances[0]
                        )
                    else
                        GaussianMixture.Create(
                            mixture.Weights,
                            mapTable mixture.Means,
                            Seq.map mapCovariance mixture.Covariances
                        )
        }

    /// How far the mapped data reach, counting what was added up to make them: rounding does not see cancellation.
    let private mappedReach mapping (data: Dataset) (mapped: Dataset) =
        let sum before after =
            (mapping.Linear.PointwiseAbs() * DenseVector.OfArray before
             + DenseVector.OfArray after)
                .ToArray()

        let magnitudeBefore, deviationBefore = Bounds.reach data
        let magnitudeAfter, deviationAfter = Bounds.reach mapped
        sum magnitudeBefore magnitudeAfter, sum deviationBefore deviationAfter

    /// step(map case) = map(step case). The one side errs in its logarithms before the mapping, the other after it; the
    /// mapping itself rounds data and covariances by as much as a dot product of D terms, which the bounds contain. A
    /// covariance within rounding of a singular one may be mapped to a matrix that is none: then the mapped step is degenerate.
    let commutes steps mapping case =
        let data, mixture = mapping.MapData case.Data, mapping.MapMixture case.Mixture
        let before = (Bounds.from case.Data case.Mixture).LogTerm
        let bounds = Bounds.ofReach (mappedReach mapping case.Data data) before data mixture

        let mapped next =
            try
                Ok(mapping.MapMixture next)
            with :? ArgumentException ->
                Error(TextbookDegeneracy(Nullable(), Nullable()))

        let expected = Steps.step steps case.Mixture case.Data |> Result.bind mapped

        Law.outcomesAgree
            (mapping.Linear.ConditionNumber() ** 2.0)
            (Bounds.times 2.0 bounds)
            data
            expected
            (Steps.step steps mixture data)

    let private diagonal values =
        DiagonalMatrix.OfDiagonal(Array.length values, Array.length values, values)

    let private zero d = DenseVector.Create(d, 0.0)
    let private random case = Random(case.Recipe.Seed + 1)

    /// x ↦ x + b, with b up to a thousand standard deviations.
    let translation case =
        let random = random case
        let d = case.Recipe.Dimension
        affine (DiagonalMatrix.CreateIdentity d) (DenseVector.Create(d, fun _ -> 1000.0 * (random.NextDouble() - 0.5)))

    /// x ↦ c·x.
    let uniformScaling case =
        let factor = 10.0 ** (10.0 * (random case).NextDouble() - 5.0)
        affine (diagonal (Array.create case.Recipe.Dimension factor)) (zero case.Recipe.Dimension)

    /// xⱼ ↦ cⱼ·xⱼ by powers of two, which round nothing, so that κ may change without any error.
    let columnScaling case =
        let random = random case

        let factors =
            Array.init case.Recipe.Dimension (fun _ -> 2.0 ** float (random.Next(-3, 4)))

        affine (diagonal factors) (zero case.Recipe.Dimension)

    let rotation case =
        affine (Case.orthogonal (random case) case.Recipe.Dimension) (zero case.Recipe.Dimension)

    /// A rotation, a stretching by up to 10, a rotation, and a shift.
    let affineMap case =
        let random = random case
        let d = case.Recipe.Dimension
        let stretch = diagonal (Array.init d (fun _ -> 10.0 ** random.NextDouble()))

        affine
            (Case.orthogonal random d * stretch * Case.orthogonal random d)
            (DenseVector.Create(d, fun _ -> random.NextDouble()))

    let private unmoved case =
        DiagonalMatrix.CreateIdentity case.Recipe.Dimension :> Matrix<float>

    let private permutation (random: Random) count =
        Array.init count id |> Array.sortBy (fun _ -> random.Next())

    let rowPermutation case =
        let order = permutation (random case) case.Data.Count

        {
            Linear = unmoved case
            MapData =
                fun data ->
                    let rows = data.Values.Rows |> Seq.toArray
                    let mapped = order |> Seq.map (fun n -> rows[n] :> seq<float>) |> Dataset.FromRows

                    if data.Weights.IsEmpty then
                        mapped
                    else
                        mapped.WithWeights(order |> Seq.map data.WeightOf)
            MapMixture = id
        }

    let componentPermutation case =
        let order = permutation (random case) case.Mixture.ComponentCount

        {
            Linear = unmoved case
            MapData = id
            MapMixture = fun mixture -> mixture.Reorder order
        }

    /// Cases whose structure is one of those that admit a map.
    type FullOnly =
        static member Case() =
            Cases.Of [ CovarianceStructure.Full; CovarianceStructure.Tied ]

    type NotSpherical =
        static member Case() =
            Cases.Of
                [
                    CovarianceStructure.Full
                    CovarianceStructure.Tied
                    CovarianceStructure.Diagonal
                    CovarianceStructure.TiedDiagonal
                ]

    type NotDiagonal =
        static member Case() =
            Cases.Of
                [
                    CovarianceStructure.Full
                    CovarianceStructure.Tied
                    CovarianceStructure.Spherical
                    CovarianceStructure.TiedSpherical
                ]

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``Permuting rows`` case =
        Law.check (commutes Steps.composed (rowPermutation case) case)

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``Permuting components`` case =
        Law.check (commutes Steps.composed (componentPermutation case) case)

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``Translating`` case =
        Law.check (commutes Steps.composed (translation case) case)

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``Uniform scaling`` case =
        Law.check (commutes Steps.composed (uniformScaling case) case)

    [<Property(MaxTest = 200, Arbitrary = [| typeof<NotSpherical> |])>]
    let ``Scaling each column (full, tied, diagonal, tied-diagonal)`` case =
        Law.check (commutes Steps.composed (columnScaling case) case)

    [<Property(MaxTest = 200, Arbitrary = [| typeof<NotDiagonal> |])>]
    let ``Rotating (full, tied, spherical, tied-spherical)`` case =
        Law.check (commutes Steps.composed (rotation case) case)

    [<Property(MaxTest = 200, Arbitrary = [| typeof<FullOnly> |])>]
    let ``Affine maps (full, tied)`` case =
        Law.check (commutes Steps.composed (affineMap case) case)
