using System.Collections;
using System.Linq.Expressions;
using System.Reflection;

namespace GmmPure.Tests.Architecture;

/// <summary>What is no argument is refused at once by every public member, and never by accident.</summary>
public class MisuseOfEverythingTests
{
    [Theory]
    [MemberData(nameof(House.PureAssemblies), MemberType = typeof(House))]
    public void Nothing_is_refused_as_an_argument_wherever_it_is_not_allowed(string assembly) => NoneIn(
        from place in Places(assembly, IsRequired)
        let error = Record.Exception(Call.With(place.Member, place.Parameter, Nothing))
        where error is not ArgumentException
        select Verdict(place.Member, place.Parameter, error));

    [Theory]
    [MemberData(nameof(House.PureAssemblies), MemberType = typeof(House))]
    public void An_empty_sequence_is_taken_or_refused_as_an_argument(string assembly) => NoneIn(
        from place in Places(assembly, IsSequence)
        let error = Record.Exception(() => Begin(Call.With(place.Member, place.Parameter, Empty)()))
        where error is not (null or ArgumentException)
        select Verdict(place.Member, place.Parameter, error));

    [Fact]
    public void The_search_finds_what_can_be_misused()
    {
        Assert.All(House.Pure, assembly => Assert.NotEmpty(Places(House.Name(assembly), IsSequence)));
        Assert.True(House.Pure.Sum(assembly => Places(House.Name(assembly), IsRequired).Count()) > 250);
    }

    private static void NoneIn(IEnumerable<string> verdicts)
    {
        string all = string.Join(Environment.NewLine, verdicts);
        Assert.True(all.Length == 0, all);
    }

    private static IEnumerable<(MethodBase Member, ParameterInfo Parameter)> Places(
        string assembly, Func<ParameterInfo, bool> isPlace) =>
        from member in PublicApi.Members(House.Load(assembly))
        from parameter in member.GetParameters()
        where isPlace(parameter)
        select (member, parameter);

    private static bool IsRequired(ParameterInfo parameter) => !parameter.HasDefaultValue && !parameter.ParameterType.IsByRef
        && (IsImmutableArray(parameter.ParameterType)
            || (!parameter.ParameterType.IsValueType
                && new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.NotNull));

    private static bool IsSequence(ParameterInfo parameter) => !parameter.ParameterType.IsByRef
        && (IsImmutableArray(parameter.ParameterType) || ElementOf(parameter.ParameterType) is not null);

    private static bool IsImmutableArray(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    private static Type? ElementOf(Type type) =>
        type.IsGenericType && type.GetGenericArguments() is [var element] && type.IsAssignableFrom(element.MakeArrayType())
            ? element
            : null;

    /// <summary>Null, or an array that was never made.</summary>
    private static Expression Nothing(Type type) => Expression.Default(type);

    private static Expression Empty(Type type)
    {
        var array = Array.CreateInstance(type.GetGenericArguments()[0], 0);
        return Expression.Constant(IsImmutableArray(type) ? SampleValues.Array(array) : array, type);
    }

    private static object? Begin(object? given) =>
        given is IEnumerable sequence ? sequence.Cast<object?>().Take(2).Count() : given;

    private static string Verdict(MethodBase member, ParameterInfo parameter, Exception? error) =>
        $"{PublicApi.Describe(member)}, {parameter.Name}: {error?.GetType().Name ?? "nothing"}";
}
