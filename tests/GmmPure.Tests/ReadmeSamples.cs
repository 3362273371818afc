using GmmPure.Families;
using GmmPure.Pictures;
using GmmPure.Textbook;
using Number = GmmPure.Textbook.BigFloat<GmmPure.Textbook.Bits256>;

namespace GmmPure.Tests;

/// <summary>The C# of the README, compiled and run; <see cref="ReadmeTests"/> holds the two together.</summary>
public sealed class ReadmeSamples
{
    /// <summary>Takes the console's place in the samples.</summary>
    private readonly Recorder Console = new();

    private static IEnumerable<double[]> OldFaithful() => File
        .ReadLines(Path.Combine(ReadmeTests.Root, "tests", "data", "old-faithful.csv"))
        .Skip(1)
        .Select(line => line.Split(',').Select(double.Parse).ToArray());

    [Fact]
    public void OneCall()
    {
        var rows = OldFaithful();

        Dataset data = Dataset.FromRows(rows);
        Fit<GaussianMixture> fit = GaussianMixture.Fit(data, components: 2);
        Console.WriteLine($"ℓ = {fit.Last.LogLikelihood:F3}; {fit.Agreement}");

        Assert.Equal(ReadmeTests.TextAfter("GaussianMixture.Fit("), Console.Text);
    }

    [Fact]
    public void Selecting()
    {
        var data = Dataset.FromRows(OldFaithful());

        Selection selection = GaussianMixture.Select(data, 1..4, new SelectOptions { Criterion = Criterion.Bic });
        Console.WriteLine($"{selection.Best.Components} components, {selection.Best.Structure} covariance");

        Assert.Equal(ReadmeTests.TextAfter("GaussianMixture.Select("), Console.Text);
    }

    [Fact]
    public void Fitting()
    {
        var data = Dataset.FromRows(OldFaithful());

        GaussianMixture start = Initial.KMeans(data, components: 2, seed: 7);

        var history = Em.Iterate(data, start);                         // lazy, endless, element 0 is the start
        var last = history.Take(500).TakeUntilConverged(Convergence.GainPerSample(1e-10)).Last();
        var climbs = history.Take(20).Select(step => step.LogLikelihood);
        var best = Enumerable.Range(0, 10)
                        .Select(seed => Em.Iterate(data, Initial.KMeans(data, 2, seed)).Take(500)
                                          .TakeUntilConverged(Convergence.GainPerSample(1e-8)).Last())
                        .Where(step => !step.IsDegenerate).MaxBy(step => step.LogLikelihood);

        Assert.True(last.IsConverged);
        Assert.Equal(-1130.264, last.LogLikelihood, 3);
        Assert.Equal(climbs.Take(6).Order(), climbs.Take(6));       // near the top, rounding moves the last bits
        Assert.Equal(-1130.264, best!.LogLikelihood, 3);
    }

    [Fact]
    public void RowsElsewhere()
    {
        var data = Dataset.FromRows(OldFaithful());
        var start = Initial.KMeansPlusPlus(data, components: 2, seed: 7);

        IRowSource singles = new Singles([.. data.Values.Elements.Select(number => (float)number)], columns: 2);
        var elsewhere = Em.Iterate(DataSummary.Of(singles), start, (mixture, reference) => Em.Pass(singles, mixture, reference));

        Assert.Equal(-1130.264, elsewhere.ElementAt(30).LogLikelihood, 2);
    }

    [Fact]
    public void Drawings()
    {
        var data = Dataset.FromRows(OldFaithful());
        var history = Em.Iterate(data, Initial.KMeans(data, components: 2, seed: 7));
        var last = history.ElementAt(20);

        Drawing picture = FitPicture.Of(data, last.Model, "Old Faithful");
        Drawing course = CoursePicture.Of(history.Take(20).Select(Snapshot.Of));
        string svg = picture.ToSvg();

        Assert.StartsWith("<svg ", svg, StringComparison.Ordinal);
        Assert.NotEmpty(course.Marks);
    }

