using System.Reflection;
using GmmPure.Families;

namespace GmmPure.Tests;

/// <summary>Closed families are taken apart exhaustively, each case by its own function.</summary>
public class MatchTests
{
    private static readonly Table Two = Table.FromRows([[0], [1]]);

    /// <summary>Every case of every family, and the name of the parameter that is to take it.</summary>
    public static TheoryData<string> Cases => [.. Values.Keys];

    private static Dictionary<string, object> Values { get; } = new(StringComparer.Ordinal)
    {
        ["running"] = new Running(),
        ["converged"] = new Converged(0),
        ["degenerate"] = new Degenerate(Fault(Em.UpdateMeans(Statistics([0, 0], [1, 1])))),
        ["emptied"] = Fault(Em.UpdateMeans(Statistics([0, 0], [1, 1]))),
        ["singular"] = Fault(Em.MStep(Statistics([0, 1], [1, 1]), [1])),
        ["noMaximum"] = Fault(Family.Poisson.MaximumLikelihood(Dataset.FromValues([0, 0]))),
        ["empty"] = Fault(Dataset.TryFromRows([])),
        ["ragged"] = Fault(Dataset.TryFromRows([[1], [1, 2]])),
        ["notFinite"] = Fault(Dataset.TryFromRows([[double.NaN]])),
        ["tooLarge"] = Fault(Dataset.TryFromRows([[1e200]])),
        ["tooNarrow"] = Fault(Dataset.TryFromRows([[0], [1e-200]])),
        ["badWeight"] = Fault(Dataset.TryCreate(Two, [1, -1])),
        ["badTotalWeight"] = Fault(Dataset.TryCreate(Two, [0, 0])),
        ["notConverged"] = new FitWarning.NotConverged(5),
        ["nearlySame"] = new FitWarning.NearlySame(0, 1, 1),
        ["spurious"] = new FitWarning.Spurious(0, 2, [3, 4]),
        ["loneRow"] = new FitWarning.LoneRow(0, 1, 0, 2),
        ["fewRows"] = FitWarningOf<FitWarning.FewRows>([0, 1, 2, 3, 4], 0, 4),
        ["repeatedValue"] = new FitWarning.RepeatedValue(0, 0, 3),
        ["fewDistinctValues"] = new FitWarning.FewDistinctValues(0, 2),
        ["fewNumbers"] = new FitWarning.FewNumbers(5, 6),
        ["determinedColumn"] = FitWarningOf<FitWarning.DeterminedColumn>([1, 1], 1, 2),
        ["tooFewRows"] = new FitWarning.TooFewRows(2, 3),
        ["full"] = Covariance.Full(Table.FromRows([[1]])),
        ["diagonal"] = Covariance.Diagonal([1]),
        ["spherical"] = Covariance.Spherical(1, 1),
        ["success"] = Outcome.Success<Table, FormatFault>(Two),
        ["failure"] = Outcome.Failure<Table, FormatFault>(new FormatFault(null, "")),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_goes_to_the_function_of_its_name(string name)
    {
        var match = Match(Values[name]);
        object?[] functions = [.. match.GetParameters().Select(parameter => Naming(parameter))];

        Assert.Equal(name, match.Invoke(Values[name], functions));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_function_that_is_null_is_refused_whether_it_is_needed_or_not(string name)
    {
        var match = Match(Values[name]);

        Assert.All(match.GetParameters(), missing =>
        {
            object?[] functions = [.. match.GetParameters().Select(parameter => parameter == missing ? null : Naming(parameter))];
            var error = Assert.Throws<TargetInvocationException>(() => match.Invoke(Values[name], functions));
            Assert.Equal(missing.Name, Assert.IsType<ArgumentNullException>(error.InnerException).ParamName);
        });
    }

    [Fact]
    public void What_follows_an_outcome_is_refused_if_it_is_null()
    {
        var failed = Outcome.Failure<Table, FormatFault>(new FormatFault(null, ""));

        Assert.Equal("map", Assert.Throws<ArgumentNullException>(() => failed.Map<Table>(null!)).ParamName);
        Assert.Equal("next", Assert.Throws<ArgumentNullException>(() => failed.Bind<Table>(null!)).ParamName);
        Assert.Equal("otherwise", Assert.Throws<ArgumentNullException>(() => failed.Or(null!)).ParamName);
    }

    /// <summary>What made a narrow component collapse, beside a wide one.</summary>
    private static TWarning FitWarningOf<TWarning>(double[] values, double narrow, double wide)
        where TWarning : FitWarning
    {
        var data = Dataset.FromValues(values);
        var start = GaussianMixture.Univariate([0.5, 0.5], [narrow, wide], [0.01, 4]);
        return FitWarning.Of(data, Em.Iterate(data, start).Last().Cast<IMixture>()).OfType<TWarning>().First();
    }

    private static MethodInfo Match(object value) => value.GetType().GetMethod("Match")!.MakeGenericMethod(typeof(string));

    /// <summary>A function of the parameter's type, whatever it takes, that returns the parameter's name.</summary>
    private static object Naming(ParameterInfo parameter) => typeof(MatchTests)
        .GetMethod(nameof(Constant), BindingFlags.NonPublic | BindingFlags.Static)!
        .MakeGenericMethod(parameter.ParameterType.GetGenericArguments()[0])
        .Invoke(null, [parameter.Name])!;

    private static Func<TCase, string> Constant<TCase>(string name) => _ => name;

    private static SufficientStatistics Statistics(int[] labels, double[] values) => SufficientStatistics.Of(
        Dataset.FromValues(values), Responsibilities.FromLabels(labels, 2), CovarianceStructure.Full.Moments, Two);

    private static TFault Fault<TValue, TFault>(Outcome<TValue, TFault> outcome)
        where TValue : notnull
        where TFault : notnull => outcome.Match(_ => throw new InvalidOperationException("It is a value."), fault => fault);
}
