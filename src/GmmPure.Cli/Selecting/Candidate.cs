using GmmPure.Cli.Fitting;
using GmmPure.Cli.Kinds;

namespace GmmPure.Cli.Selecting;

/// <summary>One of the models that are compared.</summary>
/// <param name="Components">K.</param>
/// <param name="Structure">The covariance structure.</param>
/// <param name="Result">What its fit came to; null if the data have too few distinct rows.</param>
/// <param name="Icl">The integrated completed likelihood of the best fit, if there is one.</param>
internal sealed record Candidate(int Components, CovarianceStructure Structure, FitResult? Result, double? Icl)
{
    /// <summary>The best fit; null if every start degenerated.</summary>
    public Restart<Iteration<IMixture>>? Best => Result?.Best?.Run;

    /// <summary>Why there is no fit; null if there is one.</summary>
    public string? Fault => (Result, Best) switch
    {
        (null, _) => "too few distinct rows",
        (_, null) when Result.Attempts[0].Run.Last is { Status: Degenerate degenerate } last =>
            DegeneracyText.Of(degenerate.Cause, last.Model.ColumnNames),
        _ => null,
    };

    /// <summary>A criterion's value; infinite if there is no fit.</summary>
    public double Value(Criterion criterion) => Best is not { } best ? double.PositiveInfinity : criterion switch
    {
        Criterion.Aic => best.Last.Aic,
        Criterion.Icl => Icl!.Value,
        _ => best.Last.Bic,
    };

    /// <summary>Fits one model.</summary>
    /// <param name="input">The data and the model.</param>
    /// <param name="structure">The model's structure.</param>
    /// <param name="search">How to search.</param>
    /// <param name="progress">Who watches.</param>
    public static Candidate Of(FitInput input, CovarianceStructure structure, Search search, FitProgress progress)
    {
        if (input.Data.CountDistinctRows(limit: input.Components) < input.Components)
        {
            return new Candidate(input.Components, structure, null, null);
        }

        var result = FitResult.Of(input, search, progress);
        var options = new EmOptions { Threads = search.Threads };
        var best = result.Best?.Run.Last.Model as GaussianMixture;
        return new Candidate(input.Components, structure, result, best?.Icl(input.Data, options));
    }
}
