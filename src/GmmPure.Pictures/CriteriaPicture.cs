using GmmPure.Pictures.Panels;

namespace GmmPure.Pictures;

/// <summary>A criterion's value for a model: lower is better.</summary>
/// <param name="Criterion">The criterion's name: BIC, say.</param>
/// <param name="Structure">The model's covariance structure.</param>
/// <param name="Components">K.</param>
/// <param name="Value">The value; what is not finite is not drawn.</param>
public sealed record CriterionValue(string Criterion, CovarianceStructure Structure, int Components, double Value)
{
    /// <summary>The criterion's name.</summary>
    public string Criterion { get; init => field = Given.Value(value); } = Given.Value(Criterion);

    /// <summary>The model's covariance structure.</summary>
    public CovarianceStructure Structure { get; init => field = Given.Value(value); } = Given.Value(Structure);
}

/// <summary>Choosing a model: criteria against the number of components, a line for each covariance structure.</summary>
public static class CriteriaPicture
{
    /// <summary>The picture of criteria, a plot each in the order in which they first come; the lowest value is marked.</summary>
    /// <param name="values">One or more values, of which one is finite.</param>
    /// <param name="title">What to write above it.</param>
    /// <param name="subtitle">What to write below that.</param>
    /// <exception cref="ArgumentException">There is no finite value.</exception>
    public static Drawing Of(IEnumerable<CriterionValue> values, string title = "", string subtitle = "")
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(subtitle);
        ImmutableArray<CriterionValue> finite = [.. values.Where(value => double.IsFinite(value.Value))];
        return finite.IsEmpty
            ? throw new ArgumentException("There is no value to draw.", nameof(values))
            : CriteriaPage.Of(finite, title, subtitle);
    }
}
