using GmmPure.Cli.Fitting;
using GmmPure.Cli.Kinds;
using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Selecting;

/// <summary>A comparison of models that came to something: what was asked and read, and what was found.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Data">What was fitted.</param>
/// <param name="Found">The models and the best of them.</param>
/// <param name="Warning">What is odd about the data, if anything is.</param>
internal sealed record SelectRun(SelectRequest Request, Dataset Data, Selection Found, string? Warning)
{
    /// <summary>The data, their size, and how many models were compared, in words.</summary>
    public string Heading => Display.OneLine($"{Request.Data.Name}: {Sizes}");

    /// <summary>The size of the data, and how many models were compared.</summary>
    public string Sizes =>
        $"{Display.Count(Data.Count, "row")}, {Display.Count(Data.Dimension, "column")}; "
        + Display.Count(Found.Candidates.Length, "model")
        + (Request.Options.Search.IsExhaustive ? $", {Display.Count(Request.Options.Search.Restarts, "restart")} each" : string.Empty);

    /// <summary>Why a model has no fit; null if it has one.</summary>
    public static string? Fault(Candidate candidate) => candidate.Outcome.Match<string?>(
        _ => null,
        fault => fault.Match(
            _ => "too few distinct rows",
            _ => "too few distinct rows",
            noStart => noStart.Message,
            all => DegeneracyText.Of(all.Cause, all.First.Run.Last.Model.ColumnNames)));

    /// <summary>Reads the data and fits every model, or fails with what is wrong.</summary>
    public static SelectRun Of(SelectRequest request, Shell shell)
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

        foreach (var structure in request.Structures)
        {
            Kind.Gaussian(structure).Check(read.Data, request.Components.Largest, request.Data.Name);
        }

        var progress = new SelectProgress();
        var found = shell.Compute(progress.Describe, () => GaussianMixture.TrySelect(
            read.Data,
            request.Components.Each,
            new SelectOptions { Structures = request.Structures, Criterion = request.Criterion, Fit = request.Options },
            (components, structure, history) => progress.Watch(components, structure, history)
                .Select(each => FitRun.Checked(each, request.Data.Name))));
        if (!found.TryGet(out var selection, out var fault))
        {
            throw Degenerate(fault, read.Data, request);
        }

        foreach (var candidate in selection.Candidates)
        {
            Refuse(candidate.Outcome.Match<FitFault?>(_ => null, each => each), Name(candidate.Components, candidate.Structure), request);
        }

        return new SelectRun(request, read.Data, selection, read.Warning(request.Data));
    }

    /// <summary>A model in words.</summary>
    public static string Name(int components, CovarianceStructure structure) => $"{Display.Count(components, "component")}, {structure.Name}";

    /// <summary>A row out of every component's reach is the data's fault, whichever model finds it.</summary>
    private static void Refuse(FitFault? fault, string model, SelectRequest request)
    {
        if (fault is FitFault.AllDegenerate { Cause: Degeneracy.Unreachable row })
        {
            throw FailureException.Unreachable(row.Row, row.Label, request.Data.Name, $"the model ({model})", isReal: true);
        }
    }

    private static FailureException Degenerate(FitFault fault, Dataset data, SelectRequest request)
    {
        string first = Name(request.Components.Each.First(), request.Structures[0]);
        Refuse(fault, first, request);
        return FailureException.Degenerate(
            $"{request.Data.Name}: every model is degenerate, the first ({first}) because {Words(fault, data)}; "
            + "try fewer components (-k), other columns, a simpler --covariance or a --ridge");
    }

    private static string Words(FitFault fault, Dataset data) => fault.Match(
        _ => "there are too few distinct rows",
        few => FormattableString.Invariant($"a full covariance takes {few.Needed} rows that differ"),
        noStart => noStart.Message,
        degenerate => FitFailure.Because(data, degenerate.First.Run.Last));
}
