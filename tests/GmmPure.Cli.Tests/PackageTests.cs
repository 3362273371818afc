namespace GmmPure.Cli.Tests;

/// <summary>What `dotnet pack` yields, and that it is all one needs.</summary>
public sealed class PackageTests(Packages packages) : IClassFixture<Packages>
{
    private const string LogLikelihood = "-13.9733";

    public static TheoryData<string> All => [.. Packages.Projects];

    public static TheoryData<string> Libraries => [.. Packages.Projects.Where(name => name != "GmmPure.Cli")];

    [Fact]
    public void Every_project_in_src_is_packed_and_no_other() =>
        Assert.Equal(
            Packages.Projects
                .SelectMany(name => new[] { $"{name}.{packages.Version}.nupkg", $"{name}.{packages.Version}.snupkg" })
                .ToHashSet(StringComparer.Ordinal),
            packages.Files.ToHashSet(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(All))]
    public void A_package_says_what_it_is_and_whose(string package)
    {
        var metadata = packages.Metadata(package);
        string Of(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;

        Assert.Equal(package, Of("id"));
        Assert.Equal(packages.Version, Of("version"));
        Assert.Equal("The GmmPure authors", Of("authors"));
        Assert.Equal("MIT", Of("license"));
        Assert.Equal("README.md", Of("readme"));
        Assert.StartsWith("gaussian-mixture ", Of("tags"), StringComparison.Ordinal);
        Assert.True(Of("description").Length > 80, Of("description"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_package_brings_README_and_licence(string package) =>
        Assert.All(["README.md", "LICENSE"], file =>
            Assert.Equal(File.ReadAllText(Path.Combine(ReadmeTests.Root, file)), packages.Read(package, file)));

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_is_one_assembly_with_its_documentation_and_symbols(string package)
    {
        string library = $"lib/net10.0/{package}";
        string[] files = ["LICENSE", "README.md", $"{package}.nuspec", $"{library}.dll", $"{library}.xml"];

        Assert.Equal(files.Order(StringComparer.Ordinal), packages.Contents(package).Order(StringComparer.Ordinal));
        Assert.Contains($"{library}.pdb", packages.Contents(package, "snupkg"));
        Assert.Contains("<summary>", packages.Read(package, $"{library}.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_tool_brings_all_that_it_runs_with_its_documentation_and_symbols()
    {
        string[] files = [.. packages.Contents("GmmPure.Cli")];
        Assert.All(
            ["gmm.dll", "gmm.xml", "gmm.pdb", "GmmPure.dll", "GmmPure.xml", "GmmPure.Data.dll", "GmmPure.Pictures.dll", "CsvHelper.dll", "System.CommandLine.dll", "Spectre.Console.dll"],
            file => Assert.Contains($"tools/net10.0/any/{file}", files));
    }

    [Theory]
    [InlineData("GmmPure")]
    [InlineData("GmmPure.Textbook", "GmmPure")]
    [InlineData("GmmPure.Data", "GmmPure", "Apache.Arrow", "Apache.Arrow.Compression", "CsvHelper", "Parquet.Net")]
    [InlineData("GmmPure.Pictures", "GmmPure", "MathNet.Numerics")]
    [InlineData("GmmPure.MathNet", "GmmPure", "MathNet.Numerics")]
    [InlineData("GmmPure.DataFrames", "GmmPure", "Microsoft.Data.Analysis")]
    [InlineData("GmmPure.FSharp", "GmmPure", "FSharp.Core")]
    [InlineData("GmmPure.Cli")]
    public void A_package_depends_on_what_runs_with_it_only(string package, params string[] dependencies)
    {
        var found = packages.Metadata(package).Descendants().Where(element => element.Name.LocalName == "dependency").ToArray();

        Assert.Equal(dependencies, found.Select(dependency => dependency.Attribute("id")!.Value));
        Assert.All(
            found.Where(dependency => dependency.Attribute("id")!.Value == "GmmPure"),
            dependency => Assert.Equal(packages.Version, dependency.Attribute("version")!.Value));
    }

    [Fact]
    public async Task The_tool_installs_and_prints_what_the_built_command_prints()
    {
        await packages.Sdk(
            "tool", "install", "GmmPure.Cli", "--version", packages.Version,
            "--tool-path", packages.PathOf("tools"), "--configfile", packages.PathOf("nuget.config"));
        string gmm = Path.Combine(packages.PathOf("tools"), "gmm");
        string[] fit = ["fit", Gmm.OldFaithful, "-k", "2", "--restarts", "2"];

        Assert.Equal(packages.Version, (await packages.Run(gmm, "--version")).Trim());
        Assert.Equal((await Gmm.Run(fit)).Output, await packages.Run(gmm, fit));
    }

    [Fact]
    public async Task A_program_in_CSharp_needs_the_packages_and_nothing_else() =>
        Assert.Equal(
            [LogLikelihood, LogLikelihood],
            Lines(await packages.RunProject(
                "CSharp.csproj",
                "Program.cs",
                """
                using GmmPure;
                using GmmPure.Textbook;

                var data = Dataset.FromValues([-3, -2.5, -1, 0, 2, 4, 5]);
                var third = 1.0 / 3;
                var start = GaussianMixture.Univariate(
                    weights: [third, third, third], means: [-4, 0, 8], variances: [1, 0.2, 3]);
                var step = Em.Iterate(data, start).ElementAt(5);
                var textbook = Equations<double>.LogLikelihood(
                    TextbookData<double>.From(data), TextbookMixture<double>.From(step.Model));
                Console.WriteLine($"{step.LogLikelihood:F4}");
                Console.WriteLine($"{textbook:F4}");
                """,
                "GmmPure",
                "GmmPure.Textbook")));

    [Fact]
    public async Task A_program_in_FSharp_needs_the_package_and_nothing_else() =>
        Assert.Equal(
            [LogLikelihood],
            Lines(await packages.RunProject(
                "FSharp.fsproj",
                "Program.fs",
                """
                open GmmPure.FSharp

                let data = Dataset.ofValues [ -3.0; -2.5; -1.0; 0.0; 2.0; 4.0; 5.0 ]
                let third = 1.0 / 3.0

                let start =
                    GmmPure.GaussianMixture.Univariate([ third; third; third ], [ -4.0; 0.0; 8.0 ], [ 1.0; 0.2; 3.0 ])

                let step = data |> Em.iterate start |> Seq.item 5

                match Status.view step.Status with
                | Running -> printfn "%.4f" step.LogLikelihood
                | _ -> printfn "stopped"
                """,
                "GmmPure.FSharp")));

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
