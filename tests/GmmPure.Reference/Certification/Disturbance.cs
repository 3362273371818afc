namespace GmmPure.Reference;

/// <summary>How far a history moves when its parameters are rounded to doubles on the way, measured in high precision.</summary>
internal static class Disturbance
{
    /// <summary>How many patterns of signs; the worst of them counts.</summary>
    public const int Patterns = 3;

    /// <summary>The sensitivity of each element of a history.</summary>
    /// <exception cref="CertificationException">A rounding would change where or how the history ends.</exception>
    public static ImmutableArray<Sensitivity> Of<T>(
        ReferenceProblem problem, TextbookData<T> data, ImmutableArray<TextbookIteration<T>> exact)
        where T : IExponentialFunctions<T>, ILogarithmicFunctions<T>, IComparisonOperators<T, T, bool>
    {
        var starts = Worst(isEachStep: false);
        var steps = Worst(isEachStep: true);
        return [.. starts.Zip(steps, (start, step) => new Sensitivity(start, step))];

        ImmutableArray<Apart> Worst(bool isEachStep) => Enumerable.Range(0, Patterns)
            .Select(pattern => Distances(problem, data, exact, new Roundings(pattern), isEachStep))
            .Aggregate((left, right) => [.. left.Zip(right, Apart.Larger)]);
    }

    private static ImmutableArray<Apart> Distances<T>(
        ReferenceProblem problem,
        TextbookData<T> data,
        ImmutableArray<TextbookIteration<T>> exact,
        Roundings roundings,
        bool isEachStep)
        where T : IExponentialFunctions<T>, ILogarithmicFunctions<T>, IComparisonOperators<T, T, bool>
    {
        var distances = ImmutableArray.CreateBuilder<Apart>(exact.Length);
        var θ = exact[0].Model;
        foreach (var element in exact)
        {
            θ = isEachStep || element.Index == 0 ? roundings.Move(θ, element.Index) : θ;
            var (r, logLikelihood) = Equations<T>.EStep(data, θ);
            distances.Add(Apart.Measure(element.Model, element.LogLikelihood, θ, logLikelihood, problem.Data.TotalWeight));
            var next = Equations<T>.MStep(data, r, θ.Structure, problem.Ridge);
            var end = next.Match<TextbookDegeneracy?>(_ => null, cause => cause);
            if (end != element.Degeneracy)
            {
                throw new CertificationException(FormattableString.Invariant(
                    $"{problem.Name}, iteration {element.Index}: a rounding of the parameters makes {end} of {element.Degeneracy}."));
            }

            θ = next.Or(_ => θ);
        }

        return distances.ToImmutable();
    }
}
