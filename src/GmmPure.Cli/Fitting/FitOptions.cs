using System.CommandLine;
using GmmPure.Cli.Options;
using GmmPure.Cli.Reading;
using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Fitting;

/// <summary>The options of <c>gmm fit</c>: from what was typed to a <see cref="FitRequest"/>.</summary>
internal sealed class FitOptions
{
    private readonly DataOptions data = new();
    private readonly SearchOptions search = new(takesOneStart: true);

    private readonly Option<int?> components = NumberOption.Count(
        "--components", "K", 1, "The number of components; required unless --start or labels give it.", alias: "-k");

    private readonly Option<CovarianceStructure?> covariance = StructureOption.One();

    private readonly Option<InitMethod?> init = InitOption.Create(takesLabels: true);

    private readonly Option<string?> start = FileOption.Input(
        "--start", "A model file with the exact initial parameters, instead of --init; components keep its order.");

    private readonly Option<bool> trace = new("--trace") { Description = "Print every iteration of the kept run." };

    private readonly Option<string?> history = FileOption.Output(
        "--history", "Write every iteration of the kept run, one JSON object a line.");

    private readonly Option<string?> model = FileOption.Output("--out", "Write the model.");

    private readonly Option<string?> plot = FileOption.Output("--plot", "Write the picture of the fit, as SVG.");

    public void AddTo(Command command)
    {
        command.Options.Add(components);
        command.Options.Add(covariance);
        data.AddTo(command);
        command.Options.Add(init);
        command.Options.Add(start);
        search.AddTo(command);
        command.Options.Add(trace);
        command.Options.Add(history);
        command.Options.Add(model);
        command.Options.Add(plot);
    }

    public FitRequest Read(ParseResult parsed)
    {
        var method = parsed.GetValue(init);
        string? from = parsed.GetValue(start);
        var request = new FitRequest(
            data.Read(parsed, method?.LabelColumn),
            parsed.GetValue(components),
            parsed.GetValue(covariance),
            from,
            method ?? InitMethod.Default,
            search.Read(parsed, isOneStart: from is not null || method?.LabelColumn is not null),
            new FitOutput(
                parsed.GetValue(data.Json),
                parsed.GetValue(trace),
                parsed.GetValue(model),
                parsed.GetValue(history),
                parsed.GetValue(plot)));
        if (Contradiction(request, method is not null) is { } contradiction)
        {
            throw FailureException.CommandLine(contradiction);
        }

        // A model may be replaced by its own continuation; by its history it would be lost.
        Overwriting.Refuse("--out", request.Output.Model, ("the data", request.Data.Path));
        Overwriting.Refuse(
            "--history", request.Output.History, ("the data", request.Data.Path), ("the model to start from", from));
        Overwriting.Refuse(
            "--plot", request.Output.Plot, ("the data", request.Data.Path), ("the model to start from", from));
        return request;
    }

    private static string? Contradiction(FitRequest request, bool isInitGiven) => request switch
    {
        { Start: not null } when isInitGiven => "--init contradicts --start, which gives the start itself",
        { Components: null, Start: null, Init.LabelColumn: null } =>
            "fit needs the number of components: -k K, --start FILE or --init labels:COLUMN",
        { Start: InputFile.StandardInput, Data.Path: InputFile.StandardInput } =>
            "only one of the data and the model to start from can be standard input",
        { Output: var output } when Overwriting.IsSame(output.Model, output.History) => "--out and --history name the same file",
        { Output: var output } when Overwriting.IsSame(output.Plot, output.Model) => "--plot and --out name the same file",
        { Output: var output } when Overwriting.IsSame(output.Plot, output.History) => "--plot and --history name the same file",
        _ => null,
    };
}
