namespace GmmPure.Benchmarks.Peers;

/// <summary>
/// Whether contenders computed the same: after as many iterations they must be where we are, far closer than we are to
/// where we were one iteration before. So they have made each of the iterations, too.
/// </summary>
internal sealed class Agreement(Problem problem)
{
    private const double ShareOfStep = 1e-3;
    private readonly IEnumerable<Iteration<GaussianMixture>> history = Em.Iterate(problem.Data, problem.Start).Memoize();

    public void Check(Contest contest)
    {
        if (contest.Failure is not null)
        {
            return;
        }

        var answer = contest.Answer();
        var ours = Ours(contest.Iterations);
        double distance = Distance(answer, ours);
        double step = Distance(Ours(contest.Iterations - 1), ours);
        if (!(distance <= ShareOfStep * step))
        {
            contest.Disqualify(
                $"after {contest.Iterations} iterations a parameter is {distance:E1} off ours, whose last step was {step:E1}");
        }
    }

    private ImmutableArray<double> Ours(int iterations) => Own.Answer(history.ElementAt(iterations).Model);

    private static double Distance(ImmutableArray<double> one, ImmutableArray<double> other) => one.Length == other.Length
        ? one.Zip(other, (x, y) => Math.Abs(x - y)).Aggregate(0.0, (most, next) => next <= most ? most : next)
        : double.PositiveInfinity;
}
