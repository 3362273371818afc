namespace GmmPure;

/// <summary>What the algorithms here have in common: θ₀, θ₁ = M(E(θ₀)), θ₂ = M(E(θ₁)), … with each θ's own objective.</summary>
internal static class Scheme
{
    /// <summary>
    /// The sequence that a map unfolds into: lazy, one E-step and one M-step for each element that is pulled, endless unless
    /// an M-step fails, whose element then is the last.
    /// </summary>
    /// <param name="map">The two steps.</param>
    /// <param name="start">θ₀.</param>
    /// <param name="element">The element of an index, a model, its expectation, its objective and its status.</param>
    public static IEnumerable<TIteration> Unfold<TModel, TExpectation, TIteration>(
        this EmMap<TModel, TExpectation> map,
        TModel start,
        Func<int, TModel, TExpectation, Objective, Status, TIteration> element)
        where TModel : notnull
    {
        var model = start;
        for (int index = 0; ; index++)
        {
            var expected = map.Expect(model);
            var objective = map.Objective(model, expected);
            bool goesOn = map.Maximise(model, expected).TryGet(out var next, out var cause);
            yield return element(
                index, model, expected, objective, goesOn ? new Running() : new Degenerate(cause!));
            if (!goesOn)
            {
                yield break;
            }

            model = next!;
        }
    }
}
