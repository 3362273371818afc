using GmmPure.Cli.Kinds;
using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Applying;

/// <summary>A model and data whose columns are the model's.</summary>
/// <param name="Model">K components in D dimensions.</param>
/// <param name="Data">N×D.</param>
/// <param name="Names">What messages call them: the model's file, and the data's.</param>
/// <param name="Warning">What is odd about the data, if anything is.</param>
internal sealed record ModelData(IMixture Model, Dataset Data, (string Model, string Data) Names, string? Warning)
{
    public static ModelData Read(Shell shell, string modelPath, DataRequest request)
    {
        return shell.Compute(() => $"reading {request.Name}", () =>
        {
            var applied = AppliedModel.Read(shell, modelPath, request);
            var read = DataFile.Read(shell, applied.Request, applied.Columns.Choose);
            var (data, model) = applied.Columns.Name(read);
            Kind.Of(model).Check(data, model.ComponentCount, request.Name);
            return new ModelData(model, data, (applied.Name, request.Name), read.Warning(applied.Request));
        });
    }

    /// <summary>Why the data have no log-likelihood that can be printed: a row has density 0, or their sum overflows.</summary>
    public FailureException WhyNoLogLikelihood()
    {
        var logDensities = Model.LogDensities(Data);
        int row = Enumerable.Range(0, Data.Count).FirstOrDefault(
            row => !double.IsFinite(logDensities[row]) && Data.WeightOf(row) > 0, defaultValue: -1);
        return row < 0
            ? FailureException.Overflow(Names.Data, Names.Model)
            : FailureException.Unreachable(row, label: null, Names.Data, Names.Model, Model is GaussianMixture);
    }

    /// <summary>Computes something of both; a row that is too far away to belong to a component is the data's fault.</summary>
    public T Compute<T>(Shell shell, Func<IMixture, Dataset, T> work)
    {
        try
        {
            return shell.Compute(() => $"computing densities of {Data.Count} rows", () => work(Model, Data));
        }
        catch (UnreachableRowException far)
        {
            throw FailureException.Unreachable(far.Row, far.Label, Names.Data, Names.Model, Model is GaussianMixture);
        }
    }
}
