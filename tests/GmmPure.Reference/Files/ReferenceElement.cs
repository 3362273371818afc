namespace GmmPure.Reference;

/// <summary>One certified element of a history, to 30 digits.</summary>
/// <param name="Index">t.</param>
/// <param name="LogLikelihood">ℓ(θ_t).</param>
/// <param name="EffectiveCounts">N_k under θ_t.</param>
/// <param name="Model">θ_t.</param>
/// <param name="Degeneracy">How the history ends here; null if it does not.</param>
/// <param name="Sensitivity">How well it can be known.</param>
public sealed record ReferenceElement(
    int Index,
    BigFloat<Bits128> LogLikelihood,
    ImmutableArray<BigFloat<Bits128>> EffectiveCounts,
    TextbookMixture<BigFloat<Bits128>> Model,
    TextbookDegeneracy? Degeneracy,
    Sensitivity Sensitivity);
