namespace GmmPure.Tests;

/// <summary>Whatever is wrong with a text, reading says which member it is, and never makes half a mixture of it.</summary>
public class JsonStrictTests
{
    private const string Valid =
        """{"format":"gmmpure-model","version":1,"covariance":"full","columns":["x","y"],"weights":[0.5,0.5],"means":[[0,1],[2,3]],"covariances":[[[1,0.5],[0.5,1]],[[2,0],[0,2]]]}""";

    [Theory]
    [InlineData("format", "\"format\":\"gmmpure-model\",", "")]
    [InlineData("version", "\"version\":1,", "")]
    [InlineData("covariance", "\"covariance\":\"full\",", "")]
    [InlineData("weights", "\"weights\":[0.5,0.5],", "")]
    [InlineData("means", "\"means\":[[0,1],[2,3]],", "")]
    [InlineData("covariances", ",\"covariances\":[[[1,0.5],[0.5,1]],[[2,0],[0,2]]]", "")]
    public void A_missing_member_is_named(string member, string part, string without) => Fails(member, part, without);

    [Theory]
    [InlineData("format", "\"format\":", "\"format\":\"gmmpure-model\",\"format\":")]
    [InlineData("weights", "\"weights\":", "\"weights\":[1],\"weights\":")]
    [InlineData("extra", "\"weights\":", "\"extra\":1,\"extra\":2,\"weights\":")]
    public void A_member_that_stands_twice_is_named(string member, string part, string with) => Fails(member, part, with);

    [Theory]
    [InlineData("format", "\"gmmpure-model\"", "\"other\"")]
    [InlineData("format", "\"gmmpure-model\"", "1")]
    [InlineData("version", "\"version\":1", "\"version\":2")]
    [InlineData("version", "\"version\":1", "\"version\":0")]
    [InlineData("version", "\"version\":1", "\"version\":1.5")]
    [InlineData("version", "\"version\":1", "\"version\":\"1\"")]
    [InlineData("covariance", "\"full\"", "\"Full\"")]
    [InlineData("covariance", "\"full\"", "null")]
    [InlineData("covariances", "\"full\"", "\"diagonal\"")]
    [InlineData("covariances", "\"full\"", "\"tied-spherical\"")]
    [InlineData("columns", "[\"x\",\"y\"]", "[\"x\"]")]
    [InlineData("columns", "[\"x\",\"y\"]", "[\"x\",\"x\"]")]
    [InlineData("columns", "[\"x\",\"y\"]", "[\"x\",1]")]
    [InlineData("columns", "[\"x\",\"y\"]", "\"xy\"")]
    [InlineData("weights", "[0.5,0.5]", "[0.33,0.33]")]
    [InlineData("weights", "[0.5,0.5]", "[1.5,-0.5]")]
    [InlineData("weights", "[0.5,0.5]", "[\"0.5\",0.5]")]
    [InlineData("weights", "[0.5,0.5]", "0.5")]
    [InlineData("means", "[0.5,0.5]", "[1]")]
    [InlineData("means", "[[0,1],[2,3]]", "[[0,1],[2]]")]
    [InlineData("means", "[[0,1],[2,3]]", "[[0,1]]")]
    [InlineData("means", "[[0,1],[2,3]]", "[]")]
    [InlineData("means", "[[0,1],[2,3]]", "[0,1]")]
    [InlineData("means", "[[0,1],[2,3]]", "[[0,1e999],[2,3]]")]
    [InlineData("means", "[[0,1],[2,3]]", "[[0,null],[2,3]]")]
    [InlineData("covariances", "[[0,1],[2,3]]", "[[0],[2]]")]
    [InlineData("covariances", "[[1,0.5],[0.5,1]]", "[[1,0.5],[0.4,1]]")]
    [InlineData("covariances", "[[1,0.5],[0.5,1]]", "[[1,2],[2,1]]")]
    [InlineData("covariances", "[[1,0.5],[0.5,1]]", "[[1,0.5]]")]
    [InlineData("covariances", "[[1,0.5],[0.5,1]]", "[1,0.5]")]
    [InlineData("covariances", "[[1,0.5],[0.5,1]],", "")]
    public void A_member_that_is_wrong_is_named(string member, string part, string instead) => Fails(member, part, instead);

    [Fact]
    public void The_reason_stands_in_the_message()
    {
        Assert.Contains("0.66", Message("[0.5,0.5]", "[0.33,0.33]"), StringComparison.Ordinal);
        Assert.Contains("newer", Message("\"version\":1", "\"version\":2"), StringComparison.Ordinal);
        Assert.Contains("symmetric", Message("[[1,0.5],[0.5,1]]", "[[1,0.5],[0.4,1]]"), StringComparison.Ordinal);
        Assert.Contains("positive definite", Message("[[1,0.5],[0.5,1]]", "[[1,2],[2,1]]"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_cut_short_anywhere_is_a_fault_and_never_another_exception() =>
        Assert.All(Enumerable.Range(0, Valid.Length), length =>
            Assert.False(GaussianMixture.TryParse(Valid[..length]).IsSuccess));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("{}")]
    public void What_is_no_such_object_is_a_fault(string text) => Assert.False(GaussianMixture.TryParse(text).IsSuccess);

    [Fact]
    public void Text_after_the_object_is_a_fault() => Assert.False(GaussianMixture.TryParse(Valid + "x").IsSuccess);

    [Fact]
    public void Members_that_are_not_known_are_passed_over()
    {
        string text = Valid.Replace("\"weights\"", "\"fit\":{\"seed\":[1,null]},\"weights\"", StringComparison.Ordinal);

        Assert.Equal(GaussianMixture.Parse(Valid), GaussianMixture.Parse(text));
    }

    [Fact]
    public void Columns_may_be_left_out()
    {
        string text = Valid.Replace("\"columns\":[\"x\",\"y\"],", "", StringComparison.Ordinal);

        Assert.Empty(GaussianMixture.Parse(text).ColumnNames);
    }

    [Fact]
    public void Parse_throws_what_TryParse_returns()
    {
        var error = Assert.Throws<FormatException>(() => GaussianMixture.Parse(Valid.Replace("means", "MEANS", StringComparison.Ordinal)));

        Assert.Equal("\"means\": is missing.", error.Message);
        Assert.Throws<ArgumentNullException>(() => GaussianMixture.Parse(null!));
    }

    private static void Fails(string member, string part, string instead)
    {
        Assert.Contains(part, Valid, StringComparison.Ordinal);
        var fault = GaussianMixture.TryParse(Changed(part, instead)).Match<FormatFault?>(_ => null, fault => fault);

        Assert.Equal(member, fault?.Member);
    }

    private static string Message(string part, string instead) =>
        GaussianMixture.TryParse(Changed(part, instead)).Match(_ => "", fault => fault.Message);

    /// <summary>The valid text with the first occurrence of a part replaced.</summary>
    private static string Changed(string part, string instead)
    {
        int at = Valid.IndexOf(part, StringComparison.Ordinal);
        return string.Concat(Valid.AsSpan(0, at), instead, Valid.AsSpan(at + part.Length));
    }
}
