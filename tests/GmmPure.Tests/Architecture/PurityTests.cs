using System.Text.RegularExpressions;

namespace GmmPure.Tests.Architecture;

/// <summary>The core has no files, console, clock, environment, ambient randomness, culture or hidden state.</summary>
public partial class PurityTests
{
    private static readonly ImmutableArray<string> ImpureNamespaces =
    [
        "System.IO.", "System.Net.", "System.Timers.", "System.Security.", "System.Runtime.InteropServices.NativeLibrary",
        "System.Runtime.Loader.", "Microsoft.Win32.", "System.Reflection.Emit.",
    ];

    private static readonly ImmutableArray<string> ImpureTypes =
    [
        "System.Console", "System.AppContext", "System.AppDomain", "System.Random", "System.DateTime", "System.DateTimeOffset",
        "System.TimeProvider", "System.TimeZoneInfo", "System.Activator", "System.Diagnostics.Stopwatch",
        "System.Diagnostics.Process", "System.Diagnostics.Trace", "System.Diagnostics.Debug", "System.Threading.Thread",
        "System.Threading.ThreadLocal`1", "System.Threading.AsyncLocal`1", "System.Threading.Timer", "System.ThreadStaticAttribute",
        "System.Globalization.CultureInfo", "System.Runtime.InteropServices.DllImportAttribute",
    ];

    /// <summary>A text that is embedded in an assembly is a constant, though it is read as a stream.</summary>
    [Theory]
    [MemberData(nameof(House.PureAssemblies), MemberType = typeof(House))]
    public void No_impure_type_is_used(string assembly) =>
        Assert.DoesNotContain(Metadata.ReferencedTypes(House.Load(assembly)), type =>
            !(type == "System.IO.Stream" && assembly == House.Name(House.Pictures))
            && (ImpureTypes.Contains(type) || ImpureNamespaces.Any(name => type.StartsWith(name, StringComparison.Ordinal))));

    /// <summary>The compiler's iterators ask which thread they are on, so as to hand out a copy to a second one.</summary>
    [Theory]
    [MemberData(nameof(House.PureAssemblies), MemberType = typeof(House))]
    public void Of_the_environment_only_iterators_ask_for_their_thread(string assembly) =>
        Assert.DoesNotContain(Metadata.ReferencedMembers(House.Load(assembly)), member =>
            member.StartsWith("System.Environment.", StringComparison.Ordinal)
            && member != "System.Environment.get_CurrentManagedThreadId");

    [Theory]
    [MemberData(nameof(House.PureAssemblies), MemberType = typeof(House))]
    public void Of_the_garbage_collector_only_memory_is_asked_for(string assembly) =>
        Assert.DoesNotContain(Metadata.ReferencedMembers(House.Load(assembly)), member =>
            member.StartsWith("System.GC.", StringComparison.Ordinal) && member != "System.GC.AllocateArray");

    [Theory]
    [InlineData("System.Math.Exp")]
    [InlineData("System.Math.Log")]
    [InlineData("System.Math.Pow")]
    [InlineData("System.Math.Sin")]
    [InlineData("System.Math.Cos")]
    [InlineData("System.Math.Cbrt")]
    [InlineData("System.Math.Log10")]
    [InlineData("System.Math.Atan2")]
    [InlineData("System.Double.Exp")]
    [InlineData("System.Double.Log")]
    [InlineData("System.Guid.NewGuid")]
    public void No_function_is_used_whose_result_depends_on_the_machine(string member) =>
        Assert.All([House.Core, House.Pictures], assembly => Assert.DoesNotContain(member, Metadata.ReferencedMembers(assembly)));

    [Theory]
    [MemberData(nameof(House.PureAssemblies), MemberType = typeof(House))]
    public void The_search_finds_what_is_used(string assembly)
    {
        Assert.Contains("System.Linq.Enumerable", Metadata.ReferencedTypes(House.Load(assembly)));
        Assert.Contains("System.Linq.Enumerable.Range", Metadata.ReferencedMembers(House.Load(assembly)).Select(member => member));
    }

    [Fact]
    public void Raw_memory_vectors_and_threads_stay_in_Kernels()
    {
        string core = Path.Combine(House.Root, "src", "GmmPure");
        string textbook = Path.Combine(House.Root, "src", "GmmPure.Textbook");
        string[] outside =
        [
            .. SourceText.Under(core).Where(file => file.Folder is not ("Kernels" or "Passes")).Select(file => Path.Combine(core, file.Path)),
            .. SourceText.Under(textbook).Select(file => Path.Combine(textbook, file.Path)),
        ];

        Assert.True(outside.Length > 100);
        Assert.All(outside, file => Assert.DoesNotMatch(KernelsOnly(), File.ReadAllText(file)));
        Assert.Contains(
            Directory.EnumerateFiles(Path.Combine(core, "Kernels"), "*.cs"),
            file => KernelsOnly().IsMatch(File.ReadAllText(file)));
    }

    [GeneratedRegex(@"System\.Runtime\.Intrinsics|\bVector(64|128|256|512)?\b<|\bParallel\.|\bUnsafe\.|\bMemoryMarshal\.|\bstackalloc\b|\bunsafe\b|\bInterlocked\.|\block \(", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KernelsOnly();
}
