namespace GmmPure;

/// <summary>What is too little to count.</summary>
internal static class Negligible
{
    /// <summary>2⁻⁵²: a row or a component that has no larger share of the total weight counts for nothing.</summary>
    public const double Share = 2.220446049250313E-16;
}
