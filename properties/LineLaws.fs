namespace GmmPure.Properties

open System
open FsCheck.Xunit
open GmmPure
open GmmPure.FSharp

/// Mixtures in one column: distribution functions, quantiles, cut-offs; and outlier levels in any number of columns.
module LineLaws =

    /// One column of the case's mixture, whatever its offset, weights and structure.
    let private line case =
        case.Mixture |> GaussianMixture.marginal [ 0 ]

    let private probabilities =
        [ 1e-300; 1e-30; 1e-9; 0.01; 0.25; 0.5; 0.75; 0.99; 1.0 - 1e-9; 1.0 - Bounds.u ]

    /// What reaches a probability: from below up to the median, from above beyond it.
    let private reaches mixture p x =
        if p <= 0.5 then
            GaussianMixture.cdf mixture x >= p
        else
            GaussianMixture.survival mixture x <= 1.0 - p

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``A quantile inverts the distribution function, to the last digit, and never falls`` case =
        let mixture = line case
        let quantiles = probabilities |> List.map (GaussianMixture.quantile mixture)

        Law.all
            [
                for p, x in List.zip probabilities quantiles do
                    Law.isTrue $"%g{p} is not reached at %g{x}" (reaches mixture p x || p = 0.5)
                    Law.isTrue $"%g{p} is reached before %g{x}" (not (reaches mixture p (Math.BitDecrement x)))

                Law.isTrue "quantiles fall" (quantiles = List.sort quantiles)
            ]
        |> Law.check

    /// Each of K terms is off by some ten roundings, and so are their sum and its quotient.
    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``The distribution function rises from 0 to 1, and what it leaves is above`` case =
        let mixture = line case
        let slack = (float mixture.ComponentCount + 24.0) * Bounds.u

        let places =
            [ -infinity ]
            @ (case.Data.Values.Rows
               |> Seq.truncate 40
               |> Seq.map (Seq.item 0)
               |> Seq.sort
               |> Seq.toList)
            @ [ infinity ]

        let values = places |> List.map (GaussianMixture.cdf mixture)

        Law.all
            [
                Law.isTrue "not from 0 to 1" (List.head values = 0.0 && List.last values = 1.0)

                for low, high in List.pairwise values do
                    Law.isTrue $"falls from %g{low} to %g{high}" (high >= low * (1.0 - slack))

                for x, value in List.zip places values do
                    Law.near "nothing is lost" slack 1.0 (value + GaussianMixture.survival mixture x)
            ]
        |> Law.check

    /// A root is known to 16 roundings of the distances that make it up, and of itself; the terms' difference changes by as much
    /// times its slope there, and is computed of terms that are rounded themselves.
    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``Where two components cross, both terms are equal`` case =
        let mixture = line case

        let part k x =
            let mean, variance = mixture.Means[k, 0], mixture.Covariances[k][0, 0]
            let z = (x - mean) / sqrt variance
            log mixture.Weights[k] - 0.5 * (log variance + z * z), abs z / sqrt variance, z * z, abs (x - mean)

        Law.all
            [
                for j in 0 .. mixture.ComponentCount - 1 do
                    for k in j + 1 .. mixture.ComponentCount - 1 do
                        let crossing = mixture |> GaussianMixture.crossingOf j k

                        for x in crossing.Points do
                            let first, firstSlope, firstSquare, near = part j x
                            let second, secondSlope, secondSquare, far = part k x
                            let moved = 16.0 * Bounds.u * (abs x + near + far) * (firstSlope + secondSlope)

                            let rounded =
                                16.0 * Bounds.u * (abs first + abs second + firstSquare + secondSquare + 8.0)

                            Law.near $"%d{j} and %d{k} at %g{x}" (moved + rounded) first second

                        Law.isTrue "not the other way round" (crossing = (mixture |> GaussianMixture.crossingOf k j))
            ]
        |> Law.check

    /// The Dvoretzky–Kiefer–Wolfowitz inequality: the share of n draws up to any level misses it by √(ln(2/δ)/2n) once in 1/δ; here
    /// δ is 10⁻⁹. Levels that are themselves from M draws miss theirs by as much again.
    [<Property(MaxTest = 50, Arbitrary = [| typeof<Cases> |])>]
    let ``Over draws from the mixture outlier levels are uniform`` case =
        let miss count = sqrt (log 2e9 / (2.0 * float count))

        let uniform name (mixture: GaussianMixture) =
            let count, draws = 500, 4000
            let data = (mixture |> GaussianMixture.sample 3L count).Data
            let levels = data |> GaussianMixture.outlierLevelsOfWith draws 17L mixture

            let bound =
                miss count
                + (if levels.IsExact then
                       0.0
                   else
                       miss draws + 1.0 / float draws)

            levels.Levels
            |> Seq.sort
            |> Seq.mapi (fun i level -> Law.near name (bound + 1.0 / float count) (float (i + 1) / float count) level)
            |> Law.all

        Law.all [ uniform "in one column" (line case); uniform "in all columns" case.Mixture ]
        |> Law.check

    /// Of every family that has them, in one column.
    let private quantilesInvert =
        { new FamilyLaw with
            member _.Check(family, _, mixture) =
                let isOne = family.Columns = Nullable 1
                let has = List.contains family.Name [ "normal"; "exponential"; "gamma"; "poisson" ]

                if not (isOne && has) then
                    Law.holds
                else
                    let reaches p x =
                        if p <= 0.5 then
                            Mixture.cdf mixture x >= p
                        else
                            Mixture.survival mixture x <= 1.0 - p

                    let quantiles = probabilities |> List.map (Mixture.quantile mixture)

                    Law.all
                        [
                            for p, x in List.zip probabilities quantiles do
                                Law.isTrue $"%g{p} is not reached at %g{x}" (reaches p x || p = 0.5)

                                Law.isTrue
                                    $"%g{p} is reached before %g{x}"
                                    (x = 0.0 || not (reaches p (Math.BitDecrement x)))

                            Law.isTrue "quantiles fall" (quantiles = List.sort quantiles)
                        ]
        }

    [<Property(MaxTest = 200, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``A quantile of any family that has one inverts its distribution function`` case =
        FamilyCase.check quantilesInvert case
