using System.Reflection;
using GmmPure.Families;
using GmmPure.Textbook;

namespace GmmPure.Tests.Architecture;

/// <summary>What callers can call: the public constructors and methods of an assembly, all generics closed.</summary>
internal static class PublicApi
{
    private const BindingFlags Own =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>What generic parameters stand for: the first that their constraints allow.</summary>
    private static readonly ImmutableArray<Type> Arguments =
        [typeof(Bernoulli), typeof(Iteration<GaussianMixture>), typeof(double), typeof(Bits128), typeof(GaussianMixture)];

    /// <summary>The constructors and methods of the public classes and structs.</summary>
    public static IEnumerable<MethodBase> Members(Assembly assembly) =>
        from type in assembly.GetExportedTypes()
        where !type.IsInterface && !type.IsEnum && !type.IsAssignableTo(typeof(Delegate))
        let closed = Close(type.GetGenericArguments(), type.MakeGenericType, type)
        from member in closed.GetMembers(Own).OfType<MethodBase>()
        where !(member is MethodInfo && member.IsSpecialName) && !member.Name.Contains('<', StringComparison.Ordinal)
        where !(member is ConstructorInfo && closed.IsAbstract)
        select member is MethodInfo { IsGenericMethodDefinition: true } method
            ? Close(method.GetGenericArguments(), method.MakeGenericMethod, method)
            : member;

    /// <summary>The member as a caller sees it.</summary>
    public static string Describe(MethodBase member) => $"{member.DeclaringType!.Name}.{member.Name}"
        + $"({string.Join(", ", member.GetParameters().Select(parameter => parameter.ParameterType.Name))})";

    private static T Close<T>(Type[] parameters, Func<Type[], T> make, T open)
    {
        if (parameters.Length == 0)
        {
            return open;
        }

        foreach (var arguments in Choices(parameters.Length))
        {
            try
            {
                return make([.. arguments]);
            }
            catch (ArgumentException)
            {
                // The constraints do not allow these.
            }
        }

        throw new InvalidOperationException($"No sample type satisfies the constraints of {open}.");
    }

    private static IEnumerable<ImmutableArray<Type>> Choices(int count) => count == 0
        ? [[]]
        : Choices(count - 1).SelectMany(chosen => Arguments.Select(chosen.Add));
}
