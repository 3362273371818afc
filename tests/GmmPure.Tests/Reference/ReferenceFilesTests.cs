using System.Text.Json;
using System.Text.RegularExpressions;
using GmmPure.Reference;

namespace GmmPure.Tests;

/// <summary>The files in tests/reference are whole, and belong to the problems as they are defined now.</summary>
public partial class ReferenceFilesTests
{
    public static TheoryData<string> Names => [.. ReferenceProblems.All.Select(problem => problem.Name)];

    [Fact]
    public void The_index_holds_the_hashes_of_what_is_given_and_of_every_file()
    {
        var files = ReferenceProblems.All.Select(problem => (problem, File.ReadAllText(ReferenceFolder.PathOf(problem))));

        Assert.Equal(
            ReferenceFile.IndexText(files), File.ReadAllText(Path.Combine(ReferenceFolder.Path, ReferenceFile.Index)));
        Assert.Equal(
            [.. ReferenceProblems.All.Select(ReferenceFile.NameOf).Append(ReferenceFile.Index).Order(StringComparer.Ordinal)],
            Directory.EnumerateFiles(ReferenceFolder.Path, "*.json").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_begins_with_what_is_given(string name)
    {
        var problem = Problem(name);

        // The head's text ends with a brace of its own, where the file's goes on.
        string head = Json.Text(ReferenceFile.Head(problem))[..^"\n}\n".Length];
        Assert.StartsWith(head, Text(name), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_reads_back_as_its_problem_and_a_history(string name)
    {
        var problem = Problem(name);

        var trace = ReferenceTrace.Parse(Text(name));

        Assert.Equal(problem, trace.Problem);
        Assert.Equal(Enumerable.Range(0, trace.Elements.Length), trace.Elements.Select(element => element.Index));
        Assert.Equal(trace.Elements[^1].Degeneracy is not null, trace.Elements[^1].Index < problem.LastIteration);
        Assert.All(trace.Elements[..^1], element => Assert.Null(element.Degeneracy));
        Assert.Equal(problem.Start, trace.Elements[0].Model.ToGaussianMixture());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_element_has_the_members_of_the_schema_and_30_digits(string name)
    {
        var problem = Problem(name);
        using var document = JsonDocument.Parse(Text(name));

        Assert.All(document.RootElement.GetProperty("trace").EnumerateArray(), element =>
        {
            bool isLast = element.GetProperty("status").GetString() == "degenerate";
            Assert.Equal(
                ["iteration", "status", "log_likelihood", "effective_counts", "weights", "means", "covariances", .. isLast ? ["degeneracy"] : Array.Empty<string>(), "sensitivity"],
                element.EnumerateObject().Select(member => member.Name));
            string[] certified = [.. new[] { "log_likelihood", "effective_counts", "weights", "means", "covariances" }
                .SelectMany(member => Leaves(element.GetProperty(member)))];
            var (k, d) = (problem.Start.ComponentCount, problem.Start.Dimension);
            Assert.Equal(1 + (2 * k) + (k * d) + CovarianceNumbers(problem), certified.Length);
            Assert.All(certified, text => Assert.Matches(ThirtyDigits(), text));
        });
    }

    [Fact]
    public void The_certified_digits_of_the_worked_example_are_the_books() =>
        Assert.Equal(-13.9733228163721, (double)ReferenceTrace.Parse(Text("seven-points")).Elements[5].LogLikelihood, 5e-14);

    internal static ReferenceProblem Problem(string name) => ReferenceProblems.All.Single(problem => problem.Name == name);

    internal static string Text(string name) => File.ReadAllText(ReferenceFolder.PathOf(Problem(name)));

    private static int CovarianceNumbers(ReferenceProblem problem)
    {
        int d = problem.Start.Dimension;
        int each = problem.Structure.Shape switch { CovarianceShape.Full => d * d, CovarianceShape.Diagonal => d, _ => 1 };
        return problem.Structure.IsShared ? each : each * problem.Start.ComponentCount;
    }

    private static IEnumerable<string> Leaves(JsonElement element) => element.ValueKind == JsonValueKind.Array
        ? element.EnumerateArray().SelectMany(Leaves)
        : [element.GetString()!];

    [GeneratedRegex(@"^-?\d\.\d{29}(E[+-]\d+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ThirtyDigits();
}
