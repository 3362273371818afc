using System.CommandLine;
using GmmPure.Cli.Options;
using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Fitting;

/// <summary>What to fit, from where and how: the options that <c>fit</c> and <c>report</c> have in common.</summary>
internal sealed class StartOptions
{
    private readonly DataOptions data = new();
    private readonly SearchOptions search = new(takesOneStart: true);

    private readonly Option<int?> components = NumberOption.Count(
        "--components", "K", 1, "The number of components; required unless --start or labels give it.", alias: "-k");

    private readonly Option<CovarianceStructure?> covariance = StructureOption.One();

    private readonly Option<InitMethod?> init = InitOption.Create(takesLabels: true);

    private readonly Option<string?> start = FileOption.Input(
        "--start", "A model file with the exact initial parameters, instead of --init; components keep its order.");

    public void AddTo(Command command)
    {
        command.Options.Add(components);
        command.Options.Add(covariance);
        data.AddTo(command);
        command.Options.Add(init);
        command.Options.Add(start);
        search.AddTo(command);
    }

    /// <summary>What was typed; as output, whether it is to be JSON, and no files.</summary>
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
            new FitOutput(parsed.GetValue(data.Json), IsTraced: false, Model: null, History: null, Plot: null));
        return Contradiction(request, method is not null, parsed.CommandResult.Command.Name) is { } contradiction
            ? throw FailureException.CommandLine(contradiction)
            : request;
    }

    private static string? Contradiction(FitRequest request, bool isInitGiven, string command) => request switch
    {
        { Start: not null } when isInitGiven => "--init contradicts --start, which gives the start itself",
        { Components: null, Start: null, Init.LabelColumn: null } =>
            $"{command} needs the number of components: -k K, --start FILE or --init labels:COLUMN",
        { Start: InputFile.StandardInput, Data.Path: InputFile.StandardInput } =>
            "only one of the data and the model to start from can be standard input",
        _ => null,
    };
}
