namespace GmmPure.Cli.Models;

/// <summary>A mixture of any family, as the command sees it.</summary>
internal interface IModel
{
    /// <summary>What it is a mixture of.</summary>
    IKind Kind { get; }

    /// <summary>K.</summary>
    int ComponentCount { get; }

    /// <summary>D.</summary>
    int Dimension { get; }

    /// <summary>The names of the columns; empty if they have none.</summary>
    ImmutableArray<string> ColumnNames { get; }

    /// <summary>p.</summary>
    long FreeParameters { get; }

    /// <summary>The first two components that are nearly the same, if there are any.</summary>
    (int One, int Other)? Twins { get; }

    /// <summary>The same with names for its columns.</summary>
    IModel WithColumnNames(ImmutableArray<string> names);

    /// <summary>The E-step.</summary>
    EStepResult EStep(Dataset data);

    /// <summary>ℓ(θ), a total in nats.</summary>
    double LogLikelihood(Dataset data);

    /// <summary>ln p(x) of every row (N).</summary>
    ImmutableArray<double> LogDensities(Dataset data);

    /// <summary>Rows drawn from it, lazily and endlessly.</summary>
    IEnumerable<Draw> Draws(long seed);

    /// <summary>EM from here, lazily.</summary>
    IEnumerable<FitStep> Iterate(Dataset data, EmVariant variant, EmOptions options);

    /// <summary>The components as a table.</summary>
    string ToTable();

    /// <summary>What a model file holds.</summary>
    string ToJson();
}
