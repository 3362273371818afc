using System.CommandLine;
using GmmPure.Cli.Kinds;
using GmmPure.Cli.Options;
using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Fitting;

/// <summary>What to fit, from where and how: the options that <c>fit</c> and <c>report</c> have in common.</summary>
internal sealed class StartOptions
{
    private readonly DataOptions data = new();
    private readonly SearchArguments search = new(takesOneStart: true);

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

    /// <summary>What was typed: of Gaussian mixtures, as output whether it is to be JSON, and no files.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <param name="labels">The column of labels that rows keep, if another option names one.</param>
    public FitRequest Read(ParseResult parsed, string? labels = null)
    {
        var typed = parsed.GetValue(init);
        if (labels is not null && typed is not null)
        {
            throw FailureException.CommandLine("--init contradicts --labels, which give the start themselves");
        }

        var method = labels is null ? typed : new InitMethod(LabelColumn: labels, KeepsLabels: true);
        string? from = parsed.GetValue(start);
        var request = new FitRequest(
            data.Read(parsed, method?.LabelColumn, method?.KeepsLabels ?? false),
            parsed.GetValue(components),
            new FamilyChoice(null, null, parsed.GetValue(covariance)),
            from,
            method ?? InitMethod.Default,
            IsHard: false,
            search.Read(parsed, method, isOneStart: from is not null || method?.LabelColumn is not null),
            new FitOutput(parsed.GetValue(data.Json)));
        return Contradiction(request, typed is not null, parsed.CommandResult.Command.Name) is { } contradiction
            ? throw FailureException.CommandLine(contradiction)
            : request;
    }

    private static string? Contradiction(FitRequest request, bool isInitGiven, string command) => request switch
    {
        { Start: not null } when isInitGiven => "--init contradicts --start, which gives the start itself",
        { Components: null, Start: null, Init.LabelColumn: null } =>
            $"{command} needs the number of components: -k K, --start FILE{(command is "fit" ? ", --labels COLUMN" : string.Empty)} or --init labels:COLUMN",
        { Start: { } start, Data.Path: var data } when InputFile.IsStandardInput(start) && InputFile.IsStandardInput(data) =>
            "only one of the data and the model to start from can be standard input",
        _ => null,
    };
}
