using System.CommandLine;
using GmmPure.Cli.Options;
using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Applying;

/// <summary><c>gmm cutoff</c>: where the most probable component of a mixture in one column changes.</summary>
internal static class CutOffCommand
{
    public static Command Create(Shell shell)
    {
        var model = FileOption.Model();
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead." };
        var command = new Command("cutoff", "Tell at which values the most probable component changes, in one column.") { model, json };
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(model);
            var table = TableOf(ModelFile.Read(shell, path), InputFile.Name(path));
            shell.Print(parsed.GetValue(json) ? table.ToJson() : table.ToTable());
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static CutOffTable TableOf(IMixture mixture, string name)
    {
        if (mixture.Dimension != 1)
        {
            throw FailureException.Input($"{name}: the model has {mixture.Dimension} columns, and a cut-off is a value of one");
        }

        try
        {
            return CutOffTable.Of(mixture);
        }
        catch (NotSupportedException)
        {
            throw FailureException.Input(
                $"{name}: {mixture.FamilyName} components have no cut-offs here; gaussian, exponential, gamma, poisson and bernoulli ones do");
        }
    }
}
