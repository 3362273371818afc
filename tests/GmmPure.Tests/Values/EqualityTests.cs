namespace GmmPure.Tests;

/// <summary>Values are equal by content, whichever way they came about.</summary>
public class EqualityTests
{
    /// <summary>Pairs of a factory, run twice for equal values, and of values that differ from it in one thing each.</summary>
    public static TheoryData<string> Cases => [.. Makers.Keys];

    private static Dictionary<string, (Func<object> Make, Func<object[]> Others)> Makers { get; } = new(StringComparer.Ordinal)
    {
        ["table"] = (() => Table.FromRows([[1, 2], [3, 4]]), () => [
            Table.FromRows([[1, 2], [3, 5]]), Table.FromRows([[1, 2, 3, 4]]), Table.FromRows([[1], [2], [3], [4]])]),
        ["dataset"] = (() => Named(), () => [
            Data(), Named().WithWeights([1, 1, 2]), Named().WithColumnNames(["a", "c"]),
            Dataset.FromRows([[1, 2], [3, 4], [5, 7]]).WithColumnNames(["a", "b"])]),
        ["weighted"] = (() => Data().WithWeights([1, 1, 1]), () => [Data(), Data().WithWeights([1, 1, 2])]),
        ["full"] = (() => Full(2), () => [Full(3), Covariance.Diagonal([2, 2])]),
        ["diagonal"] = (() => Covariance.Diagonal([1, 2]), () => [Covariance.Diagonal([1, 3]), Covariance.Diagonal([1, 2, 2])]),
        ["spherical"] = (() => Covariance.Spherical(2, 1.5), () => [
            Covariance.Spherical(3, 1.5), Covariance.Spherical(2, 2), Covariance.Diagonal([1.5, 1.5])]),
        ["structure"] = (() => CovarianceStructure.Tied with { }, () => [CovarianceStructure.Full, CovarianceStructure.TiedDiagonal]),
        ["mixture"] = (() => Mixture(), () => [
            Mixture().WithWeights([0.4, 0.6]), Mixture().WithMeans(Table.FromRows([[0, 0], [0, 1]])), Mixture().Reorder([1, 0]),
            Mixture().WithCovariances([Full(2), Full(2)]), Mixture().WithColumnNames(["a", "b"]),
            GaussianMixture.CreateTied([0.5, 0.5], Mixture().Means, Full(2))]),
        ["responsibilities"] = (() => Responsibilities.FromLabels([0, 1], 2), () => [
            Responsibilities.FromLabels([1, 0], 2), Responsibilities.FromLabels([0, 1], 3)]),
        ["statistics"] = (() => Em.Pass(Data(), Mixture()).Statistics, () => [
            Em.Pass(Data(), Mixture().WithWeights([0.4, 0.6])).Statistics,
            SufficientStatistics.Zero(CovarianceStructure.Full.Moments, Mixture().Means)]),
        ["pass"] = (() => Em.Pass(Data(), Mixture()), () => [Em.Pass(Data(), Mixture().WithWeights([0.4, 0.6]))]),
        ["e-step"] = (() => Em.EStep(Data(), Mixture()), () => [Em.EStep(Data(), Mixture().WithWeights([0.4, 0.6]))]),
        ["iteration"] = (() => Em.Iterate(Data(), Mixture()).First(), () => [
            Em.Iterate(Data(), Mixture()).First().WithStatus(new Converged(0)), Em.Iterate(Data(), Mixture().WithWeights([0.4, 0.6])).First()]),
        ["any model's iteration"] = (() => Lamp(500), () => [Lamp(400), Lamp(500).WithStatus(new Converged(0)), Lamp(500, lamps: 9)]),
        ["iteration of an array"] = (() => Array(1, 2), () => [Array(1, 3), Array(1)]),
        ["restart"] = (() => Restarts.Run(1, _ => Em.Iterate(Data(), Mixture()).Take(1)), () => [
            Restarts.Run(2, _ => Em.Iterate(Data(), Mixture()).Take(1))]),
        ["sample"] = (() => Mixture().Sample(5, 1), () => [Mixture().Sample(5, 2)]),
        ["draw"] = (() => Mixture().Draws(1).First(), () => [Mixture().Draws(1).ElementAt(1), Mixture().Reorder([1, 0]).Draws(1).First()]),
        ["rule"] = (() => Convergence.TotalGain(0.5), () => [Convergence.TotalGain(0.25), Convergence.GainPerSample(0.5)]),
        ["options"] = (() => new EmOptions { Ridge = 1, Threads = 2 }, () => [new EmOptions { Ridge = 1 }, new EmOptions { Threads = 2 }]),
        ["running"] = (() => new Running(), () => [new Converged(0)]),
        ["converged"] = (() => new Converged(0.5), () => [new Converged(0.25)]),
        ["degenerate"] = (() => new Degenerate(Emptied(1)), () => [new Degenerate(Emptied(0)), new Running()]),
        ["emptied"] = (() => Emptied(1), () => [Emptied(0)]),
        ["fault"] = (() => Fault(double.NaN), () => [Fault(double.PositiveInfinity), Fault(1e200)]),
        ["determined column"] = (() => Determined(2, 4), () => [Determined(3, 3)]),
        ["outcome"] = (() => Outcome.Success<Table, FormatFault>(Mixture().Means), () => [
            Outcome.Failure<Table, FormatFault>(new FormatFault(null, "")), Outcome.Success<Table, FormatFault>(Data().Values)]),
        ["format fault"] = (() => new FormatFault("means", "is missing."), () => [new FormatFault("weights", "is missing.")]),
        ["value fault"] = (() => ValueFault(1, -1), () => [ValueFault(-1, 1), ValueFault(1, -2), ValueFault()]),
    };

