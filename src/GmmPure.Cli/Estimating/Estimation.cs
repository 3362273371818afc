using GmmPure.Cli.Kinds;
using GmmPure.Data;
using GmmPure.Families;

namespace GmmPure.Cli.Estimating;

/// <summary>From the name of a family to its estimate.</summary>
internal static class Estimation
{
    public static EstimateReport Of(EstimateRequest request, ReadData read) => Of(request, read.Data, read);

    private static EstimateReport Of(EstimateRequest request, Dataset data, ReadData read) => request.Family switch
    {
        FamilyName.Bernoulli => Of(Among(Family.Bernoulli, request, p => Bernoulli.TryCreate(Enumerable.Repeat(p, data.Dimension))), request, data),
        FamilyName.Binomial => Of(Among(Family.Binomial(request.Trials!.Value), request, p => Binomial.TryCreate(request.Trials.Value, p)), request, data),
        FamilyName.Categorical => Of(Family.CategoricalOf(FamilyOfName.CategoriesOf(read, request.Data.Name)), request, data),
        FamilyName.Exponential => Of(Among(Family.Exponential, request, Exponential.TryCreate), request, data),
        FamilyName.Gamma => Of(Family.Gamma, request, data),
        FamilyName.Gaussian => Of(Family.Gaussian(request.Structure ?? CovarianceStructure.Full), request, data),
        FamilyName.Normal => Of(Family.Normal, request, data),
        FamilyName.Poisson => Of(Among(Family.Poisson, request, Poisson.TryCreate), request, data),
        FamilyName.StudentT => Of(Family.StudentT, request, data),
        FamilyName.Uniform => Of(Family.Uniform, request, data),
        _ => throw new ArgumentOutOfRangeException(nameof(request), request.Family, "There is no such family."),
    };

    private static EstimateReport Of<TDistribution>(
        IEstimator<TDistribution> family, EstimateRequest request, Dataset data)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        SupportCheck.Refuse(family, data, request.Data.Name);
        var estimate = Estimate.Of(family, data).Or(cause =>
            throw FailureException.Degenerate($"{request.Data.Name}: {EstimateFault.Words(cause, data)}"));
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

    /// <summary>The family, or the candidates that were chosen from it.</summary>
    private static IFamily<TDistribution> Among<TDistribution>(
        IFamily<TDistribution> family, EstimateRequest request, Func<double, Outcome<TDistribution, ValueFault>> distribution)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        return request.Candidates is { } candidates ? Family.Among(family, candidates.Select(Candidate)) : family;

        TDistribution Candidate(double parameter) => distribution(parameter).Or(_ => throw FailureException.CommandLine(
            FormattableString.Invariant($"--candidates: there is no {request.Family} distribution of parameter {parameter:R}")));
    }
}
