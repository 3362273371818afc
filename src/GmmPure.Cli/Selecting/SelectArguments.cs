using System.CommandLine;
using GmmPure.Cli.Fitting;
using GmmPure.Cli.Options;
using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Selecting;

/// <summary>The options of <c>gmm select</c>: from what was typed to a <see cref="SelectRequest"/>.</summary>
internal sealed class SelectArguments
{
    private readonly DataOptions data = new();
    private readonly SearchArguments search = new(takesOneStart: false);
    private readonly Option<ComponentCounts?> components = ComponentCounts.Option();
    private readonly Option<ImmutableArray<CovarianceStructure>?> covariance = StructureOption.Several();
    private readonly Option<InitMethod?> init = InitOption.Create(takesLabels: false);
    private readonly Option<string?> model = FileOption.Output("--out", "Write the best model.");

    private readonly Option<string?> plot = FileOption.Output("--plot", "Write the picture of the criteria, as SVG.");

    private readonly Option<Criterion?> criterion = new("--criterion")
    {
        Description = "By what the best is chosen: bic, aic or icl; bic by default.",
        HelpName = "C",
        CustomParser = result =>
        {
            string name = result.Tokens[0].Value;
            Criterion? chosen = name switch
            {
                "bic" => Criterion.Bic,
                "aic" => Criterion.Aic,
                "icl" => Criterion.Icl,
                _ => null,
            };
            if (chosen is null)
            {
                result.AddError($"--criterion takes bic, aic or icl, not {Display.Field(name)}");
            }

            return chosen;
        },
    };

    public void AddTo(Command command)
    {
        command.Options.Add(components);
        command.Options.Add(covariance);
        command.Options.Add(criterion);
        data.AddTo(command);
        command.Options.Add(init);
        search.AddTo(command);
        command.Options.Add(model);
        command.Options.Add(plot);
    }

    public SelectRequest Read(ParseResult parsed)
    {
        var request = data.Read(parsed);
        Overwriting.Refuse("--out", parsed.GetValue(model), ("the data", request.Location.File));
        Overwriting.Refuse("--plot", parsed.GetValue(plot), ("the data", request.Location.File));
        if (Overwriting.IsSame(parsed.GetValue(plot), parsed.GetValue(model)))
        {
            throw FailureException.CommandLine("--plot and --out name the same file");
        }

        return new SelectRequest(
            request,
            parsed.GetValue(components)!,
            parsed.GetValue(covariance) ?? CovarianceStructure.All,
            parsed.GetValue(criterion) ?? Criterion.Bic,
            search.Read(parsed, init: parsed.GetValue(init)),
            parsed.GetValue(data.Json),
            parsed.GetValue(model),
            parsed.GetValue(plot));
    }
}
