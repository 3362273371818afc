namespace GmmPure.Cli.Reading;

/// <summary>Reading a model file.</summary>
internal static class ModelFile
{
    public static GaussianMixture Read(string path) =>
        InputFile.Read(path, reader => GaussianMixture.TryParse(reader.ReadToEnd()))
            .Or(fault => throw FailureException.Input($"{path}: {fault.Message}"));
}
