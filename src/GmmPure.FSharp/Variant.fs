namespace GmmPure.FSharp

open GmmPure

/// <summary>What is different from plain EM: <c>Variant.plain |> Variant.hard |> Variant.keepWeights</c>.</summary>
[<RequireQualifiedAccess>]
module Variant =

    /// <summary>Nothing.</summary>
    [<CompiledName("Plain")>]
    let plain = EmVariant.Plain

    /// <summary>The same where every row belongs to one component, its most probable: Σ w·max ln π_k·p_k(x) is climbed, in nats.</summary>
    [<CompiledName("Hard")>]
    let hard (variant: EmVariant) =
        EmVariant(IsHard = true, KeepsWeights = variant.KeepsWeights)

    /// <summary>The same where the mixing weights π stay as they are.</summary>
    [<CompiledName("KeepWeights")>]
    let keepWeights (variant: EmVariant) =
        EmVariant(IsHard = variant.IsHard, KeepsWeights = true)
