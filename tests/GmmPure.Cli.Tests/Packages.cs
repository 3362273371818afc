using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using System.Xml.Linq;

namespace GmmPure.Cli.Tests;

/// <summary>
/// The packages, packed once from what is built already, and as good as a new machine to use them on: it has the SDK, and
/// caches, settings and package sources of its own, of which there is one, the folder with the packages.
/// </summary>
public sealed class Packages : IAsyncLifetime
{
    private static readonly string DotnetRoot =
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    private readonly Workspace work = new();

    /// <summary>The projects in src, whose names are those of their packages.</summary>
    public static IEnumerable<string> Projects =>
        Directory.EnumerateFiles(Path.Combine(ReadmeTests.Root, "src"), "*.*proj", SearchOption.AllDirectories)
            .Select(project => Path.GetFileNameWithoutExtension(project));

    /// <summary>The version that the built command says.</summary>
    public string Version { get; private set; } = string.Empty;

    /// <summary>The names of all that was packed.</summary>
    public IEnumerable<string> Files =>
        Directory.EnumerateFiles(PathOf("packages")).Select(file => Path.GetFileName(file));

    public async ValueTask InitializeAsync()
    {
        Version = (await Gmm.Run("--version")).Output.Trim();
        work.Write(
            "nuget.config",
            """
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="packages" />
              </packageSources>
              <packageSourceMapping>
                <clear />
              </packageSourceMapping>
            </configuration>
            """);

        // The build's own folders stay as they are, for others may be building or packing.
        string configuration = typeof(Packages).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        await RunIn(
            ReadmeTests.Root,
            Dotnet,
            ["pack", "GmmPure.sln", "--no-build", "--configuration", configuration, "--output", PathOf("packages"),
                $"-property:NuspecOutputPath={PathOf("nuspecs")}/", $"-property:PublishDir={PathOf("published")}/"]);
    }

    public ValueTask DisposeAsync()
    {
        work.Dispose();
        return ValueTask.CompletedTask;
    }

    public string PathOf(string name) => work.PathOf(name);

    /// <summary>The names of the files in a package, without those that hold the package together.</summary>
    public IReadOnlyCollection<string> Contents(string package, string extension = "nupkg")
    {
        using var archive = Open(package, extension);
        return [.. archive.Entries
            .Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal)
                && !name.StartsWith("package/", StringComparison.Ordinal)
                && name is not "[Content_Types].xml")];
    }

    public string Read(string package, string file)
    {
        using var archive = Open(package, "nupkg");
        using var reader = new StreamReader(archive.GetEntry(file)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>What a package says about itself.</summary>
    public XElement Metadata(string package) => XElement.Parse(Read(package, $"{package}.nuspec")).Elements().Single();

    /// <summary>Runs the SDK, where there is nothing but the packages; gives its output.</summary>
    public Task<string> Sdk(params string[] arguments) => Run(Dotnet, arguments);

    /// <summary>Runs a program, where there is nothing but the packages; gives its output.</summary>
    public Task<string> Run(string program, params string[] arguments) => RunIn(PathOf("."), program, arguments);

    /// <summary>Writes a console project that refers to packages, and runs it; gives its output.</summary>
    public Task<string> RunProject(string project, string source, string code, params string[] packages)
    {
        string folder = Directory.CreateDirectory(PathOf(Path.GetFileNameWithoutExtension(project))).FullName;
        File.WriteAllText(Path.Combine(folder, source), code);
        new XElement(
            "Project",
            new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement(
                "PropertyGroup",
                new XElement("OutputType", "Exe"),
                new XElement("TargetFramework", "net10.0"),
                new XElement("ImplicitUsings", "enable"),
                new XElement("InvariantGlobalization", "true")),
            new XElement(
                "ItemGroup",
                new XElement("Compile", new XAttribute(source.EndsWith(".fs", StringComparison.Ordinal) ? "Include" : "Update", source)),
                packages.Select(package => new XElement(
                    "PackageReference", new XAttribute("Include", package), new XAttribute("Version", Version)))))
            .Save(Path.Combine(folder, project));
        return Sdk("run", "--project", folder);
    }

    private static string Dotnet => Path.Combine(DotnetRoot, "dotnet");

    private async Task<string> RunIn(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };

        // What `dotnet test` told its own MSBuild is not meant for others.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_ROOT"] = DotnetRoot;
        start.Environment["DOTNET_CLI_HOME"] = PathOf("home");
        start.Environment["NUGET_PACKAGES"] = PathOf("cache");

        // A new home is greeted by nothing that reaches out of it, and no server outlives the tests in it.
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "0";
        start.Environment["DOTNET_ADD_GLOBAL_TOOLS_TO_PATH"] = "0";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(
            process.ExitCode == 0,
            $"{program} {string.Join(' ', arguments)}: exit code {process.ExitCode}\n{await output}{await error}");
        return await output;
    }

    private ZipArchive Open(string package, string extension) =>
        ZipFile.OpenRead(Path.Combine(PathOf("packages"), $"{package}.{Version}.{extension}"));
}
