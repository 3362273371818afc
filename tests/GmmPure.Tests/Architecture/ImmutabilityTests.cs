using System.Reflection;
using System.Runtime.CompilerServices;

namespace GmmPure.Tests.Architecture;

/// <summary>Immutability is not a promise but a test.</summary>
public class ImmutabilityTests
{
    private const BindingFlags Own = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>A function cannot be changed; that it is pure is what whoever makes an EmMap promises.</summary>
    private static readonly ImmutableHashSet<Type> ImmutableGenerics =
    [
        typeof(ImmutableArray<>), typeof(Nullable<>), typeof(ValueTuple<,>), typeof(Comparer<>), typeof(Func<,>), typeof(Func<,,>),
    ];

    [Theory]
    [MemberData(nameof(House.PureAssemblies), MemberType = typeof(House))]
    public void Every_field_of_a_public_type_is_read_only_and_of_an_immutable_type(string assembly)
    {
        var fields = Values(House.Load(assembly)).SelectMany(type => type.GetFields(Own | BindingFlags.Instance)).ToArray();

        Assert.NotEmpty(fields);
        Assert.All(fields, field =>
        {
            Assert.True(field.IsInitOnly, $"{field.DeclaringType}.{field.Name} can be written to.");
            Assert.True(IsImmutable(field.FieldType), $"{field.DeclaringType}.{field.Name} is a {field.FieldType}.");
        });
    }

    [Theory]
    [MemberData(nameof(House.PureAssemblies), MemberType = typeof(House))]
    public void A_public_property_can_be_set_at_most_while_its_value_is_made(string assembly) =>
        Assert.All(
            House.Load(assembly).GetExportedTypes().SelectMany(type => type.GetProperties())
                .Where(property => property.SetMethod is { IsPublic: true } && property.DeclaringType != typeof(Exception)),
            property => Assert.Contains(
                typeof(IsExternalInit), property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers()));

    [Theory]
    [MemberData(nameof(House.PureAssemblies), MemberType = typeof(House))]
    public void No_static_can_change(string assembly)
    {
        var statics = House.WrittenTypes(House.Load(assembly)).SelectMany(type => type.GetFields(Own | BindingFlags.Static))
            .Where(field => !field.Name.Contains("<>", StringComparison.Ordinal))
            .ToArray();

        Assert.All(statics, field =>
        {
            Assert.True(field.IsLiteral || field.IsInitOnly, $"{field.DeclaringType}.{field.Name} can be written to.");
            Assert.True(IsImmutable(field.FieldType), $"{field.DeclaringType}.{field.Name} is a {field.FieldType}.");
        });
    }

    /// <summary>Table.ToArray, whose name says that it copies, is the one exception.</summary>
    [Theory]
    [MemberData(nameof(House.PureAssemblies), MemberType = typeof(House))]
    public void No_public_member_hands_out_an_array(string assembly) =>
        Assert.DoesNotContain(
            House.Load(assembly).GetExportedTypes().Where(type => !House.IsDelegate(type)).SelectMany(type => type.GetMethods()),
            method => method.ReturnType.IsArray && method != typeof(Table).GetMethod(nameof(Table.ToArray)));

    [Theory]
    [MemberData(nameof(House.PureAssemblies), MemberType = typeof(House))]
    public void Every_public_value_is_equal_by_content(string assembly) =>
        Assert.All(Values(House.Load(assembly)).Where(type => !type.IsAbstract && !IsException(type)), type =>
            Assert.True(
                type.IsValueType || type.GetMethod(nameof(Equals), [typeof(object)])!.DeclaringType != typeof(object),
                $"{type} is equal by reference."));

    /// <summary>Public classes and structs with instances, and all that derives from them.</summary>
    private static IEnumerable<Type> Values(Assembly assembly) => House.WrittenTypes(assembly).Where(type =>
        !type.IsInterface && !type.IsEnum && !(type.IsAbstract && type.IsSealed) && (type.IsVisible || type.BaseType?.IsVisible == true)
        && (type.IsVisible || type.BaseType!.Assembly == assembly));

    /// <summary>An exception is an event, equal to itself alone; what it says of it is as immutable as anything.</summary>
    private static bool IsException(Type type) => type.IsAssignableTo(typeof(Exception));

    private static bool IsImmutable(Type type) =>
        type.IsPrimitive
        || type.IsEnum
        || type.IsGenericParameter
        || type == typeof(string)
        || type == typeof(System.Numerics.BigInteger)
        || type == typeof(System.Text.UTF8Encoding) // Read-only, unless it is cloned.
        || (type.Assembly != typeof(object).Assembly && type.IsVisible && House.Name(type.Assembly).StartsWith("GmmPure", StringComparison.Ordinal))
        || (type.IsGenericType
            && ImmutableGenerics.Contains(type.GetGenericTypeDefinition())
            && type.GetGenericArguments().All(IsImmutable))
        || (type.IsValueType
            && House.Name(type.Assembly).StartsWith("GmmPure", StringComparison.Ordinal)
            && type.GetFields(Own | BindingFlags.Instance).All(field => field.IsInitOnly && IsImmutable(field.FieldType)));
}
