namespace GmmPure.FSharp

open GmmPure
open GmmPure.Families

/// <summary>Families of distributions: their estimators, and EM for their mixtures.</summary>
module Family =

    /// <summary>The maximum-likelihood estimate, or why the likelihood has no maximum.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    let estimate (family: IEstimator<'distribution>) (data: Dataset) =
        Estimate.Of(family, data) |> Outcome.toResult

    /// <summary>The first value outside a family's support, if there is one.</summary>
    /// <exception cref="T:System.ArgumentException">The data have not as many columns as the family takes.</exception>
    let tryFindOutside (family: IEstimator<'distribution>) (data: Dataset) =
        SupportFault.Find(family, data) |> Option.ofObj

    /// <summary>A mixture of a family from pairs of a weight and a component.</summary>
    /// <exception cref="T:System.ArgumentException">The weights do not sum to 1, or components are of unlike dimension.</exception>
    let mixture (family: IFamily<'distribution>) (components: seq<float * 'distribution>) =
        let weights, distributions = components |> Seq.toList |> List.unzip
        Mixture.Of(family, weights, distributions)

    /// <summary>The same mixture with these names for its columns: data with other names are refused.</summary>
    /// <exception cref="T:System.ArgumentException">There is not one distinct name for each column.</exception>
    let withColumnNames (names: seq<string>) (mixture: Mixture<'distribution>) = mixture.WithColumnNames names

    /// <summary>A start from k-means++ and k-means, whose clusters count half.</summary>
    /// <exception cref="T:System.ArgumentException">The data are outside the support, have fewer distinct rows than components, or no estimate.</exception>
    let kMeansPlusPlus (family: IFamily<'distribution>) (components: int) (seed: int64) (data: Dataset) =
        GmmPure.Initial.KMeansPlusPlus(data, family, components, seed)

    /// <summary>A start from random responsibilities.</summary>
    /// <exception cref="T:System.ArgumentException">The data are outside the support, have fewer distinct rows than components, or no estimate.</exception>
    let random (family: IFamily<'distribution>) (components: int) (seed: int64) (data: Dataset) =
        GmmPure.Initial.Random(data, family, components, seed)

    /// <summary>The E-step: the responsibilities, and the log-likelihood in nats.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">A row is impossible under every component.</exception>
    let eStep (mixture: Mixture<'distribution>) (data: Dataset) : Responsibilities * float =
        let result = GmmPure.Em.EStep(data, mixture)
        result.Responsibilities, result.LogLikelihood

    /// <summary>The M-step for a family: the next mixture, or how a component degenerated.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or a shape does not fit.</exception>
    let mStep (family: IFamily<'distribution>) (responsibilities: Responsibilities) (data: Dataset) =
        GmmPure.Em.MStep(data, responsibilities, family) |> Outcome.toResult

    /// <summary>One iteration, M(E(θ)): the next mixture, or how a component degenerated.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">A row is impossible under every component.</exception>
    let step (mixture: Mixture<'distribution>) (data: Dataset) =
        GmmPure.Em.Step(data, mixture) |> Outcome.toResult

    /// <summary>The iterations as a lazy, endless sequence; element 0 is the start.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns do not fit.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">When an element is pulled: a row is impossible under every component.</exception>
    let iterate (start: Mixture<'distribution>) (data: Dataset) : seq<Iteration<Mixture<'distribution>>> =
        GmmPure.Em.Iterate(data, start)

    /// <summary>Independent draws, with the component of each.</summary>
    /// <exception cref="T:System.ArgumentException">The count is not positive, or the draws are too extreme for a data set.</exception>
    /// <exception cref="T:System.NotSupportedException">The family is no ISampler.</exception>
    let sample (seed: int64) (count: int) (mixture: Mixture<'distribution>) = mixture.Sample(count, seed)

    /// <summary>Independent draws as a lazy, endless sequence, whose first are those of <c>sample</c>.</summary>
    /// <exception cref="T:System.NotSupportedException">The family is no ISampler.</exception>
    let draws (seed: int64) (mixture: Mixture<'distribution>) : seq<Draw> = mixture.Draws seed

    /// <summary>A start from labels (None where one is not known), whose order it keeps; of complete labels the maximum likelihood.</summary>
    /// <exception cref="T:System.ArgumentException">There is not one label a row, none is known, or a component degenerates.</exception>
    let ofLabels (family: IFamily<'distribution>) (labels: seq<int option>) (data: Dataset) =
        GmmPure.Initial.FromLabels(data, family, labels |> Seq.map Option.toNullable)

    /// <summary>The iterations of a variant of EM (hard, with labels, with fixed weights) as a lazy, endless sequence.</summary>
    /// <exception cref="T:System.ArgumentException">A value is outside the family's support, or the columns or labels do not fit.</exception>
    /// <exception cref="T:GmmPure.UnreachableRowException">When an element is pulled: a row is impossible under every component.</exception>
    let iterateVariant
        (variant: EmVariant)
        (start: Mixture<'distribution>)
        (data: Dataset)
        : seq<Iteration<Mixture<'distribution>>> =
        GmmPure.Em.Iterate(data, start, variant)
