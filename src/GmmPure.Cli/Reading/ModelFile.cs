namespace GmmPure.Cli.Reading;

/// <summary>Reading a model file.</summary>
internal static class ModelFile
{
    /// <summary>The longest text that .NET can hold; what never ends is longer.</summary>
    private const int LongestModel = 0x3FFFFFDF;

    public static GaussianMixture Read(Shell shell, string path) =>
        InputFile.Read(shell, path, stream =>
        {
            using var text = new BoundedReader(InputFile.Text(stream), LongestModel);
            return GaussianMixture.TryParse(Text(text, InputFile.Name(path)));
        }).Or(fault => throw FailureException.Input($"{InputFile.Name(path)}: {fault.Message}"));

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
