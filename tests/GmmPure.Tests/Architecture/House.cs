using System.Reflection;
using GmmPure.Textbook;

namespace GmmPure.Tests.Architecture;

/// <summary>What the architecture's tests look at.</summary>
internal static class House
{
    public static Assembly Core => typeof(Dataset).Assembly;

    public static Assembly Textbook => typeof(Equations<>).Assembly;

    /// <summary>The two assemblies whose every public type is a value or a set of pure functions.</summary>
    public static TheoryData<string> PureAssemblies => [Name(Core), Name(Textbook)];

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

    public static Assembly Load(string name) => Name(Core).Equals(name, StringComparison.Ordinal) ? Core : Textbook;

    public static string Name(Assembly assembly) => assembly.GetName().Name!;

    /// <summary>The types that people wrote: not those that the compiler made of iterators and lambdas.</summary>
    public static IEnumerable<Type> WrittenTypes(Assembly assembly) =>
        assembly.GetTypes().Where(type => type.FullName?.Contains('<', StringComparison.Ordinal) == false);
}
