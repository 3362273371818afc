using System.ComponentModel;
using System.Runtime.InteropServices;

namespace GmmPure.Cli;

/// <summary>Memory that does not suffice, in all the ways in which the runtime says so.</summary>
internal static class MemoryFault
{
    public const string Words = "there is not enough memory for this";

    /// <summary>ENOMEM, on Linux and macOS.</summary>
    private const int NoMemory = 12;

    /// <summary>
    /// Whether that is what went wrong. What runs in parallel says so in its own way, and so does a part of the runtime that
    /// cannot begin. Where there is no room to load a part of the program, the runtime says that its file is not there.
    /// </summary>
    public static bool Is(Exception error) => error switch
    {
        OutOfMemoryException => true,
        AggregateException several => several.InnerExceptions.Any(Is),
        TypeInitializationException { InnerException: { } cause } => Is(cause),
        FileNotFoundException { FileName: { } file } => IsHere(file),
        FileLoadException { FileName: { } file } => IsHere(file),
        Win32Exception { NativeErrorCode: NoMemory } => true,
        IOException => !OperatingSystem.IsWindows() && error.HResult == NoMemory,
        _ => false,
    };

    /// <summary>Whether it is called as an assembly is, and its file lies among the program's or the runtime's.</summary>
    private static bool IsHere(string name) =>
        name.Split(", Version=") is [var assembly, _]
        && new[] { AppContext.BaseDirectory, RuntimeEnvironment.GetRuntimeDirectory() }
            .Any(folder => File.Exists(Path.Join(folder, $"{assembly}.dll")));
}
