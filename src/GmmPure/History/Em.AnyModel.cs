namespace GmmPure;

/// <content>The scheme itself, for any model with something hidden in it.</content>
public static partial class Em
{
    /// <summary>
    /// EM for any model, from its two steps, as a lazy sequence: endless, unless an M-step fails, whose element then is the last.
    /// Element 0 is the start, element t pairs θ_t with ℓ(θ_t). Each element that is pulled takes one E-step and one M-step.
    /// The operators of the other sequences work on this one too.
    /// </summary>
    /// <remarks>
    /// The steps must be pure. The objective never falls if the M-step's model is at least as good as the old one for what the
    /// E-step expects; it need not be the best (generalised EM). For the maximum of a posterior, the M-step maximises with the
    /// prior, and the E-step adds the prior's logarithm to ℓ.
    /// </remarks>
    /// <typeparam name="TModel">θ: the parameters, as a value.</typeparam>
    /// <typeparam name="TExpectation">What the M-step needs to know of the hidden variables.</typeparam>
    /// <param name="start">θ₀.</param>
    /// <param name="eStep">
    /// What is expected of the hidden variables, given the data and θ, and ℓ(θ), the total log-likelihood of what was observed,
    /// in nats.
    /// </param>
    /// <param name="mStep">
    /// The θ that is likeliest for such an expectation (<see cref="Outcome.Of"/>), or why there is none
    /// (<see cref="Families.Estimate.None"/>).
    /// </param>
    /// <param name="parameters">θ as numbers, in the units in which <see cref="Convergence.ParameterChange"/> is to measure them.</param>
    /// <param name="totalWeight">N: how many observations there are, by which rules per sample divide.</param>
    /// <exception cref="ArgumentException">
    /// Something is null, or there is not a positive number of observations. When an element is pulled: ℓ is not a finite
    /// number, or a function gives nothing.
    /// </exception>
    public static IEnumerable<EmIteration<TModel>> Iterate<TModel, TExpectation>(
        TModel start,
        Func<TModel, (TExpectation Expectation, double LogLikelihood)> eStep,
        Func<TExpectation, Outcome<TModel, Degeneracy>> mStep,
        Func<TModel, IEnumerable<double>> parameters,
        double totalWeight)
        where TModel : notnull
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(eStep);
        ArgumentNullException.ThrowIfNull(mStep);
        ArgumentNullException.ThrowIfNull(parameters);
        if (!double.IsFinite(totalWeight) || totalWeight <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(totalWeight), totalWeight, "A number of observations is finite and positive.");
        }

        return Iterate(
            start,
            new EmMap<TModel, (TExpectation Expectation, double LogLikelihood)>(
                model => eStep(model) is var expected && double.IsFinite(expected.LogLikelihood)
                    ? expected
                    : throw new ArgumentException(
                        FormattableString.Invariant($"The log-likelihood of {model} is not a finite number."), nameof(eStep)),
                (_, expected) => Objective.Of(expected.LogLikelihood, ObjectiveKind.LogLikelihood, totalWeight),
                (_, expected) => mStep(expected.Expectation)
                    ?? throw new ArgumentException("The M-step gave null.", nameof(mStep))),
            parameters);
    }

    /// <summary>EM for any model, from its map, as a lazy sequence like the others.</summary>
    /// <typeparam name="TModel">θ: the parameters, as a value.</typeparam>
    /// <typeparam name="TExpectation">What the M-step needs to know of the hidden variables.</typeparam>
    /// <param name="start">θ₀.</param>
    /// <param name="map">The two steps and the objective.</param>
    /// <param name="parameters">θ as numbers, in the units in which <see cref="Convergence.ParameterChange"/> is to measure them.</param>
    /// <exception cref="ArgumentException">
    /// Something is null. When an element is pulled: the objective is neither a finite number nor −∞, or a function gives nothing.
    /// </exception>
    public static IEnumerable<EmIteration<TModel>> Iterate<TModel, TExpectation>(
        TModel start, EmMap<TModel, TExpectation> map, Func<TModel, IEnumerable<double>> parameters)
        where TModel : notnull
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(parameters);
        var demanding = map with
        {
            Expect = model => map.Expect(model) is { } expected
                ? expected
                : throw new ArgumentException("The E-step gave null.", nameof(map)),
            Objective = (model, expected) => map.Objective(model, expected) is { Value: < double.PositiveInfinity } objective
                ? objective
                : throw new ArgumentException(
                    FormattableString.Invariant($"The objective of {model} is neither a finite number nor −∞."), nameof(map)),
            Maximise = (model, expected) => map.Maximise(model, expected)
                ?? throw new ArgumentException("The M-step gave null.", nameof(map)),
        };
        return demanding.Unfold(start, (index, model, expected, objective, status) => new EmIteration<TModel>(
            index, model, Given.Each(parameters(model), nameof(parameters)), objective, status));
    }
}
