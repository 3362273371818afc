namespace GmmPure;

/// <summary>What is too little to count.</summary>
internal static class Negligible
{
    /// <summary>2⁻⁵²: a row or a component that has no larger share of the total weight counts for nothing.</summary>
    public const double Share = 2.220446049250313E-16;

    /// <summary>2⁻⁴⁰: so small a share of what is added up in a sum over the data is taken for rounding.</summary>
    public const double Rounding = 9.094947017729282E-13;
}