    [Fact]
    public void Choices()
    {
        var data = Dataset.FromRows(OldFaithful());

        var structure = CovarianceStructure.Diagonal;                  // or Full, Spherical, Tied, TiedDiagonal, TiedSpherical
        var options = new EmOptions { Threads = 1 };                   // the bits do not depend on the number of threads
        var restarts = Seeds.From(1).Take(5)
                            .Select(seed => Restarts.Run(seed, each =>
                                Em.Iterate(data, Initial.KMeans(data, 2, each, structure), options)
                                  .Take(500).TakeUntilConverged(Convergence.AitkenRemainingGain(1e-8))))
                            .ToArray();
        var kept = restarts.Best()!;                                   // of those that did not degenerate
        int agreeing = restarts.Count(kept.AgreesWith);                // heading for the same optimum

        Assert.Equal(5, agreeing);
        Assert.Equal(structure, kept.Last.Model.Structure);
    }

    [Fact]
    public void AnyPrecision()
    {
        var points = Dataset.FromValues([-3, -2.5, -1, 0, 2, 4, 5]);
        var theta = GaussianMixture.Univariate(weights: [0.25, 0.25, 0.5], means: [-4, 0, 8], variances: [1, 0.25, 3]);
        var precise = Equations<Number>.Iterate(TextbookData<Number>.From(points), TextbookMixture<Number>.From(theta));

        Console.WriteLine(precise.ElementAt(10).LogLikelihood.ToString(60));

        Assert.Equal(ReadmeTests.TextAfter("Equations<Number>"), Console.Text);
    }

    [Fact]
    public void WorkedExample()
    {
        var data = Dataset.FromValues([-3, -2.5, -1, 0, 2, 4, 5]);
        var third = 1.0 / 3;
        var start = GaussianMixture.Univariate(
            weights: [third, third, third], means: [-4, 0, 8], variances: [1, 0.2, 3]);

        var lines =
            from step in Em.Iterate(data, start).Take(6)
            let weights = step.Model.Weights.Select(weight => $"{weight:F3}")
            let means = step.Model.Means.Elements.Select(mean => $"{mean,6:F3}")
            let variances = step.Model.Covariances.Select(covariance => $"{covariance[0, 0]:F3}")
            select $"{step.Index}  {step.LogLikelihood:F4}   {string.Join(" ", weights)}   "
                 + $"{string.Join(" ", means)}   {string.Join(" ", variances)}";

        Console.WriteLine(string.Join('\n', lines));

        Assert.Equal(ReadmeTests.TextAfter("step.Model.Covariances"), Console.Text);
    }

    [Fact]
    public void Steps()
    {
        var data = Dataset.FromRows(OldFaithful());
        var start = Initial.KMeans(data, components: 2, seed: 7);

        GaussianMixture mixture = start;
        var (responsibilities, logLikelihood) = Em.EStep(data, mixture);    // N×K, and ℓ(θ) in nats
        var next = Em.MStep(data, responsibilities);                        // a mixture, or how it degenerated

        var onlyTheMeans = Em.UpdateMeans(data, responsibilities)           // one of the three updates alone
            .Map(means => mixture.WithMeans(means));

        Console.WriteLine(next.Match(
            success: better => $"ℓ rises from {logLikelihood:F3} to {better.LogLikelihood(data):F3}",
            failure: cause => cause.Message));

        Assert.True(onlyTheMeans.IsSuccess);
        Assert.Equal(ReadmeTests.TextAfter("onlyTheMeans"), Console.Text);
    }

    [Fact]
    public void Collapse()
    {
        var data = Dataset.FromValues([0, 0, 0, 0, 1, 1, 1, 5]);
        var start = GaussianMixture.Univariate(weights: [0.5, 0.5], means: [0, 3], variances: [1, 1]);
        var last = Em.Iterate(data, start).Last();         // endless, but for a component that collapses

        Console.WriteLine(last.Status.Match(
            running: _ => "running",
            converged: _ => "converged",
            degenerate: end => $"after iteration {last.Index}, ℓ = {last.LogLikelihood:F1}: {end.Cause.Message}"));

        Assert.Equal(ReadmeTests.TextAfter("Em.Iterate(data, start).Last()"), Console.Text);
    }

