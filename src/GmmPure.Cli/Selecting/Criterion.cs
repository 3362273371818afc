namespace GmmPure.Cli.Selecting;

/// <summary>By what models are compared; of each, lower is better.</summary>
internal enum Criterion
{
    /// <summary>Schwarz's.</summary>
    Bic,

    /// <summary>Akaike's.</summary>
    Aic,

    /// <summary>The integrated completed likelihood.</summary>
    Icl,
}
