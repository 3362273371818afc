namespace GmmPure;

/// <summary>The operator <see cref="TakeUntilConverged"/>.</summary>
public static class TakeUntilConvergedOperator
{
    /// <summary>
    /// The elements up to and including the first at which the rule is met, whose status then is <see cref="Converged"/>;
    /// all of them, if it never is. Lazy.
    /// </summary>
    /// <param name="source">A sequence of iterations; bound it with <c>Take</c> if it may never converge.</param>
    /// <param name="rule">When to stop.</param>
    public static IEnumerable<TIteration> TakeUntilConverged<TIteration>(
        this IEnumerable<TIteration> source, Convergence rule)
        where TIteration : class, IIteration<TIteration>
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Taken(Given.Elements(source), rule);

        static IEnumerable<TIteration> Taken(IEnumerable<TIteration> source, Convergence rule)
        {
            TIteration? beforePrevious = null;
            TIteration? previous = null;
            foreach (var current in source)
            {
                if (current.Status is Running && rule.Judge(beforePrevious, previous, current) is { } converged)
                {
                    yield return current.WithStatus(converged);
                    yield break;
                }

                yield return current;
                (beforePrevious, previous) = (previous, current);
            }
        }
    }
}
