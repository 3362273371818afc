namespace GmmPure.FSharp

open GmmPure

/// <summary>Gaussian mixtures: densities, draws, marginals and conditionals, text.</summary>
[<RequireQualifiedAccess>]
module GaussianMixture =

    let private table (rows: seq<#seq<float>>) =
        rows |> Seq.map (fun row -> row :> seq<float>) |> Table.FromRows

    let private tryTable (rows: seq<#seq<float>>) =
        rows
        |> Seq.map (fun row -> row :> seq<float>)
        |> Table.TryFromRows
        |> Outcome.toResult
        |> Result.mapError _.Of("means")

    /// <summary>A mixture of K components in D columns with covariances of their own, from weights (K), means (K×D) and covariances (K).</summary>
    /// <exception cref="T:System.ArgumentException">A shape does not fit, or a number is not valid.</exception>
    [<CompiledName("Create")>]
    let create (weights: seq<float>) (means: seq<#seq<float>>) (covariances: seq<Covariance>) =
        GaussianMixture.Create(weights, table means, covariances)

    /// <summary>A mixture of K components in D columns from weights (K), means (K×D) and covariances (K), or which of them is not valid.</summary>
    [<CompiledName("TryCreate")>]
    let tryCreate (weights: seq<float>) (means: seq<#seq<float>>) (covariances: seq<Covariance>) =
        tryTable means
        |> Result.bind (fun means -> GaussianMixture.TryCreate(weights, means, covariances) |> Outcome.toResult)

    /// <summary>A mixture whose components share one covariance, from weights (K), means (K×D) and that.</summary>
    /// <exception cref="T:System.ArgumentException">A shape does not fit, or a number is not valid.</exception>
    [<CompiledName("CreateTied")>]
    let createTied (weights: seq<float>) (means: seq<#seq<float>>) (covariance: Covariance) =
        GaussianMixture.CreateTied(weights, table means, covariance)

    /// <summary>A mixture whose components share one covariance, from weights (K), means (K×D) and that, or which of them is not valid.</summary>
    [<CompiledName("TryCreateTied")>]
    let tryCreateTied (weights: seq<float>) (means: seq<#seq<float>>) (covariance: Covariance) =
        tryTable means
        |> Result.bind (fun means -> GaussianMixture.TryCreateTied(weights, means, covariance) |> Outcome.toResult)

    /// <summary>A mixture in one dimension from weights, means and variances (K each).</summary>
    /// <exception cref="T:System.ArgumentException">A length does not fit, or a number is not valid.</exception>
    [<CompiledName("Univariate")>]
    let univariate (weights: seq<float>) (means: seq<float>) (variances: seq<float>) =
        GaussianMixture.Univariate(weights, means, variances)

    /// <summary>A mixture in one dimension from weights, means and variances (K each), or which of them is not valid.</summary>
    [<CompiledName("TryUnivariate")>]
    let tryUnivariate (weights: seq<float>) (means: seq<float>) (variances: seq<float>) =
        GaussianMixture.TryUnivariate(weights, means, variances) |> Outcome.toResult

    /// <summary>The maximum-likelihood fit of K Gaussians with options, or why the data have none.</summary>
    /// <exception cref="T:System.ArgumentException">K is not positive.</exception>
    [<CompiledName("TryFitWith")>]
    let tryFitWith (options: FitOptions) (components: int) (data: Dataset) =
        GaussianMixture.TryFit(data, components, options) |> Outcome.toResult

    /// <summary>The maximum-likelihood fit of K Gaussians, or why the data have none.</summary>
    /// <exception cref="T:System.ArgumentException">K is not positive.</exception>
    [<CompiledName("TryFit")>]
    let tryFit components data =
        tryFitWith FitOptions.Default components data

    /// <summary>The maximum-likelihood fit of K Gaussians with options: structure, search, when to stop, threads.</summary>
    /// <exception cref="T:System.ArgumentException">K is not positive, or the data have no such fit.</exception>
    [<CompiledName("FitWith")>]
    let fitWith (options: FitOptions) (components: int) (data: Dataset) =
        GaussianMixture.Fit(data, components, options)

    /// <summary>The maximum-likelihood fit of K Gaussians: EM from several kinds of starts, of which the best is kept.</summary>
    /// <exception cref="T:System.ArgumentException">K is not positive, or the data have no such fit.</exception>
    [<CompiledName("Fit")>]
    let fit components data =
        fitWith FitOptions.Default components data

    /// <summary>Fits of several numbers of components and structures, compared with options; or why the first has none, if no model has a fit.</summary>
    /// <exception cref="T:System.ArgumentException">There is no number of components, or one is not positive.</exception>
    [<CompiledName("TrySelectWith")>]
    let trySelectWith (options: SelectOptions) (components: seq<int>) (data: Dataset) =
        GaussianMixture.TrySelect(data, components, options) |> Outcome.toResult

    /// <summary>Fits of several numbers of components and all structures, compared by BIC; or why the first has none, if no model has a fit.</summary>
    /// <exception cref="T:System.ArgumentException">There is no number of components, or one is not positive.</exception>
    [<CompiledName("TrySelect")>]
    let trySelect components data =
        trySelectWith SelectOptions.Default components data

    /// <summary>Fits of several numbers of components and structures, compared with options: structures, criterion, how each is fitted.</summary>
    /// <exception cref="T:System.ArgumentException">There is no number of components, one is not positive, or no model has a fit.</exception>
    [<CompiledName("SelectWith")>]
    let selectWith (options: SelectOptions) (components: seq<int>) (data: Dataset) =
        GaussianMixture.Select(data, components, options)

    /// <summary>Fits of several numbers of components and all structures, compared by BIC.</summary>
    /// <exception cref="T:System.ArgumentException">There is no number of components, one is not positive, or no model has a fit.</exception>
    [<CompiledName("Select")>]
    let select components data =
        selectWith SelectOptions.Default components data

    /// <summary>The same mixture with other mixing weights (K).</summary>
    /// <exception cref="T:System.ArgumentException">They are not K weights that sum to 1.</exception>
    [<CompiledName("WithWeights")>]
    let withWeights (weights: seq<float>) (mixture: GaussianMixture) = mixture.WithWeights weights

    /// <summary>The same mixture with other means (K×D).</summary>
    /// <exception cref="T:System.ArgumentException">The shape differs, or a mean is not finite.</exception>
    [<CompiledName("WithMeans")>]
    let withMeans (means: Table) (mixture: GaussianMixture) = mixture.WithMeans means

    /// <summary>The same mixture with other covariances (K), of the same structure.</summary>
    /// <exception cref="T:System.ArgumentException">The number, shape or dimension differs.</exception>
    [<CompiledName("WithCovariances")>]
    let withCovariances (covariances: seq<Covariance>) (mixture: GaussianMixture) = mixture.WithCovariances covariances

    /// <summary>The same mixture with these names for its columns (D): data with other names are refused.</summary>
    /// <exception cref="T:System.ArgumentException">There is not one distinct name for each column.</exception>
    [<CompiledName("WithColumnNames")>]
    let withColumnNames (names: seq<string>) (mixture: GaussianMixture) = mixture.WithColumnNames names

    /// <summary>The same mixture with its components in another order, a permutation of 0 … K − 1.</summary>
    /// <exception cref="T:System.ArgumentException">It is not a permutation of 0 … K − 1.</exception>
    [<CompiledName("Reorder")>]
    let reorder (order: seq<int>) (mixture: GaussianMixture) = mixture.Reorder order

    /// <summary>The same mixture with its components in canonical order: by their means, then by weight.</summary>
    [<CompiledName("InCanonicalOrder")>]
    let inCanonicalOrder (mixture: GaussianMixture) = mixture.InCanonicalOrder()

    /// <summary>ln p(x) of one observation, in nats.</summary>
    /// <exception cref="T:System.ArgumentException">The observation has not D finite numbers.</exception>
    [<CompiledName("LogDensity")>]
    let logDensity (mixture: GaussianMixture) (observation: seq<float>) = mixture.LogDensity observation

    /// <summary>p(x) of one observation.</summary>
    /// <exception cref="T:System.ArgumentException">The observation has not D finite numbers.</exception>
    [<CompiledName("Density")>]
    let density (mixture: GaussianMixture) (observation: seq<float>) = mixture.Density observation

    /// <summary>ln p(x) of every row of the data (N), in nats.</summary>
    /// <exception cref="T:System.ArgumentException">The columns do not fit.</exception>
    [<CompiledName("LogDensities")>]
    let logDensities (mixture: GaussianMixture) (data: Dataset) = mixture.LogDensities data

    /// <summary>ℓ(θ): the total log-likelihood of the data, in nats.</summary>
    /// <exception cref="T:System.ArgumentException">The columns do not fit.</exception>
    [<CompiledName("LogLikelihood")>]
    let logLikelihood (mixture: GaussianMixture) (data: Dataset) = mixture.LogLikelihood data

    /// <summary>The component of the largest responsibility for an observation, counted from 0.</summary>
    /// <exception cref="T:System.ArgumentException">The observation has not D finite numbers.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">It is too far from every component for its density to have a logarithm.</exception>
    [<CompiledName("MostProbableComponent")>]
    let mostProbableComponent (mixture: GaussianMixture) (observation: seq<float>) =
        mixture.MostProbableComponent observation

    /// <summary>The component of the largest responsibility for every row of the data (N), counted from 0.</summary>
    /// <exception cref="T:System.ArgumentException">The columns do not fit.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">A row is too far from every component for its density to have a logarithm.</exception>
    [<CompiledName("MostProbableComponents")>]
    let mostProbableComponents (mixture: GaussianMixture) (data: Dataset) = mixture.MostProbableComponents data

    /// <summary>Akaike's criterion, −2ℓ + 2p; lower is better.</summary>
    /// <exception cref="T:System.ArgumentException">The columns do not fit.</exception>
    [<CompiledName("Aic")>]
    let aic (mixture: GaussianMixture) (data: Dataset) = mixture.Aic data

    /// <summary>Schwarz's criterion, −2ℓ + p·ln N; lower is better.</summary>
    /// <exception cref="T:System.ArgumentException">The columns do not fit.</exception>
    [<CompiledName("Bic")>]
    let bic (mixture: GaussianMixture) (data: Dataset) = mixture.Bic data

    /// <summary>The integrated completed likelihood with options; lower is better.</summary>
    /// <exception cref="T:System.ArgumentException">The columns do not fit.</exception>
    [<CompiledName("IclWith")>]
    let iclWith (options: EmOptions) (mixture: GaussianMixture) (data: Dataset) = mixture.Icl(data, options)

    /// <summary>The integrated completed likelihood, BIC − 2·Σ w·ln max r: BIC, and a penalty for rows in doubt; lower is better.</summary>
    /// <exception cref="T:System.ArgumentException">The columns do not fit.</exception>
    [<CompiledName("Icl")>]
    let icl (mixture: GaussianMixture) (data: Dataset) = mixture.Icl data

    /// <summary>Independent draws, with the component of each.</summary>
    /// <exception cref="T:System.ArgumentException">The count is not positive.</exception>
    [<CompiledName("Sample")>]
    let sample (seed: int64) (count: int) (mixture: GaussianMixture) = mixture.Sample(count, seed)

    /// <summary>Independent draws as a lazy, endless sequence, whose first are those of <c>sample</c>.</summary>
    [<CompiledName("Draws")>]
    let draws (seed: int64) (mixture: GaussianMixture) : seq<Draw> = mixture.Draws seed

    /// <summary>The mixture of some of the columns, whatever the others are.</summary>
    /// <exception cref="T:System.ArgumentException">A column does not exist or is given twice.</exception>
    [<CompiledName("Marginal")>]
    let marginal (columns: seq<int>) (mixture: GaussianMixture) = mixture.Marginal columns

    /// <summary>The mixture of the other columns, given pairs of a column and its known value.</summary>
    /// <exception cref="T:System.ArgumentException">A column does not exist, is given twice, or none is left.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">The values are too far from every component for their density to have a logarithm.</exception>
    [<CompiledName("Conditional")>]
    let conditional (known: seq<int * float>) (mixture: GaussianMixture) =
        let columns, values = known |> Seq.toList |> List.unzip
        mixture.Conditional(columns, values)

    /// <summary>F(x) = P(X ≤ x), in one column.</summary>
    /// <exception cref="T:System.ArgumentException">It is not a number.</exception>
    /// <exception cref="T:System.NotSupportedException">There are several columns.</exception>
    [<CompiledName("Cdf")>]
    let cdf (mixture: GaussianMixture) (value: float) = mixture.Cdf value

    /// <summary>P(X &gt; x) = 1 − F(x), in one column.</summary>
    /// <exception cref="T:System.ArgumentException">It is not a number.</exception>
    /// <exception cref="T:System.NotSupportedException">There are several columns.</exception>
    [<CompiledName("Survival")>]
    let survival (mixture: GaussianMixture) (value: float) = mixture.Survival value

    /// <summary>The quantile of a probability in (0, 1): the least number x with F(x) ≥ p, in one column.</summary>
    /// <exception cref="T:System.ArgumentException">The probability is not in (0, 1).</exception>
    /// <exception cref="T:System.NotSupportedException">There are several columns.</exception>
    [<CompiledName("Quantile")>]
    let quantile (mixture: GaussianMixture) (probability: float) = mixture.Quantile probability

    /// <summary>Where two components, counted from 0, are equally probable, in one column.</summary>
    /// <exception cref="T:System.ArgumentException">There is no such component.</exception>
    /// <exception cref="T:System.NotSupportedException">There are several columns.</exception>
    [<CompiledName("CrossingOf")>]
    let crossingOf (first: int) (second: int) (mixture: GaussianMixture) = mixture.CrossingOf(first, second)

    /// <summary>The numbers at which the most probable component changes, in one column.</summary>
    /// <exception cref="T:System.NotSupportedException">There are several columns.</exception>
    [<CompiledName("CutOffs")>]
    let cutOffs (mixture: GaussianMixture) = mixture.CutOffs()

    /// <summary>How unusual every row of the data (N) is: P(p(X) ≤ p(x)), from so many draws where some are needed.</summary>
    /// <exception cref="T:System.ArgumentException">The columns do not fit, or the number of draws is not positive.</exception>
    [<CompiledName("OutlierLevelsOfWith")>]
    let outlierLevelsOfWith (draws: int) (seed: int64) (mixture: GaussianMixture) (data: Dataset) =
        mixture.OutlierLevelsOf(data, seed, draws)

    /// <summary>How unusual every row of the data (N) is: P(p(X) ≤ p(x)), computed where it can be, else from draws of a seed.</summary>
    /// <exception cref="T:System.ArgumentException">The columns do not fit.</exception>
    [<CompiledName("OutlierLevelsOf")>]
    let outlierLevelsOf seed (mixture: GaussianMixture) data =
        outlierLevelsOfWith OutlierLevels.DefaultDraws seed mixture data

    /// <summary>Outlier levels as a function of the data, which makes so many draws once, where some are needed.</summary>
    /// <exception cref="T:System.ArgumentException">The number of draws is not positive.</exception>
    [<CompiledName("OutlierScaleWith")>]
    let outlierScaleWith (draws: int) (seed: int64) (mixture: GaussianMixture) : Dataset -> OutlierLevels =
        let scale = mixture.OutlierScale(seed, draws)
        fun data -> scale.Invoke data

    /// <summary>Outlier levels as a function of the data, which makes the draws of a seed once, where some are needed.</summary>
    [<CompiledName("OutlierScale")>]
    let outlierScale seed (mixture: GaussianMixture) =
        outlierScaleWith OutlierLevels.DefaultDraws seed mixture

    /// <summary>The mixture as a JSON object whose numbers read back to the same bits.</summary>
    [<CompiledName("ToJson")>]
    let toJson (mixture: GaussianMixture) = mixture.ToJson()

    /// <summary>A mixture from JSON, or which member of it is wrong.</summary>
    [<CompiledName("TryParse")>]
    let tryParse (json: string) =
        GaussianMixture.TryParse json |> Outcome.toResult

    /// <summary>A mixture from JSON.</summary>
    /// <exception cref="T:System.FormatException">The text is not such an object; the message names the member.</exception>
    [<CompiledName("Parse")>]
    let parse (json: string) = GaussianMixture.Parse json