    [Fact]
    public void Warnings()
    {
        var data = Dataset.FromValues([0, 0, 0, 0, 1, 1, 1, 5]);
        var start = GaussianMixture.Univariate(weights: [0.5, 0.5], means: [0, 3], variances: [1, 1]);
        var last = Em.Iterate(data, start).Last();

        foreach (var warning in FitWarning.Of(data, last.Cast<IMixture>()))
        {
            Console.WriteLine(warning.Message);
        }

        Assert.Equal(ReadmeTests.TextAfter("FitWarning.Of(data, last"), Console.Text);
    }

    [Fact]
    public void Mixtures()
    {
        var data = Dataset.FromRows(OldFaithful()).WithColumnNames(["eruptions", "waiting"]);
        var start = Initial.KMeans(data, components: 2, seed: 7);
        var last = Em.Iterate(data, start).TakeUntilConverged(Convergence.GainPerSample(1e-10)).Last();

        GaussianMixture mixture = last.Model;

        int component = mixture.MostProbableComponent([2.0, 50]);
        var components = mixture.MostProbableComponents(data);            // of every row
        double density = mixture.LogDensity([2.0, 50]);                   // ln p(x), in nats
        var simulated = mixture.Sample(1000, seed: 1);                   // rows, and where each came from
        var waitingOnly = mixture.Marginal([1]);                           // p(waiting)
        var afterAShort = mixture.Conditional([0], [2.0]);                 // p(waiting | eruptions = 2)
        double bic = mixture.Bic(data);                               // −2ℓ + p·ln N, lower is better
        var readBack = GaussianMixture.Parse(mixture.ToJson());         // the same, to the last bit

        double middle = waitingOnly.Quantile(0.5);                       // Cdf(middle) = ½, to the last digit
        double longWaits = waitingOnly.Survival(90);                        // P(waiting > 90)
        var cutOffs = waitingOnly.CutOffs();                           // x, and the component below and above it
        var levels = mixture.OutlierLevelsOf(data, seed: 1);          // small for outliers; uniform over draws of the mixture

        Assert.Equal(0.5, waitingOnly.Cdf(middle), 15);
        Assert.InRange(longWaits, 0.02, 0.05);
        Assert.Contains(cutOffs, cutOff => cutOff is { Value: > 60 and < 70, Below: 0, Above: 1 });
        Assert.Equal(272, levels.Levels.Length);

        Assert.Equal(0, component);
        Assert.Equal(272, components.Length);
        Assert.InRange(density, -6, -3);
        Assert.Equal(1000, simulated.Data.Count);
        Assert.Equal(["waiting"], waitingOnly.ColumnNames);
        Assert.InRange(afterAShort.Means[0, 0], 50, 60);
        Assert.Equal(2322.192, bic, 3);
        Assert.Equal(mixture, readBack);
    }

    [Fact]
    public void Families()
    {
        var counts = Dataset.FromValues([0, 1, 1, 2, 0, 3, 9, 11, 8, 12, 10, 7]);
        var estimate = Estimate.Of(Family.Poisson, counts);            // maximum likelihood, or why there is no maximum
        var start = Initial.KMeans(counts, Family.Poisson, components: 2, seed: 1);
        var last = Em.Iterate(counts, start).Take(500).TakeUntilConverged(Convergence.GainPerSample(1e-10)).Last();

        Console.WriteLine(estimate.Match(
            success: one => $"one rate, {one.Distribution.Rate:F3} ± {one.Parameters[0].StandardError:F3}: ℓ = {one.LogLikelihood:F3}",
            failure: cause => cause.Message));
        Console.WriteLine(
            $"two rates, {string.Join(" and ", last.Model.Components.Select(each => $"{each.Rate:F3}"))}: ℓ = {last.LogLikelihood:F3}");

        Assert.Equal(ReadmeTests.TextAfter("Family.Poisson"), Console.Text);
    }

