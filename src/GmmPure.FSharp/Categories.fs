namespace GmmPure.FSharp

open GmmPure
open GmmPure.Families

/// <summary>The values that a column of categories takes.</summary>
[<RequireQualifiedAccess>]
module Categories =

    /// <summary>Categories that are ascending whole numbers (L), or what is wrong with the numbers.</summary>
    [<CompiledName("TryCreate")>]
    let tryCreate (values: seq<float>) =
        Categories.TryOf values |> Outcome.toResult

    /// <summary>Categories that are ascending whole numbers (L).</summary>
    /// <exception cref="T:System.ArgumentException">There is none or there are too many, one is not whole, or they do not ascend.</exception>
    [<CompiledName("Create")>]
    let create (values: seq<float>) = Categories.Of values

    /// <summary>Categories that are words (L), numbered from 0 in this order; or what is wrong with the words.</summary>
    [<CompiledName("TryNamed")>]
    let tryNamed (words: seq<string>) =
        Categories.TryNamed words |> Outcome.toResult

    /// <summary>Categories that are words (L), numbered from 0 in this order.</summary>
    /// <exception cref="T:System.ArgumentException">There is none or there are too many, one stands twice, or is not Unicode text.</exception>
    [<CompiledName("Named")>]
    let named (words: seq<string>) = Categories.Named words

    /// <summary>The categories that some data have in every column (D), or the first value that is none.</summary>
    [<CompiledName("TrySeenIn")>]
    let trySeenIn (data: Dataset) =
        Categories.TrySeenIn data |> Outcome.toResult

    /// <summary>The categories that some data have in every column (D).</summary>
    /// <exception cref="T:System.ArgumentException">A value is not whole, or a column has too many different ones.</exception>
    [<CompiledName("SeenIn")>]
    let seenIn (data: Dataset) = Categories.SeenIn data
