namespace GmmPure.Families;

/// <summary>
/// What the Fisher information says of Student's t (Lange, Little and Taylor 1989, appendix B). The location is independent of all
/// else. In coordinates in which Σ = I, a change A of the scatter has the information (ν + D)/(ν + D + 2)·tr(A²)/2 −
/// tr(A)²/(2(ν + D + 2)), of which only the trace goes together with ν.
/// </summary>
internal static class StudentTInformation
{
    public static ImmutableArray<Parameter> Parameters(StudentT distribution, double totalWeight)
    {
        int dimension = distribution.Location.Length;
        double degrees = distribution.DegreesOfFreedom;
        var scatter = distribution.Scatter;
        double widening = (degrees + dimension + 2) / (degrees + dimension);
        bool isBoundary = degrees is StudentT.SmallestDegrees or StudentT.LargestDegrees;
        var (traceVariance, degreesVariance) = TraceAndDegrees(degrees, dimension, isBoundary);
        double traceShare = (traceVariance - (2 * widening * dimension)) / ((double)dimension * dimension);
        return
        [
            .. distribution.Location.Select((location, j) =>
                new Parameter("location", location, Math.Sqrt(widening * scatter[j, j] / totalWeight), j)),
            .. GaussianFamily.Entries(scatter, square => Math.Sqrt(
                ((widening * (1 + square)) + (traceShare * square)) / totalWeight))
                .Select(entry => entry with { Name = "scatter" }),
            new("degrees of freedom", degrees, isBoundary ? null : Math.Sqrt(degreesVariance / totalWeight), IsBoundary: isBoundary),
        ];
    }

    /// <summary>The variances, for one observation, of tr(A) and of ν; where ν stands at its edge it counts as known.</summary>
    private static (double Trace, double Degrees) TraceAndDegrees(double degrees, int dimension, bool areKnown)
    {
        double sum = degrees + dimension;
        double trace = degrees / (2 * dimension * (sum + 2));
        if (areKnown)
        {
            return (1 / trace, 0);
        }

        double both = -1 / (sum * (sum + 2));

        // (ψ′(ν/2) − ψ′((ν + D)/2))/4 − D·(ν + D + 4)/(2ν·(ν + D)·(ν + D + 2)), less the 2/ν and 2/(ν + D) that cancel.
        double trigammas = SpecialFunctions.TrigammaExcess(degrees / 2) - SpecialFunctions.TrigammaExcess(sum / 2);
        double own = (0.25 * trigammas) - (dimension / (degrees * sum * (sum + 2)));
        double determinant = (trace * own) - (both * both);
        return (own / determinant, trace / determinant);
    }
}
