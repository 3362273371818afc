using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Fitting;

/// <summary>What a fit is computed from, read and made to agree.</summary>
/// <param name="Name">What messages call the data.</param>
/// <param name="Data">N×D.</param>
/// <param name="Components">K.</param>
/// <param name="Structure">The covariance structure.</param>
/// <param name="Start">The exact start, if it is given; its columns are the data's.</param>
/// <param name="Labels">The labels to start from, if any do.</param>
/// <param name="IsRandom">Whether starts are random responsibilities, rather than k-means++.</param>
/// <param name="Warning">What is odd about the data, if anything is.</param>
internal sealed record FitInput(
    string Name,
    Dataset Data,
    int Components,
    CovarianceStructure Structure,
    GaussianMixture? Start,
    LabelledStart Labels,
    bool IsRandom,
    string? Warning)
{
    /// <summary>Reads the files that a request names.</summary>
    public static FitInput Read(FitRequest request, Shell shell)
    {
        var start = request.Start is { } path ? ModelFile.Read(shell, path) : null;
        CheckAgreement(request, start);
        var matching = start is null ? null : new ModelColumns(start, request.Start!, request.Data);
        var read = DataFile.Read(shell, request.Data, matching is null ? request.Data.Choose : matching.Choose);
        (Dataset data, GaussianMixture? named) = matching is null ? (read.Data, null) : matching.Name(read);
        var labels = LabelledStart.Of(read, request);
        int components = start?.ComponentCount ?? (labels.Names.IsEmpty ? request.Components!.Value : labels.Names.Length);
        var structure = start?.Structure ?? request.Structure ?? CovarianceStructure.Full;
        if (start is null && data.Count < components)
        {
            throw FailureException.Input(
                $"{request.Data.Name}: {Display.Count(data.Count, "row")} for {components} components are too few");
        }

        Capacity.Check(request.Data.Name, data, components, structure, request.Init.IsRandom);
        return new FitInput(
            request.Data.Name, data, components, structure, named, labels, request.Init.IsRandom, read.Warning(request.Data));
    }

    /// <summary>Where the run of a seed starts.</summary>
    public GaussianMixture StartOf(long seed, EmOptions options) => this switch
    {
        { Start: { } start } => start,
        { Labels.Names.IsEmpty: false } => Initial.FromLabels(Data, Labels.Components, Structure, options),
        { IsRandom: true } => Initial.Random(Data, Components, seed, Structure, options),
        _ => Initial.KMeansPlusPlus(Data, Components, seed, Structure, options),
    };

    private static void CheckAgreement(FitRequest request, GaussianMixture? start)
    {
        if (start is not null && request.Components is { } components && components != start.ComponentCount)
        {
            throw FailureException.CommandLine(
                $"-k {components} contradicts --start {request.Start}, "
                + $"which has {Display.Count(start.ComponentCount, "component")}");
        }

        if (start is not null && request.Structure is { } structure && structure != start.Structure)
        {
            throw FailureException.CommandLine(
                $"--covariance {structure.Name} contradicts --start {request.Start}, which is {start.Structure.Name}");
        }
    }
}
