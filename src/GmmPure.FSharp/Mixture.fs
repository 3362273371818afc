namespace GmmPure.FSharp

open GmmPure
open GmmPure.Families

/// <summary>
/// Mixtures of any family: their starts, their steps, densities, draws, text. The functions are named as those for Gaussian
/// mixtures in <see cref="T:GmmPure.FSharp.Initial"/>, <see cref="T:GmmPure.FSharp.Em"/> and
/// <see cref="T:GmmPure.FSharp.GaussianMixture"/>, and take the family first where there is no mixture that knows it.
/// </summary>
[<RequireQualifiedAccess>]
module Mixture =

    /// <summary>A mixture of a family from pairs of a weight and a component (K).</summary>
    /// <exception cref="T:System.ArgumentException">The weights do not sum to 1, or components are of unlike dimension.</exception>
    [<CompiledName("Create")>]
    let create (family: IFamily<'distribution>) (components: seq<float * 'distribution>) =
        let weights, distributions = components |> Seq.toList |> List.unzip
        Mixture.Of(family, weights, distributions)

    /// <summary>A mixture of a family from pairs of a weight and a component (K), or which of the two is not valid.</summary>
    [<CompiledName("TryCreate")>]
    let tryCreate (family: IFamily<'distribution>) (components: seq<float * 'distribution>) =
        let weights, distributions = components |> Seq.toList |> List.unzip
        Mixture.TryOf(family, weights, distributions) |> Outcome.toResult

    /// <summary>The maximum-likelihood fit of K components with options, or why the data have none.</summary>
    /// <exception cref="T:System.ArgumentException">The data are outside the support, or K is not positive.</exception>
    [<CompiledName("TryFitWith")>]
    let tryFitWith (family: IFamily<'distribution>) (options: FitOptions) (components: int) (data: Dataset) =
        FamilyFits.TryFit(family, data, components, options) |> Outcome.toResult

    /// <summary>The maximum-likelihood fit of K components, or why the data have none.</summary>
    /// <exception cref="T:System.ArgumentException">The data are outside the support, or K is not positive.</exception>
    [<CompiledName("TryFit")>]
    let tryFit (family: IFamily<'distribution>) components data =
        tryFitWith family FitOptions.Default components data

    /// <summary>The maximum-likelihood fit of K components with options: search, when to stop, threads.</summary>
    /// <exception cref="T:System.ArgumentException">The data are outside the support, K is not positive, or the data have no such fit.</exception>
    [<CompiledName("FitWith")>]
    let fitWith (family: IFamily<'distribution>) (options: FitOptions) (components: int) (data: Dataset) =
        FamilyFits.Fit(family, data, components, options)

    /// <summary>The maximum-likelihood fit of K components: EM from starts of k-means and of random responsibilities, of which the best is kept.</summary>
    /// <exception cref="T:System.ArgumentException">The data are outside the support, K is not positive, or the data have no such fit.</exception>
    [<CompiledName("Fit")>]
    let fit (family: IFamily<'distribution>) components data =
        fitWith family FitOptions.Default components data

    /// <summary>The same mixture with other mixing weights (K).</summary>
    /// <exception cref="T:System.ArgumentException">They are not K weights that sum to 1.</exception>
    [<CompiledName("WithWeights")>]
    let withWeights (weights: seq<float>) (mixture: Mixture<'distribution>) = mixture.WithWeights weights

    /// <summary>The same mixture with these names for its columns (D): data with other names are refused.</summary>
    /// <exception cref="T:System.ArgumentException">There is not one distinct name for each column.</exception>
    [<CompiledName("WithColumnNames")>]
    let withColumnNames (names: seq<string>) (mixture: Mixture<'distribution>) = mixture.WithColumnNames names

    /// <summary>The same mixture with its components in canonical order: by their parameters, then by weight.</summary>
    [<CompiledName("InCanonicalOrder")>]
    let inCanonicalOrder (mixture: Mixture<'distribution>) = mixture.InCanonicalOrder()

    /// <summary>A start from k-means with options, or which component of it degenerates and how.</summary>
    /// <exception cref="T:System.ArgumentException">The data are outside the support, or have fewer distinct rows than components.</exception>
    [<CompiledName("TryKMeansWith")>]
    let tryKMeansWith
        (family: IFamily<'distribution>)
        (options: EmOptions)
        (components: int)
        (seed: int64)
        (data: Dataset)
        =
        GmmPure.Initial.TryKMeans(data, family, components, seed, options)
        |> Outcome.toResult

    /// <summary>A start from k-means, or which component of it degenerates and how.</summary>
    /// <exception cref="T:System.ArgumentException">The data are outside the support, or have fewer distinct rows than components.</exception>
    [<CompiledName("TryKMeans")>]
    let tryKMeans (family: IFamily<'distribution>) components seed data =
        tryKMeansWith family EmOptions.Default components seed data

    /// <summary>A start from k-means with options.</summary>
    /// <exception cref="T:System.ArgumentException">The data are outside the support, have fewer distinct rows than components, or no estimate.</exception>
    [<CompiledName("KMeansWith")>]
    let kMeansWith
        (family: IFamily<'distribution>)
        (options: EmOptions)
        (components: int)
        (seed: int64)
        (data: Dataset)
        =
        GmmPure.Initial.KMeans(data, family, components, seed, options)

    /// <summary>A start from k-means on columns scaled to unit variance, whose centres k-means++ chooses; clusters count half.</summary>
    /// <exception cref="T:System.ArgumentException">The data are outside the support, have fewer distinct rows than components, or no estimate.</exception>
    [<CompiledName("KMeans")>]
    let kMeans (family: IFamily<'distribution>) components seed data =
        kMeansWith family EmOptions.Default components seed data

    /// <summary>A start from random responsibilities with options, or which component of it degenerates and how.</summary>
    /// <exception cref="T:System.ArgumentException">The data are outside the support, or have fewer distinct rows than components.</exception>
    [<CompiledName("TryRandomWith")>]
    let tryRandomWith
        (family: IFamily<'distribution>)
        (options: EmOptions)
        (components: int)
        (seed: int64)
        (data: Dataset)
        =
        GmmPure.Initial.TryRandom(data, family, components, seed, options)
        |> Outcome.toResult

    /// <summary>A start from random responsibilities, or which component of it degenerates and how.</summary>
    /// <exception cref="T:System.ArgumentException">The data are outside the support, or have fewer distinct rows than components.</exception>
    [<CompiledName("TryRandom")>]
    let tryRandom (family: IFamily<'distribution>) components seed data =
        tryRandomWith family EmOptions.Default components seed data

    /// <summary>A start from random responsibilities with options.</summary>
    /// <exception cref="T:System.ArgumentException">The data are outside the support, have fewer distinct rows than components, or no estimate.</exception>
    [<CompiledName("RandomWith")>]
    let randomWith
        (family: IFamily<'distribution>)
        (options: EmOptions)
        (components: int)
        (seed: int64)
        (data: Dataset)
        =
        GmmPure.Initial.Random(data, family, components, seed, options)

    /// <summary>A start from random responsibilities.</summary>
    /// <exception cref="T:System.ArgumentException">The data are outside the support, have fewer distinct rows than components, or no estimate.</exception>
    [<CompiledName("Random")>]
    let random (family: IFamily<'distribution>) components seed data =
        randomWith family EmOptions.Default components seed data

    /// <summary>A start from labels with options, or which component of it degenerates and how.</summary>
    /// <exception cref="T:System.ArgumentException">The data are outside the support, there is not one label a row, or none is known.</exception>
    [<CompiledName("TryOfKnownLabelsWith")>]
    let tryOfKnownLabelsWith
        (family: IFamily<'distribution>)
        (options: EmOptions)
        (labels: seq<int option>)
        (data: Dataset)
        =
        GmmPure.Initial.TryFromLabels(data, family, labels |> Seq.map Option.toNullable, options)
        |> Outcome.toResult

    /// <summary>A start from labels, or which component of it degenerates and how.</summary>
    /// <exception cref="T:System.ArgumentException">The data are outside the support, there is not one label a row, or none is known.</exception>
    [<CompiledName("TryOfKnownLabels")>]
    let tryOfKnownLabels (family: IFamily<'distribution>) labels data =
        tryOfKnownLabelsWith family EmOptions.Default labels data

    /// <summary>A start from labels with options.</summary>
    /// <exception cref="T:System.ArgumentException">There is not one label a row, none is known, or a component degenerates.</exception>
    [<CompiledName("OfKnownLabelsWith")>]
    let ofKnownLabelsWith
        (family: IFamily<'distribution>)
        (options: EmOptions)
        (labels: seq<int option>)
        (data: Dataset)
        =
        GmmPure.Initial.FromLabels(data, family, labels |> Seq.map Option.toNullable, options)

    /// <summary>A start from labels (None where one is not known), whose order it keeps; of complete labels the maximum likelihood.</summary>
    /// <exception cref="T:System.ArgumentException">There is not one label a row, none is known, or a component degenerates.</exception>
    [<CompiledName("OfKnownLabels")>]
    let ofKnownLabels (family: IFamily<'distribution>) labels data =
        ofKnownLabelsWith family EmOptions.Default labels data

    /// <summary>The components that given responsibilities (N×K) make, with options; in canonical order.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, the rows do not fit, or a component degenerates.</exception>
    [<CompiledName("OfResponsibilitiesWith")>]
    let ofResponsibilitiesWith
        (family: IFamily<'distribution>)
        (options: EmOptions)
        (responsibilities: Responsibilities)
        (data: Dataset)
        =
        GmmPure.Initial.FromResponsibilities(data, family, responsibilities, options)

    /// <summary>The components that given responsibilities (N×K) make, in canonical order.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, the rows do not fit, or a component degenerates.</exception>
    [<CompiledName("OfResponsibilities")>]
    let ofResponsibilities (family: IFamily<'distribution>) responsibilities data =
        ofResponsibilitiesWith family EmOptions.Default responsibilities data

    /// <summary>The E-step of a variant with options: the responsibilities (N×K), and the variant's objective in nats.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns or labels do not fit.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">A row is impossible under every component, or the one of its label.</exception>
    [<CompiledName("EStepWith")>]
    let eStepWith
        (variant: EmVariant)
        (options: EmOptions)
        (mixture: Mixture<'distribution>)
        (data: Dataset)
        : Responsibilities * float =
        let result = GmmPure.Em.EStep(data, mixture, variant, options)
        result.Responsibilities, result.LogLikelihood

    /// <summary>The E-step: the responsibilities (N×K), and the log-likelihood in nats.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">A row is impossible under every component.</exception>
    [<CompiledName("EStep")>]
    let eStep (mixture: Mixture<'distribution>) data =
        eStepWith EmVariant.Plain EmOptions.Default mixture data

    /// <summary>The M-step for a family with options: the next mixture, or how a component degenerated.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, a shape does not fit, or a ridge is given.</exception>
    [<CompiledName("MStepWith")>]
    let mStepWith
        (family: IFamily<'distribution>)
        (options: EmOptions)
        (responsibilities: Responsibilities)
        (data: Dataset)
        =
        GmmPure.Em.MStep(data, responsibilities, family, options) |> Outcome.toResult

    /// <summary>The M-step for a family: the next mixture, or how a component degenerated.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or a shape does not fit.</exception>
    [<CompiledName("MStep")>]
    let mStep (family: IFamily<'distribution>) responsibilities data =
        mStepWith family EmOptions.Default responsibilities data

    /// <summary>The M-step after a mixture, from which a family that cannot leap to its maximum climbs, with options.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, a shape does not fit, or a ridge is given.</exception>
    [<CompiledName("MStepAfterWith")>]
    let mStepAfterWith
        (options: EmOptions)
        (previous: Mixture<'distribution>)
        (responsibilities: Responsibilities)
        (data: Dataset)
        =
        GmmPure.Em.MStep(data, responsibilities, previous, options) |> Outcome.toResult

    /// <summary>The M-step after a mixture, from which a family that cannot leap to its maximum climbs.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or a shape does not fit.</exception>
    [<CompiledName("MStepAfter")>]
    let mStepAfter (previous: Mixture<'distribution>) responsibilities data =
        mStepAfterWith EmOptions.Default previous responsibilities data

    /// <summary>One iteration of a variant with options, M(E(θ)): the next mixture, or how a component degenerated.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, the columns or labels do not fit, or a ridge is given.</exception>
    [<CompiledName("StepWith")>]
    let stepWith (variant: EmVariant) (options: EmOptions) (mixture: Mixture<'distribution>) (data: Dataset) =
        GmmPure.Em.Step(data, mixture, variant, options) |> Outcome.toResult

    /// <summary>One iteration, M(E(θ)): the next mixture, or how a component degenerated.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    [<CompiledName("Step")>]
    let step (mixture: Mixture<'distribution>) data =
        stepWith EmVariant.Plain EmOptions.Default mixture data

    /// <summary>The iterations of a variant with options as a lazy, endless sequence; element 0 is the start.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, the columns or labels do not fit, or a ridge is given.</exception>
    [<CompiledName("IterateWith")>]
    let iterateWith
        (variant: EmVariant)
        (options: EmOptions)
        (start: Mixture<'distribution>)
        (data: Dataset)
        : seq<Iteration<Mixture<'distribution>>> =
        GmmPure.Em.Iterate(data, start, variant, options)

    /// <summary>The iterations as a lazy, endless sequence; element 0 is the start.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    [<CompiledName("Iterate")>]
    let iterate (start: Mixture<'distribution>) data =
        iterateWith EmVariant.Plain EmOptions.Default start data

    /// <summary>ln p(x) of one observation, in nats; −∞ where it is impossible.</summary>
    /// <exception cref="T:System.ArgumentException">It is outside the family's support, or has not D numbers.</exception>
    [<CompiledName("LogDensity")>]
    let logDensity (mixture: Mixture<'distribution>) (observation: seq<float>) = mixture.LogDensity observation

    /// <summary>ln p(x) of every row of the data (N), in nats; −∞ where one is impossible.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    [<CompiledName("LogDensities")>]
    let logDensities (mixture: Mixture<'distribution>) (data: Dataset) = mixture.LogDensities data

    /// <summary>ℓ(θ): the total log-likelihood of the data, in nats.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    [<CompiledName("LogLikelihood")>]
    let logLikelihood (mixture: Mixture<'distribution>) (data: Dataset) = mixture.LogLikelihood data

    /// <summary>The component of the largest responsibility for every row of the data (N), counted from 0.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">A row is impossible under every component.</exception>
    [<CompiledName("MostProbableComponents")>]
    let mostProbableComponents (mixture: Mixture<'distribution>) (data: Dataset) = mixture.MostProbableComponents data

    /// <summary>Akaike's criterion, −2ℓ + 2p; lower is better.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    [<CompiledName("Aic")>]
    let aic (mixture: Mixture<'distribution>) (data: Dataset) = mixture.Aic data

    /// <summary>Schwarz's criterion, −2ℓ + p·ln N; lower is better.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    [<CompiledName("Bic")>]
    let bic (mixture: Mixture<'distribution>) (data: Dataset) = mixture.Bic data

    /// <summary>Independent draws, with the component of each.</summary>
    /// <exception cref="T:System.ArgumentException">The count is not positive, or the draws are too extreme for a data set.</exception>
    /// <exception cref="T:System.NotSupportedException">The family is no ISampler.</exception>
    [<CompiledName("Sample")>]
    let sample (seed: int64) (count: int) (mixture: Mixture<'distribution>) = mixture.Sample(count, seed)

    /// <summary>Independent draws as a lazy, endless sequence, whose first are those of <c>sample</c>.</summary>
    /// <exception cref="T:System.NotSupportedException">The family is no ISampler.</exception>
    [<CompiledName("Draws")>]
    let draws (seed: int64) (mixture: Mixture<'distribution>) : seq<Draw> = mixture.Draws seed

    /// <summary>F(x) = P(X ≤ x), in one column.</summary>
    /// <exception cref="T:System.ArgumentException">It is not a number.</exception>
    /// <exception cref="T:System.NotSupportedException">There are several columns, or the family lacks it.</exception>
    [<CompiledName("Cdf")>]
    let cdf (mixture: Mixture<'distribution>) (value: float) = mixture.Cdf value

    /// <summary>P(X &gt; x) = 1 − F(x), in one column.</summary>
    /// <exception cref="T:System.ArgumentException">It is not a number.</exception>
    /// <exception cref="T:System.NotSupportedException">There are several columns, or the family lacks it.</exception>
    [<CompiledName("Survival")>]
    let survival (mixture: Mixture<'distribution>) (value: float) = mixture.Survival value

    /// <summary>The quantile of a probability in (0, 1): the least number x with F(x) ≥ p, in one column.</summary>
    /// <exception cref="T:System.ArgumentException">The probability is not in (0, 1).</exception>
    /// <exception cref="T:System.NotSupportedException">There are several columns, or the family lacks it.</exception>
    [<CompiledName("Quantile")>]
    let quantile (mixture: Mixture<'distribution>) (probability: float) = mixture.Quantile probability

    /// <summary>Where two components, counted from 0, are equally probable, in one column.</summary>
    /// <exception cref="T:System.ArgumentException">There is no such component.</exception>
    /// <exception cref="T:System.NotSupportedException">There are several columns, or the family lacks it.</exception>
    [<CompiledName("CrossingOf")>]
    let crossingOf (first: int) (second: int) (mixture: Mixture<'distribution>) = mixture.CrossingOf(first, second)

    /// <summary>The numbers at which the most probable component changes, in one column.</summary>
    /// <exception cref="T:System.NotSupportedException">There are several columns, or the family lacks it.</exception>
    [<CompiledName("CutOffs")>]
    let cutOffs (mixture: Mixture<'distribution>) = mixture.CutOffs()

    /// <summary>How unusual every row of the data (N) is: P(p(X) ≤ p(x)), from so many draws where some are needed.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns do not fit, or the number of draws is not positive.</exception>
    [<CompiledName("OutlierLevelsOfWith")>]
    let outlierLevelsOfWith (draws: int) (seed: int64) (mixture: Mixture<'distribution>) (data: Dataset) =
        mixture.OutlierLevelsOf(data, seed, draws)

    /// <summary>How unusual every row of the data (N) is: P(p(X) ≤ p(x)), computed where it can be, else from draws of a seed.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    [<CompiledName("OutlierLevelsOf")>]
    let outlierLevelsOf seed (mixture: Mixture<'distribution>) data =
        outlierLevelsOfWith OutlierLevels.DefaultDraws seed mixture data

    /// <summary>Outlier levels as a function of the data, which makes so many draws once, where some are needed.</summary>
    /// <exception cref="T:System.ArgumentException">The number of draws is not positive.</exception>
    [<CompiledName("OutlierScaleWith")>]
    let outlierScaleWith (draws: int) (seed: int64) (mixture: Mixture<'distribution>) : Dataset -> OutlierLevels =
        let scale = mixture.OutlierScale(seed, draws)
        fun data -> scale.Invoke data

    /// <summary>Outlier levels as a function of the data, which makes the draws of a seed once, where some are needed.</summary>
    [<CompiledName("OutlierScale")>]
    let outlierScale seed (mixture: Mixture<'distribution>) =
        outlierScaleWith OutlierLevels.DefaultDraws seed mixture

    /// <summary>The mixture as a JSON object whose numbers read back to the same bits.</summary>
    /// <exception cref="T:System.NotSupportedException">The family is no INotation.</exception>
    [<CompiledName("ToJson")>]
    let toJson (mixture: Mixture<'distribution>) = mixture.ToJson()

    /// <summary>A mixture of a family from JSON, or which member of it is wrong.</summary>
    /// <exception cref="T:System.NotSupportedException">The family is no INotation.</exception>
    [<CompiledName("TryParse")>]
    let tryParse (family: IFamily<'distribution>) (json: string) =
        Mixture.TryParse(json, family) |> Outcome.toResult

    /// <summary>A mixture of a family from JSON.</summary>
    /// <exception cref="T:System.FormatException">The text is not a mixture of the family; the message names the member.</exception>
    /// <exception cref="T:System.NotSupportedException">The family is no INotation.</exception>
    [<CompiledName("Parse")>]
    let parse (family: IFamily<'distribution>) (json: string) = Mixture.Parse(json, family)
