using GmmPure.Reference;

namespace GmmPure.Tests;

/// <summary>The double core has the digits that a double can have, on every certified trace.</summary>
public class CoreDigitsTests
{
    /// <summary>λ: an unlucky rounding error is this many standard deviations large once in 10¹⁵.</summary>
    private const double Unluckiest = 8;

    public static TheoryData<string> Names => ReferenceFilesTests.Names;

    /// <summary>
    /// <para>
    /// A step in double precision is an exact step between two movements: what the E-step's roundings do to ln 𝒩 a
    /// movement of θ_t by some units u = 2⁻⁵³ of its own sizes would do (Cholesky's and the solution's backward error is
    /// relative to √(Σ_ii·Σ_jj), by Higham's theorem 10.5), and the M-step's sums of N products leave each parameter of
    /// θ_{t+1} off by some units of its size. Each number is touched by n = N + 4D + 16 operations at most: N terms of a
    /// sum, 4D of a whitening and a square, 16 of an exponential, a logarithm and a quotient. Roundings of no common cause
    /// add up to λ·√n units (Higham and Mary, SIAM J. Sci. Comput. 41, 2019), and so to λ·√n times what one unit in each
    /// parameter of each θ_s, s ≤ t, does to the history, which is the certified sensitivity S_t.
    /// </para>
    /// <para>
    /// Structures other than full sum their squares about one point for all components, at most 8 standard deviations from
    /// each mean: there squares are up to 1 + 8² times what is left of them, 65 units more.
    /// </para>
    /// <para>
    /// S_t holds u itself for the rounding of θ_t; where the exact history forgets that, as the one weight of one component,
    /// the result's own rounding remains: u is added.
    /// </para>
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Every_element_is_as_near_as_the_trajectorys_condition_lets_it_be(string name)
    {
        var trace = ReferenceTrace.Parse(ReferenceFilesTests.Text(name));
        double operations = trace.Problem.Data.Count + (4 * trace.Problem.Data.Dimension) + 16;
        double factor = (Unluckiest * Math.Sqrt(operations))
            + (trace.Problem.Structure == CovarianceStructure.Full ? 0 : 65);

        var errors = CoreDigits.Errors(trace);

        Assert.Equal(trace.Elements.Length, errors.Length);
        Assert.All(trace.Elements.Zip(errors), pair =>
        {
            var (known, error) = (pair.First.Sensitivity.Steps, pair.Second);
            Assert.InRange(error.LogLikelihood, 0, factor * (known.LogLikelihood + Rounding.Unit));
            Assert.InRange(error.Weights, 0, factor * (known.Weights + Rounding.Unit));
            Assert.InRange(error.Means, 0, factor * (known.Means + Rounding.Unit));
            Assert.InRange(error.Covariances, 0, factor * (known.Covariances + Rounding.Unit));
        });
    }

    [Fact]
    public void The_nearly_collinear_columns_have_condition_numbers_near_1e10()
    {
        var trace = ReferenceTrace.Parse(ReferenceFilesTests.Text("nearly-collinear"));

        Assert.All(trace.Elements.Skip(1), element => Assert.All(
            element.Model.ToGaussianMixture().Covariances,
            covariance => Assert.InRange(Bounds.Condition(covariance), 3e9, 3e11)));
    }

    [Fact]
    public void An_element_that_is_not_the_certified_one_is_seen()
    {
        var trace = ReferenceTrace.Parse(ReferenceFilesTests.Text("seven-points"));
        var shifted = trace with { Elements = [.. trace.Elements.Skip(1)] };
        var ridged = trace with { Problem = trace.Problem with { Ridge = 1e-9 } };

        Assert.All(CoreDigits.Errors(shifted).Take(3), error => Assert.InRange(error.Means, 1e-3, 10));
        Assert.InRange(CoreDigits.Errors(ridged)[0].Covariances, 0, 1e-29);
        Assert.InRange(CoreDigits.Errors(ridged)[1].Covariances, 1e-10, 1e-8);
    }
}
