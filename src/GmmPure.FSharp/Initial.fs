namespace GmmPure.FSharp

open GmmPure

/// <summary>Where EM may start. Covariances are full; the functions that end in <c>With</c> take a structure.</summary>
module Initial =

    /// <summary>k-means++ and k-means on columns scaled to unit variance, with a covariance structure.</summary>
    /// <exception cref="T:System.ArgumentException">There are fewer distinct rows than components.</exception>
    let kMeansPlusPlusWith (structure: CovarianceStructure) (components: int) (seed: int64) (data: Dataset) =
        Initial.KMeansPlusPlus(data, components, seed, structure)

    /// <summary>k-means++ and k-means on columns scaled to unit variance.</summary>
    /// <exception cref="T:System.ArgumentException">There are fewer distinct rows than components.</exception>
    let kMeansPlusPlus components seed data =
        kMeansPlusPlusWith CovarianceStructure.Full components seed data

    /// <summary>Random responsibilities, with a covariance structure.</summary>
    /// <exception cref="T:System.ArgumentException">There are fewer distinct rows than components.</exception>
    let randomWith (structure: CovarianceStructure) (components: int) (seed: int64) (data: Dataset) =
        Initial.Random(data, components, seed, structure)

    /// <summary>Random responsibilities.</summary>
    /// <exception cref="T:System.ArgumentException">There are fewer distinct rows than components.</exception>
    let random components seed data =
        randomWith CovarianceStructure.Full components seed data

    /// <summary>A component for each label, with a covariance structure; in canonical order.</summary>
    /// <exception cref="T:System.ArgumentException">The labels are not one a row, from 0 to K − 1, each in use.</exception>
    let ofLabelsWith (structure: CovarianceStructure) (labels: seq<int>) (data: Dataset) =
        Initial.FromLabels(data, labels, structure)

    /// <summary>A component for each label, then put into canonical order: component k need not be label k.</summary>
    /// <exception cref="T:System.ArgumentException">The labels are not one a row, from 0 to K − 1, each in use.</exception>
    let ofLabels labels data =
        ofLabelsWith CovarianceStructure.Full labels data

    /// <summary>A component for each label that is known to some rows, with a covariance structure; in the labels' order.</summary>
    /// <exception cref="T:System.ArgumentException">The labels are not one a row, from 0 to K − 1, each known to a row.</exception>
    let ofKnownLabelsWith (structure: CovarianceStructure) (labels: seq<int option>) (data: Dataset) =
        Initial.FromLabels(data, labels |> Seq.map Option.toNullable, structure)

    /// <summary>A component for each label that is known to some rows (None where it is not): component k is label k.</summary>
    /// <exception cref="T:System.ArgumentException">The labels are not one a row, from 0 to K − 1, each known to a row.</exception>
    let ofKnownLabels labels data =
        ofKnownLabelsWith CovarianceStructure.Full labels data

    /// <summary>The components that given responsibilities make, with a covariance structure.</summary>
    /// <exception cref="T:System.ArgumentException">The rows do not fit, or a component is responsible for nothing.</exception>
    let ofResponsibilitiesWith (structure: CovarianceStructure) (responsibilities: Responsibilities) (data: Dataset) =
        Initial.FromResponsibilities(data, responsibilities, structure)

    /// <summary>The components that given responsibilities make.</summary>
    /// <exception cref="T:System.ArgumentException">The rows do not fit, or a component is responsible for nothing.</exception>
    let ofResponsibilities responsibilities data =
        ofResponsibilitiesWith CovarianceStructure.Full responsibilities data
