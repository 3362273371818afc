namespace GmmPure.Pictures.Pages;

/// <summary>The texts that make up a page, as they lie beside this file.</summary>
internal static class Resource
{
    /// <summary>A text by its file's name, LF at the end of each line but the last.</summary>
    public static string Text(string name)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd('\n');
    }
}
