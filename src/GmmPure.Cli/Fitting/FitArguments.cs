using System.CommandLine;
using GmmPure.Cli.Options;
using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Fitting;

/// <summary>The options of <c>gmm fit</c>: from what was typed to a <see cref="FitRequest"/>.</summary>
internal sealed class FitArguments
{
    private readonly StartOptions start = new();

    private readonly Option<string?> family = FamilyOption.OfMixtures();

    private readonly Option<int?> trials = FamilyOption.Trials();

    private readonly Option<bool> hard = new("--hard")
    {
        Description = "Give every row to its most probable component alone (classification EM).",
    };

    private readonly Option<string?> labels = new("--labels")
    {
        Description = "A column of labels, no part of the observation, that rows keep in every iteration; a cell that is empty is unknown.",
        HelpName = "COLUMN",
    };

    private readonly Option<bool> trace = new("--trace") { Description = "Print every iteration of the kept run." };

    private readonly Option<string?> history = FileOption.Output(
        "--history", "Write every iteration of the kept run, one JSON object a line.");

    private readonly Option<string?> model = FileOption.Output("--out", "Write the model.");

    private readonly Option<string?> plot = FileOption.Output("--plot", "Write the picture of the fit, as SVG.");

    public void AddTo(Command command)
    {
        start.AddTo(command);
        foreach (var option in new Option[] { family, trials, hard, labels, trace, history, model, plot })
        {
            command.Options.Add(option);
        }
    }

    public FitRequest Read(ParseResult parsed)
    {
        var request = start.Read(parsed, parsed.GetValue(labels)?.Trim());
        var choice = request.Family with { Name = parsed.GetValue(family), Trials = parsed.GetValue(trials) };
        var output = request.Output with
        {
            IsTraced = parsed.GetValue(trace),
            Model = parsed.GetValue(model),
            History = parsed.GetValue(history),
            Plot = parsed.GetValue(plot),
            Drawn = parsed.GetValue(plot) is null ? null : "--plot",
        };
        if ((Contradiction(output) ?? choice.Contradiction(request.Options.Em.Ridge > 0, request.Start is not null)) is { } contradiction)
        {
            throw FailureException.CommandLine(contradiction);
        }

        // A model may be replaced by its own continuation; by its history it would be lost.
        Overwriting.Refuse("--out", output.Model, ("the data", request.Data.Location.File));
        Overwriting.Refuse(
            "--history", output.History, ("the data", request.Data.Location.File), ("the model to start from", request.Start));
        Overwriting.Refuse(
            "--plot", output.Plot, ("the data", request.Data.Location.File), ("the model to start from", request.Start));
        return request with { Family = choice, IsHard = parsed.GetValue(hard), Output = output };
    }

    private static string? Contradiction(FitOutput output) => output switch
    {
        _ when Overwriting.IsSame(output.Model, output.History) => "--out and --history name the same file",
        _ when Overwriting.IsSame(output.Plot, output.Model) => "--plot and --out name the same file",
        _ when Overwriting.IsSame(output.Plot, output.History) => "--plot and --history name the same file",
        _ => null,
    };
}
