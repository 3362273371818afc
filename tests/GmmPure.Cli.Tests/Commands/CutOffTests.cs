using System.Text.Json;

namespace GmmPure.Cli.Tests.Commands;

public sealed class CutOffTests
{
    [Fact]
    public async Task A_table_tells_from_which_value_on_another_component_is_the_most_probable()
    {
        using var work = new Workspace();
        string model = Model(work, "[0.5, 0.5]", "[[1], [2]]", "4");
        Assert.Equal(
            """
              component   weight   x1 mean      sd
            ────────────────────────────────────────
                      0   0.5000     1.000   2.000
                      1   0.5000     2.000   2.000

               x1   below   above   share below
            ─────────────────────────────────────
              1.5       0       1        0.5000

            """,
            (await Gmm.Run("cutoff", model)).Succeeds());
    }

    [Fact]
    public async Task Json_has_the_numbers_to_the_last_bit()
    {
        using var work = new Workspace();
        string model = Model(work, "[0.75, 0.25]", "[[0], [2]]", "3");
        using var json = JsonDocument.Parse((await Gmm.Run("cutoff", model, "--json")).Succeeds());
        var mixture = GaussianMixture.Parse(work.Read("m.json"));
        var only = Assert.Single(json.RootElement.GetProperty("cut_offs").EnumerateArray());
        Assert.Equal(Assert.Single(mixture.CutOffs()).Value, only.GetProperty("value").GetDouble());
        Assert.Equal((0, 1), (only.GetProperty("below").GetInt32(), only.GetProperty("above").GetInt32()));
        Assert.Equal("x1", json.RootElement.GetProperty("column").GetString());
    }

    [Fact]
    public async Task A_component_that_is_nowhere_the_most_probable_is_named()
    {
        using var work = new Workspace();
        string hidden = Model(work, "[0.4999, 0.0002, 0.4999]", "[[0], [1], [2]]", "1");
        Assert.Contains("  nowhere the most probable: component 1\n", (await Gmm.Run("cutoff", hidden)).Succeeds(), StringComparison.Ordinal);
        string one = Model(work, "[0.75, 0.25]", "[[0], [0]]", "1");
        Assert.Contains("  component 0 is the most probable everywhere\n", (await Gmm.Run("cutoff", one)).Succeeds(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_no_cut_offs_is_refused()
    {
        using var work = Examples.InFolder();
        (await Gmm.Run("cutoff", work.PathOf("m.json"))).Fails(3, "m.json", "2 columns");
        string student = work.Write("t.json", """
            {"format": "gmmpure-model", "version": 1, "family": "student-t", "columns": ["x"], "weights": [1],
             "components": [{"location": [0], "scatter": [[1]], "degrees_of_freedom": 5}]}
            """);
        (await Gmm.Run("cutoff", student)).Fails(3, "student-t components have no cut-offs");
    }

    private static string Model(Workspace work, string weights, string means, string variance) => work.Write("m.json", $$"""
        {"format": "gmmpure-model", "version": 1, "covariance": "tied-spherical",
         "weights": {{weights}}, "means": {{means}}, "covariances": {{variance}}}
        """);
}
