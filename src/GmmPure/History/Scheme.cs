namespace GmmPure;

/// <summary>What the algorithms here have in common: θ₀, θ₁ = M(E(θ₀)), θ₂ = M(E(θ₁)), … with each θ's own expectation.</summary>
internal static class Scheme
{
    /// <summary>
    /// The sequence that two steps unfold into: lazy, one E-step and one M-step for each element that is pulled, endless unless
    /// an M-step fails, whose element then is the last.
    /// </summary>
    /// <param name="start">θ₀.</param>
    /// <param name="expect">The E-step.</param>
    /// <param name="maximise">The M-step, from a model and its expectation.</param>
    /// <param name="element">The element of an index, a model, its expectation and its status.</param>
    public static IEnumerable<TIteration> Unfold<TModel, TExpectation, TIteration>(
        TModel start,
        Func<TModel, TExpectation> expect,
        Func<TModel, TExpectation, Outcome<TModel, Degeneracy>> maximise,
        Func<int, TModel, TExpectation, Status, TIteration> element)
        where TModel : notnull
    {
        var model = start;
        for (int index = 0; ; index++)
        {
            var expected = expect(model);
            bool goesOn = maximise(model, expected).TryGet(out var next, out var cause);
            yield return element(index, model, expected, goesOn ? new Running() : new Degenerate(cause!));
            if (!goesOn)
            {
                yield break;
            }

            model = next!;
        }
    }
}
