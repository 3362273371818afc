using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Fitting;

/// <summary>What a fit is computed from, read and made to agree.</summary>
/// <param name="Data">N×D.</param>
/// <param name="Components">K.</param>
/// <param name="Structure">The covariance structure.</param>
/// <param name="Start">The exact start, if it is given; its columns are the data's.</param>
/// <param name="HeaderLooksLikeData">Whether what was taken for a header consists of numbers only.</param>
internal sealed record FitInput(
    Dataset Data, int Components, CovarianceStructure Structure, GaussianMixture? Start, bool HeaderLooksLikeData)
{
    public static FitInput Read(FitRequest request)
    {
        var start = request.Start is { } path ? ModelFile.Read(path) : null;
        CheckAgreement(request, start);
        var read = CsvData.Read(request.Data, header => StartColumns.Choose(header, request, start));
        var (data, named) = StartColumns.Name(read, start);
        int components = start?.ComponentCount ?? request.Components!.Value;
        return start is null && data.Count < components
            ? throw FailureException.Input(
                $"{request.Data.Name}: {Display.Count(data.Count, "row")} for {components} components are too few")
            : new FitInput(
                data, components, start?.Structure ?? request.Structure ?? default, named, read.HeaderLooksLikeData);
    }

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
