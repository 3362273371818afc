using System.Text.Json.Nodes;
using GmmPure.Reference;

namespace GmmPure.Tests;

/// <summary>
/// The certified traces, computed again: the cheap ones whole and to the same bytes, of the others the first step. The
/// rest is the command's: dotnet run -c Release --project tests/GmmPure.Reference.
/// </summary>
public class RecertificationTests
{
    private static readonly ImmutableArray<string> Cheap =
        ["seven-points", "ridge-five-points", "degenerate-point", "degenerate-emptied", "degenerate-line", "degenerate-ball", "degenerate-shared"];

    public static TheoryData<string> CheapNames => [.. Cheap];

    public static TheoryData<string> OtherNames =>
        [.. ReferenceProblems.All.Select(problem => problem.Name).Where(name => !Cheap.Contains(name))];

    [Theory]
    [MemberData(nameof(CheapNames))]
    public void A_cheap_problem_gives_the_same_bytes(string name) =>
        Assert.Equal(ReferenceFilesTests.Text(name), ReferenceFile.Text(ReferenceFilesTests.Problem(name)));

    [Theory]
    [MemberData(nameof(OtherNames))]
    public void The_first_step_of_any_other_gives_the_same_elements(string name)
    {
        var trace = JsonNode.Parse(ReferenceFilesTests.Text(name))!["trace"]!.AsArray();
        foreach (var element in trace)
        {
            element!.AsObject().Remove("sensitivity");
        }

        var elements = Certificate.Elements(ReferenceFilesTests.Problem(name), lastIteration: 1);

        Assert.Equal(2, elements.Count);
        Assert.All(elements.Zip(trace), pair => Assert.Equal(pair.Second!.ToJsonString(), pair.First!.ToJsonString()));
    }

    [Fact]
    public void What_differs_between_two_precisions_is_not_certified()
    {
        // Symmetric data, and a start whose exact mean stays 0: no precision knows a digit of the rounding that is left.
        var problem = ReferenceFilesTests.Problem("seven-points") with
        {
            Data = Dataset.FromValues([-1.1, 0.3, 0.7, 1.1, -0.3, -0.7]),
            Start = GaussianMixture.Univariate([1 / 3.0, 2 / 3.0], [0, 0], [1, 0.3]),
        };

        var failure = Assert.Throws<CertificationException>(() => Certificate.Elements(problem, lastIteration: 2));
        Assert.Contains("seven-points, iteration 1", failure.Message, StringComparison.Ordinal);
    }
}
