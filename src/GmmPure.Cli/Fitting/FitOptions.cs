using System.CommandLine;
using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Fitting;

/// <summary>The options of <c>gmm fit</c>: from what was typed to a <see cref="FitRequest"/>.</summary>
internal sealed class FitOptions
{
    private const int DefaultRestarts = 10;
    private const long DefaultSeed = 1;
    private const double DefaultTolerance = 1e-8;
    private const int DefaultMaxIterations = 1000;

    private readonly DataOptions data = new();

    private readonly Option<int?> components = NumberOption.Count(
        "--components", "K", 1, "The number of components; required unless --start gives it.", "-k");

    private readonly Option<CovarianceStructure?> covariance = new("--covariance")
    {
        Description = $"{StructureNames}; full by default.",
        HelpName = "S",
        CustomParser = result =>
        {
            string name = result.Tokens[0].Value;
            var structure = CovarianceStructure.FromName(name);
            if (structure is null)
            {
                result.AddError($"--covariance takes {StructureNames}, not {Display.Field(name)}");
            }

            return structure;
        },
    };

    private readonly Option<string?> start = FileOption(
        "--start", "A model file with the exact initial parameters; components keep its order.");

    private readonly Option<long?> seed = NumberOption.Whole(
        "--seed", "N", $"The seed of everything random; {DefaultSeed} by default.");

    private readonly Option<int?> restarts = NumberOption.Count(
        "--restarts",
        "R",
        1,
        $"Independent starts, of which the best is kept; {DefaultRestarts} by default, 1 with --start.");

    private readonly Option<double?> tolerance = NumberOption.NonNegative(
        "--tolerance",
        "T",
        "Stop when an iteration gains at most this much log-likelihood per sample; 1e-8 by default, 0 never stops early.");

    private readonly Option<int?> maxIterations = NumberOption.Count(
        "--max-iterations", "M", 0, $"At most so many EM iterations after the start; {DefaultMaxIterations} by default.");

    private readonly Option<double?> ridge = NumberOption.NonNegative(
        "--ridge", "E", "Added to every covariance's diagonal in the M-step; 0 by default.");

    private readonly Option<string?> history = FileOption(
        "--history", "Write every iteration of the kept run, one JSON object a line.");

    private readonly Option<string?> model = FileOption("--out", "Write the model.");

    private static string StructureNames => string.Join(", ", CovarianceStructure.All.Select(each => each.Name));

    public void AddTo(Command command)
    {
        data.AddTo(command);
        foreach (var option in new Option[]
        {
            components, covariance, start, seed, restarts, tolerance, maxIterations, ridge, history, model,
        })
        {
            command.Options.Add(option);
        }
    }

    public FitRequest Read(ParseResult parsed)
    {
        var request = new FitRequest(
            data.Read(parsed),
            parsed.GetValue(components),
            parsed.GetValue(covariance),
            parsed.GetValue(start),
            parsed.GetValue(seed) ?? DefaultSeed,
            parsed.GetValue(restarts) ?? (parsed.GetValue(start) is null ? DefaultRestarts : 1),
            new Stopping(
                parsed.GetValue(tolerance) ?? DefaultTolerance, parsed.GetValue(maxIterations) ?? DefaultMaxIterations),
            parsed.GetValue(ridge) ?? 0,
            new FitOutput(parsed.GetValue(model), parsed.GetValue(history)));
        return Contradiction(request) is { } contradiction
            ? throw FailureException.CommandLine(contradiction)
            : request;
    }

    private static string? Contradiction(FitRequest request) => request switch
    {
        { Components: null, Start: null } => "fit needs the number of components: -k K, or --start FILE",
        { Start: not null, Restarts: > 1 } => "--restarts cannot be more than 1 with --start: every run would be the same",
        { Output: { Model: { } model, History: { } history } } when SamePath(model, history) =>
            "--out and --history name the same file",
        { Output.Model: { } model } when SamePath(model, request.Data.Path) => "--out would overwrite the data",
        { Output.History: { } history } when SamePath(history, request.Data.Path) => "--history would overwrite the data",
        { Output.History: { } history, Start: { } start } when SamePath(history, start) =>
            "--history would overwrite the model to start from",
        { Ridge: > EmOptions.LargestRidge } => FormattableString.Invariant($"--ridge is at most {EmOptions.LargestRidge:G3}"),
        _ => null,
    };

    private static bool SamePath(string one, string other) =>
        !Writing.OutputFile.IsDevice(one)
        && string.Equals(Writing.RealPath.Of(one), Writing.RealPath.Of(other), StringComparison.Ordinal);

    private static Option<string?> FileOption(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "FILE",
        CustomParser = result =>
        {
            string path = result.Tokens[0].Value;
            if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
            {
                result.AddError($"{name} takes the name of a file");
            }

            return path;
        },
    };
}
