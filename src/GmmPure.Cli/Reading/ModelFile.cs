namespace GmmPure.Cli.Reading;

/// <summary>Reading a model file.</summary>
internal static class ModelFile
{
    public static GaussianMixture Read(Shell shell, string path) =>
        InputFile.Read(shell, path, stream =>
        {
            using var text = InputFile.Text(stream);
            return GaussianMixture.TryParse(text.ReadToEnd());
        }).Or(fault => throw FailureException.Input($"{InputFile.Name(path)}: {fault.Message}"));
}
