namespace GmmPure.FSharp

open GmmPure

/// <summary>k-means, the hard limit of EM.</summary>
[<RequireQualifiedAccess>]
module Clustering =

    /// <summary>k-means from given centres, as a lazy, endless sequence; the objective is minus the inertia.</summary>
    /// <exception cref="T:System.ArgumentException">There is no centre, or the columns do not fit.</exception>
    [<CompiledName("KMeans")>]
    let kMeans (centres: Table) (data: Dataset) : seq<KMeansIteration> = Clustering.KMeans(data, centres)
