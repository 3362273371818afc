namespace GmmPure.Cli.Models;

/// <summary>
/// Components that are nearly the same: EM leaves such a point only slowly, and may be taken to have converged before they
/// part.
/// </summary>
internal static class Twins
{
    /// <summary>In standard deviations of what one observation tells.</summary>
    public const double Near = 0.25;

    /// <summary>The first two that are near, if there are any.</summary>
    public static (int One, int Other)? In(int components, Func<int, int, bool> areNear)
    {
        for (int other = 1; other < components; other++)
        {
            for (int one = 0; one < other; one++)
            {
                if (areNear(one, other))
                {
                    return (one, other);
                }
            }
        }

        return null;
    }
}
