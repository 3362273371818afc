namespace GmmPure.FSharp

open GmmPure

/// <summary>Expectation–maximisation: two pure functions and the lazy sequence that they unfold into.</summary>
module Em =

    /// <summary>The E-step: the responsibilities, and the log-likelihood in nats.</summary>
    /// <exception cref="T:System.ArgumentException">The columns do not fit.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">A row is too far from every component for its density to have a logarithm.</exception>
    let eStep (mixture: GaussianMixture) (data: Dataset) : Responsibilities * float =
        let result = Em.EStep(data, mixture)
        result.Responsibilities, result.LogLikelihood

    /// <summary>The M-step for a structure: the next mixture, or how a component degenerated.</summary>
    /// <exception cref="T:System.ArgumentException">The numbers of rows differ.</exception>
    let mStepWith
        (structure: CovarianceStructure)
        (options: EmOptions)
        (responsibilities: Responsibilities)
        (data: Dataset)
        =
        Em.MStep(data, responsibilities, structure, options) |> Outcome.toResult

    /// <summary>The M-step for full covariances: the next mixture, or how a component degenerated.</summary>
    /// <exception cref="T:System.ArgumentException">The numbers of rows differ.</exception>
    let mStep responsibilities data =
        mStepWith CovarianceStructure.Full EmOptions.Default responsibilities data

    /// <summary>The new weights alone, π_k = N_k/N.</summary>
    /// <exception cref="T:System.ArgumentException">The numbers of rows differ.</exception>
    let updateWeights (responsibilities: Responsibilities) (data: Dataset) =
        Em.UpdateWeights(data, responsibilities)

    /// <summary>The new means alone (K×D), or the first component that is empty.</summary>
    /// <exception cref="T:System.ArgumentException">The numbers of rows differ.</exception>
    let updateMeans (responsibilities: Responsibilities) (data: Dataset) =
        Em.UpdateMeans(data, responsibilities) |> Outcome.toResult

    /// <summary>The new covariances about given means alone, or the first that is singular.</summary>
    /// <exception cref="T:System.ArgumentException">A shape does not fit.</exception>
    let updateCovariances
        (structure: CovarianceStructure)
        (means: Table)
        (responsibilities: Responsibilities)
        (data: Dataset)
        =
        Em.UpdateCovariances(data, responsibilities, means, structure)
        |> Outcome.toResult

    /// <summary>One iteration with options, M(E(θ)): the next mixture, or how a component degenerated.</summary>
    /// <exception cref="T:System.ArgumentException">The columns do not fit.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">A row is too far from every component for its density to have a logarithm.</exception>
    let stepWith (options: EmOptions) (mixture: GaussianMixture) (data: Dataset) =
        Em.Step(data, mixture, options) |> Outcome.toResult

    /// <summary>One iteration, M(E(θ)): the next mixture, or how a component degenerated.</summary>
    /// <exception cref="T:System.ArgumentException">The columns do not fit.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">A row is too far from every component for its density to have a logarithm.</exception>
    let step mixture data = stepWith EmOptions.Default mixture data

    /// <summary>The iterations with options as a lazy, endless sequence; element 0 is the start.</summary>
    /// <exception cref="T:System.ArgumentException">The columns do not fit.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">A row is too far from every component for its density to have a logarithm.</exception>
    let iterateWith (options: EmOptions) (start: GaussianMixture) (data: Dataset) : seq<Iteration<GaussianMixture>> =
        Em.Iterate(data, start, options)

    /// <summary>The iterations as a lazy, endless sequence; element 0 is the start.</summary>
    /// <exception cref="T:System.ArgumentException">The columns do not fit.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">A row is too far from every component for its density to have a logarithm.</exception>
    let iterate start data =
        iterateWith EmOptions.Default start data

    /// <summary>The variant in which rows keep the labels that are known (None where one is not).</summary>
    /// <exception cref="T:System.ArgumentException">There is no row.</exception>
    let labelled (labels: seq<int option>) =
        EmVariant.Labelled(labels |> Seq.map Option.toNullable)

    /// <summary>The iterations of a variant of EM (hard, with labels, with fixed weights) as a lazy, endless sequence.</summary>
    /// <exception cref="T:System.ArgumentException">The columns or labels do not fit.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">A row is too far from every component for its density to have a logarithm.</exception>
    let iterateVariant
        (variant: EmVariant)
        (options: EmOptions)
        (start: GaussianMixture)
        (data: Dataset)
        : seq<Iteration<GaussianMixture>> =
        Em.Iterate(data, start, variant, options)

    /// <summary>What an M-step gives where there is no maximum: the likelihood rises as a parameter goes to a limit.</summary>
    /// <exception cref="T:System.ArgumentException">The parameter has no name.</exception>
    let noMaximum (parameter: string) (limit: float) : Result<'model, Degeneracy> =
        Families.Estimate.None<'model>(parameter, limit) |> Outcome.toResult

    /// <summary>
    /// EM for any model, from its two steps, as a lazy sequence, endless unless an M-step fails; element 0 is the start. The
    /// E-step gives what is expected of the hidden variables, and ℓ(θ); the M-step the likeliest θ for that, or why there is none.
    /// (<see cref="noMaximum"/>). Before them come the number of observations, and θ as numbers, in whose units changes of parameters are measured.
    /// </summary>
    /// <exception cref="T:System.ArgumentException">
    /// There is not a positive number of observations; when an element is pulled: ℓ is not a finite number.
    /// </exception>
    let iterateModel
        (totalWeight: float)
        (parameters: 'model -> #seq<float>)
        (eStep: 'model -> 'expectation * float)
        (mStep: 'expectation -> Result<'model, Degeneracy>)
        (start: 'model)
        : seq<EmIteration<'model>> =
        let expect model =
            let expectation, logLikelihood = eStep model
            struct (expectation, logLikelihood)

        Em.Iterate(start, expect, mStep >> Outcome.ofResult, (fun model -> parameters model :> seq<float>), totalWeight)

    /// <summary>The elements up to and including the first at which the rule is met. Lazy.</summary>
    let takeUntilConverged (rule: Convergence) (history: seq<'iteration>) =
        TakeUntilConvergedOperator.TakeUntilConverged(history, rule)

    /// <summary>The same sequence, computing each element at most once. Lazy.</summary>
    let memoize (history: seq<'iteration>) = MemoizeOperator.Memoize history
