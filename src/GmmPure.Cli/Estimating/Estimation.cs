using GmmPure.Families;

namespace GmmPure.Cli.Estimating;

/// <summary>From the name of a family to its estimate.</summary>
internal static class Estimation
{
    public static EstimateReport Of(EstimateRequest request, Dataset data) => request.Family switch
    {
        "bernoulli" => Of(Among(Family.Bernoulli, request, p => new Bernoulli(Enumerable.Repeat(p, data.Dimension))), request, data),
        "binomial" => Of(Among(Family.Binomial(request.Trials!.Value), request, p => new Binomial(request.Trials.Value, p)), request, data),
        "categorical" => Of(Categorical(data), request, data),
        "exponential" => Of(Among(Family.Exponential, request, rate => new Exponential(rate)), request, data),
        "gamma" => Of(Family.Gamma, request, data),
        "gaussian" => Of(Family.Gaussian(request.Structure ?? CovarianceStructure.Full), request, data),
        "normal" => Of(Family.Normal, request, data),
        "poisson" => Of(Among(Family.Poisson, request, rate => new Poisson(rate)), request, data),
        "student-t" => Of(Family.StudentT, request, data),
        _ => Of(Family.Uniform, request, data),
    };

    private static EstimateReport Of<TDistribution>(
        IEstimator<TDistribution> family, EstimateRequest request, Dataset data)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        CheckSupport(family, request, data);
        var estimate = Estimate.Of(family, data).Or(cause =>
            throw FailureException.Degenerate($"{request.Data.Name}: {EstimateFailure.Words(cause, data)}"));
        return Writing.Digits.Has(estimate.LogLikelihood, data.TotalWeight)
            ? new EstimateReport(
                request.Family,
                estimate.Estimator,
                data.Count,
                data.TotalWeight,
                estimate.Parameters,
                data.ColumnNames,
                estimate.LogLikelihood,
                estimate.FreeParameters)
            : throw FailureException.Input($"{request.Data.Name}: the log-likelihood overflows; rescale the columns");
    }

    /// <summary>Refuses values that the family cannot take, and columns.</summary>
    private static void CheckSupport<TDistribution>(
        IEstimator<TDistribution> family, EstimateRequest request, Dataset data)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        if (family.Columns is { } columns && columns != data.Dimension)
        {
            throw FailureException.Input(
                $"{request.Data.Name}: {request.Family} takes one column, of {Display.Names(data.ColumnNames)}; choose with --columns");
        }

        if (SupportFault.Find(family, data) is { } fault)
        {
            throw FailureException.Input(FormattableString.Invariant(
                $"{request.Data.Name}: row {fault.Row + 1}, column {Display.Field(data.ColumnNames[fault.Column])}: {fault.Value:R} is not {fault.Support.Description}, as {request.Family} needs"));
        }
    }

    /// <summary>As many categories in each column as its largest number asks for.</summary>
    private static IFamily<Categorical> Categorical(Dataset data) => Family.Categorical(
        Enumerable.Range(0, data.Dimension).Select(column =>
            1 + (int)Math.Clamp(Enumerable.Range(0, data.Count).Max(row => data[row, column]), 0, Family.MostCategories - 1)));

    /// <summary>The family, or the candidates that were chosen from it.</summary>
    private static IFamily<TDistribution> Among<TDistribution>(
        IFamily<TDistribution> family, EstimateRequest request, Func<double, TDistribution> distribution)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        return request.Candidates is { } candidates ? Family.Among(family, candidates.Select(Candidate)) : family;

        TDistribution Candidate(double parameter)
        {
            try
            {
                return distribution(parameter);
            }
            catch (ArgumentException)
            {
                throw FailureException.CommandLine(
                    FormattableString.Invariant($"--candidates: there is no {request.Family} distribution of parameter {parameter:R}"));
            }
        }
    }
}
