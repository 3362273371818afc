namespace GmmPure;

/// <summary>By what models are compared; of each, lower is better.</summary>
public enum Criterion
{
    /// <summary>Schwarz's criterion, −2ℓ + p·ln N.</summary>
    Bic,

    /// <summary>Akaike's criterion, −2ℓ + 2p.</summary>
    Aic,

    /// <summary>The integrated completed likelihood, BIC − 2·Σ w·ln max r.</summary>
    Icl,
}
