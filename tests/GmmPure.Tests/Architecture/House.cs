using System.Reflection;
using GmmPure.Data;
using GmmPure.Pictures;
using GmmPure.Textbook;

namespace GmmPure.Tests.Architecture;

/// <summary>What the architecture's tests look at.</summary>
internal static class House
{
    public static Assembly Core => typeof(Dataset).Assembly;

    public static Assembly Textbook => typeof(Equations<>).Assembly;

    public static Assembly Pictures => typeof(Svg).Assembly;

    /// <summary>Readers of files: not pure, as streams are not.</summary>
    public static Assembly Data => typeof(DataReader).Assembly;

    /// <summary>The assemblies whose every public type is a value or a set of pure functions.</summary>
    public static ImmutableArray<Assembly> Pure => [Core, Textbook, Pictures];

    /// <summary>Their names.</summary>
    public static TheoryData<string> PureAssemblies => [.. Pure.Select(Name)];

    /// <summary>The folder with the solution.</summary>
    public static string Root
    {
        get
        {
            string? folder = AppContext.BaseDirectory;
            while (folder is not null && !File.Exists(Path.Combine(folder, "GmmPure.sln")))
            {
                folder = Path.GetDirectoryName(folder);
            }

            return folder ?? throw new InvalidOperationException("The tests run outside the source tree.");
        }
    }

    public static Assembly Load(string name) => Pure.Single(assembly => Name(assembly).Equals(name, StringComparison.Ordinal));

    public static string Name(Assembly assembly) => assembly.GetName().Name!;

    /// <summary>Whether it is a type of functions, whose members the runtime makes.</summary>
    public static bool IsDelegate(Type type) => type.IsAssignableTo(typeof(Delegate));

    /// <summary>The types that people wrote: not those that the compiler made of iterators and lambdas.</summary>
    public static IEnumerable<Type> WrittenTypes(Assembly assembly) =>
        assembly.GetTypes().Where(type => type.FullName?.Contains('<', StringComparison.Ordinal) == false);
}
