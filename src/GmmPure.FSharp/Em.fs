namespace GmmPure.FSharp

open GmmPure

/// <summary>
/// Expectation–maximisation of Gaussian mixtures: two pure functions and the lazy sequence that they unfold into. Covariances are
/// full, EM is plain and options the default; the functions that end in <c>With</c> take structure, variant and options first.
/// For mixtures of other families <see cref="T:GmmPure.FSharp.Mixture"/> has functions of the same names.
/// </summary>
[<RequireQualifiedAccess>]
module Em =

    /// <summary>The E-step of a variant with options: the responsibilities (N×K), and the variant's objective in nats.</summary>
    /// <exception cref="T:System.ArgumentException">The columns or labels do not fit.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">A row is too far from every component, or from the one of its label.</exception>
    [<CompiledName("EStepWith")>]
    let eStepWith
        (variant: EmVariant)
        (options: EmOptions)
        (mixture: GaussianMixture)
        (data: Dataset)
        : Responsibilities * float =
        let result = Em.EStep(data, mixture, variant, options)
        result.Responsibilities, result.LogLikelihood

    /// <summary>The E-step: the responsibilities (N×K), and the log-likelihood in nats.</summary>
    /// <exception cref="T:System.ArgumentException">The columns do not fit.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">A row is too far from every component for its density to have a logarithm.</exception>
    [<CompiledName("EStep")>]
    let eStep mixture data =
        eStepWith EmVariant.Plain EmOptions.Default mixture data

    /// <summary>The M-step for a structure with options: the next mixture, or how a component degenerated.</summary>
    /// <exception cref="T:System.ArgumentException">The numbers of rows differ.</exception>
    [<CompiledName("MStepWith")>]
    let mStepWith
        (structure: CovarianceStructure)
        (options: EmOptions)
        (responsibilities: Responsibilities)
        (data: Dataset)
        =
        Em.MStep(data, responsibilities, structure, options) |> Outcome.toResult

    /// <summary>The M-step for full covariances: the next mixture, or how a component degenerated.</summary>
    /// <exception cref="T:System.ArgumentException">The numbers of rows differ.</exception>
    [<CompiledName("MStep")>]
    let mStep responsibilities data =
        mStepWith CovarianceStructure.Full EmOptions.Default responsibilities data

    /// <summary>The new weights alone (K), π_k = N_k/N.</summary>
    /// <exception cref="T:System.ArgumentException">The numbers of rows differ.</exception>
    [<CompiledName("UpdateWeights")>]
    let updateWeights (responsibilities: Responsibilities) (data: Dataset) =
        Em.UpdateWeights(data, responsibilities)

    /// <summary>The new means alone (K×D), or the first component that is empty.</summary>
    /// <exception cref="T:System.ArgumentException">The numbers of rows differ.</exception>
    [<CompiledName("UpdateMeans")>]
    let updateMeans (responsibilities: Responsibilities) (data: Dataset) =
        Em.UpdateMeans(data, responsibilities) |> Outcome.toResult

    /// <summary>The new covariances (K) about given means (K×D) alone, for a structure with options, or the first that is singular.</summary>
    /// <exception cref="T:System.ArgumentException">A shape does not fit.</exception>
    [<CompiledName("UpdateCovariancesWith")>]
    let updateCovariancesWith
        (structure: CovarianceStructure)
        (options: EmOptions)
        (means: Table)
        (responsibilities: Responsibilities)
        (data: Dataset)
        =
        Em.UpdateCovariances(data, responsibilities, means, structure, options)
        |> Outcome.toResult

    /// <summary>The new full covariances (K) about given means (K×D) alone, or the first that is singular.</summary>
    /// <exception cref="T:System.ArgumentException">A shape does not fit.</exception>
    [<CompiledName("UpdateCovariances")>]
    let updateCovariances means responsibilities data =
        updateCovariancesWith CovarianceStructure.Full EmOptions.Default means responsibilities data

    /// <summary>One iteration of a variant with options, M(E(θ)): the next mixture, or how a component degenerated.</summary>
    /// <exception cref="T:System.ArgumentException">The columns or labels do not fit.</exception>
    [<CompiledName("StepWith")>]
    let stepWith (variant: EmVariant) (options: EmOptions) (mixture: GaussianMixture) (data: Dataset) =
        Em.Step(data, mixture, variant, options) |> Outcome.toResult

    /// <summary>One iteration, M(E(θ)): the next mixture, or how a component degenerated.</summary>
    /// <exception cref="T:System.ArgumentException">The columns do not fit.</exception>
    [<CompiledName("Step")>]
    let step mixture data =
        stepWith EmVariant.Plain EmOptions.Default mixture data

    /// <summary>The iterations of a variant with options as a lazy, endless sequence; element 0 is the start.</summary>
    /// <exception cref="T:System.ArgumentException">The columns or labels do not fit.</exception>
    [<CompiledName("IterateWith")>]
    let iterateWith
        (variant: EmVariant)
        (options: EmOptions)
        (start: GaussianMixture)
        (data: Dataset)
        : seq<Iteration<GaussianMixture>> =
        Em.Iterate(data, start, variant, options)

    /// <summary>The iterations as a lazy, endless sequence; element 0 is the start.</summary>
    /// <exception cref="T:System.ArgumentException">The columns do not fit.</exception>
    [<CompiledName("Iterate")>]
    let iterate start data =
        iterateWith EmVariant.Plain EmOptions.Default start data

    /// <summary>One iteration of a variant with options as a value, θ → M(E(θ)), with the expectation between its steps.</summary>
    /// <exception cref="T:System.ArgumentException">When a step is made: the columns or labels do not fit.</exception>
    [<CompiledName("MapWith")>]
    let mapWith (variant: EmVariant) (options: EmOptions) (data: Dataset) = Em.Map(data, variant, options)

    /// <summary>One iteration as a value, θ → M(E(θ)), with the expectation between its steps.</summary>
    /// <exception cref="T:System.ArgumentException">When a step is made: the columns do not fit.</exception>
    [<CompiledName("Map")>]
    let map data =
        mapWith EmVariant.Plain EmOptions.Default data

    /// <summary>
    /// What a part of the data says of θ, about a reference (K×D), with options. Neighbouring parts merge; leaves of rows are
    /// numbered through all parts, this one's from the number given.
    /// </summary>
    /// <exception cref="T:System.ArgumentException">The columns do not fit, the reference is not K×D, or the leaf is negative or too large.</exception>
    [<CompiledName("PassWith")>]
    let passWith
        (options: EmOptions)
        (reference: Table)
        (firstLeaf: int64)
        (mixture: GaussianMixture)
        (data: Dataset)
        : Expectation =
        Em.Pass(data, mixture, options, reference, firstLeaf)

    /// <summary>
    /// What rows say of θ, wherever they lie, about a reference (K×D), with options: the same as of a data set of them, leaves being
    /// numbered from the number given.
    /// </summary>
    /// <exception cref="T:System.ArgumentException">
    /// The columns or labels do not fit, the reference is not K×D, the leaf is negative or too large, or a row is none that a data
    /// set could hold.
    /// </exception>
    [<CompiledName("PassOver")>]
    let passOver
        (options: EmOptions)
        (reference: Table)
        (firstLeaf: int64)
        (mixture: GaussianMixture)
        (rows: IRowSource)
        : Expectation =
        Em.Pass(rows, mixture, reference, options, firstLeaf)

    /// <summary>What the data say of θ: the log-likelihood in nats, and the sufficient statistics.</summary>
    /// <exception cref="T:System.ArgumentException">The columns do not fit.</exception>
    [<CompiledName("Pass")>]
    let pass (mixture: GaussianMixture) (data: Dataset) : Expectation = Em.Pass(data, mixture)

    /// <summary>
    /// One iteration as a value with options, whatever makes the passes over the data: from a mixture and a reference (K×D) the
    /// engine gives the expectation of them all.
    /// </summary>
    /// <exception cref="T:System.ArgumentException">When a step is made: the engine does not give what it was asked for.</exception>
    [<CompiledName("MapOnWith")>]
    let mapOnWith (options: EmOptions) (engine: GaussianMixture -> Table -> Expectation) (about: DataSummary) =
        Em.Map(about, Expect(fun mixture reference -> engine mixture reference), options)

    /// <summary>One iteration as a value, whatever makes the passes over the data.</summary>
    /// <exception cref="T:System.ArgumentException">When a step is made: the engine does not give what it was asked for.</exception>
    [<CompiledName("MapOn")>]
    let mapOn engine about =
        mapOnWith EmOptions.Default engine about

    /// <summary>The iterations with options as a lazy, endless sequence, whatever makes the passes over the data.</summary>
    /// <exception cref="T:System.ArgumentException">The columns do not fit; when an element is pulled: the engine does not give what it was asked for.</exception>
    [<CompiledName("IterateOnWith")>]
    let iterateOnWith
        (options: EmOptions)
        (engine: GaussianMixture -> Table -> Expectation)
        (start: GaussianMixture)
        (about: DataSummary)
        : seq<Iteration<GaussianMixture>> =
        Em.Iterate(about, start, Expect(fun mixture reference -> engine mixture reference), options)

    /// <summary>The iterations as a lazy, endless sequence, whatever makes the passes over the data.</summary>
    /// <exception cref="T:System.ArgumentException">The columns do not fit; when an element is pulled: the engine does not give what it was asked for.</exception>
    [<CompiledName("IterateOn")>]
    let iterateOn engine start about =
        iterateOnWith EmOptions.Default engine start about

    /// <summary>
    /// EM for any model, from its two steps, as a lazy sequence, endless unless an M-step fails; element 0 is the start. The
    /// E-step gives what is expected of the hidden variables, and ℓ(θ); the M-step the likeliest θ for that, or why there is none
    /// (<see cref="T:GmmPure.FSharp.Degeneracy"/>). Before them come the number of observations, and θ as numbers, in whose units changes of parameters are measured.
    /// </summary>
    /// <exception cref="T:System.ArgumentException">
    /// There is not a positive number of observations; when an element is pulled: ℓ is not a finite number.
    /// </exception>
    [<CompiledName("IterateModel")>]
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

    /// <summary>
    /// EM for any model, from its map, as a lazy sequence, endless unless an M-step fails; element 0 is the start. Before the map
    /// comes θ as numbers, in whose units changes of parameters are measured.
    /// </summary>
    /// <exception cref="T:System.ArgumentException">When an element is pulled: the objective is not a finite number.</exception>
    [<CompiledName("IterateMap")>]
    let iterateMap
        (parameters: 'model -> #seq<float>)
        (map: EmMap<'model, 'expectation>)
        (start: 'model)
        : seq<EmIteration<'model>> =
        Em.Iterate(start, map, (fun model -> parameters model :> seq<float>))

    /// <summary>The elements up to and including the first at which the rule is met. Lazy.</summary>
    [<CompiledName("TakeUntilConverged")>]
    let takeUntilConverged (rule: Convergence) (history: seq<'iteration>) =
        TakeUntilConvergedOperator.TakeUntilConverged(history, rule)

    /// <summary>The same sequence, computing each element at most once. Lazy.</summary>
    [<CompiledName("Memoize")>]
    let memoize (history: seq<'iteration>) = MemoizeOperator.Memoize history
