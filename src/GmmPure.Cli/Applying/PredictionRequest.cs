namespace GmmPure.Cli.Applying;

/// <summary>What a prediction is to tell of every row.</summary>
/// <param name="LabelsOnly">Whether responsibilities and densities are left out.</param>
/// <param name="Threshold">From which responsibility on a row is certain of its component; null if that is not asked.</param>
/// <param name="Alpha">Up to which level a row is an outlier; null if that is not asked.</param>
/// <param name="Seed">The seed of draws, if the levels need some.</param>
internal sealed record PredictionRequest(bool LabelsOnly, double? Threshold, double? Alpha, long Seed);
