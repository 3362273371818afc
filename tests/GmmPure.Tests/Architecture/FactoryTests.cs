using System.Linq.Expressions;
using System.Reflection;
using GmmPure.Families;

namespace GmmPure.Tests.Architecture;

/// <summary>
/// Numbers and texts are read from somewhere, so that a factory which they can make fail has a twin <c>Try…</c> that returns the
/// fault. Null is misuse, and so are single whole numbers, which are counts and shapes.
/// </summary>
public class FactoryTests
{
    /// <summary>What programs choose, and nobody reads.</summary>
    private static readonly ImmutableArray<Type> Settings = [typeof(Convergence), typeof(Objective)];

    [Fact]
    public void A_factory_that_content_can_make_fail_has_a_twin_that_returns_the_fault()
    {
        string verdicts = string.Join(Environment.NewLine, Failing.Select(Verdict).OfType<string>());
        Assert.True(verdicts.Length == 0, verdicts);
    }

    [Fact]
    public void The_search_finds_what_can_fail()
    {
        var failing = Failing.Select(each => each.Member).ToHashSet();

        Assert.Contains(typeof(Covariance).GetMethod(nameof(Covariance.Full))!, failing);
        Assert.Contains(typeof(Poisson).GetConstructor([typeof(double)])!, failing);
        Assert.Contains(failing, member => member.DeclaringType == typeof(Mixture) && member.Name == nameof(Mixture.Of));
        Assert.Contains(failing, member => member.DeclaringType == typeof(Family) && member.Name == nameof(Family.Categorical));
        Assert.True(failing.Count > 20);
    }

    [Fact]
    public void Readers_catch_no_exception_of_a_factory()
    {
        ImmutableArray<string> named =
        [
            .. SourceText.Under(Path.Combine(House.Root, "src", "GmmPure")).Where(file => file.Folder == "Json").SelectMany(Types),
            .. SourceText.Under(Path.Combine(House.Root, "src", "GmmPure.Cli")).SelectMany(Types),
        ];

        Assert.Contains("JsonException", named);
        Assert.DoesNotContain(nameof(ArgumentException), named);

        static IEnumerable<string> Types(SourceText file) => file.NamedTypes(ImmutableHashSet<string>.Empty);
    }

    /// <summary>The factories, each with a parameter whose content makes it throw, and what it throws.</summary>
    private static IEnumerable<(MethodBase Member, ParameterInfo Parameter, Exception Error)> Failing =>
        from member in PublicApi.Members(House.Core)
        where IsFactory(member) && !Settings.Contains(member.DeclaringType!)
        from parameter in member.GetParameters()
        where Spoiled(parameter.ParameterType) is not null
        let error = Record.Exception(Call.With(member, parameter, type => Spoiled(type)!))
        where error is not null && error.Message != Record.Exception(Plain(member, parameter))?.Message
        select (member, parameter, error);

    /// <summary>The same call with content that is valid, whose shape may still not fit: a throw of the same words is not the content's.</summary>
    private static Func<object?> Plain(MethodBase member, ParameterInfo parameter) => parameter.ParameterType.IsInstanceOfType(Ones)
        ? Call.With(member, parameter, type => Expression.Constant(Ones, type))
        : Call.With(member, null, Expression.Default);

    /// <summary>A constructor, or a static method that returns what it is declared by, or what that is named after.</summary>
    private static bool IsFactory(MethodBase member) => member is ConstructorInfo
        || (member is MethodInfo { IsStatic: true } method && NameOf(method.ReturnType) == NameOf(method.DeclaringType!));

    private static string NameOf(Type type) => type.Name.Split('`')[0][(type.IsInterface ? 1 : 0)..];

    private static string? Verdict((MethodBase Member, ParameterInfo Parameter, Exception Error) failing)
    {
        var (member, parameter, error) = failing;
        return Twin(member) is { } twin
            ? Message(Call.With(twin, parameter, type => Spoiled(type)!)()) is { } message && error.Message.StartsWith(message, StringComparison.Ordinal)
                ? null
                : $"{PublicApi.Describe(twin)} does not return what {member.Name} throws: {error.Message}"
            : $"{PublicApi.Describe(member)} has no twin, and {parameter.Name} makes it throw: {error.Message}";
    }

    /// <summary>The method that takes the same, and perhaps more that is optional; what a constructor makes it creates.</summary>
    private static MethodInfo? Twin(MethodBase member) =>
        PublicApi.Members(House.Core).OfType<MethodInfo>().FirstOrDefault(other =>
            other.IsStatic
            && other.DeclaringType == member.DeclaringType
            && (other.Name == $"Try{member.Name}" || other.Name == "TryCreate")
            && other.ReturnType.Name == typeof(Outcome<,>).Name
            && other.GetParameters().Where(parameter => !parameter.HasDefaultValue || parameter.Position < member.GetParameters().Length)
                .Select(parameter => parameter.ParameterType)
                .SequenceEqual(member.GetParameters().Select(parameter => parameter.ParameterType)));

    /// <summary>The fault in words; null if there is a value.</summary>
    private static string? Message(object? outcome) =>
        outcome!.GetType().GetProperty("Fault")?.GetValue(outcome) is { } fault
            ? (string?)fault.GetType().GetProperty(nameof(ValueFault.Message))!.GetValue(fault)
            : null;

    /// <summary>Content that is not valid, of the same shape as the samples; null where the type has none.</summary>
    private static Expression? Spoiled(Type type) => Spoils.FirstOrDefault(type.IsInstanceOfType) is { } spoiled ? Expression.Constant(spoiled, type)
        : type == typeof(ReadOnlySpan<double>) ? Expression.Convert(Expression.Constant(Nothing), type)
        : null;

    private static int[] Ones => [1, 1];

    private static double[] Nothing => [double.NaN, double.NaN];

    private static ImmutableArray<object> Spoils =>
    [
        double.NaN, "", Nothing, ImmutableArray.Create(Nothing), (double[][])[Nothing, Nothing],
        new double[,] { { 0, double.NaN }, { double.NaN, 0 } }, Table.FromRows([Nothing, Nothing]),
        (int[])[-1, -1], (int?[])[-1, -1],
    ];
}
