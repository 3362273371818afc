namespace GmmPure.Benchmarks.Peers;

/// <summary>How many more iterations a long run has than a short one of a single iteration, and how often both are run.</summary>
/// <param name="Span">Iterations; 0 where a single one takes too long to run more.</param>
/// <param name="Rounds">Each a short and a long run; 0 where the probe must do as the one short run.</param>
internal sealed record Plan(int Span, int Rounds)
{
    private const double LongRun = 1.2;
    private const double Slow = 1;
    private const double TooSlow = 10;
    private const int LeastSpan = 2;
    private const int LargestSpan = 50;
    private const int MostRounds = 3;

    /// <param name="probe">Seconds that a first short run took.</param>
    public static Plan After(double probe) => probe switch
    {
        > TooSlow => new Plan(0, 0),
        > Slow => new Plan(LeastSpan, 0),
        _ => new Plan(Math.Clamp((int)(LongRun / probe), LeastSpan, LargestSpan), MostRounds),
    };
}
