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

    /// <summary>The same mixture with these names for its columns (D).</summary>
    /// <exception cref="T:System.ArgumentException">There is not one distinct name for each column.</exception>
    [<CompiledName("WithColumnNames")>]
    let withColumnNames (names: seq<string>) (mixture: IMixture) = mixture.WithColumnNames names

    /// <summary>The E-step of a variant: the responsibilities (N×K), and the variant's objective in nats.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns or labels do not fit.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">A row is impossible under every component, or the one of its label.</exception>
    [<CompiledName("EStepWith")>]
    let eStepWith (variant: EmVariant) (mixture: IMixture) (data: Dataset) : Responsibilities * float =
        let result = GmmPure.Em.EStep(data, mixture, variant)
        result.Responsibilities, result.LogLikelihood

    /// <summary>The E-step: the responsibilities (N×K), and the log-likelihood in nats.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">A row is impossible under every component.</exception>
    [<CompiledName("EStep")>]
    let eStep mixture data = eStepWith EmVariant.Plain mixture data

    /// <summary>The iterations of a variant with options as a lazy, endless sequence; element 0 is the start.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, the columns or labels do not fit, or there is a ridge but no covariance.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">When an element is pulled: a row is impossible under every component, or the one of its label.</exception>
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
    /// <exception cref="T:GmmPure.UnreachableRowException">When an element is pulled: a row is impossible under every component.</exception>
    [<CompiledName("Iterate")>]
    let iterate start data =
        iterateWith EmVariant.Plain EmOptions.Default start data

    /// <summary>ln p(x) of every row of the data (N), in nats.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    [<CompiledName("LogDensities")>]
    let logDensities (mixture: IMixture) (data: Dataset) = mixture.LogDensities data

    /// <summary>ℓ(θ): the total log-likelihood of the data, in nats.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">A row is impossible under every component.</exception>
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
