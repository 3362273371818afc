namespace GmmPure.FSharp

open GmmPure

/// <summary>Data sets: N observations of D numbers.</summary>
[<RequireQualifiedAccess>]
module Dataset =

    /// <summary>A data set from rows of equal length.</summary>
    /// <exception cref="T:System.ArgumentException">The rows differ in length, or a value is not finite or too extreme.</exception>
    [<CompiledName("OfRows")>]
    let ofRows (rows: seq<#seq<float>>) =
        rows |> Seq.map (fun row -> row :> seq<float>) |> Dataset.FromRows

    /// <summary>A data set from rows, or why they are not one.</summary>
    [<CompiledName("TryOfRows")>]
    let tryOfRows (rows: seq<#seq<float>>) =
        rows
        |> Seq.map (fun row -> row :> seq<float>)
        |> Dataset.TryFromRows
        |> Outcome.toResult

    /// <summary>A data set of one column.</summary>
    /// <exception cref="T:System.ArgumentException">There is no value, or one is not finite or too extreme.</exception>
    [<CompiledName("OfValues")>]
    let ofValues (values: seq<float>) = Dataset.FromValues values

    /// <summary>A data set of one column, or why the values are not one.</summary>
    [<CompiledName("TryOfValues")>]
    let tryOfValues (values: seq<float>) =
        Dataset.TryFromValues values |> Outcome.toResult

    /// <summary>A data set from an N×D array.</summary>
    /// <exception cref="T:System.ArgumentException">A value is not finite or too extreme.</exception>
    [<CompiledName("OfArray2D")>]
    let ofArray2D (values: float[,]) = Dataset.FromArray values

    /// <summary>A data set from an N×D array, or why it is not one.</summary>
    [<CompiledName("TryOfArray2D")>]
    let tryOfArray2D (values: float[,]) =
        Dataset.TryFromArray values |> Outcome.toResult

    /// <summary>A data set from rows of single precision, each number widened to the double of its value.</summary>
    /// <exception cref="T:System.ArgumentException">Rows differ in length, or a value is not finite or too extreme.</exception>
    [<CompiledName("OfSingles")>]
    let ofSingles (rows: seq<#seq<float32>>) =
        rows |> Seq.map (fun row -> row :> seq<float32>) |> Dataset.FromSingles

    /// <summary>A data set from rows of single precision, or why they are not one.</summary>
    [<CompiledName("TryOfSingles")>]
    let tryOfSingles (rows: seq<#seq<float32>>) =
        rows
        |> Seq.map (fun row -> row :> seq<float32>)
        |> Dataset.TryFromSingles
        |> Outcome.toResult

    /// <summary>A data set from a table (N×D).</summary>
    /// <exception cref="T:System.ArgumentException">A value is not finite or too extreme.</exception>
    [<CompiledName("OfTable")>]
    let ofTable (values: Table) = Dataset.FromTable values

    /// <summary>A data set from a table (N×D), or why it is not one.</summary>
    [<CompiledName("TryOfTable")>]
    let tryOfTable (values: Table) =
        Dataset.TryCreate values |> Outcome.toResult

    /// <summary>The same observations with a weight for each row.</summary>
    /// <exception cref="T:System.ArgumentException">There is not one weight for each row, or one is not valid.</exception>
    [<CompiledName("WithWeights")>]
    let withWeights (weights: seq<float>) (data: Dataset) = data.WithWeights weights

    /// <summary>Kish's effective number of rows, (Σw)²/Σw².</summary>
    [<CompiledName("EffectiveCount")>]
    let effectiveCount (data: Dataset) = data.EffectiveCount

    /// <summary>The same observations with weights in the same proportions that sum to something else.</summary>
    /// <exception cref="T:System.ArgumentOutOfRangeException">The sum is too small or too large for a data set.</exception>
    [<CompiledName("WithTotalWeight")>]
    let withTotalWeight (total: float) (data: Dataset) = data.WithTotalWeight total

    /// <summary>The same observations, of which some are known to belong to components (None where a row is not): EM keeps them there.</summary>
    /// <exception cref="T:System.ArgumentException">There is not one label for each row, or one is negative.</exception>
    [<CompiledName("WithLabels")>]
    let withLabels (labels: seq<int option>) (data: Dataset) =
        data.WithLabels(labels |> Seq.map Option.toNullable)

    /// <summary>The same observations, of which none is known to belong to a component.</summary>
    [<CompiledName("WithoutLabels")>]
    let withoutLabels (data: Dataset) = data.WithoutLabels()

    /// <summary>The same observations with names for the columns.</summary>
    /// <exception cref="T:System.ArgumentException">There is not one distinct name for each column.</exception>
    [<CompiledName("WithColumnNames")>]
    let withColumnNames (names: seq<string>) (data: Dataset) = data.WithColumnNames names

    /// <summary>Some of the columns, in the order given.</summary>
    /// <exception cref="T:System.ArgumentException">A column does not exist or is given twice.</exception>
    [<CompiledName("SelectColumns")>]
    let selectColumns (columns: seq<int>) (data: Dataset) = data.SelectColumns columns
