using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using GmmPure.Families;
using GmmPure.Pictures.Marks;
using GmmPure.Textbook;

namespace GmmPure.Tests.Architecture;

/// <summary>
/// A valid value of every type that the public API takes. All have two rows, two columns and two components, so that they fit
/// each other.
/// </summary>
internal static class SampleValues
{
    private static readonly Table Identity = Table.FromRows([[1, 0], [0, 1]]);
    private static readonly Dataset Data = Dataset.FromTable(Identity);
    private static readonly GaussianMixture Mixture =
        GaussianMixture.CreateTied([0.5, 0.5], Identity, Covariance.Full(Identity));

    private static readonly GaussianMixture Line = GaussianMixture.Univariate([0.5, 0.5], [0, 1], [1, 1]);

    private static readonly Mixture<Bernoulli> Bernoullis =
        Families.Mixture.Of(Family.Bernoulli, [0.5, 0.5], [new Bernoulli(0.5, 0.25), new Bernoulli(0.25, 0.5)]);

    private static readonly ImmutableArray<Iteration<GaussianMixture>> History = [.. Em.Iterate(Data, Mixture).Take(2)];
    private static readonly Responsibilities Shares = Responsibilities.FromLabels([0, 1], 2);

    /// <summary>What can be made neither by a public constructor nor of the values of other types.</summary>
    private static readonly ImmutableArray<object> Given =
    [
        1, 1L, 0.5, "a", (byte)1, false, 'a', new object(),
        new double[,] { { 1, 0 }, { 0, 1 } },
        (IEnumerable<double>[])[[1, 0], [0, 1]],
        (int[])[0, 1], (int?[])[0, 1], (string[])["a", "b"],
        Identity, Data, Mixture, Mixture.Covariances[0], Mixture.Structure, Bernoullis, History[0], Shares,
        Family.Bernoulli, Categories.Of(0, 1), EmVariant.Plain, Convergence.TotalGain(1), Family.Poisson.SupportOf(0),
        Mixture.Sample(2, 1),
        About([0, 1]),
        Em.Pass(Data, Mixture), Data.Summary,
        Em.EStep(Data, Mixture),
        Em.Iterate(Data, Bernoullis).First(),
        Restarts.Run(1, _ => History), History[0].Cast<IMixture>(),
        Estimate.Of(Family.Bernoulli, Data).Or(_ => throw new InvalidOperationException()),
        Textbook.Table<double>.From(Identity), TextbookData<double>.From(Data), TextbookMixture<double>.From(Mixture),
        TextbookMixture<double>.From(Mixture).Covariances[0],
        System.Globalization.CultureInfo.InvariantCulture,
        Covariance.Diagonal([1, 1]), Covariance.Spherical(2, 1),
        Fault(Em.UpdateMeans(About([0, 0]))), Fault(Em.MStep(About([0, 1]), [1, 1])),
        Fault(Estimate.None<Bernoulli>("a", 1)),
        Fault(Dataset.TryFromRows([])), Fault(Dataset.TryFromRows([[1], [1, 2]])), Fault(Dataset.TryFromRows([[double.NaN]])),
        Fault(Dataset.TryFromRows([[1e200]])), Fault(Dataset.TryFromRows([[0], [1e-200]])),
        Fault(Covariance.TryDiagonal([])), Fault(Dataset.TryCreate(Identity, [1, -1])), Fault(Dataset.TryCreate(Identity, [0, 0])),
        Outcome.Success<Bernoulli, Bernoulli>(Bernoullis.Components[0]),
        Em.Iterate(Bernoullis.Components[0], _ => (0, 0), _ => Outcome.Of(Bernoullis.Components[0]), _ => [1], 1).First(),
        Clustering.KMeans(Data, Identity).First(),
        new Converged(1), new FitWarning.NotConverged(1), new FitWarning.Spurious(0, 1, [0]), Warning<FitWarning.FewRows>([0, 1]), Warning<FitWarning.DeterminedColumn>([0, 0]),
        new Rectangle(default, Fill: null),
        GaussianMixture.Fit(Dataset.FromValues([0, 1, 2]), 1), GaussianMixture.Select(Dataset.FromValues([0, 1, 2]), [1]),
        Fault(GaussianMixture.TryFit(Data, 3)), Fault(GaussianMixture.TryFit(Dataset.FromRows([[1, 1], [2, 2], [3, 3]]), 1)),
        Line.CrossingOf(0, 1), Line.OutlierLevelsOf(Dataset.FromValues([0, 1]), 1),
    ];

