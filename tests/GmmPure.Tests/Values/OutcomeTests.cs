using Number = GmmPure.Outcome<double, string>;

namespace GmmPure.Tests.Values;

/// <summary>Outcomes are a monad, and speak query syntax.</summary>
public class OutcomeTests
{
    public static TheoryData<double> Numbers => [4, 0, -1, 16, 1e300];

    public static TheoryData<string> Faults => ["", "lost"];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_value_is_a_left_identity(double number) => Assert.Equal(Root(number), ((Number)number).SelectMany(Root));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_value_is_a_right_identity(double number) => Assert.Equal(Root(number), Root(number).SelectMany(value => (Number)value));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Continuations_are_associative(double number)
    {
        Number start = number;

        Assert.Equal(
            start.SelectMany(Root).SelectMany(Reciprocal),
            start.SelectMany(value => Root(value).SelectMany(Reciprocal)));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Selecting_is_mapping_and_continuing_with_a_value(double number)
    {
        Assert.Equal(Root(number).Map(value => value + 1), Root(number).Select(value => value + 1));
        Assert.Equal(Root(number).Select(value => value + 1), Root(number).SelectMany(value => (Number)(value + 1)));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_goes_through(string fault)
    {
        Number failed = fault;

        Assert.Equal(Outcome.Failure<double, string>(fault), failed);
        Assert.Equal(failed, failed.Select(value => value + 1));
        Assert.Equal(failed, failed.SelectMany(Root));
    }

    [Fact]
    public void A_query_takes_every_value() => Assert.Equal(
        Outcome.Success<double, string>(4.25),
        from root in Root(16)
        from reciprocal in Reciprocal(root)
        select root + reciprocal);

    [Fact]
    public void A_query_ends_at_the_first_fault()
    {
        var outcome =
            from root in Root(0)
            from reciprocal in Reciprocal(root)
            from never in Never()
            select reciprocal + never;

        Assert.Equal(Outcome.Failure<double, string>("0 has no reciprocal"), outcome);
    }

    [Fact]
    public void Values_and_faults_are_outcomes()
    {
        Number value = 2;
        Number fault = "lost";

        Assert.Equal(Outcome.Success<double, string>(2), value);
        Assert.Equal(Outcome.Failure<double, string>("lost"), fault);
    }

    [Fact]
    public void Functions_are_needed()
    {
        Number value = 2;

        Assert.Throws<ArgumentNullException>(() => value.Select<double>(null!));
        Assert.Throws<ArgumentNullException>(() => value.SelectMany<double>(null!));
        Assert.Throws<ArgumentNullException>(() => value.SelectMany<double, double>(null!, (_, other) => other));
        Assert.Throws<ArgumentNullException>(() => value.SelectMany<double, double>(Root, null!));
    }

    private static Number Root(double number) => number >= 0 ? Math.Sqrt(number) : "a negative number has no root";

    private static Number Reciprocal(double number) => number == 0 ? "0 has no reciprocal" : 1 / number;

    private static Number Never() => throw new InvalidOperationException("Nothing comes after a fault.");
}
