namespace GmmPure.Reference;

/// <summary>The double core beside a certified trace.</summary>
public static class CoreDigits
{
    /// <summary>How far each element of the core's history is from the certified one.</summary>
    /// <exception cref="InvalidOperationException">The core's history ends elsewhere, or in another way.</exception>
    public static ImmutableArray<Apart> Errors(ReferenceTrace trace)
    {
        var problem = trace.Problem;
        var history = Em.Iterate(problem.Data, problem.Start, new EmOptions { Ridge = problem.Ridge });
        return [.. trace.Elements.Zip(history, (certified, own) => Error(certified, own, problem))];
    }

    /// <summary>−log₁₀ of a relative error: at most those of a double, 53·log₁₀ 2, and at least none.</summary>
    public static double Digits(double error) => Math.Clamp(-Math.Log10(error), 0, 53 * Math.Log10(2));

    private static Apart Error(ReferenceElement certified, Iteration<GaussianMixture> own, ReferenceProblem problem)
    {
        var end = (own.Status as Degenerate)?.Cause.Match(
            emptied => new TextbookDegeneracy(emptied.Component, null, IsEmptied: true),
            singular => new TextbookDegeneracy(singular.Component, singular.Column),
            _ => throw new InvalidOperationException("Gaussians degenerate in two ways only."),
            _ => throw new InvalidOperationException("Certified problems have no row that is out of reach."));
        return end == certified.Degeneracy
            ? Apart.Measure(
                certified.Model,
                certified.LogLikelihood,
                TextbookMixture<BigFloat<Bits128>>.From(own.Model),
                (BigFloat<Bits128>)own.LogLikelihood,
                problem.Data.TotalWeight)
            : throw new InvalidOperationException(FormattableString.Invariant(
                $"{problem.Name}, iteration {own.Index}: {own.Status}, certified is {certified.Degeneracy}."));
    }
}
