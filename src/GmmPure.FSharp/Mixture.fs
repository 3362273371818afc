namespace GmmPure.FSharp

open GmmPure

/// <summary>Gaussian mixtures: densities, draws, marginals and conditionals, text.</summary>
module Mixture =

    /// <summary>A mixture of components with covariances of their own.</summary>
    /// <exception cref="T:System.ArgumentException">A shape does not fit, or a number is not valid.</exception>
    let create (weights: seq<float>) (means: seq<#seq<float>>) (covariances: seq<Covariance>) =
        let means = means |> Seq.map (fun mean -> mean :> seq<float>) |> Table.FromRows
        GaussianMixture.Create(weights, means, covariances)

    /// <summary>A mixture in one dimension from weights, means and variances.</summary>
    /// <exception cref="T:System.ArgumentException">A length does not fit, or a number is not valid.</exception>
    let univariate (weights: seq<float>) (means: seq<float>) (variances: seq<float>) =
        GaussianMixture.Univariate(weights, means, variances)

    /// <summary>ln p(x) of one observation, in nats.</summary>
    /// <exception cref="T:System.ArgumentException">The observation has not D finite numbers.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">It is too far from every component for its density to have a logarithm.</exception>
    let logDensity (mixture: GaussianMixture) (observation: seq<float>) = mixture.LogDensity observation

    /// <summary>p(x) of one observation.</summary>
    /// <exception cref="T:System.ArgumentException">The observation has not D finite numbers.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">It is too far from every component for its density to have a logarithm.</exception>
    let density (mixture: GaussianMixture) (observation: seq<float>) = mixture.Density observation

    /// <summary>ln p(x) of every row of the data (N), in nats.</summary>
    /// <exception cref="T:System.ArgumentException">The columns do not fit.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">A row is too far from every component for its density to have a logarithm.</exception>
    let logDensities (mixture: GaussianMixture) (data: Dataset) = mixture.LogDensities data

    /// <summary>ℓ(θ): the total log-likelihood of the data, in nats.</summary>
    /// <exception cref="T:System.ArgumentException">The columns do not fit.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">A row is too far from every component for its density to have a logarithm.</exception>
    let logLikelihood (mixture: GaussianMixture) (data: Dataset) = mixture.LogLikelihood data

    /// <summary>The component of the largest responsibility for an observation, counted from 0.</summary>
    /// <exception cref="T:System.ArgumentException">The observation has not D finite numbers.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">It is too far from every component for its density to have a logarithm.</exception>
    let mostProbableComponent (mixture: GaussianMixture) (observation: seq<float>) =
        mixture.MostProbableComponent observation

    /// <summary>The component of the largest responsibility for every row of the data (N), counted from 0.</summary>
    /// <exception cref="T:System.ArgumentException">The columns do not fit.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">A row is too far from every component for its density to have a logarithm.</exception>
    let mostProbableComponents (mixture: GaussianMixture) (data: Dataset) = mixture.MostProbableComponents data

    /// <summary>Akaike's criterion, −2ℓ + 2p; lower is better.</summary>
    /// <exception cref="T:System.ArgumentException">The columns do not fit.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">A row is too far from every component for its density to have a logarithm.</exception>
    let aic (mixture: GaussianMixture) (data: Dataset) = mixture.Aic data

    /// <summary>Schwarz's criterion, −2ℓ + p·ln N; lower is better.</summary>
    /// <exception cref="T:System.ArgumentException">The columns do not fit.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">A row is too far from every component for its density to have a logarithm.</exception>
    let bic (mixture: GaussianMixture) (data: Dataset) = mixture.Bic data

    /// <summary>The integrated completed likelihood, BIC − 2·Σ w·ln max r: BIC, and a penalty for rows in doubt; lower is better.</summary>
    /// <exception cref="T:System.ArgumentException">The columns do not fit.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">A row is too far from every component for its density to have a logarithm.</exception>
    let icl (mixture: GaussianMixture) (data: Dataset) = mixture.Icl data

    /// <summary>Independent draws, with the component of each.</summary>
    /// <exception cref="T:System.ArgumentException">The count is not positive.</exception>
    let sample (seed: int64) (count: int) (mixture: GaussianMixture) = mixture.Sample(count, seed)

    /// <summary>Independent draws as a lazy, endless sequence, whose first are those of <c>sample</c>.</summary>
    let draws (seed: int64) (mixture: GaussianMixture) : seq<Draw> = mixture.Draws seed

    /// <summary>The mixture of some of the columns, whatever the others are.</summary>
    /// <exception cref="T:System.ArgumentException">A column does not exist or is given twice.</exception>
    let marginal (columns: seq<int>) (mixture: GaussianMixture) = mixture.Marginal columns

    /// <summary>The mixture of the other columns, given pairs of a column and its known value.</summary>
    /// <exception cref="T:System.ArgumentException">A column does not exist, is given twice, or none is left.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">The values are too far from every component for their density to have a logarithm.</exception>
    let conditional (known: seq<int * float>) (mixture: GaussianMixture) =
        let columns, values = known |> Seq.toList |> List.unzip
        mixture.Conditional(columns, values)

    /// <summary>The mixture as a JSON object whose numbers read back to the same bits.</summary>
    let toJson (mixture: GaussianMixture) = mixture.ToJson()

    /// <summary>Reads a mixture from JSON, or says which member is wrong.</summary>
    let parse (json: string) =
        GaussianMixture.TryParse json |> Outcome.toResult
