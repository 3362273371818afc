namespace GmmPure.Cli.Models;

/// <summary>Mixtures of Gaussians.</summary>
/// <param name="Structure">The covariance structure.</param>
internal sealed record GaussianKind(CovarianceStructure Structure) : IKind
{
    public string Family => FamilyName.Gaussian;

    public string Remedies => "fewer components (-k), a simpler --covariance or a --ridge";

    public string Describe(int components) => $"{Display.Count(components, "component")}, {Structure.Name} covariance";

    public void Check(Dataset data, int components, string file) => Capacity.CheckCovariances(file, data, components, Structure);

    public string? WhyNoComponent(Dataset data) => null;

    public IModel KMeansPlusPlus(Dataset data, int components, long seed, EmOptions options) =>
        new GaussianModel(Initial.KMeansPlusPlus(data, components, seed, Structure, options));

    public IModel Random(Dataset data, int components, long seed, EmOptions options) =>
        new GaussianModel(Initial.Random(data, components, seed, Structure, options));

    public Outcome<IModel, Degeneracy> FromLabels(Dataset data, ImmutableArray<int?> labels, EmOptions options) =>
        Outcome.Success<IModel, Degeneracy>(new GaussianModel(Initial.FromLabels(data, labels, Structure, options)));

    /// <summary>Constant columns, or one that others determine.</summary>
    public string? WhyDegenerate(Dataset data, string cause, double ridge)
    {
        var names = data.ColumnNames;
        ImmutableArray<string> constant = [.. names.Where((_, column) => data.ColumnVariances[column] == 0)];
        if (constant.Length == names.Length)
        {
            return $"all rows are the same, so {cause}; there is nothing to fit";
        }

        if (constant.Length > 0 && Structure.Shape != CovarianceShape.Spherical)
        {
            string columns = constant.Length == 1 ? $"column {Display.Names(constant)} is" : $"columns {Display.Names(constant)} are";
            return $"{columns} constant, so {cause}; try --exclude {Display.Argument(constant)}, or a --ridge";
        }

        return DeterminedColumn(data, ridge) is { } column
            ? $"column {Display.Field(names[column])} is a linear combination of {Display.Names(names[..column])} (to rounding), "
                + $"so {cause}; try --exclude {Display.Argument(names[column])}, --covariance diagonal, or a --ridge"
            : null;
    }

    /// <summary>The first column at which the covariance of the data as a whole is singular, if it is.</summary>
    private int? DeterminedColumn(Dataset data, double ridge)
    {
        if (Structure.Shape != CovarianceShape.Full)
        {
            return null;
        }

        var everything = Responsibilities.FromLabels(new int[data.Count], 1);
        return Em.MStep(data, everything, CovarianceStructure.Full, new EmOptions { Ridge = ridge })
            .Match<int?>(_ => null, cause => cause.Match<int?>(_ => null, singular => singular.Column, _ => null));
    }
}
