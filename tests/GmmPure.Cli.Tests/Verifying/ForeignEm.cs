using System.Text.Json;

namespace GmmPure.Cli.Tests.Verifying;

/// <summary>
/// A loop as people write it, with its own M-step for full covariances, and none of the members that only we have. It writes
/// numbers with as many digits as a double has.
/// </summary>
internal sealed record ForeignEm
{
    /// <summary>What a component's scatter is divided by, from N_k and Σ r².</summary>
    public Func<double, double, double> Divisor { get; init; } = (count, _) => count;

    public bool IsTied { get; init; }

    public bool IsLate { get; init; }

    public bool IsPerSample { get; init; }

    public double Ridge { get; init; }

    /// <summary>The history's lines, a start and so many iterations.</summary>
    public string Run(int iterations)
    {
        var data = Overlap.Data;
        var θ = Overlap.Of(IsTied ? CovarianceStructure.Tied : CovarianceStructure.Full);
        double? before = null;
        using var text = new StringWriter { NewLine = "\n" };
        for (int t = 0; t <= iterations; t++)
        {
            var (r, ℓ) = Em.EStep(data, θ);
            double? told = IsLate ? before : ℓ;
            text.WriteLine(Line(θ, IsPerSample ? told / data.Count : told));
            before = ℓ;
            θ = Next(data, r);
        }

        return text.ToString();
    }

    private GaussianMixture Next(Dataset data, Responsibilities r)
    {
        int[] components = [.. Enumerable.Range(0, r.ComponentCount)];
        double[] counts = [.. components.Select(k => Sum(data, n => r[n, k]))];
        double[] divisors = [.. components.Select(k => Divisor(counts[k], Sum(data, n => r[n, k] * r[n, k])))];
        double[][] means = [.. components.Select(k => new[] { 0, 1 }.Select(d => Sum(data, n => r[n, k] * data.Values[n, d]) / counts[k]).ToArray())];
        double[][,] scatters = [.. components.Select(k => Scatter(data, r, means[k], k))];
        var weights = counts.Select(count => count / data.Count);
        return IsTied
            ? GaussianMixture.CreateTied(
                weights,
                Table.FromRows(means),
                Covariance.Full(Matrix((i, j) => components.Sum(k => scatters[k][i, j]) / Divisor(data.Count, 0))))
            : GaussianMixture.Create(
                weights,
                Table.FromRows(means),
                components.Select(k => Covariance.Full(Matrix((i, j) => scatters[k][i, j] / divisors[k]))));
    }

    private Table Matrix(Func<int, int, double> element) => Table.FromRows(
        [[element(0, 0) + Ridge, element(1, 0)], [element(1, 0), element(1, 1) + Ridge]]);

    private static double[,] Scatter(Dataset data, Responsibilities r, double[] mean, int component)
    {
        double[,] scatter = new double[2, 2];
        for (int i = 0; i < 2; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                scatter[i, j] = Sum(data, n =>
                    r[n, component] * (data.Values[n, i] - mean[i]) * (data.Values[n, j] - mean[j]));
            }
        }

        return scatter;
    }

    private static double Sum(Dataset data, Func<int, double> term) => Enumerable.Range(0, data.Count).Sum(term);

    /// <summary>Not by covariance structure: a matrix for each component, as most software has them.</summary>
    private static string Line(GaussianMixture θ, double? logLikelihood) => JsonSerializer.Serialize(new
    {
        weights = θ.Weights,
        means = θ.Means.Rows,
        covariances = θ.Covariances.Select(covariance => covariance.ToTable().Rows),
        log_likelihood = logLikelihood,
    });
}
