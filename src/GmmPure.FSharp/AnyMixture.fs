namespace GmmPure.FSharp

open GmmPure
open GmmPure.Families

/// <summary>
/// Mixtures of whichever family, where it is known at run time only: what Gaussian mixtures and those of other families have in
/// common, by the same names.
/// </summary>
[<RequireQualifiedAccess>]
module AnyMixture =

    /// <summary>The family of the components; of a Gaussian mixture, Gaussians of its structure.</summary>
    [<CompiledName("Family")>]
    let family (mixture: IMixture) = Family.Of mixture

    /// <summary>The parameters of a component, counted from 0, as numbers, with the standard errors that one observation gives them.</summary>
    /// <exception cref="T:System.ArgumentException">There is no such component.</exception>
    [<CompiledName("ParametersOf")>]
    let parametersOf (which: int) (mixture: IMixture) =
        (Family.Of mixture).ParametersOf(mixture, which)

    /// <summary>The same mixture with these names for its columns (D).</summary>
    /// <exception cref="T:System.ArgumentException">There is not one distinct name for each column.</exception>
    [<CompiledName("WithColumnNames")>]
    let withColumnNames (names: seq<string>) (mixture: IMixture) = mixture.WithColumnNames names

    /// <summary>A start from k-means with options, or which component of it degenerates and how.</summary>
    /// <exception cref="T:System.ArgumentException">The data are outside the support, or have fewer distinct rows than components.</exception>
    [<CompiledName("TryKMeansWith")>]
    let tryKMeansWith (family: IFamily) (options: EmOptions) (components: int) (seed: int64) (data: Dataset) =
        family.TryKMeans(data, components, seed, options) |> Outcome.toResult

    /// <summary>A start from k-means, or which component of it degenerates and how.</summary>
    /// <exception cref="T:System.ArgumentException">The data are outside the support, or have fewer distinct rows than components.</exception>
    [<CompiledName("TryKMeans")>]
    let tryKMeans family components seed data =
        tryKMeansWith family EmOptions.Default components seed data

    /// <summary>A start from random responsibilities with options, or which component of it degenerates and how.</summary>
    /// <exception cref="T:System.ArgumentException">The data are outside the support, or have fewer distinct rows than components.</exception>
    [<CompiledName("TryRandomWith")>]
    let tryRandomWith (family: IFamily) (options: EmOptions) (components: int) (seed: int64) (data: Dataset) =
        family.TryRandom(data, components, seed, options) |> Outcome.toResult

    /// <summary>A start from random responsibilities, or which component of it degenerates and how.</summary>
    /// <exception cref="T:System.ArgumentException">The data are outside the support, or have fewer distinct rows than components.</exception>
    [<CompiledName("TryRandom")>]
    let tryRandom family components seed data =
        tryRandomWith family EmOptions.Default components seed data

    /// <summary>A start from labels (None where one is not known) with options, or which component of it degenerates and how.</summary>
    /// <exception cref="T:System.ArgumentException">The data are outside the support, there is not one label a row, or none is known.</exception>
    [<CompiledName("TryOfKnownLabelsWith")>]
    let tryOfKnownLabelsWith (family: IFamily) (options: EmOptions) (labels: seq<int option>) (data: Dataset) =
        family.TryFromLabels(data, labels |> Seq.map Option.toNullable, options)
        |> Outcome.toResult

    /// <summary>A start from labels (None where one is not known), or which component of it degenerates and how.</summary>
    /// <exception cref="T:System.ArgumentException">The data are outside the support, there is not one label a row, or none is known.</exception>
    [<CompiledName("TryOfKnownLabels")>]
    let tryOfKnownLabels family labels data =
        tryOfKnownLabelsWith family EmOptions.Default labels data

    /// <summary>The components that given responsibilities (N×K) make with options, or which component of it degenerates and how.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the rows do not fit.</exception>
    [<CompiledName("TryOfResponsibilitiesWith")>]
    let tryOfResponsibilitiesWith
        (family: IFamily)
        (options: EmOptions)
        (responsibilities: Responsibilities)
        (data: Dataset)
        =
        family.TryFromResponsibilities(data, responsibilities, options)
        |> Outcome.toResult

    /// <summary>The components that given responsibilities (N×K) make, or which component of it degenerates and how.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the rows do not fit.</exception>
    [<CompiledName("TryOfResponsibilities")>]
    let tryOfResponsibilities family responsibilities data =
        tryOfResponsibilitiesWith family EmOptions.Default responsibilities data

    /// <summary>The E-step of a variant with options: the responsibilities (N×K), and the variant's objective in nats.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns or labels do not fit.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">A row is impossible under every component, or the one of its label.</exception>
    [<CompiledName("EStepWith")>]
    let eStepWith
        (variant: EmVariant)
        (options: EmOptions)
        (mixture: IMixture)
        (data: Dataset)
        : Responsibilities * float =
        let result = GmmPure.Em.EStep(data, mixture, variant, options)
        result.Responsibilities, result.LogLikelihood

    /// <summary>The E-step: the responsibilities (N×K), and the log-likelihood in nats.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">A row is impossible under every component.</exception>
    [<CompiledName("EStep")>]
    let eStep mixture data =
        eStepWith EmVariant.Plain EmOptions.Default mixture data

    /// <summary>The iterations of a variant with options as a lazy, endless sequence; element 0 is the start.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, the columns or labels do not fit, or there is a ridge but no covariance.</exception>
    [<CompiledName("IterateWith")>]
    let iterateWith
        (variant: EmVariant)
        (options: EmOptions)
        (start: IMixture)
        (data: Dataset)
        : seq<Iteration<IMixture>> =
        GmmPure.Em.Iterate(data, start, variant, options)

    /// <summary>The iterations as a lazy, endless sequence; element 0 is the start.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    [<CompiledName("Iterate")>]
    let iterate start data =
        iterateWith EmVariant.Plain EmOptions.Default start data

    /// <summary>ln p(x) of every row of the data (N), in nats.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    [<CompiledName("LogDensities")>]
    let logDensities (mixture: IMixture) (data: Dataset) = mixture.LogDensities data

    /// <summary>ℓ(θ): the total log-likelihood of the data, in nats.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    [<CompiledName("LogLikelihood")>]
    let logLikelihood (mixture: IMixture) (data: Dataset) = mixture.LogLikelihood data

    /// <summary>The component of the largest responsibility for every row of the data (N), counted from 0.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">A row is impossible under every component.</exception>
    [<CompiledName("MostProbableComponents")>]
    let mostProbableComponents (mixture: IMixture) (data: Dataset) = mixture.MostProbableComponents data

    /// <summary>Independent draws as a lazy, endless sequence.</summary>
    /// <exception cref="T:System.NotSupportedException">The family is no ISampler.</exception>
    [<CompiledName("Draws")>]
    let draws (seed: int64) (mixture: IMixture) : seq<Draw> = mixture.Draws seed

    /// <summary>F(x) = P(X ≤ x), in one column.</summary>
    /// <exception cref="T:System.ArgumentException">It is not a number.</exception>
    /// <exception cref="T:System.NotSupportedException">There are several columns, or the family lacks it.</exception>
    [<CompiledName("Cdf")>]
    let cdf (mixture: IMixture) (value: float) = mixture.Cdf value

    /// <summary>P(X &gt; x) = 1 − F(x), in one column.</summary>
    /// <exception cref="T:System.ArgumentException">It is not a number.</exception>
    /// <exception cref="T:System.NotSupportedException">There are several columns, or the family lacks it.</exception>
    [<CompiledName("Survival")>]
    let survival (mixture: IMixture) (value: float) = mixture.Survival value

    /// <summary>The quantile of a probability in (0, 1): the least number x with F(x) ≥ p, in one column.</summary>
    /// <exception cref="T:System.ArgumentException">The probability is not in (0, 1).</exception>
    /// <exception cref="T:System.NotSupportedException">There are several columns, or the family lacks it.</exception>
    [<CompiledName("Quantile")>]
    let quantile (mixture: IMixture) (probability: float) = mixture.Quantile probability

    /// <summary>Where two components, counted from 0, are equally probable, in one column.</summary>
    /// <exception cref="T:System.ArgumentException">There is no such component.</exception>
    /// <exception cref="T:System.NotSupportedException">There are several columns, or the family lacks it.</exception>
    [<CompiledName("CrossingOf")>]
    let crossingOf (first: int) (second: int) (mixture: IMixture) = mixture.CrossingOf(first, second)

    /// <summary>The numbers at which the most probable component changes, in one column.</summary>
    /// <exception cref="T:System.NotSupportedException">There are several columns, or the family lacks it.</exception>
    [<CompiledName("CutOffs")>]
    let cutOffs (mixture: IMixture) = mixture.CutOffs()

    /// <summary>How unusual every row of the data (N) is: P(p(X) ≤ p(x)), from so many draws where some are needed.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns do not fit, or the number of draws is not positive.</exception>
    [<CompiledName("OutlierLevelsOfWith")>]
    let outlierLevelsOfWith (draws: int) (seed: int64) (mixture: IMixture) (data: Dataset) =
        mixture.OutlierLevelsOf(data, seed, draws)

    /// <summary>How unusual every row of the data (N) is: P(p(X) ≤ p(x)), computed where it can be, else from draws of a seed.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    [<CompiledName("OutlierLevelsOf")>]
    let outlierLevelsOf seed (mixture: IMixture) data =
        outlierLevelsOfWith OutlierLevels.DefaultDraws seed mixture data

    /// <summary>Outlier levels as a function of the data, which makes so many draws once, where some are needed.</summary>
    /// <exception cref="T:System.ArgumentException">The number of draws is not positive.</exception>
    [<CompiledName("OutlierScaleWith")>]
    let outlierScaleWith (draws: int) (seed: int64) (mixture: IMixture) : Dataset -> OutlierLevels =
        let scale = mixture.OutlierScale(seed, draws)
        fun data -> scale.Invoke data

    /// <summary>Outlier levels as a function of the data, which makes the draws of a seed once, where some are needed.</summary>
    [<CompiledName("OutlierScale")>]
    let outlierScale seed (mixture: IMixture) =
        outlierScaleWith OutlierLevels.DefaultDraws seed mixture

    /// <summary>The mixture as a JSON object whose numbers read back to the same bits.</summary>
    /// <exception cref="T:System.NotSupportedException">The family is no INotation.</exception>
    [<CompiledName("ToJson")>]
    let toJson (mixture: IMixture) = mixture.ToJson()

    /// <summary>A mixture of whichever family from JSON, or which member of it is wrong.</summary>
    [<CompiledName("TryParse")>]
    let tryParse (json: string) =
        Mixture.TryParse json |> Outcome.toResult

    /// <summary>A mixture of whichever family from JSON.</summary>
    /// <exception cref="T:System.FormatException">The text is not such an object; the message names the member.</exception>
    [<CompiledName("Parse")>]
    let parse (json: string) = Mixture.Parse json
