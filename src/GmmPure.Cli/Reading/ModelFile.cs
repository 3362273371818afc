using GmmPure.Families;

namespace GmmPure.Cli.Reading;

/// <summary>Reading a model file.</summary>
internal static class ModelFile
{
    /// <summary>The longest text that .NET can hold; what never ends is longer.</summary>
    private const int LongestModel = 0x3FFFFFDF;

    public static IMixture Read(Shell shell, string path) => Parse(Text(shell, path), InputFile.Name(path));

    /// <summary>A model to start from, which may be printed by another program: its weights may be rounded.</summary>
    /// <returns>The model, and what was made of its weights; null if nothing.</returns>
    public static (IMixture Model, string? Note) ReadStart(Shell shell, string path)
    {
        string text = Text(shell, path);
        string name = InputFile.Name(path);
        return RoundedWeights.In(text) is var (whole, note)
            ? (Parse(whole, name), $"{name}: {note}")
            : (Parse(text, name), null);
    }

    private static IMixture Parse(string text, string name) =>
        Mixture.TryParse(text).Or(fault => throw FailureException.Input($"{name}: {fault.Message}"));

    private static string Text(Shell shell, string path) => InputFile.Read(shell, path, stream =>
    {
        using var text = new BoundedReader(InputFile.Text(new ObjectStream(stream)), LongestModel);
        return Text(text, InputFile.Name(path));
    });

    private static string Text(BoundedReader text, string name)
    {
        try
        {
            return text.ReadToEnd();
        }
        catch (InvalidDataException endless)
        {
            throw FailureException.Input($"{name}: {endless.Message} are no model");
        }
    }
}
