using GmmPure.Cli.Kinds;
using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Fitting;

/// <summary>What a fit is computed from, read and made to agree.</summary>
/// <param name="Name">What messages call the data.</param>
/// <param name="Data">N×D, with the labels that rows keep, if they do.</param>
/// <param name="Components">K.</param>
/// <param name="Kind">The family, and of Gaussians the covariance structure.</param>
/// <param name="Start">The exact start, if it is given; its columns are the data's.</param>
/// <param name="Labels">The labels to start from, if any do.</param>
/// <param name="Variant">What is to be different from plain EM.</param>
/// <param name="Warning">What is odd about the data, if anything is.</param>
internal sealed record FitInput(
    string Name,
    Dataset Data,
    int Components,
    Kind Kind,
    IMixture? Start,
    RowLabels Labels,
    EmVariant Variant,
    string? Warning)
{
    /// <summary>Reads the files that a request names.</summary>
    public static FitInput Read(FitRequest request, Shell shell)
    {
        var (start, note) = request.Start is { } path ? ModelFile.ReadStart(shell, path) : (null, null);
        CheckAgreement(request, start);
        var wanted = start is null ? request.Data.Of(request.Family.Name) : request.Data.Of(start);
        var matching = start is null ? null : new ModelColumns(start, request.Start!, wanted);
        var read = DataFile.Read(shell, wanted, matching is null ? wanted.Choose : matching.Choose);
        (Dataset data, IMixture? named) = matching is null ? (read.Data, null) : matching.Name(read);
        var labels = RowLabels.Of(read, request, start);
        int components = start?.ComponentCount ?? (labels.Names.IsEmpty ? request.Components!.Value : labels.Names.Length);
        var kind = (start is null ? null : Kind.Of(start)) ?? request.Family.KindFor(read, request.Data.Name);
        CheckDrawn(request, kind);
        CheckInit(request.Init, kind);
        if (start is null && data.Count < components)
        {
            throw FailureException.Input(
                $"{request.Data.Name}: {Display.Count(data.Count, "row")} for {components} components are too few{OneRow(data)}");
        }

        var input = new FitInput(
            request.Data.Name,
            request.Init.KeepsLabels ? data.WithLabels(labels.Components) : data,
            components,
            kind,
            named,
            labels,
            new EmVariant { IsHard = request.IsHard },
            (read.Warning(request.Data), note) is ({ } warning, { } rounded) ? $"{rounded}; {warning}" : note ?? read.Warning(request.Data));
        input.Check();
        return input;
    }

    /// <summary>What to do where the values of one variable stand in a row.</summary>
    public static string OneRow(Dataset data) => data is { Count: 1, Dimension: > 1 }
        ? $": it has {data.Dimension} columns; the values of one variable go one to a line"
        : string.Empty;

    /// <summary>Refuses data that such a mixture cannot have made, and what memory cannot hold.</summary>
    public void Check()
    {
        Kind.Check(Data, Components, Name);
        if (Variant != EmVariant.Plain || !Data.Labels.IsEmpty || Kind is { IsGaussian: false })
        {
            Capacity.CheckResponsibilities(Name, Data, Components);
        }
    }

    /// <summary>Whether every run would start alike.</summary>
    public bool HasOneStart => Start is not null || !Labels.Names.IsEmpty;

    /// <summary>The start that is given, by a model or by labels; null if there is none.</summary>
    private Outcome<IMixture, Degeneracy>? GivenStart(EmOptions options) => this switch
    {
        { Start: { } start } => Outcome.Success<IMixture, Degeneracy>(start),
        { Labels.Names.IsEmpty: false } => Kind.Family.TryFromLabels(Data, Labels.Components, options),
        _ => null,
    };

    /// <summary>The best fit from the start that is given, or from starts of several kinds; or why there is none.</summary>
    /// <param name="options">How to search.</param>
    /// <param name="through">Through what every history is led.</param>
    public Outcome<Fit<IMixture>, FitFault> Fit(
        FitOptions options, Func<IEnumerable<Iteration<IMixture>>, IEnumerable<Iteration<IMixture>>> through)
    {
        var own = options with { Variant = Variant };
        return GivenStart(options.Em) is { } given
            ? given.Match(
                start => Fits.TryFrom(Data, [start], own, through),
                cause => new FitFault.NoStart(cause))
            : Fits.Try(
                Data,
                Components,
                (kind, seed, em) => Kind.Start(kind, Data, Components, seed, em),
                own with { Search = own.Search with { Kinds = [.. own.Search.Kinds.Intersect(Kind.StartKinds)] } },
                Kind.Near(Data, Components),
                through);
    }

    private static void CheckAgreement(FitRequest request, IMixture? start)
    {
        if (start is null)
        {
            return;
        }

        if (request.Components is { } components && components != start.ComponentCount)
        {
            throw FailureException.CommandLine(
                $"-k {components} contradicts --start {request.Start}, "
                + $"which has {Display.Count(start.ComponentCount, "component")}");
        }

        if (request.Family.Contradiction(start, request.Start!) is { } contradiction)
        {
            throw FailureException.CommandLine(contradiction);
        }

        if (request.Options.Em.Ridge > 0 && start is not GaussianMixture)
        {
            throw FailureException.CommandLine($"--ridge contradicts --start {request.Start}, which is {start.FamilyName}");
        }
    }

    private static void CheckInit(InitMethod init, Kind kind)
    {
        if (init.Only is { } only && !kind.StartKinds.Contains(only))
        {
            string kinds = string.Join(" or ", kind.StartKinds.Select(each => StartText.Of(each)));
            throw FailureException.CommandLine($"--init {StartText.Of(only)} starts Gaussian mixtures; {kind.Name} ones take {kinds}");
        }
    }

    private static void CheckDrawn(FitRequest request, Kind kind)
    {
        if (request.Output.Drawn is { } drawn && kind is { IsGaussian: false })
        {
            throw FailureException.CommandLine($"{drawn} draws Gaussian mixtures, not {kind.Name} ones");
        }
    }
}
