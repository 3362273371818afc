using GmmPure.Cli.Reading;
using GmmPure.Cli.Writing;
using GmmPure.Pictures;

namespace GmmPure.Cli.Plotting;

/// <summary>What <c>gmm plot</c> is asked to do: the command line as a value.</summary>
/// <param name="History">The history's file.</param>
/// <param name="Data">The data to draw below the mixtures, if any.</param>
/// <param name="Iterations">Which iterations to draw over the data; the last if none is named.</param>
/// <param name="Output">The file for the picture.</param>
internal sealed record PlotRequest(string History, DataRequest? Data, ImmutableArray<int> Iterations, string Output)
{
    /// <summary>Refuses what contradicts itself, or would overwrite what is read.</summary>
    public void Check()
    {
        if (Data is null && !Iterations.IsEmpty)
        {
            throw FailureException.CommandLine("--iterations needs the data: gmm plot HISTORY DATA --iterations 0,1,5 --out FILE");
        }

        if (InputFile.IsStandardInput(History) && InputFile.IsStandardInput(Data?.Path))
        {
            throw FailureException.CommandLine("only one of the history and the data can be standard input");
        }

        Overwriting.Refuse("--out", Output, ("the history", History), ("the data", Data?.Path));
    }

    /// <summary>The iterations to draw over the data.</summary>
    public ImmutableArray<Snapshot> Choose(ImmutableArray<Snapshot> history) => Iterations.IsEmpty
        ? [history[^1]]
        : [.. Iterations.Select(index => history.FirstOrDefault(moment => moment.Index == index) ?? throw FailureException.Input(
            FormattableString.Invariant(
                $"{InputFile.Name(History)}: has no iteration {index}; its iterations are {history[0].Index} to {history[^1].Index}")))];
}
