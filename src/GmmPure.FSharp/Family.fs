namespace GmmPure.FSharp

open GmmPure
open GmmPure.Families

/// <summary>Families of distributions, and their estimators.</summary>
[<RequireQualifiedAccess>]
module Family =

    /// <summary>Normal distributions of one column.</summary>
    [<CompiledName("Normal")>]
    let normal = Family.Normal

    /// <summary>Poisson distributions: counts in one column.</summary>
    [<CompiledName("Poisson")>]
    let poisson = Family.Poisson

    /// <summary>Exponential distributions: numbers from 0 on in one column.</summary>
    [<CompiledName("Exponential")>]
    let exponential = Family.Exponential

    /// <summary>Gamma distributions: positive numbers in one column.</summary>
    [<CompiledName("Gamma")>]
    let gamma = Family.Gamma

    /// <summary>Independent columns of 0 and 1.</summary>
    [<CompiledName("Bernoulli")>]
    let bernoulli = Family.Bernoulli

    /// <summary>Binomial distributions of so many trials: counts up to that in one column.</summary>
    /// <exception cref="T:System.ArgumentException">The number of trials is not positive, or too large.</exception>
    [<CompiledName("Binomial")>]
    let binomial (trials: int) = Family.Binomial trials

    /// <summary>Independent columns of categories, so many in each, counted from 0.</summary>
    /// <exception cref="T:System.ArgumentException">There is no column, or a number of categories is not valid.</exception>
    [<CompiledName("Categorical")>]
    let categorical (levels: seq<int>) = Family.Categorical levels

    /// <summary>Independent columns of categories, so many in each, or which number of categories is not valid.</summary>
    [<CompiledName("TryCategorical")>]
    let tryCategorical (levels: seq<int>) =
        Family.TryCategorical levels |> Outcome.toResult

    /// <summary>Independent columns of the categories that were seen, as <c>Categories.SeenIn</c> finds them: any other value has density 0.</summary>
    /// <exception cref="T:System.ArgumentException">There is no column.</exception>
    [<CompiledName("CategoricalOf")>]
    let categoricalOf (columns: seq<Categories>) = Family.CategoricalOf columns

    /// <summary>Independent columns of the categories that were seen, or the fault that there is no column.</summary>
    [<CompiledName("TryCategoricalOf")>]
    let tryCategoricalOf (columns: seq<Categories>) =
        Family.TryCategoricalOf columns |> Outcome.toResult

    /// <summary>The categories of every column of a categorical mixture; empty of any other.</summary>
    [<CompiledName("CategoriesOf")>]
    let categoriesOf (mixture: IMixture) = Family.CategoriesOf mixture

    /// <summary>Gaussians of any number of columns, with a covariance structure.</summary>
    [<CompiledName("Gaussian")>]
    let gaussian (structure: CovarianceStructure) = Family.Gaussian structure

    /// <summary>Student's t-distributions of any number of columns.</summary>
    [<CompiledName("StudentT")>]
    let studentT = Family.StudentT

    /// <summary>Uniform distributions of one column: an estimator only, for mixtures of them have no EM.</summary>
    [<CompiledName("Uniform")>]
    let uniform = Family.Uniform

    /// <summary>A family of given distributions, whose maximum likelihood is the best of them.</summary>
    /// <exception cref="T:System.ArgumentException">There is no candidate, or one is not of the family.</exception>
    [<CompiledName("Among")>]
    let among (family: IEstimator<'distribution>) (candidates: seq<'distribution>) = Family.Among(family, candidates)

    /// <summary>The maximum-likelihood estimate, or why the likelihood has no maximum.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    [<CompiledName("Estimate")>]
    let estimate (family: IEstimator<'distribution>) (data: Dataset) =
        Estimate.Of(family, data) |> Outcome.toResult

    /// <summary>The total log-likelihood of the data under one distribution, in nats.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    [<CompiledName("LogLikelihood")>]
    let logLikelihood (family: IEstimator<'distribution>) (distribution: 'distribution) (data: Dataset) =
        Estimate.LogLikelihood(family, distribution, data)

    /// <summary>The first value outside a family's support, if there is one.</summary>
    /// <exception cref="T:System.ArgumentException">The data have not as many columns as the family takes.</exception>
    [<CompiledName("TryFindOutside")>]
    let tryFindOutside (family: IEstimator) (data: Dataset) =
        SupportFault.Find(family, data) |> Option.ofObj
