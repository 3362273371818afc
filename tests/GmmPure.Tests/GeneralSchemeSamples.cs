using GmmPure.Families;

namespace GmmPure.Tests;

/// <summary>The C# of the page on the general scheme, compiled and run; <see cref="ReadmeTests"/> holds the two together.</summary>
public sealed class GeneralSchemeSamples
{
    private const string Page = ReadmeTests.GeneralScheme;

    /// <summary>Takes the console's place in the samples.</summary>
    private readonly Recorder Console = new();

    [Fact]
    public void Linkage()
    {
        (double Hidden, double LogLikelihood) Expect(double theta) => (
            125 * theta / (2 + theta),
            (125 * Math.Log(0.5 + (theta / 4))) + (38 * Math.Log((1 - theta) / 4)) + (34 * Math.Log(theta / 4)));

        var history = Em.Iterate(
            start: 0.5,
            eStep: Expect,
            mStep: hidden => Outcome.Of((hidden + 34) / (hidden + 18 + 20 + 34)),
            parameters: theta => [theta],
            totalWeight: 197);

        double root = (15 + Math.Sqrt(53809)) / 394;
        foreach (var step in history.TakeUntilConverged(Convergence.ParameterChange(1e-9)))
        {
            Console.WriteLine($"{step.Index,2}  {step.Model:F9}  {step.LogLikelihood:F9}  {root - step.Model,7:0.0e-0}");
        }

        Assert.Equal(ReadmeTests.TextAfter("double root", Page), Console.Text);
        Assert.Equal(0.626821497, root, 1e-9);
    }

    [Fact]
    public void BloodGroups()
    {
        const double a = 186, b = 38, ab = 13, o = 284;

        (Genes Expected, double LogLikelihood) Expect(Genes share)
        {
            double groupA = (share.A * share.A) + (2 * share.A * share.O);        // AA or AO
            double groupB = (share.B * share.B) + (2 * share.B * share.O);        // BB or BO
            double aa = a * share.A * share.A / groupA;                           // of the people of group A, those with AA
            double bb = b * share.B * share.B / groupB;
            return (
                new Genes(a + aa + ab, b + bb + ab, (a - aa) + (b - bb) + (2 * o)),
                (a * Math.Log(groupA)) + (b * Math.Log(groupB)) + (ab * Math.Log(2 * share.A * share.B)) + (2 * o * Math.Log(share.O)));
        }

        var history = Em.Iterate(
            start: new Genes(0.3, 0.3, 0.4),
            eStep: Expect,
            mStep: genes => Outcome.Of(genes.Shares),
            parameters: share => [share.A, share.B, share.O],
            totalWeight: a + b + ab + o);

        foreach (var step in history.TakeUntilConverged(Convergence.GainPerSample(1e-10)))
        {
            Console.WriteLine($"{step.Index}  {string.Join("  ", step.Parameters.Select(share => $"{share:F6}"))}  {step.LogLikelihood:F6}");
        }

        Assert.Equal(ReadmeTests.TextAfter("genes.Shares", Page), Console.Text);
    }

    [Fact]
    public void Lines()
    {
        var noise = GaussianMixture.Univariate(weights: [1], means: [0], variances: [0.25]).Sample(80, seed: 1).Data;
        var data = Dataset.FromRows(
            from i in Enumerable.Range(0, noise.Count)
            let x = i / 8.0
            select (IEnumerable<double>)[x, (i % 2 == 0 ? 1 + (0.5 * x) : 8 - x) + noise[i, 0]]);

        var best = Seeds.From(1).Take(10)
            .Select(seed => Restarts.Run(seed, each =>
                Em.Iterate(data, Initial.Random(data, new Regressions(), 2, each)).Take(500)
                  .TakeUntilConverged(Convergence.GainPerSample(1e-10))))
            .Best()!.Last;

        foreach (var (weight, line) in best.Model.Weights.Zip(best.Model.Components))
        {
            Console.WriteLine($"{weight:F3} of the points: y = {line.Intercept:F2} {line.Slope:+ 0.00;− 0.00}·x, off by {Math.Sqrt(line.Variance):F2}");
        }

        Assert.Equal(ReadmeTests.TextAfter("new Regressions()", Page), Console.Text);
    }
}

/// <summary>How many genes there are of each kind.</summary>
sealed record Genes(double A, double B, double O)
{
    public Genes Shares => new(A / (A + B + O), B / (A + B + O), O / (A + B + O));
}

/// <summary>y is normal about intercept + slope·x; x is given.</summary>
sealed record Regression(double Intercept, double Slope, double Variance);

/// <summary>Lines through rows of x and y: p(y | x).</summary>
sealed record Regressions : IFamily<Regression>
{
    public string Name => "regression";

    public int? Columns => 2;

    public Support SupportOf(int column) => Support.Reals;

    /// <summary>Weighted least squares: the regression of y on x in the weighted mean and covariance.</summary>
    public Outcome<Regression, Degeneracy> MaximumLikelihood(Dataset data) => Family.Gaussian().MaximumLikelihood(data).Map(both =>
    {
        double slope = both.Covariance[0, 1] / both.Covariance[0, 0];
        double variance = both.Covariance[1, 1] - (slope * both.Covariance[0, 1]);
        return new Regression(both.Mean[1] - (slope * both.Mean[0]), slope, variance);
    });

    public double LogDensity(Regression line, ReadOnlySpan<double> x)
    {
        double residual = x[1] - line.Intercept - (line.Slope * x[0]);
        return -0.5 * (Math.Log(2 * Math.PI * line.Variance) + (residual * residual / line.Variance));
    }

    public ImmutableArray<Parameter> Parameters(Regression line, double totalWeight) =>
        [new("intercept", line.Intercept), new("slope", line.Slope), new("variance", line.Variance)];
}
