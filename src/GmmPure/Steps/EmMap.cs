namespace GmmPure;

/// <summary>
/// One iteration of EM as a value, θ → M(E(θ)): its two steps, and the objective that the first gives. What a sequence unfolds, and
/// what an algorithm that goes about it in another way can wrap. The functions must be pure.
/// </summary>
/// <typeparam name="TModel">θ: the parameters, as a value.</typeparam>
/// <typeparam name="TExpectation">What the M-step needs to know of the hidden variables.</typeparam>
/// <param name="Expect">The E-step: what is expected of the hidden variables, given the data and θ.</param>
/// <param name="Objective">The objective at θ, from what its E-step gave.</param>
/// <param name="Maximise">The M-step: the next θ from this one and its expectation, or why there is none.</param>
public sealed record EmMap<TModel, TExpectation>(
    Func<TModel, TExpectation> Expect,
    Func<TModel, TExpectation, Objective> Objective,
    Func<TModel, TExpectation, Outcome<TModel, Degeneracy>> Maximise)
    where TModel : notnull
{
    /// <summary>The E-step.</summary>
    public Func<TModel, TExpectation> Expect { get; init => field = Given.Value(value); } = Given.Value(Expect);

    /// <summary>The objective.</summary>
    public Func<TModel, TExpectation, Objective> Objective { get; init => field = Given.Value(value); } = Given.Value(Objective);

    /// <summary>The M-step.</summary>
    public Func<TModel, TExpectation, Outcome<TModel, Degeneracy>> Maximise { get; init => field = Given.Value(value); } =
        Given.Value(Maximise);

    /// <summary>One iteration, M(E(θ)).</summary>
    /// <param name="model">θ.</param>
    public Outcome<TModel, Degeneracy> Step(TModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Maximise(model, Expect(model)) ?? throw new ArgumentException("The M-step gave null.", nameof(model));
    }
}
