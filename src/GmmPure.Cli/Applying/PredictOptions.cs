using System.CommandLine;
using GmmPure.Cli.Options;
using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Applying;

/// <summary>The options that say what a prediction is to tell.</summary>
internal sealed class PredictOptions
{
    private readonly Option<ImmutableArray<string>?> keep = DataOptions.Names(
        "--keep", "Columns to carry through: they come first, as text, as they stand in the file; no part of the observation unless the model or --columns name them.");

    private readonly Option<bool> labelsOnly = new("--labels-only")
    {
        Description = "Leave out r_0 … and log_density: component alone, and what the options below add.",
    };

    private readonly Option<double?> threshold = NumberOption.Share(
        "--threshold", "T", "Add a column certain: 1 where the largest responsibility is at least T, else 0. No component changes.");

    private readonly Option<double?> outliers = NumberOption.Share(
        "--outliers",
        "ALPHA",
        "Add columns outlier_level, the probability that a draw from the model is no denser than the row, and outlier: 1 where it is at most ALPHA, else 0.");

    private readonly Option<long?> seed = NumberOption.Seed();

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { keep, labelsOnly, threshold, outliers, seed })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The data, with the columns that are carried through.</summary>
    public DataRequest Keep(ParseResult parsed, DataRequest data) =>
        data with { Options = data.Options with { Columns = data.Choice with { Kept = parsed.GetValue(keep) ?? [] } } };

    public PredictionRequest Read(ParseResult parsed) => new(
        parsed.GetValue(labelsOnly),
        parsed.GetValue(threshold),
        parsed.GetValue(outliers),
        parsed.GetValue(seed) ?? NumberOption.DefaultSeed);
}
