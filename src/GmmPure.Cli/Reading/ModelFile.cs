using GmmPure.Families;

namespace GmmPure.Cli.Reading;

/// <summary>Reading a model file.</summary>
internal static class ModelFile
{
    /// <summary>The longest text that .NET can hold; what never ends is longer.</summary>
    private const int LongestModel = 0x3FFFFFDF;

    public static IMixture Read(Shell shell, string path) =>
        InputFile.Read(shell, path, stream =>
        {
            using var text = new BoundedReader(InputFile.Text(stream), LongestModel);
            return Parse(Text(text, InputFile.Name(path)), InputFile.Name(path));
        });

    private static IMixture Parse(string text, string name) =>
        Mixture.TryParse(text).Or(fault => throw FailureException.Input($"{name}: {fault.Message}"));

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
