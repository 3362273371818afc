using System.Reflection;
using GmmPure.Pictures.Marks;

namespace GmmPure.Tests.Architecture;

/// <summary>Families whose cases are all known cannot be added to from outside.</summary>
public class ClosednessTests
{
    private const BindingFlags All = BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static TheoryData<Type> Families =>
        [typeof(Status), typeof(Degeneracy), typeof(DataFault), typeof(FitFault), typeof(FitWarning), typeof(Covariance), typeof(CovarianceStructure), typeof(Outcome<,>), typeof(Mark)];

    /// <summary>But for the elements of sequences, which an algorithm of anybody's own derives from.</summary>
    [Fact]
    public void These_are_all_the_families() =>
        Assert.Equal(
            Families.Select(row => row.Data.FullName).Append(typeof(Iteration<,>).FullName).Order(StringComparer.Ordinal),
            House.Pure.SelectMany(assembly => assembly.GetExportedTypes())
                .Where(type => type is { IsClass: true, IsAbstract: true, IsSealed: false })
                .Select(type => type.FullName)
                .Order(StringComparer.Ordinal));

    /// <summary>
    /// A class outside needs a constructor that it can call, and must implement every abstract member. A record's copy
    /// constructor is protected, so it is an abstract member that nobody outside can see which closes a record.
    /// </summary>
    [Theory]
    [MemberData(nameof(Families))]
    public void Nothing_outside_can_derive_from_it(Type family)
    {
        bool hasNoConstructor = family.GetConstructors(All).All(IsInvisible);
        bool hasMemberToImplement = family.GetMethods(All).Any(method => method.IsAbstract && IsInvisible(method));

        Assert.True(hasNoConstructor || hasMemberToImplement);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Its_cases_are_sealed(Type family)
    {
        var cases = family.Assembly.GetTypes()
            .Where(type => type.BaseType == family || (type.BaseType?.IsGenericType == true && type.BaseType.GetGenericTypeDefinition() == family))
            .ToArray();

        Assert.True(cases.Length >= 2);
        Assert.All(cases, type => Assert.True(type.IsSealed));
    }

    [Fact]
    public void Every_other_public_class_is_sealed() =>
        Assert.All(
            House.Pure.SelectMany(assembly => assembly.GetExportedTypes()).Where(type => type is { IsClass: true, IsAbstract: false }),
            type => Assert.True(type.IsSealed, $"{type} can be derived from."));

    /// <summary>Private, internal, or private protected: not to be seen from another assembly.</summary>
    private static bool IsInvisible(MethodBase method) => method.IsPrivate || method.IsAssembly || method.IsFamilyAndAssembly;
}
