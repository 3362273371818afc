using System.Text;

namespace GmmPure.Pictures.Pages;

/// <summary>The texts that make up a page: files beside this one, and constants in the assembly.</summary>
internal static class Resource
{
    /// <summary>A text by its file's name, LF at the end of each line but the last.</summary>
    public static string Text(string name)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream(name)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n").TrimEnd('\n');
    }
}