    /// <summary>A constant column, or one that is a multiple of the first.</summary>
    private static FitWarning Determined(double one, double other)
    {
        var data = Dataset.FromRows([[1, one], [2, other], [1, one], [2, other]]);
        var start = GaussianMixture.Create([1.0], Table.FromRows([[0, 0]]), [Full(2)]);
        return FitWarning.Of(data, Em.Iterate(data, start).Last().Cast<IMixture>())[0];
    }

    [Fact]
    public void Operators_of_equality_go_by_content_too()
    {
        var (mixture, same, other) = (Mixture(), Mixture(), Mixture().Reorder([1, 0]));
        Assert.True(mixture == same);
        Assert.False(mixture != same);
        Assert.True(mixture != other);
        Assert.True(Named() == Named());
        Assert.True(Full(2) == Full(2));
        Assert.True(mixture.Means == same.Means);
        Assert.False(mixture == null);
        Assert.True(default(GaussianMixture) == null);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Equal_content_is_equal_and_hashes_alike(string name)
    {
        var (make, _) = Makers[name];
        var (left, right) = (make(), make());

        Assert.NotSame(left, right);
        Assert.True(left.Equals(right));
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Other_content_null_and_other_types_are_not_equal(string name)
    {
        var (make, others) = Makers[name];
        object value = make();

        Assert.All(others(), other => Assert.False(value.Equals(other)));
        Assert.All(others(), other => Assert.False(other.Equals(value)));
        Assert.False(value.Equals(null));
        Assert.False(value.Equals("a string"));
    }

    [Fact]
    public void NaN_equals_itself_as_content()
    {
        var table = Table.FromRows([[double.NaN]]);

        Assert.Equal(table, Table.FromRows([[double.NaN]]));
    }

    private static EmIteration<double> Lamp(double mean, double lamps = 10) => Em.Iterate(
        mean, hours => (hours, -hours), hours => Outcome.Of(hours / 2), hours => [hours], lamps).First();

    private static EmIteration<ImmutableArray<double>> Array(params double[] values) => Em.Iterate(
        ImmutableArray.Create(values), each => (each, 0.0), Outcome.Of, each => each, 1).First();

    private static Dataset Data() => Dataset.FromRows([[1, 2], [3, 4], [5, 6]]);

    private static Dataset Named() => Data().WithColumnNames(["a", "b"]);

    private static Covariance Full(double variance) => Covariance.Full(Table.FromRows([[variance, 1], [1, variance]]));

    private static GaussianMixture Mixture() =>
        GaussianMixture.Create([0.5, 0.5], Table.FromRows([[1, 2], [5, 6]]), [Full(2), Full(3)]);

    private static Degeneracy Emptied(int component)
    {
        var statistics = SufficientStatistics.Of(
            Data(), Responsibilities.FromLabels([1 - component, 1 - component, 1 - component], 2), CovarianceStructure.Full.Moments, Mixture().Means);
        return Em.UpdateMeans(statistics).Match(_ => throw new InvalidOperationException(), cause => cause);
    }

    private static ValueFault ValueFault(params double[] variances) =>
        Covariance.TryDiagonal(variances).Match(_ => throw new InvalidOperationException("There is no fault."), fault => fault);

    private static DataFault Fault(double value) =>
        Dataset.TryFromRows([[value]]).Match(_ => throw new InvalidOperationException(), fault => fault);
}
