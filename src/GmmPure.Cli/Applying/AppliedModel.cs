using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Applying;

/// <summary>A model, and data that are to be read as observations of it.</summary>
/// <param name="Model">K components in D dimensions.</param>
/// <param name="Path">The model's file.</param>
/// <param name="Request">The data.</param>
internal sealed record AppliedModel(IMixture Model, string Path, DataRequest Request)
{
    /// <summary>What messages call the model's file.</summary>
    public string Name => InputFile.Name(Path);

    /// <summary>How the columns of both are matched.</summary>
    public ModelColumns Columns => new(Model, Path, Request);

    public static AppliedModel Read(Shell shell, string path, DataRequest request)
    {
        if (InputFile.IsStandardInput(path) && InputFile.IsStandardInput(request.Path))
        {
            throw FailureException.CommandLine("only one of the model and the data can be standard input");
        }

        var model = ModelFile.Read(shell, path);
        return new AppliedModel(model, path, request.Of(model));
    }
}
