namespace GmmPure.Cli.Kinds;

/// <summary>What is wrong with data of which every fit of Gaussians degenerates: constant columns, or one that others determine.</summary>
internal static class GaussianFault
{
    /// <summary>The fault in words; null if it is not the data's.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="structure">The covariance structure.</param>
    /// <param name="cause">How the first fit degenerated, in words.</param>
    /// <param name="ridge">What is added to every covariance's diagonal.</param>
    public static string? Words(Dataset data, CovarianceStructure structure, string cause, double ridge)
    {
        var names = data.ColumnNames;
        ImmutableArray<string> constant = [.. names.Where((_, column) => data.ColumnVariances[column] == 0)];
        if (constant.Length == names.Length)
        {
            return $"all rows are the same, so {cause}; there is nothing to fit";
        }

        if (constant.Length > 0 && structure.Shape != CovarianceShape.Spherical)
        {
            string columns = constant.Length == 1 ? $"column {Display.Names(constant)} is" : $"columns {Display.Names(constant)} are";
            return $"{columns} constant, so {cause}; try --exclude {Display.Argument(constant)}, or a --ridge";
        }

        return DeterminedColumn(data, structure, ridge) is { } column
            ? $"column {Display.Field(names[column])} is a linear combination of {Display.Names(names[..column])} (to rounding), "
                + $"so {cause}; try --exclude {Display.Argument(names[column])}, --covariance diagonal, or a --ridge"
            : null;
    }

    /// <summary>The first column at which the covariance of the data as a whole is singular, if it is.</summary>
    private static int? DeterminedColumn(Dataset data, CovarianceStructure structure, double ridge)
    {
        if (structure.Shape != CovarianceShape.Full)
        {
            return null;
        }

        var everything = Responsibilities.FromLabels(new int[data.Count], 1);
        return Em.MStep(data, everything, CovarianceStructure.Full, new EmOptions { Ridge = ridge })
            .Match<int?>(_ => null, cause => cause.Match<int?>(_ => null, singular => singular.Column, _ => null, _ => null));
    }
}
