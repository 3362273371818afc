using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace GmmPure.Tests.Architecture;

/// <summary>What an assembly refers to, as its metadata tables list it: whatever the code, nothing is used that is not there.</summary>
internal static class Metadata
{
    /// <summary>The full names of all types of other assemblies.</summary>
    public static ImmutableArray<string> ReferencedTypes(Assembly assembly) =>
        Read(assembly, reader => [.. reader.TypeReferences.Select(handle => TypeName(reader, handle))]);

    /// <summary>The members of other assemblies' types, as "type.member".</summary>
    public static ImmutableArray<string> ReferencedMembers(Assembly assembly) => Read(assembly, reader =>
    [
        .. reader.MemberReferences
            .Select(reader.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => $"{TypeName(reader, (TypeReferenceHandle)member.Parent)}.{reader.GetString(member.Name)}"),
    ]);

    private static ImmutableArray<string> Read(Assembly assembly, Func<MetadataReader, ImmutableArray<string>> read)
    {
        using var file = File.OpenRead(assembly.Location);
        using var image = new PEReader(file);
        return read(image.GetMetadataReader());
    }

    private static string TypeName(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        string name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{TypeName(reader, (TypeReferenceHandle)type.ResolutionScope)}+{name}"
            : $"{reader.GetString(type.Namespace)}.{name}";
    }
}
