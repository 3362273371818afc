namespace GmmPure.Cli.Fitting;

/// <summary>Why there is no fit, in one line that also says what to try.</summary>
internal static class FitFailure
{
    /// <summary>That there are fewer distinct rows than components to choose a start from; null if there are enough.</summary>
    public static string? TooFewDistinctRows(FitInput input, FitRequest request)
    {
        if (input.Start is not null)
        {
            return null;
        }

        int distinct = input.Data.CountDistinctRows(limit: input.Components);
        return distinct < input.Components
            ? $"{request.Data.Name} has {Display.Count(distinct, "distinct row")}, "
                + $"fewer than {input.Components} components need; try fewer components (-k)"
            : null;
    }

    /// <summary>
    /// Why every start collapsed: the data's fault if they cannot carry even one component, else the first start's.
    /// </summary>
    public static string Degenerate(Restart<Iteration> first, FitInput input, FitRequest request) =>
        DataFault(first, input, request) is { } fault
            ? $"{request.Data.Name}: {fault}"
            : $"{StartFault(first, input, request)}, fewer components (-k), a simpler --covariance or a --ridge";

    private static string StartFault(Restart<Iteration> first, FitInput input, FitRequest request) => request.Search.Restarts switch
    {
        _ when input.Start is not null || !input.Labels.Names.IsEmpty => $"the fit is degenerate: {Cause(first)}; try another start",
        1 => $"the start of seed {first.Seed} is degenerate: {Cause(first)}; try another --seed, more --restarts",
        _ => $"all {request.Search.Restarts} starts are degenerate, the first (seed {first.Seed}) because {Cause(first)}; "
            + "try another --seed, more --restarts",
    };

    /// <summary>What is wrong with the data themselves: constant columns, or one that others determine.</summary>
    private static string? DataFault(Restart<Iteration> first, FitInput input, FitRequest request)
    {
        var names = input.Data.ColumnNames;
        ImmutableArray<string> constant = [.. names.Where((_, column) => input.Data.ColumnVariances[column] == 0)];
        if (constant.Length == names.Length)
        {
            return $"all rows are the same, so {Cause(first)}; there is nothing to fit";
        }

        if (constant.Length > 0 && input.Structure.Shape != CovarianceShape.Spherical)
        {
            string columns = constant.Length == 1 ? $"column {Display.Names(constant)} is" : $"columns {Display.Names(constant)} are";
            return $"{columns} constant, so {Cause(first)}; try --exclude {Display.Argument(constant)}, or a --ridge";
        }

        return DeterminedColumn(input, request) is { } column
            ? $"column {Display.Field(names[column])} is a linear combination of {Display.Names(names[..column])} (to rounding), "
                + $"so {Cause(first)}; try --exclude {Display.Argument(names[column])}, --covariance diagonal, or a --ridge"
            : null;
    }

    /// <summary>The first column at which the covariance of the data as a whole is singular, if it is.</summary>
    private static int? DeterminedColumn(FitInput input, FitRequest request)
    {
        if (input.Structure.Shape != CovarianceShape.Full)
        {
            return null;
        }

        var everything = Responsibilities.FromLabels(Enumerable.Repeat(0, input.Data.Count), 1);
        return Em.MStep(input.Data, everything, CovarianceStructure.Full, new EmOptions { Ridge = request.Search.Ridge })
            .Match<int?>(_ => null, cause => cause.Match<int?>(_ => null, singular => singular.Column, _ => null));
    }

    private static string Cause(Restart<Iteration> restart) => restart.Last.Status is Degenerate degenerate
        ? $"{DegeneracyText.Of(degenerate.Cause, restart.Last.Model)} at iteration {restart.Last.Index}"
        : string.Empty;
}
