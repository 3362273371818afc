namespace GmmPure.Cli.Tests.Commands;

/// <summary>Model files of other families are read as strictly as those of Gaussians.</summary>
public sealed class FamilyModelErrorTests
{
    private const string Binomial = """
        {"format":"gmmpure-model","version":1,"family":"binomial","trials":4,"columns":["n"],"weights":[0.25,0.75],"components":[{"probability":0.5},{"probability":0.25}]}
        """;

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "\"format\":\"gmmpure-model\",", "", "\"format\": is missing" },
        { "\"version\":1,", "", "\"version\": is missing" },
        { "\"version\":1", "\"version\":2", "\"version\": 2 is newer than this library, which reads 1" },
        { "\"binomial\"", "\"binominal\"", "\"family\": there is no family \"binominal\"" },
        { "\"binomial\"", "\"uniform\"", "\"family\": there is no family \"uniform\"" },
        { "\"trials\":4,", "", "\"trials\": is missing" },
        { "\"trials\":4", "\"trials\":0", "\"trials\": must be positive" },
        { "\"trials\":4", "\"trials\":1.5", "\"trials\": must be a whole number from 0 on" },
        { "[\"n\"]", "[\"n\",\"m\"]", "\"columns\": 1 columns need as many names" },
        { "[\"n\"]", "[\"n\",\"n\"]", "\"columns\": 1 columns need as many names" },
        { "[0.25,0.75]", "[0.25,0.5]", "\"weights\": The weights of a mixture sum to 1, not 0.75" },
        { "[0.25,0.75]", "[1]", "\"components\": 1 weights need as many components, not 2" },
        { "\"weights\":[0.25,0.75],", "", "\"weights\": is missing" },
        { "\"probability\":0.5", "\"p\":0.5", "\"components\": component 0: \"probability\": is missing" },
        { "\"probability\":0.25", "\"probability\":1.5", "\"components\": component 1: \"probability\": It must be in [0, 1]" },
        { "\"probability\":0.25", "\"probability\":\"1\"", "\"components\": component 1: \"probability\": must hold numbers only" },
        { "{\"probability\":0.5}", "0.5", "\"components\": component 0: not a JSON object" },
        { "[{", "{{", "not valid JSON" },
        { "\"weights\":", "\"weights\":[1],\"weights\":", "\"weights\": stands twice" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_member_that_is_wrong_is_named(string part, string replacement, string text)
    {
        using var work = new Workspace();
        string data = work.Write("d.csv", "n\n0\n4\n");
        InProcess.Run([], "score", work.Write("m.json", Binomial), data).Succeeds();
        Assert.Contains(part, Binomial, StringComparison.Ordinal);

        InProcess.Run([], "score", work.Write("m.json", Binomial.Replace(part, replacement, StringComparison.Ordinal)), data)
            .Fails(3, "m.json: ", text);
    }

    /// <summary>As of Gaussians: then the data's columns are taken as they come.</summary>
    [Theory]
    [InlineData("\"columns\":[\"n\"],", "")]
    [InlineData("[\"n\"]", "[]")]
    public void The_columns_may_have_no_names(string part, string replacement)
    {
        using var work = new Workspace();
        string data = work.Write("d.csv", "n\n0\n4\n");
        string named = InProcess.Run([], "score", work.Write("m.json", Binomial), data).Succeeds();

        Assert.Equal(named, InProcess.Run([], "score", work.Write("m.json", Binomial.Replace(part, replacement, StringComparison.Ordinal)), data).Succeeds());
    }

    [Theory]
    [InlineData("categorical", "{\"probabilities\":[[0.5,0.5],[1]]},{\"probabilities\":[[1],[1]]}", "component 1: \"probabilities\": has other numbers of categories")]
    [InlineData("categorical", "{\"probabilities\":[[0.5,0.6],[1]]},{\"probabilities\":[[1,0],[1]]}", "component 0: \"probabilities\": The probabilities of each column's categories sum to 1")]
    [InlineData("categorical", "{\"probabilities\":[0.5,0.5]},{\"probabilities\":[[1,0],[1]]}", "component 0: \"probabilities\": must be an array of numbers")]
    [InlineData("bernoulli", "{\"probabilities\":[]},{}", "component 0: \"probabilities\": is empty")]
    [InlineData("bernoulli", "{\"probabilities\":[0.5]},{\"probabilities\":[1,0]}", "The components have 1 columns each, not 2")]
    [InlineData("student-t", "{\"location\":[0,0],\"scatter\":[[1,2],[2,1]],\"degrees_of_freedom\":3},{}", "component 0: \"scatter\": The matrix is not positive definite")]
    [InlineData("student-t", "{\"location\":[0,0],\"scatter\":[[1,0],[0,1]],\"degrees_of_freedom\":0},{}", "component 0: \"degrees_of_freedom\": It must be in [1/16, 2^14]")]
    [InlineData("student-t", "{\"location\":[0],\"scatter\":[[1,0],[0,1]],\"degrees_of_freedom\":3},{}", "component 0: ")]
    public void Components_of_several_columns_are_whole(string family, string components, string text)
    {
        using var work = new Workspace();
        string model = work.Write(
            "m.json",
            $"{{\"format\":\"gmmpure-model\",\"version\":1,\"family\":\"{family}\",\"columns\":[\"a\",\"b\"],\"weights\":[0.5,0.5],\"components\":[{components}]}}");
        InProcess.Run([], "score", model, work.Write("d.csv", "a,b\n0,0\n")).Fails(3, text);
    }
}
