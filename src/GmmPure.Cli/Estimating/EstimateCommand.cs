using System.CommandLine;
using GmmPure.Cli.Options;
using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Estimating;

/// <summary><c>gmm estimate</c>: maximum likelihood of one distribution.</summary>
internal static class EstimateCommand
{
    public static Command Create(Shell shell)
    {
        var family = FamilyOption.ToEstimate();
        var trials = FamilyOption.Trials();
        var structure = StructureOption.One("full by default (gaussian)");
        var candidates = CandidatesOption.Create();
        var data = new DataOptions();
        var command = new Command("estimate", "Estimate one distribution by maximum likelihood.") { family };
        data.AddTo(command);
        foreach (var option in new Option[] { trials, structure, candidates })
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed => (int)Run(
            new EstimateRequest(
                parsed.GetRequiredValue(family),
                data.Read(parsed),
                parsed.GetValue(trials),
                parsed.GetValue(structure),
                parsed.GetValue(candidates),
                parsed.GetValue(data.Json)).Checked(),
            shell));
        return command;
    }

    private static ExitCode Run(EstimateRequest request, Shell shell)
    {
        var data = request.Data.Of(request.Family);
        var read = shell.Compute(() => $"reading {data.Name}", () => DataFile.Read(shell, data, data.Choose));
        var report = shell.Compute(() => "estimating", () => Estimation.Of(request, read));
        shell.Print(request.IsJson ? report.ToJson() : report.ToText(request.Data.Name));
        shell.Warn(read.Warning(request.Data));
        shell.Warn(WeightWarning.Of(request.Data, read.Data, report.FreeParameters));
        return ExitCode.Done;
    }
}
