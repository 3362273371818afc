namespace GmmPure.Families;

/// <summary>
/// What a family answers to a question, refused at once where it is no answer. Families are written by others, and the message
/// names what came back; far from here it would be another exception.
/// </summary>
internal static class FamilyAnswer
{
    /// <summary>The support of one column.</summary>
    public static Support Support(IEstimator family, int column) => family.SupportOf(column)
        ?? throw Wrong(family, FormattableString.Invariant($"null as the support of column {column}"));

    /// <summary>The maximum of the likelihood.</summary>
    public static Outcome<TDistribution, Degeneracy> MaximumLikelihood<TDistribution>(IEstimator<TDistribution> family, Dataset data)
        where TDistribution : notnull, IEquatable<TDistribution> =>
        family.MaximumLikelihood(data) ?? throw Wrong(family, "null as the maximum of the likelihood");

    /// <summary>The components that the M-step makes (K), each of as many columns as the data.</summary>
    public static Outcome<ImmutableArray<TDistribution>, Degeneracy> MStep<TDistribution>(
        IFamily<TDistribution> family, Dataset data, Responsibilities responsibilities, ImmutableArray<TDistribution> previous)
        where TDistribution : notnull, IEquatable<TDistribution> =>
        (family.MStep(data, responsibilities, previous) ?? throw Wrong(family, "null as the components of the M-step"))
            .Map(each => Components(family, Array(family, each, "components", responsibilities.ComponentCount), data.Dimension));

    /// <summary>ln p(x) of every row (N); it may be no number, of which the message of whoever asks names the row.</summary>
    public static ImmutableArray<double> LogDensities<TDistribution>(
        IEstimator<TDistribution> family, TDistribution distribution, Dataset data)
        where TDistribution : notnull, IEquatable<TDistribution> =>
        Array(family, family.LogDensities(distribution, data), "log-densities", data.Count);

    /// <summary>The parameters of a distribution, each a number.</summary>
    public static ImmutableArray<Parameter> Parameters<TDistribution>(
        IEstimator<TDistribution> family, TDistribution distribution, double totalWeight, int? count = null)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        var parameters = Array(family, family.Parameters(distribution, totalWeight), "parameters", count);
        for (int i = 0; i < parameters.Length; i++)
        {
            if ((parameters[i]?.Value ?? double.NaN) is double.NaN)
            {
                throw Wrong(family, parameters[i] is { Name: var name }
                    ? $"no number as the parameter \"{name}\""
                    : FormattableString.Invariant($"null as parameter {i}"));
            }
        }

        return parameters;
    }

    /// <summary>An observation that was drawn (D).</summary>
    public static ImmutableArray<double> Draw<TDistribution>(
        IEstimator family, ISampler<TDistribution> sampler, TDistribution distribution, Func<double> uniform, int dimension)
        where TDistribution : notnull
    {
        var drawn = Array(family, sampler.Draw(distribution, uniform), "numbers as a draw", dimension);
        return drawn.Any(double.IsNaN) ? throw Wrong(family, "no number in a draw") : drawn;
    }

    /// <summary>A probability that was asked for.</summary>
    public static double Probability(IEstimator family, double probability, double value) => double.IsNaN(probability)
        ? throw Wrong(family, FormattableString.Invariant($"no number as the probability below or above {value}"))
        : probability;

    /// <summary>The refusal of what a family gave.</summary>
    public static ArgumentException Wrong(IEstimator family, string given) => new($"The {family.Name} family gave {given}.");

    private static ImmutableArray<TDistribution> Components<TDistribution>(
        IFamily<TDistribution> family, ImmutableArray<TDistribution> components, int dimension)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        for (int k = 0; k < components.Length; k++)
        {
            if (components[k] is null || family.DimensionOf(components[k]) != dimension)
            {
                throw Wrong(family, components[k] is null
                    ? FormattableString.Invariant($"null as component {k}")
                    : FormattableString.Invariant($"component {k} of {family.DimensionOf(components[k])} columns, not {dimension}"));
            }
        }

        return components;
    }

    /// <summary>An array that was made, of so many elements if that is known.</summary>
    private static ImmutableArray<T> Array<T>(IEstimator family, ImmutableArray<T> given, string what, int? count) =>
        given.IsDefault ? throw Wrong(family, $"{what} that are the default array, which holds nothing")
        : count is { } needed && given.Length != needed ? throw Wrong(family, FormattableString.Invariant($"{given.Length} {what}, not {needed}"))
        : given;
}