    [Fact]
    public void HardAssignmentsAndLabels()
    {
        var counts = Dataset.FromValues([0, 1, 1, 2, 0, 3, 9, 11, 8, 12, 10, 7]);
        var start = Initial.KMeans(counts, Family.Poisson, components: 2, seed: 1);
        var data = Dataset.FromRows(OldFaithful());
        var mixture = Initial.KMeans(data, components: 2, seed: 1);

        var hard = Em.Iterate(counts, start, EmVariant.Hard);                 // every row to its most probable component
        var known = counts.WithLabels([0, null, null, null, null, null, null, 1, null, null, null, null]);
        var guided = Em.Iterate(known, Initial.FromLabels(known, Family.Poisson, known.Labels));
        var core = Em.Iterate(data, mixture, EmVariant.Hard);               // a Gaussian mixture takes them too
        var lloyd = Clustering.KMeans(counts, Table.FromRows([[0], [12]]));    // k-means: the objective is minus the inertia

        Assert.True(core.ElementAt(3).Objective.Value < Em.Iterate(data, mixture).ElementAt(3).Objective.Value);
        Assert.Equal(7 / 6.0, hard.ElementAt(5).Model.Components[0].Rate, 1e-14);
        Assert.Equal(7 / 6.0, lloyd.ElementAt(5).Model[0, 0], 1e-14);
        Assert.Equal(9.3, guided.ElementAt(99).Model.Components[1].Rate, 0.1);
    }

    [Fact]
    public void AFamilyOfOnesOwn()
    {
        var data = Dataset.FromValues([0, 0, 1, 0, 2, 0, 1, 30, 25, 41, 0, 18]);
        var estimate = Estimate.Of(new Geometric(), data).Or(cause => throw new InvalidOperationException(cause.Message));
        var last = Em.Iterate(data, Initial.Random(data, new Geometric(), 2, seed: 1))
            .Take(2000).TakeUntilConverged(Convergence.GainPerSample(1e-12)).Last();

        Assert.Equal(12 / 130.0, estimate.Distribution, 1e-15);
        Assert.IsType<Converged>(last.Status);
        Assert.True(last.LogLikelihood > estimate.LogLikelihood + 1);

        var zeros = Dataset.FromValues([.. new double[10], 40, 55, 61, 38, 70, 44]);
        var lost = Em.Iterate(zeros, Initial.KMeans(zeros, new Geometric(), 2, seed: 1)).Take(500).Last();
        Assert.IsType<Degeneracy.NoMaximum>(Assert.IsType<Degenerate>(lost.Status).Cause);
    }

    [Fact]
    public void AnyOtherModel()
    {
        double[] failed = [130, 250, 410, 560, 720, 940];                     // hours; four more lamps still burn after 1000
        var lamps = Em.Iterate(
            start: 500.0,
            eStep: mean => (Expectation: failed.Sum() + (4 * (1000 + mean)),  // hours that all ten will have burnt in the end
                            LogLikelihood: -(6 * Math.Log(mean)) - ((failed.Sum() + 4000) / mean)),
            mStep: hours => Outcome.Of(hours / 10),
            parameters: mean => [mean], totalWeight: 10);
        Console.WriteLine(string.Join(" → ", lamps.Take(6).Select(step => $"{step.Model:F1}")));

        Assert.Equal(ReadmeTests.TextAfter("var lamps"), Console.Text);
    }
}

/// <summary>Failures before the first success: p(x) = p·(1 − p)ˣ.</summary>
sealed record Geometric : IFamily<double>
{
    public string Name => "geometric";

    public Support SupportOf(int column) => Support.Counts;

    public Outcome<double, Degeneracy> MaximumLikelihood(Dataset data) => data.ColumnMeans[0] > 0
        ? Outcome.Of(1 / (1 + data.ColumnMeans[0]))
        : Estimate.None<double>("success", limit: 1);

    public double LogDensity(double success, ReadOnlySpan<double> x) =>
        Math.Log(success) + (x[0] == 0 ? 0 : x[0] * Math.Log(1 - success));

    public ImmutableArray<Parameter> Parameters(double success, double totalWeight) =>
        [new("success", success, success * Math.Sqrt((1 - success) / totalWeight))];
}

/// <summary>Rows of single precision.</summary>
internal sealed class Singles(float[] numbers, int columns) : IRowSource
{
    public long Count => numbers.Length / columns;

    public int Dimension => columns;

    public bool IsWeighted => false;

    public void Read(long first, Span<double> rows, Span<double> weights, Span<int> labels)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = numbers[(first * columns) + i];
        }
    }
}
