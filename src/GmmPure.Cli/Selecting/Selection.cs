using GmmPure.Cli.Fitting;
using GmmPure.Cli.Kinds;
using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Selecting;

/// <summary>The models that were compared.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Data">What was fitted.</param>
/// <param name="Candidates">One or more.</param>
/// <param name="Warning">What is odd about the data, if anything is.</param>
internal sealed record Selection(
    SelectRequest Request, Dataset Data, ImmutableArray<Candidate> Candidates, string? Warning)
{
    /// <summary>The best of those that could be fitted; of equals the first.</summary>
    public Candidate? Best => BestBy(Request.Criterion);

    /// <summary>The data, their size, and how many models were compared, in words.</summary>
    public string Heading => Display.OneLine($"{Request.Data.Name}: {Sizes}");

    /// <summary>The size of the data, and how many models were compared.</summary>
    public string Sizes =>
        $"{Display.Count(Data.Count, "row")}, {Display.Count(Data.Dimension, "column")}; "
        + Display.Count(Candidates.Length, "model")
        + (Request.Init.Only is null ? string.Empty : $", {Display.Count(Request.Search.Restarts, "restart")} each");

    /// <summary>The candidate with the lowest value of a criterion, if any could be fitted.</summary>
    public Candidate? BestBy(Criterion criterion) =>
        Candidates.Where(candidate => candidate.Best is not null).MinBy(candidate => candidate.Value(criterion));

    /// <summary>Reads the data and fits every model.</summary>
    public static Selection Of(SelectRequest request, Shell shell)
    {
        var read = shell.Compute(
            () => $"reading {request.Data.Name}",
            () => DataFile.Read(shell, request.Data, request.Data.Choose));
        if (read.Data.Count < request.Components.Largest)
        {
            throw FailureException.Input(
                $"{request.Data.Name}: {Display.Count(read.Data.Count, "row")} "
                + $"for {request.Components.Largest} components are too few{FitInput.OneRow(read.Data)}");
        }

        FitInput[] models =
        [
            .. request.Grid(read.Data.Dimension).Select(model => new FitInput(
                request.Data.Name,
                read.Data,
                model.Components,
                Kind.Gaussian(model.Structure),
                Start: null,
                RowLabels.None,
                EmVariant.Plain,
                request.Init.Only,
                Warning: null)),
        ];
        foreach (var model in models)
        {
            model.Check();
        }

        var candidates = models.Select((model, index) => Fit(model, $"model {index + 1} of {models.Length}", request, shell));
        return new Selection(request, read.Data, [.. candidates], read.Warning(request.Data));
    }

    private static Candidate Fit(FitInput model, string which, SelectRequest request, Shell shell)
    {
        var structure = model.Kind.Structure!;
        string name = $"{Display.Count(model.Components, "component")}, {structure.Name}";
        var progress = new FitProgress();
        var candidate = shell.Compute(
            () => $"{which} ({name}): {progress.Describe()}",
            () => Candidate.Of(model, structure, request.Search, progress));
        return candidate.Result?.Unreachable is { } row
            ? throw FailureException.Unreachable(row.Row, row.Label, request.Data.Name, $"the model ({name})", isReal: true)
            : candidate;
    }
}
