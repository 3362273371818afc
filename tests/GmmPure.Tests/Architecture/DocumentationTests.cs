using System.Reflection;
using System.Xml.Linq;

namespace GmmPure.Tests.Architecture;

/// <summary>Every public member says what it is.</summary>
public class DocumentationTests
{
    private const BindingFlags Own = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;

    [Theory]
    [MemberData(nameof(House.PureAssemblies), MemberType = typeof(House))]
    public void Every_public_member_has_documentation_with_content(string assembly)
    {
        var documented = Documented(assembly);
        var members = House.Load(assembly).GetExportedTypes().Where(type => !House.IsDelegate(type)).SelectMany(Names).ToArray();

        Assert.True(members.Length > 30);
        Assert.All(members.CountBy(name => name), member =>
            Assert.True(documented.GetValueOrDefault(member.Key) >= member.Value, $"{member.Key} is not documented."));
    }

    [Theory]
    [MemberData(nameof(House.PureAssemblies), MemberType = typeof(House))]
    public void Every_public_type_has_a_summary(string assembly)
    {
        var summaries = Entries(assembly)
            .Where(entry => entry.Element("summary")?.Value.Trim().Length > 0)
            .Select(entry => entry.Attribute("name")!.Value)
            .ToHashSet(StringComparer.Ordinal);

        Assert.All(House.Load(assembly).GetExportedTypes(), type => Assert.Contains($"T:{NameOf(type)}", summaries));
    }

    /// <summary>How many members with content there are of a name; overloads share it.</summary>
    private static Dictionary<string, int> Documented(string assembly) => Entries(assembly)
        .Where(entry => entry.Element("inheritdoc") is not null || entry.Element("summary")?.Value.Trim().Length > 0)
        .Select(entry => entry.Attribute("name")!.Value.Split('(')[0].Split("``")[0])
        .CountBy(name => name, StringComparer.Ordinal)
        .ToDictionary(StringComparer.Ordinal);

    private static IEnumerable<XElement> Entries(string assembly) =>
        XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"{assembly}.xml")).Descendants("member");

    /// <summary>The members that people wrote, by the names that the documentation file gives them.</summary>
    private static IEnumerable<string> Names(Type type)
    {
        var positional = type.GetConstructors().OrderByDescending(constructor => constructor.GetParameters().Length).FirstOrDefault()
            ?.GetParameters().Select(parameter => parameter.Name) ?? [];
        bool isRecord = type.GetMethod("<Clone>$") is not null || type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null;
        return type.GetMembers(Own)
            .Where(member => !IsGenerated(member) && !(isRecord && (member is ConstructorInfo || positional.Contains(member.Name))))
            .Where(member => member is not (Type or ConstructorInfo { DeclaringType.IsValueType: true }) && !IsAccessor(member) && !IsEnumValueField(member))
            .Select(member => $"{Prefix(member)}:{NameOf(type)}.{member.Name.Replace('.', '#')}");
    }

    private static bool IsGenerated(MemberInfo member) =>
        member.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute));

    private static bool IsAccessor(MemberInfo member) => member is MethodInfo { IsSpecialName: true };

    private static bool IsEnumValueField(MemberInfo member) => member.Name.Equals("value__", StringComparison.Ordinal);

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    private static char Prefix(MemberInfo member) => member switch
    {
        FieldInfo => 'F',
        PropertyInfo => 'P',
        _ => 'M',
    };
}