    /// <summary>The value of a type.</summary>
    public static object Of(Type type) =>
        Find(type) ?? throw new InvalidOperationException($"Nothing says what a sample value of {type} is: add one here.");

    private static object? Find(Type type) =>
        Given.FirstOrDefault(type.IsInstanceOfType)
        ?? (Nullable.GetUnderlyingType(type) is { } underlying ? Find(underlying) : null)
        ?? (type.IsAssignableTo(typeof(Delegate)) ? Constant(type) : null)
        ?? (type.IsSZArray ? Two(type.GetElementType()!) : null)
        ?? (type.IsGenericType ? OfGeneric(type, type.GetGenericTypeDefinition(), type.GetGenericArguments()) : null)
        ?? (type.IsValueType ? RuntimeHelpers.GetUninitializedObject(type) : null)
        ?? Constructed(type);

    private static object? OfGeneric(Type type, Type definition, Type[] arguments)
    {
        if (definition == typeof(ImmutableArray<>))
        {
            return Array(Two(arguments[0]));
        }

        if (definition == typeof(Outcome<,>))
        {
            return typeof(Outcome).GetMethod(nameof(Outcome.Success))!
                .MakeGenericMethod(arguments).Invoke(null, [Of(arguments[0])]);
        }

        return arguments.Length == 1 && type.IsAssignableFrom(arguments[0].MakeArrayType()) ? Two(arguments[0]) : null;
    }

    /// <summary>An immutable array of the elements of an array, of its type.</summary>
    public static object Array(Array elements) => typeof(ImmutableArray).GetMethods()
        .Single(method => method.Name == nameof(ImmutableArray.Create)
            && method.GetParameters() is [{ ParameterType.IsSZArray: true }])
        .MakeGenericMethod(elements.GetType().GetElementType()!)
        .Invoke(null, [elements])!;

    /// <summary>What makes components collapse on the rows of one column.</summary>
    private static TWarning Warning<TWarning>(double[] values)
        where TWarning : FitWarning
    {
        var data = Dataset.FromValues(values);
        var start = GaussianMixture.Univariate([0.5, 0.5], values, [1e-2, 1e-2]);
        return FitWarning.Of(data, Em.Iterate(data, start).Last().Cast<IMixture>()).OfType<TWarning>().First();
    }

    private static SufficientStatistics About(int[] labels) =>
        SufficientStatistics.Of(Data, Responsibilities.FromLabels(labels, 2), CovarianceStructure.Full.Moments, Identity);

    private static object Fault<TValue, TFault>(Outcome<TValue, TFault> outcome)
        where TValue : notnull
        where TFault : notnull =>
        outcome.Match<object>(_ => throw new InvalidOperationException("There is no fault."), fault => fault);

    private static Array Two(Type element)
    {
        if (Given.FirstOrDefault(element.MakeArrayType().IsInstanceOfType) is Array given)
        {
            return given;
        }

        var array = System.Array.CreateInstance(element, 2);
        array.SetValue(Of(element), 0);
        array.SetValue(Of(element), 1);
        return array;
    }

    /// <summary>A function that gives the value of its type, whatever it takes.</summary>
    private static Delegate Constant(Type type)
    {
        var invoke = type.GetMethod(nameof(Action.Invoke))!;
        var parameters = invoke.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType));
        return invoke.ReturnType == typeof(void)
            ? Expression.Lambda(type, Expression.Empty(), parameters).Compile()
            : Expression.Lambda(type, Expression.Constant(Of(invoke.ReturnType), invoke.ReturnType), parameters).Compile();
    }

    private static object? Constructed(Type type) => type.IsAbstract
        ? null
        : type.GetConstructors().FirstOrDefault()?.Invoke(
            BindingFlags.DoNotWrapExceptions,
            binder: null,
            [.. type.GetConstructors()[0].GetParameters().Select(parameter => Of(parameter.ParameterType))],
            culture: null);
}
