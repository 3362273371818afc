using GmmPure.Pictures.Panels;

namespace GmmPure.Pictures;

/// <summary>The course of a fit: the log-likelihood, the weights and the means against the iteration.</summary>
public static class CoursePicture
{
    /// <summary>The most iterations that a line shows; the steps that fell are shown whatever their number.</summary>
    public const int MostIterations = 500;

    /// <summary>
    /// The picture of a history. A step whose log-likelihood is below the one before it (by more than rounding can explain) is
    /// marked.
    /// </summary>
    /// <param name="history">One or more moments, in their order.</param>
    /// <param name="title">What to write above it.</param>
    /// <exception cref="ArgumentException">There are no moments.</exception>
    public static Drawing Of(IEnumerable<Snapshot> history, string title = "")
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(title);
        ImmutableArray<Snapshot> moments = [.. history];
        return moments.IsEmpty
            ? throw new ArgumentException("There is no moment to draw.", nameof(history))
            : CoursePage.Of(moments, title);
    }

    /// <summary>The indices of the moments whose log-likelihood fell.</summary>
    /// <param name="history">The moments, in their order.</param>
    public static ImmutableArray<int> Fallen(IEnumerable<Snapshot> history)
    {
        ArgumentNullException.ThrowIfNull(history);
        ImmutableArray<Snapshot> moments = [.. history];
        return
        [
            .. moments.Zip(moments.Skip(1))
                .Where(pair => pair.First.LogLikelihood - pair.Second.LogLikelihood > Rounding * Math.Abs(pair.First.LogLikelihood))
                .Select(pair => pair.Second.Index),
        ];
    }

    /// <summary>2⁻⁴⁰: how much of a sum's size rounding may be.</summary>
    private const double Rounding = 9.094947017729282E-13;
}
