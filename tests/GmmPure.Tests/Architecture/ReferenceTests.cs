using System.Xml.Linq;
using GmmPure.Adapters;

namespace GmmPure.Tests.Architecture;

/// <summary>References point one way: Cli → all but adapters; these, Data, FSharp, Pictures, Textbook → GmmPure; GmmPure → nothing of ours.</summary>
public class ReferenceTests
{
    /// <summary>Each for the types of one library, so that nobody else depends on it.</summary>
    private static readonly ImmutableArray<string> Adapters = ["GmmPure.MathNet", "GmmPure.DataFrames"];

    private static readonly ImmutableArray<string> BesideTheCore = ["GmmPure.Textbook", "GmmPure.FSharp", "GmmPure.Pictures", "GmmPure.Data"];

    [Fact]
    public void Projects_refer_to_what_stands_below_them_only()
    {
        string[] projects = [.. Directory.EnumerateFiles(Path.Combine(House.Root, "src"), "*.*proj", SearchOption.AllDirectories)];

        Assert.True(projects.Length >= 2);
        Assert.All(projects, project =>
        {
            string name = Path.GetFileNameWithoutExtension(project);
            string[] allowed = name switch
            {
                "GmmPure" => [],
                "GmmPure.Cli" => ["GmmPure", .. BesideTheCore],
                _ when BesideTheCore.Contains(name) || Adapters.Contains(name) => ["GmmPure"],
                _ => throw new InvalidOperationException($"The outline has no project {name}."),
            };
            Assert.Subset(allowed.ToHashSet(StringComparer.Ordinal), References(project).ToHashSet(StringComparer.Ordinal));
        });
    }

    [Fact]
    public void Assemblies_refer_to_what_stands_below_them_only()
    {
        Assert.Empty(OfOurs(House.Core.GetReferencedAssemblies()));
        Assert.Equal(["GmmPure"], OfOurs(House.Textbook.GetReferencedAssemblies()));
        Assert.Equal(["GmmPure"], OfOurs(House.Pictures.GetReferencedAssemblies()));
        Assert.Equal(["GmmPure"], OfOurs(House.Data.GetReferencedAssemblies()));
        Assert.Equal(["GmmPure"], OfOurs(typeof(MatrixAdapter).Assembly.GetReferencedAssemblies()));
        Assert.Equal(["GmmPure"], OfOurs(typeof(DataFrameAdapter).Assembly.GetReferencedAssemblies()));
    }

    [Fact]
    public void The_core_needs_nothing_but_the_base_library_pictures_eigenvectors_and_data_readers()
    {
        Assert.Empty(Foreign(House.Core));
        Assert.Empty(Foreign(House.Textbook));
        Assert.Equal(["MathNet.Numerics"], Foreign(House.Pictures));
        Assert.Equal(["MathNet.Numerics"], Foreign(typeof(MatrixAdapter).Assembly));
        Assert.Equal(["Microsoft.Data.Analysis"], Foreign(typeof(DataFrameAdapter).Assembly));
        Assert.Equal(["Apache.Arrow", "Apache.Arrow.Compression", "CsvHelper", "Parquet"], Foreign(House.Data).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_textbook_uses_the_cores_values_and_neither_its_steps_nor_its_kernels() =>
        Assert.Subset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "GmmPure.Dataset", "GmmPure.GaussianMixture", "GmmPure.Responsibilities", "GmmPure.Table", "GmmPure.Covariance",
                "GmmPure.CovarianceStructure", "GmmPure.CovarianceShape", "GmmPure.Degeneracy", "GmmPure.Outcome", "GmmPure.Outcome`2",
            },
            Metadata.ReferencedTypes(House.Textbook)
                .Where(type => type.StartsWith("GmmPure.", StringComparison.Ordinal))
                .ToHashSet(StringComparer.Ordinal));

    private static IEnumerable<string> References(string project) => XDocument.Load(project)
        .Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    private static IEnumerable<string?> Foreign(System.Reflection.Assembly assembly) => assembly.GetReferencedAssemblies()
        .Select(reference => reference.Name)
        .Where(name => name is not "GmmPure" && name?.StartsWith("System.", StringComparison.Ordinal) != true);

    private static IEnumerable<string?> OfOurs(System.Reflection.AssemblyName[] references) => references
        .Select(reference => reference.Name)
        .Where(name => name?.StartsWith("GmmPure", StringComparison.Ordinal) == true);
}
